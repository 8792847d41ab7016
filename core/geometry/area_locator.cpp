// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/area_locator.h"

#include "core/geometry/detail/area_grid.h"
#include "core/geometry/detail/closed_areas.h"

#include <cassert>

namespace hereabouts::core {

struct AreaLocator::Index {
    explicit Index(std::span<const MultiPolygon* const> given) : areas(given), grid(AreaGrid::build(areas)) {}

    ClosedAreas areas;
    AreaGrid grid;
};

AreaLocator::AreaLocator() : m_index(std::make_unique<Index>(std::span<const MultiPolygon* const>{})) {}
AreaLocator::AreaLocator(AreaLocator&&) noexcept = default;
AreaLocator& AreaLocator::operator=(AreaLocator&&) noexcept = default;
AreaLocator::~AreaLocator() = default;

AreaLocator AreaLocator::build(std::span<const MultiPolygon> areas)
{
    std::vector<const MultiPolygon*> pointers;
    pointers.reserve(areas.size());
    for (const MultiPolygon& area : areas) pointers.push_back(&area);
    return build(pointers);
}

AreaLocator AreaLocator::build(std::span<const MultiPolygon* const> areas)
{
    AreaLocator locator;
    locator.m_index = std::make_unique<Index>(areas);
    return locator;
}

std::uint32_t AreaLocator::locate(Point point) const
{
    const std::uint32_t answer = m_index->grid.locate(point);
    return answer == AreaGrid::kAsk ? m_index->areas.firstHolding(point) : answer;
}

void AreaLocator::locate(std::span<const Point> points, std::span<std::uint32_t> areas) const
{
    assert(points.size() == areas.size());
    m_index->grid.locate(points, areas);
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (areas[i] == AreaGrid::kAsk) areas[i] = m_index->areas.firstHolding(points[i]);
    }
}

void AreaLocator::locateOnce(std::span<const MultiPolygon* const> given, std::span<const Point> points, std::span<std::uint32_t> areas)
{
    assert(points.size() == areas.size());
    constexpr std::size_t kVerticesAPoint = 3; // Entering as many in the grid costs what one point costs without it.
    const ClosedAreas closed(given);
    if (points.size() * kVerticesAPoint > closed.vertexCount()) return build(given).locate(points, areas);
    for (std::size_t i = 0; i < points.size(); ++i) areas[i] = closed.firstHolding(points[i]);
}

std::size_t AreaLocator::memoryBytes() const { return m_index->areas.memoryBytes() + m_index->grid.memoryBytes(); }

} // namespace hereabouts::core
