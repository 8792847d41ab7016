// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/box.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hereabouts::app {

/// Finds the boxes that touch a box: a tree packed once by sort-tile-recursive (Leutenegger, Lopez and Edgington, 1997) and read only after that.
class BoxIndex {
public:
    BoxIndex() = default;
    /// Empty boxes are never found.
    explicit BoxIndex(std::span<const core::Box> boxes);

    /// Positions in the span it was built from, ascending, of all boxes that touch `box`.
    [[nodiscard]] std::vector<std::uint32_t> touching(const core::Box& box) const;
    [[nodiscard]] const core::Box& bounds() const { return m_bounds; }

private:
    struct Node {
        core::Box box;
        std::uint32_t first = 0; ///< First child: a node of the level below, or a leaf item.
        std::uint32_t count = 0;
    };
    std::vector<std::uint32_t> m_items;
    std::vector<core::Box> m_boxes; ///< Of m_items.
    std::vector<std::vector<Node>> m_levels; ///< Leaves' parents first, the root's level last.
    core::Box m_bounds;
};

} // namespace hereabouts::app
