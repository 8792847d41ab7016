// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/geometry.h"
#include "core/geometry/segment_grid.h"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace hereabouts::core {

/// A vertex of one of several shapes. `ring` 0 is the outer ring of the polygon, 1 its first hole; `vertex` does not count the repeated end.
struct ShapeVertex {
    std::uint32_t shape = 0;
    std::uint32_t polygon = 0;
    std::uint32_t ring = 0;
    std::uint32_t vertex = 0;

    friend bool operator==(const ShapeVertex&, const ShapeVertex&) = default;
    friend auto operator<=>(const ShapeVertex&, const ShapeVertex&) = default;
};

/// Where a click comes to stand.
struct Snap {
    enum class Kind { Free, OnLine, OnVertex };
    Kind kind = Kind::Free;
    Point at; ///< On the grid.
    ShapeVertex on; ///< The vertex, or the one where the piece of line begins. Of a free click, nothing.
    double metresOff = 0;
};

/// A change of a neighbour's line: from `at` on, so many vertices (over the ring's beginning if need be) become others.
struct NeighbourEdit {
    ShapeVertex at;
    std::uint32_t removed = 0;
    std::vector<Point> added;

    friend bool operator==(const NeighbourEdit&, const NeighbourEdit&) = default;
};

/// A stretch of a line that is also a neighbour's, vertex for vertex.
struct SharedStretch {
    std::uint32_t shape = 0;
    std::uint32_t from = 0; ///< Index of its first vertex in the line,
    std::uint32_t to = 0; ///< and of its last one.

    friend bool operator==(const SharedStretch&, const SharedStretch&) = default;
};

/// The boundaries around a sketch: for snapping to them, and for moving a border that is shared in both at once. Two borders are shared where their vertices
/// are the same to the centimetre; nothing is taken for shared because it is near.
class Neighbours {
public:
    /// Keeps what it needs: the shapes may go. Vertices off the grid are passed over by snapping and never shared.
    explicit Neighbours(std::span<const MultiPolygon> shapes);

    /// The nearest vertex within the tolerance, or else the nearest position on a line, or else the click itself.
    [[nodiscard]] Snap snap(Point metres, double toleranceMetres) const;

    /// The neighbours' vertices at exactly this position of the grid, in order.
    [[nodiscard]] std::vector<ShapeVertex> at(Point metres) const;

    /// The stretches of a line that are shared, by shape and then along the line. Single vertices are not stretches.
    [[nodiscard]] std::vector<SharedStretch> sharedWith(const Line& line) const;

    /// What moves in the neighbours when a vertex moves with all that stand where it stood.
    [[nodiscard]] std::vector<NeighbourEdit> moveTogether(Point from, Point to) const;

    /// What changes in the neighbours that share the whole stretch when it becomes another. Of a single piece with a vertex put in: {a, b} becomes {a, v, b}.
    /// @pre both have two vertices or more and the same ends
    [[nodiscard]] std::vector<NeighbourEdit> rerouteTogether(const Line& before, const Line& after) const;

private:
    [[nodiscard]] const std::vector<GridPoint>& ringOf(const ShapeVertex& v) const;
    [[nodiscard]] bool runsFrom(const ShapeVertex& start, std::span<const GridPoint> line, bool forward) const;

    std::vector<std::vector<std::vector<std::vector<GridPoint>>>> m_shapes; ///< Shape, polygon, ring, vertex.
    std::unordered_multimap<GridPoint, ShapeVertex> m_at;
    std::vector<ShapeVertex> m_starts; ///< One a segment of the grid.
    SegmentGrid m_grid;
};

/// A shape with some edits done, each of another stretch of it. Fails with BadInput where a ring would be left with fewer than three corners.
[[nodiscard]] Result<MultiPolygon> edited(MultiPolygon shape, std::span<const NeighbourEdit> edits);

} // namespace hereabouts::core
