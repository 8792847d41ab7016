// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/detail/point_layer.h"

#include "core/facts/detail/ring_count.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace hereabouts::core::detail {

namespace {

constexpr double kPointsACluster = 16;

} // namespace

PointLayer::PointLayer(std::span<const Point> points)
{
    struct Placed {
        std::uint64_t cell = 0;
        GridPoint at;
        std::uint32_t origin = 0;
    };
    std::vector<Placed> placed;
    GridBox box;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto at = toGrid(points[i]);
        if (!at) continue;
        box.include(*at);
        placed.push_back({.at = *at, .origin = static_cast<std::uint32_t>(i)});
    }
    m_starts.push_back(0);
    if (placed.empty()) return;
    const double width = double{1} * box.maxX - box.minX + 1;
    const double height = double{1} * box.maxY - box.minY + 1;
    const double side = std::max(1.0, std::sqrt(width * height * kPointsACluster / static_cast<double>(placed.size())));
    for (Placed& p : placed) {
        const auto column = static_cast<std::uint64_t>((double{1} * p.at.x - box.minX) / side);
        const auto row = static_cast<std::uint64_t>((double{1} * p.at.y - box.minY) / side);
        p.cell = (row << 32U) | column;
    }
    std::ranges::sort(placed, {}, [](const Placed& p) { return std::pair(p.cell, p.origin); });
    for (std::size_t i = 0; i < placed.size(); ++i) {
        if (i == 0 || placed[i].cell != placed[i - 1].cell) {
            if (i > 0) m_starts.push_back(static_cast<std::uint32_t>(i));
            m_boxes.emplace_back();
        }
        m_boxes.back().include(placed[i].at);
        m_points.push_back(placed[i].at);
        m_origins.push_back(placed[i].origin);
    }
    m_starts.push_back(static_cast<std::uint32_t>(m_points.size()));
}

std::vector<std::uint32_t> PointLayer::inside(const MultiPolygon& area) const
{
    std::vector<int> times(m_points.size());
    const auto count = [&](const Ring& ring, bool hole) {
        std::vector<GridPoint> vertices;
        for (const Point p : ring) vertices.push_back(toGrid(p).value_or(GridPoint{}));
        const int sign = (doubledArea(vertices) < 0) == hole ? 1 : -1;
        RingCount(vertices).visitPoints(*this, [&](std::uint32_t place, int round) { times[place] += sign * round; });
    };
    for (const Polygon& polygon : area) {
        count(polygon.outer, false);
        for (const Ring& hole : polygon.holes) count(hole, true);
    }
    std::vector<std::uint32_t> inside;
    for (std::uint32_t place = 0; place < times.size(); ++place) {
        if (times[place] != 0) inside.push_back(m_origins[place]);
    }
    std::ranges::sort(inside);
    return inside;
}

} // namespace hereabouts::core::detail
