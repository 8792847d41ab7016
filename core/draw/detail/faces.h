// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/geometry.h"
#include "core/geometry/segment_grid.h"

#include <span>
#include <vector>

namespace hereabouts::core::detail {

/// True if the middle of the segment is inside the rings by even-odd counting, and not on one of their edges. Exact.
[[nodiscard]] bool middleInside(const GridSegment& segment, std::span<const std::vector<GridPoint>> rings);

/// The polygons whose edges these are: each edge has its polygon to the left as one goes from a to b, and edges meet at their ends alone.
/// An edge inside a polygon, part of no cut, must not be there. Rings that touch themselves at a vertex are parted there.
[[nodiscard]] MultiPolygon facesLeftOf(std::span<const GridSegment> edges);

} // namespace hereabouts::core::detail
