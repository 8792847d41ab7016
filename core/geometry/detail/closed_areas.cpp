// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/detail/closed_areas.h"

#include "core/geometry/orientation.h"

#include <algorithm>
#include <cmath>

namespace hereabouts::core {

namespace {

bool isFinite(const MultiPolygon& polygons)
{
    const auto finite = [](const Ring& ring) { return std::ranges::all_of(ring, [](Point p) { return std::isfinite(p.x) && std::isfinite(p.y); }); };
    return std::ranges::all_of(polygons, [&](const Polygon& polygon) { return finite(polygon.outer) && std::ranges::all_of(polygon.holes, finite); });
}

bool turnsLeft(const Ring& ring)
{
    const Point origin = ring.front();
    double sum = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        sum += (ring[i - 1].x - origin.x) * (ring[i].y - origin.y) - (ring[i].x - origin.x) * (ring[i - 1].y - origin.y);
    }
    return sum > 0;
}

std::size_t cellOf(double position, double start, double extent, std::size_t cells)
{
    if (extent <= 0) return 0;
    const double cell = (position - start) / extent * static_cast<double>(cells);
    return static_cast<std::size_t>(std::clamp(cell, 0.0, static_cast<double>(cells - 1)));
}

} // namespace

ClosedAreas::ClosedAreas(std::span<const MultiPolygon* const> areas)
{
    m_boxes.resize(areas.size());
    m_firstRing.reserve(areas.size() + 1);
    for (std::uint32_t area = 0; area < areas.size(); ++area) {
        m_firstRing.push_back(static_cast<std::uint32_t>(m_rings.size()));
        if (areas[area] && isFinite(*areas[area])) pack(area, *areas[area]);
    }
    m_firstRing.push_back(static_cast<std::uint32_t>(m_rings.size()));
    m_points.shrink_to_fit();
    sortIntoCells();
}

void ClosedAreas::pack(std::uint32_t area, const MultiPolygon& polygons)
{
    for (const Polygon& polygon : polygons) {
        packRing(area, polygon.outer, false);
        for (const Ring& hole : polygon.holes) packRing(area, hole, true);
    }
    m_box.include(m_boxes[area]);
}

void ClosedAreas::packRing(std::uint32_t area, const Ring& ring, bool isHole)
{
    if (ring.empty()) return;
    m_rings.push_back({.area = area,
        .first = static_cast<std::uint32_t>(m_points.size()),
        .count = static_cast<std::uint32_t>(ring.size()),
        .interiorLeft = turnsLeft(ring) != isHole});
    m_points.insert(m_points.end(), ring.begin(), ring.end());
    m_boxes[area].include(boundsOf(ring));
}

void ClosedAreas::sortIntoCells()
{
    constexpr double kMostCellsASide = 256;
    m_side = static_cast<std::size_t>(std::clamp(std::sqrt(static_cast<double>(m_boxes.size())), 1.0, kMostCellsASide));
    m_firstInCell.assign(m_side * m_side + 1, 0);
    const auto eachCell = [&](auto&& visit) {
        for (std::uint32_t area = 0; area < m_boxes.size(); ++area) {
            const Box& box = m_boxes[area];
            if (box.empty()) continue;
            for (std::size_t row = rowOf(box.minY); row <= rowOf(box.maxY); ++row) {
                for (std::size_t column = columnOf(box.minX); column <= columnOf(box.maxX); ++column) visit(row * m_side + column, area);
            }
        }
    };
    eachCell([&](std::size_t cell, std::uint32_t) { ++m_firstInCell[cell + 1]; });
    for (std::size_t cell = 1; cell < m_firstInCell.size(); ++cell) m_firstInCell[cell] += m_firstInCell[cell - 1];
    m_areasInCell.resize(m_firstInCell.back());
    std::vector<std::uint32_t> next(m_firstInCell.begin(), m_firstInCell.end() - 1);
    eachCell([&](std::size_t cell, std::uint32_t area) { m_areasInCell[next[cell]++] = area; });
}

std::size_t ClosedAreas::columnOf(double x) const { return cellOf(x, m_box.minX, m_box.width(), m_side); }
std::size_t ClosedAreas::rowOf(double y) const { return cellOf(y, m_box.minY, m_box.height(), m_side); }

std::uint32_t ClosedAreas::firstHolding(Point point) const
{
    if (!m_box.contains(point)) return kNone;
    const std::size_t cell = rowOf(point.y) * m_side + columnOf(point.x);
    for (std::uint32_t i = m_firstInCell[cell]; i < m_firstInCell[cell + 1]; ++i) {
        const std::uint32_t area = m_areasInCell[i];
        if (m_boxes[area].contains(point) && holds(area, point)) return area;
    }
    return kNone;
}

bool ClosedAreas::holds(std::uint32_t area, Point point) const
{
    bool inside = false;
    for (std::uint32_t i = m_firstRing[area]; i < m_firstRing[area + 1]; ++i) {
        const std::span<const Point> ring = points(m_rings[i]);
        for (std::size_t k = 1; k < ring.size(); ++k) {
            const Point a = ring[k - 1];
            const Point b = ring[k];
            const bool aAbove = a.y > point.y;
            const bool bAbove = b.y > point.y;
            if (aAbove == bAbove && a.y != point.y && b.y != point.y) continue;
            if (a.x < point.x && b.x < point.x) continue; // The ray goes right.
            if (onSegment(a, b, point)) return true;
            if (aAbove != bAbove && (sideOf(a, b, point) > 0) == (b.y > a.y)) inside = !inside;
        }
    }
    return inside;
}

std::size_t ClosedAreas::memoryBytes() const
{
    return m_points.capacity() * sizeof(Point) + m_rings.capacity() * sizeof(AreaRing) + m_boxes.capacity() * sizeof(Box)
        + (m_firstRing.capacity() + m_firstInCell.capacity() + m_areasInCell.capacity()) * sizeof(std::uint32_t);
}

} // namespace hereabouts::core
