// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/detail/ring_count.h"

#include "core/facts/detail/under_edge.h"

#include <algorithm>

namespace hereabouts::core::detail {

namespace {

bool meets(const GridBox& box, GridPoint a, GridPoint b)
{
    if (!GridBox::of(a, b).intersects(box)) return false;
    const std::int64_t corners[]
        = {turn(a, b, {box.minX, box.minY}), turn(a, b, {box.maxX, box.minY}), turn(a, b, {box.minX, box.maxY}), turn(a, b, {box.maxX, box.maxY})};
    const auto [least, most] = std::ranges::minmax(corners);
    return least <= 0 && most >= 0;
}

/// True of an edge that passes over some of the box without meeting it.
bool passesOver(const GridBox& box, GridPoint a, GridPoint b)
{
    const auto [left, right] = std::minmax(a, b);
    if (right.x < box.minX || left.x > box.maxX || meets(box, a, b)) return false;
    if (left.x == right.x) return left.y > box.maxY;
    return turn(left, right, {std::max(box.minX, left.x), box.maxY}) < 0;
}

} // namespace

std::int64_t doubledArea(std::span<const GridPoint> ring)
{
    // Wraps around on the way perhaps, and comes out right: the whole fits.
    std::uint64_t sum = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) sum += static_cast<std::uint64_t>(turn(ring.front(), ring[i - 1], ring[i]));
    return static_cast<std::int64_t>(sum);
}

RingCount::RingCount(std::span<const GridPoint> ring) : m_ring(ring)
{
    std::vector<GridSegment> segments;
    segments.reserve(ring.size());
    for (std::size_t i = 0; i < ring.size(); ++i) {
        segments.push_back({at(i), at(i + 1)});
        m_box.include(at(i));
    }
    m_grid = SegmentGrid(std::move(segments));
    if (ring.empty()) return;
    const auto columns = static_cast<std::int64_t>(std::clamp<std::size_t>(ring.size() / 8, 1, 4096));
    m_columnWidth = static_cast<std::int32_t>((std::int64_t{m_box.maxX} - m_box.minX) / columns) + 1;
    std::vector<std::vector<std::uint32_t>> listed(columnOf(m_box.maxX) + 1);
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const GridBox edge = GridBox::of(at(i), at(i + 1));
        for (std::size_t c = columnOf(edge.minX), last = columnOf(edge.maxX); c <= last; ++c) listed[c].push_back(static_cast<std::uint32_t>(i));
    }
    m_columnStarts.push_back(0);
    for (const auto& edges : listed) {
        m_columnEdges.insert(m_columnEdges.end(), edges.begin(), edges.end());
        m_columnStarts.push_back(static_cast<std::uint32_t>(m_columnEdges.size()));
    }
}

std::span<const std::uint32_t> RingCount::column(std::int32_t x) const
{
    if (m_ring.empty() || x < m_box.minX || x > m_box.maxX) return {};
    const std::size_t c = columnOf(x);
    return std::span(m_columnEdges).subspan(m_columnStarts[c], m_columnStarts[c + 1] - m_columnStarts[c]);
}

void RingCount::edgesNear(const GridBox& box, std::vector<std::uint32_t>& found) const
{
    found.clear();
    m_grid.inBox(box, [&](std::uint32_t edge) {
        if (meets(box, at(edge), at(edge + 1))) found.push_back(edge);
    });
    std::ranges::sort(found);
    const auto twice = std::ranges::unique(found);
    found.erase(twice.begin(), twice.end());
}

int RingCount::timesRound(GridPoint p) const
{
    int times = 0;
    for (const std::uint32_t edge : column(p.x)) {
        if (isUnder(p, at(edge), at(edge + 1))) times += signOfEdge(at(edge), at(edge + 1));
    }
    return times;
}

/// Edges that pass over the box and over its east side, those going west less those going east.
int RingCount::runsOverTheEastOf(const GridBox& box) const
{
    int runs = 0;
    for (const std::uint32_t edge : column(box.maxX)) {
        const GridPoint a = at(edge);
        const GridPoint b = at(edge + 1);
        if ((a.x >= box.maxX) != (b.x >= box.maxX) && passesOver(box, a, b)) runs += signOfEdge(a, b);
    }
    return runs;
}

std::int64_t RingCount::groundOf(const GroundLayer& layer, std::size_t area) const
{
    const GridBox& box = layer.boxes()[area];
    if (box.empty() || !box.intersects(m_box)) return 0; // Off to a side, or round about by no edge.
    thread_local std::vector<std::uint32_t> near;
    edgesNear(box, near);
    std::int64_t sum = runsOverTheEastOf(box) * layer.total(area);
    const auto isAbove = [&](std::size_t edge) { return passesOver(box, at(edge), at(edge + 1)); };
    const auto isWithin = [&](GridPoint p) { return p.x > box.minX && p.x < box.maxX; };
    for (const std::uint32_t edge : near) {
        sum += layer.under(area, at(edge), at(edge + 1));
        // Where a run of edges that pass over ends at this one, and where one begins after it.
        if (isWithin(at(edge)) && isAbove(edge + m_ring.size() - 1)) sum -= layer.west(area, at(edge).x);
        if (isWithin(at(edge + 1)) && isAbove(edge + 1)) sum += layer.west(area, at(edge + 1).x);
    }
    return sum;
}

void RingCount::visitPoints(const PointLayer& layer, const std::function<void(std::uint32_t place, int times)>& visit) const
{
    std::vector<std::uint32_t> near;
    for (std::size_t cluster = 0; cluster < layer.boxes().size(); ++cluster) {
        if (!layer.boxes()[cluster].intersects(m_box)) continue;
        edgesNear(layer.boxes()[cluster], near);
        const int all = near.empty() ? timesRound(layer.at(layer.begin(cluster))) : 0;
        for (std::uint32_t place = layer.begin(cluster); place < layer.end(cluster); ++place) {
            if (const int times = near.empty() ? all : timesRound(layer.at(place)); times != 0) visit(place, times);
        }
    }
}

} // namespace hereabouts::core::detail
