// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/box.h"
#include "core/geometry/geometry.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hereabouts::core {

/// One ring of the areas, with its points in ClosedAreas::points().
struct AreaRing {
    std::uint32_t area = 0;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    bool interiorLeft = true; ///< As one walks the ring, the area is to the left.
};

/// The areas themselves, packed; answers exactly and asks each area near the point. Areas with a coordinate that is not finite hold nothing.
class ClosedAreas {
public:
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;

    /// @param areas null for an area that holds nothing
    explicit ClosedAreas(std::span<const MultiPolygon* const> areas);

    [[nodiscard]] const Box& box() const { return m_box; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_boxes.size()); }
    [[nodiscard]] const std::vector<AreaRing>& rings() const { return m_rings; }
    [[nodiscard]] std::span<const Point> points(const AreaRing& ring) const { return std::span(m_points).subspan(ring.first, ring.count); }

    /// The first area, in order of index, that holds the point inside or on its edge (as core::covers), or kNone.
    [[nodiscard]] std::uint32_t firstHolding(Point point) const;

    [[nodiscard]] std::size_t vertexCount() const { return m_points.size(); }
    [[nodiscard]] std::size_t memoryBytes() const;

private:
    void pack(std::uint32_t area, const MultiPolygon& polygons);
    void packRing(std::uint32_t area, const Ring& ring, bool isHole);
    void sortIntoCells();
    [[nodiscard]] std::size_t columnOf(double x) const;
    [[nodiscard]] std::size_t rowOf(double y) const;
    [[nodiscard]] bool holds(std::uint32_t area, Point point) const;

    Box m_box;
    std::vector<Box> m_boxes;
    std::vector<std::uint32_t> m_firstRing; ///< One an area, and one more.
    std::vector<AreaRing> m_rings;
    std::vector<Point> m_points;
    // Areas by the cell their box touches, ascending within a cell.
    std::size_t m_side = 1;
    std::vector<std::uint32_t> m_firstInCell;
    std::vector<std::uint32_t> m_areasInCell;
};

} // namespace hereabouts::core
