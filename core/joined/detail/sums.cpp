// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/joined/detail/sums.h"

#include <algorithm>

namespace hereabouts::core {

Placement::Placement(const AreaFinder& finder, bool overlapping, std::span<const Point> points)
{
    m_starts.reserve(points.size() + 1);
    m_starts.push_back(0);
    const std::vector<std::uint32_t> single = overlapping ? std::vector<std::uint32_t>{} : finder.locate(points);
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (overlapping) {
            const std::vector<std::uint32_t> holding = finder.allHolding(points[i]);
            m_areas.insert(m_areas.end(), holding.begin(), holding.end());
        } else if (single[i] != AreaFinder::kNone) {
            m_areas.push_back(single[i]);
        }
        m_starts.push_back(m_areas.size());
    }
}

void Placement::add(Sums& sums, std::size_t i, std::int64_t amount) const
{
    const auto areas = areasOf(i);
    for (const std::uint32_t area : areas) sums.add(area, amount);
    if (areas.empty()) sums.outside += amount;
    sums.total += amount;
}

AreaSet newestSet(const PlaceSnapshot& place, RegisterKind kind)
{
    for (AreaSet& set : areaSetsOf(place)) {
        if (set.kind == kind) return std::move(set);
    }
    return {.kind = kind, .name = {}, .rows = {}, .overlapping = false};
}

std::vector<Point> pointsOf(const RegisterTable& table, std::span<const std::size_t> rows)
{
    std::vector<Point> points;
    points.reserve(rows.size());
    for (const std::size_t row : rows) points.push_back(representativePoint(table.geometry(row)));
    return points;
}

} // namespace hereabouts::core
