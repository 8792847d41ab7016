// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/area_locator.h"

#include <algorithm>
#include <cmath>

namespace hereabouts::core {

namespace {

/// Even-odd with half-open edges, so that a point on a border that two areas share is inside exactly one of them.
/// The sign is taken in long double, which is exact for coordinates on the 1 cm grid of a place.
bool holds(const MultiPolygon& area, Point p)
{
    bool inside = false;
    const auto walk = [&](const Ring& ring) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            Point a = ring[i - 1];
            Point b = ring[i];
            if (a.y > b.y) std::swap(a, b);
            if (a.y > p.y || b.y <= p.y) continue;
            const long double cross = (static_cast<long double>(b.x) - a.x) * (static_cast<long double>(p.y) - a.y)
                - (static_cast<long double>(b.y) - a.y) * (static_cast<long double>(p.x) - a.x);
            if (cross > 0) inside = !inside;
        }
    };
    for (const Polygon& polygon : area) {
        walk(polygon.outer);
        for (const Ring& hole : polygon.holes) walk(hole);
    }
    return inside;
}

} // namespace

struct AreaLocator::Index {
    std::vector<MultiPolygon> areas;
    Box bounds;
    std::size_t side = 1;
    std::vector<std::vector<std::uint32_t>> cells; ///< Areas whose bounds touch the cell, smallest first.

    [[nodiscard]] std::size_t column(double x) const { return clampCell((x - bounds.minX) / bounds.width()); }
    [[nodiscard]] std::size_t row(double y) const { return clampCell((y - bounds.minY) / bounds.height()); }
    [[nodiscard]] std::size_t clampCell(double share) const
    {
        if (!(share > 0)) return 0;
        return std::min(side - 1, static_cast<std::size_t>(share * static_cast<double>(side)));
    }
};

AreaLocator::AreaLocator() : m_index(std::make_unique<Index>()) {}
AreaLocator::AreaLocator(AreaLocator&&) noexcept = default;
AreaLocator& AreaLocator::operator=(AreaLocator&&) noexcept = default;
AreaLocator::~AreaLocator() = default;

AreaLocator AreaLocator::build(std::span<const MultiPolygon> areas)
{
    auto index = std::make_unique<Index>();
    index->areas.assign(areas.begin(), areas.end());
    for (const MultiPolygon& area : areas) index->bounds.include(boundsOf(area));
    index->side = std::clamp<std::size_t>(static_cast<std::size_t>(4 * std::sqrt(static_cast<double>(areas.size()))), 1, 1024);
    index->cells.resize(index->side * index->side);
    for (std::uint32_t i = 0; i < areas.size(); ++i) {
        const Box box = boundsOf(areas[i]);
        if (box.empty()) continue;
        for (std::size_t y = index->row(box.minY); y <= index->row(box.maxY); ++y) {
            for (std::size_t x = index->column(box.minX); x <= index->column(box.maxX); ++x) index->cells[y * index->side + x].push_back(i);
        }
    }
    AreaLocator locator;
    locator.m_index = std::move(index);
    return locator;
}

std::uint32_t AreaLocator::locate(Point point) const
{
    if (m_index->bounds.empty() || !m_index->bounds.contains(point)) return kNone;
    for (const std::uint32_t area : m_index->cells[m_index->row(point.y) * m_index->side + m_index->column(point.x)]) {
        if (holds(m_index->areas[area], point)) return area;
    }
    return kNone;
}

void AreaLocator::locate(std::span<const Point> points, std::span<std::uint32_t> areas) const
{
    for (std::size_t i = 0; i < points.size(); ++i) areas[i] = locate(points[i]);
}

} // namespace hereabouts::core
