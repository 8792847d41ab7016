// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/segment_grid.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hereabouts::core::detail {

/// A piece of a segment between two nodes.
struct NodedPiece {
    GridSegment segment;
    std::uint32_t of = 0; ///< Index of the segment that it is a piece of.
};

/// Cuts segments wherever they meet another one: pieces in the order of the segments and along each. A crossing that falls between positions of the grid moves
/// to the nearest one, and bends both lines by at most 7 mm; should such a bend make two lines cross anew, that crossing is left.
[[nodiscard]] std::vector<NodedPiece> nodedPieces(const SegmentGrid& segments);

} // namespace hereabouts::core::detail
