// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/detail/box_index.h"

#include <algorithm>
#include <cmath>

namespace hereabouts::app {

namespace {

constexpr std::size_t kFanOut = 16;

} // namespace

BoxIndex::BoxIndex(std::span<const core::Box> boxes)
{
    for (std::uint32_t i = 0; i < boxes.size(); ++i) {
        if (boxes[i].empty()) continue;
        m_items.push_back(i);
        m_bounds.include(boxes[i]);
    }
    if (m_items.empty()) return;
    const auto byX = [&boxes](std::uint32_t a, std::uint32_t b) { return boxes[a].minX + boxes[a].maxX < boxes[b].minX + boxes[b].maxX; };
    const auto byY = [&boxes](std::uint32_t a, std::uint32_t b) { return boxes[a].minY + boxes[a].maxY < boxes[b].minY + boxes[b].maxY; };
    std::ranges::sort(m_items, byX);
    const std::size_t leaves = (m_items.size() + kFanOut - 1) / kFanOut;
    const std::size_t slice = kFanOut * static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(leaves))));
    for (std::size_t from = 0; from < m_items.size(); from += slice) {
        std::ranges::sort(std::span(m_items).subspan(from, std::min(slice, m_items.size() - from)), byY);
    }
    m_boxes.reserve(m_items.size());
    for (const std::uint32_t item : m_items) m_boxes.push_back(boxes[item]);

    std::span<const core::Box> below = m_boxes;
    std::vector<core::Box> parents;
    do {
        std::vector<Node> level;
        for (std::size_t from = 0; from < below.size(); from += kFanOut) {
            Node node{.box = {}, .first = static_cast<std::uint32_t>(from), .count = static_cast<std::uint32_t>(std::min(kFanOut, below.size() - from))};
            for (const core::Box& box : below.subspan(from, node.count)) node.box.include(box);
            level.push_back(node);
        }
        m_levels.push_back(std::move(level));
        parents.clear();
        for (const Node& node : m_levels.back()) parents.push_back(node.box);
        below = parents;
    } while (m_levels.back().size() > 1);
}

std::vector<std::uint32_t> BoxIndex::touching(const core::Box& box) const
{
    std::vector<std::uint32_t> found;
    if (m_levels.empty() || !m_bounds.intersects(box)) return found;
    struct Visit {
        std::size_t level;
        std::uint32_t node;
    };
    std::vector<Visit> open{{m_levels.size() - 1, 0}};
    while (!open.empty()) {
        const Visit visit = open.back();
        open.pop_back();
        const Node& node = m_levels[visit.level][visit.node];
        for (std::uint32_t child = node.first; child < node.first + node.count; ++child) {
            if (visit.level > 0 && m_levels[visit.level - 1][child].box.intersects(box)) open.push_back({visit.level - 1, child});
            if (visit.level == 0 && m_boxes[child].intersects(box)) found.push_back(m_items[child]);
        }
    }
    std::ranges::sort(found);
    return found;
}

} // namespace hereabouts::app
