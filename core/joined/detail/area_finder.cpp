// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/joined/detail/area_finder.h"

#include "core/geometry/area_locator.h"

namespace hereabouts::core {

namespace {

// Box tests per nanosecond and what the locator takes to start meet at about this many.
constexpr std::size_t kWorthALocator = 4'000'000;

} // namespace

AreaFinder::AreaFinder(const PlaceSnapshot& place, const AreaSet& areas)
{
    const RegisterTable& table = place.at(areas.kind);
    m_areas.reserve(areas.rows.size());
    m_boxes.reserve(areas.rows.size());
    for (const std::size_t row : areas.rows) {
        const auto* area = std::get_if<MultiPolygon>(&table.geometry(row));
        m_areas.push_back(area);
        m_boxes.push_back(area ? boundsOf(*area) : Box{});
    }
}

std::uint32_t AreaFinder::firstHolding(Point point) const
{
    for (std::size_t i = 0; i < m_areas.size(); ++i) {
        if (m_boxes[i].contains(point) && covers(*m_areas[i], point)) return static_cast<std::uint32_t>(i);
    }
    return kNone;
}

std::vector<std::uint32_t> AreaFinder::locate(std::span<const Point> points) const
{
    std::vector<std::uint32_t> found(points.size(), kNone);
    if (points.size() * m_areas.size() < kWorthALocator) {
        for (std::size_t i = 0; i < points.size(); ++i) found[i] = firstHolding(points[i]);
        return found;
    }
    AreaLocator::locateOnce(m_areas, points, found);
    return found;
}

std::vector<std::uint32_t> AreaFinder::allHolding(Point point) const
{
    std::vector<std::uint32_t> holding;
    for (std::size_t i = 0; i < m_areas.size(); ++i) {
        if (m_boxes[i].contains(point) && covers(*m_areas[i], point)) holding.push_back(static_cast<std::uint32_t>(i));
    }
    return holding;
}

} // namespace hereabouts::core
