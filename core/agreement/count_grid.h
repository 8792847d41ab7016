// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/geometry.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hereabouts::core {

/// Square cells over a box, row by row from the south-west.
struct GridFrame {
    Point origin; ///< South-west corner.
    double cell = 1; ///< Side in metres.
    std::int32_t columns = 0;
    std::int32_t rows = 0;

    /// Cells that cover the box; corners lie on whole multiples of the side, so that equal ground gets equal cells whatever the box.
    [[nodiscard]] static GridFrame over(const Box& box, double cell);
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }
    [[nodiscard]] std::size_t index(std::int32_t column, std::int32_t row) const
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
    }
    [[nodiscard]] Point centre(std::int32_t column, std::int32_t row) const { return {origin.x + (column + 0.5) * cell, origin.y + (row + 0.5) * cell}; }
    [[nodiscard]] Box box() const { return {origin.x, origin.y, origin.x + columns * cell, origin.y + rows * cell}; }
    friend bool operator==(const GridFrame&, const GridFrame&) = default;
};

/// Cells of one row, first to before end, whose centres an area holds.
struct CellSpan {
    std::int32_t row = 0;
    std::int32_t first = 0;
    std::int32_t end = 0;
};

/// The cells whose centres the area holds (even-odd), clipped to the frame; a centre on an edge is held by one side of it. O(rows × edges in each).
[[nodiscard]] std::vector<CellSpan> cellsOf(const MultiPolygon& area, const GridFrame& frame);

/// How many drawings hold each cell's centre.
class CountGrid {
public:
    CountGrid() = default;
    explicit CountGrid(const GridFrame& frame) : m_frame(frame), m_counts(frame.size(), 0) { }
    /// All at once: quicker than one by one, as each drawing costs its outline and not its ground.
    [[nodiscard]] static CountGrid of(const GridFrame& frame, std::span<const MultiPolygon* const> areas);

    /// Counts the area `votes` times more (less, if negative). Touches the area's rows only.
    void add(const MultiPolygon& area, std::int32_t votes);

    [[nodiscard]] const GridFrame& frame() const { return m_frame; }
    [[nodiscard]] std::span<const std::int32_t> counts() const { return m_counts; }
    [[nodiscard]] std::int32_t at(std::int32_t column, std::int32_t row) const { return m_counts[m_frame.index(column, row)]; }
    /// 1 where `few` or more and fewer than `most` are counted, 0 elsewhere.
    [[nodiscard]] CountGrid between(std::int32_t few, std::int32_t most) const;
    /// Square metres of the cells with at least so many.
    [[nodiscard]] double areaOf(std::int32_t atLeast) const;

private:
    GridFrame m_frame;
    std::vector<std::int32_t> m_counts;
};

} // namespace hereabouts::core
