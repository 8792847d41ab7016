// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/box.h"
#include "core/geometry/point.h"

#include <cstddef>
#include <variant>
#include <vector>

namespace hereabouts::core {

using Line = std::vector<Point>; ///< Two points or more.
using Ring = std::vector<Point>; ///< Closed: the first point is repeated at the end; four points or more.

struct Polygon {
    Ring outer;
    std::vector<Ring> holes;

    friend bool operator==(const Polygon&, const Polygon&) = default;
};

using MultiLine = std::vector<Line>;
using MultiPolygon = std::vector<Polygon>;

/// What a row may have on the map. monostate: nothing, which is an answer and not a fault (a community of interest).
using Geometry = std::variant<std::monostate, Point, MultiLine, MultiPolygon>;

[[nodiscard]] Box boundsOf(const Line& line);
[[nodiscard]] Box boundsOf(const MultiPolygon& area);
[[nodiscard]] Box boundsOf(const Geometry& geometry);
[[nodiscard]] std::size_t vertexCount(const Geometry& geometry);

/// Area on the plane of the coordinates, in their unit squared, holes taken out; whichever way the rings turn.
[[nodiscard]] double planarArea(const MultiPolygon& area);

/// A point that stands for the geometry on a map: itself, a line's middle, or an area's centroid, moved inside where the centroid is outside.
/// Empty geometry gives {0, 0}.
[[nodiscard]] Point representativePoint(const Geometry& geometry);

/// True if the point is inside or on the edge, by even-odd counting. O(vertices): for single questions; many go to AreaLocator.
[[nodiscard]] bool covers(const MultiPolygon& area, Point point);

} // namespace hereabouts::core
