// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/grid_point.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

/// Everything that live facts count is counted as what lies *under* each edge of the shape: above zero for an edge that goes west (the top of a ring that turns
/// left), below zero for one that goes east. The sum over a ring is what lies inside it. Each part is a whole number that depends on its edge and its thing
/// alone, so that to move a vertex is to take away the parts of two edges and to add those of two others, and nothing else can change.
namespace hereabouts::core::detail {

/// How a thing in a box lies to an edge.
enum class Lie {
    Beside, ///< Not under it, and not in its way.
    Under, ///< All of it that is between the edge's ends is under the edge, or on it.
    Cut, ///< It depends.
};

/// @pre a.x != b.x
[[nodiscard]] inline Lie lieOf(const GridBox& box, GridPoint a, GridPoint b)
{
    const GridPoint left = a.x < b.x ? a : b;
    const GridPoint right = a.x < b.x ? b : a;
    if (box.maxX < left.x || box.minX >= right.x || box.minY > std::max(a.y, b.y)) return Lie::Beside;
    if (box.maxY <= std::min(a.y, b.y)) return Lie::Under;
    const std::int32_t from = std::max(box.minX, left.x);
    const std::int32_t to = std::min(box.maxX, right.x);
    if (turn(left, right, {from, box.maxY}) <= 0 && turn(left, right, {to, box.maxY}) <= 0) return Lie::Under;
    if (turn(left, right, {from, box.minY}) > 0 && turn(left, right, {to, box.minY}) > 0) return Lie::Beside;
    return Lie::Cut;
}

/// True if a point is under the edge or on it; of points under an edge's ends, those under the western one are. With this rule a point on a border between
/// two shapes is in exactly one of them.
[[nodiscard]] inline bool isUnder(GridPoint p, GridPoint a, GridPoint b)
{
    const GridPoint left = a.x < b.x ? a : b;
    const GridPoint right = a.x < b.x ? b : a;
    return left.x <= p.x && p.x < right.x && turn(left, right, p) <= 0;
}

/// 1 for an edge that goes west, -1 for one that goes east, 0 for an upright one.
[[nodiscard]] inline int signOfEdge(GridPoint a, GridPoint b) { return (a.x > b.x) - (a.x < b.x); }

} // namespace hereabouts::core::detail
