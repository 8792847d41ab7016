// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/grid_point.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hereabouts::core {

/// A straight piece of a line on the grid. Its ends may be the same.
struct GridSegment {
    GridPoint a;
    GridPoint b;

    friend bool operator==(const GridSegment&, const GridSegment&) = default;
};

/// True if the two share a point, ends included. Exact.
[[nodiscard]] bool meet(const GridSegment& s, const GridSegment& t);

/// Where the two lines cross, to the nearest position of the grid. @pre the segments meet and are not parallel
[[nodiscard]] GridPoint crossingOf(const GridSegment& s, const GridSegment& t);

/// The position of the segment that is nearest to the point (metres), not rounded.
[[nodiscard]] Point nearestOn(const GridSegment& segment, Point metres);

/// Many segments, found by where they lie: each is listed in every cell of a square grid that it passes through.
class SegmentGrid {
public:
    SegmentGrid() = default;
    explicit SegmentGrid(std::vector<GridSegment> segments);

    [[nodiscard]] std::span<const GridSegment> segments() const { return m_segments; }

    /// Calls visit(index) for every segment that meets the box, and some others near it; the same one perhaps several times.
    template <typename Visit> void inBox(const GridBox& box, Visit visit) const
    {
        if (m_segments.empty() || !box.intersects(m_box)) return;
        const std::int32_t right = columnOf(box.maxX);
        const std::int32_t top = rowOf(box.maxY);
        for (std::int32_t row = rowOf(box.minY); row <= top; ++row) {
            for (std::int32_t column = columnOf(box.minX); column <= right; ++column) visitCell(column, row, visit);
        }
    }

    /// The same along a segment instead of in a box.
    template <typename Visit> void along(const GridSegment& segment, Visit visit) const
    {
        if (m_segments.empty() || !GridBox::of(segment.a, segment.b).intersects(m_box)) return;
        forCells(segment, [&](std::int32_t column, std::int32_t row) { visitCell(column, row, visit); });
    }

    static constexpr std::uint32_t kNone = 0xFFFFFFFF;
    struct Nearest {
        std::uint32_t segment = kNone;
        Point at; ///< Metres, not rounded.
        double metres = 0; ///< How far off.
    };
    /// The segment nearest to the point within the tolerance; the first one of those equally near. kNone where there is none.
    [[nodiscard]] Nearest nearest(Point metres, double toleranceMetres) const;

private:
    [[nodiscard]] std::int32_t columnOf(std::int32_t x) const { return (std::clamp(x, m_box.minX, m_box.maxX) - m_box.minX) / m_cell; }
    [[nodiscard]] std::int32_t rowOf(std::int32_t y) const { return (std::clamp(y, m_box.minY, m_box.maxY) - m_box.minY) / m_cell; }

    template <typename Visit> void visitCell(std::int32_t column, std::int32_t row, Visit& visit) const
    {
        const std::size_t cell = static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column);
        for (std::uint32_t i = m_starts[cell]; i < m_starts[cell + 1]; ++i) visit(m_listed[i]);
    }

    /// Row by row, the cells between where the segment enters the row and leaves it, a centimetre to spare on either side.
    template <typename Cell> void forCells(const GridSegment& s, Cell cell) const
    {
        const GridBox box = GridBox::of(s.a, s.b);
        const std::int32_t top = rowOf(box.maxY);
        const double slope = s.a.y == s.b.y ? 0 : (double{1} * s.b.x - s.a.x) / (double{1} * s.b.y - s.a.y);
        for (std::int32_t row = rowOf(box.minY); row <= top; ++row) {
            double left = box.minX;
            double right = box.maxX;
            if (slope != 0) {
                const double atBottom = s.a.x + slope * (double{1} * m_box.minY + double{1} * row * m_cell - s.a.y);
                const double atTop = atBottom + slope * m_cell;
                left = std::max(left, std::min(atBottom, atTop) - 1);
                right = std::min(right, std::max(atBottom, atTop) + 1);
            }
            const auto within
                = [&](double x) { return columnOf(static_cast<std::int32_t>(std::clamp(std::floor(x), double{1} * m_box.minX, double{1} * m_box.maxX))); };
            const std::int32_t last = within(right);
            for (std::int32_t column = within(left); column <= last; ++column) cell(column, row);
        }
    }

    std::vector<GridSegment> m_segments;
    std::vector<std::uint32_t> m_starts; ///< One a cell and one more.
    std::vector<std::uint32_t> m_listed;
    GridBox m_box;
    std::int32_t m_cell = 1; ///< cm.
    std::int32_t m_columns = 1;
    std::int32_t m_rows = 1;
};

} // namespace hereabouts::core
