// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/count_grid.h"

#include <algorithm>
#include <cmath>

namespace hereabouts::core {

namespace {

/// Where edges cross the middles of rows: row and column of the first cell whose centre lies beyond.
struct Crossing {
    std::int32_t row;
    std::int32_t column;
    friend auto operator<=>(const Crossing&, const Crossing&) = default;
};

std::int32_t clamped(double value, std::int32_t most) { return static_cast<std::int32_t>(std::clamp(value, 0.0, static_cast<double>(most))); }

void addCrossings(std::vector<Crossing>& crossings, const Ring& ring, const GridFrame& frame)
{
    for (std::size_t i = 1; i < ring.size(); ++i) {
        // One way up, whichever way it was drawn, so that two drawings of one edge cross at the very same places.
        const Point low = ring[i - 1].y <= ring[i].y ? ring[i - 1] : ring[i];
        const Point high = ring[i - 1].y <= ring[i].y ? ring[i] : ring[i - 1];
        const std::int32_t from = clamped(std::ceil((low.y - frame.origin.y) / frame.cell - 0.5), frame.rows);
        const std::int32_t end = clamped(std::ceil((high.y - frame.origin.y) / frame.cell - 0.5), frame.rows);
        const double slope = from < end ? (high.x - low.x) / (high.y - low.y) : 0;
        for (std::int32_t row = from; row < end; ++row) {
            const double x = low.x + (frame.origin.y + (row + 0.5) * frame.cell - low.y) * slope;
            crossings.push_back({row, clamped(std::ceil((x - frame.origin.x) / frame.cell - 0.5), frame.columns)});
        }
    }
}

} // namespace

GridFrame GridFrame::over(const Box& box, double cell)
{
    if (box.empty()) return {.origin = {}, .cell = cell};
    const double west = std::floor(box.minX / cell);
    const double south = std::floor(box.minY / cell);
    return {.origin = {west * cell, south * cell},
        .cell = cell,
        .columns = static_cast<std::int32_t>(std::floor(box.maxX / cell) - west) + 1,
        .rows = static_cast<std::int32_t>(std::floor(box.maxY / cell) - south) + 1};
}

std::vector<CellSpan> cellsOf(const MultiPolygon& area, const GridFrame& frame)
{
    std::vector<Crossing> crossings;
    for (const Polygon& polygon : area) {
        addCrossings(crossings, polygon.outer, frame);
        for (const Ring& hole : polygon.holes) addCrossings(crossings, hole, frame);
    }
    std::ranges::sort(crossings);
    std::vector<CellSpan> spans;
    for (std::size_t i = 1; i < crossings.size(); i += 2) { // A ring crosses a row an even number of times.
        if (crossings[i - 1].column < crossings[i].column) spans.push_back({crossings[i].row, crossings[i - 1].column, crossings[i].column});
    }
    return spans;
}

CountGrid CountGrid::of(const GridFrame& frame, std::span<const MultiPolygon* const> areas)
{
    CountGrid grid(frame);
    std::vector<std::int32_t>& counts = grid.m_counts;
    for (const MultiPolygon* area : areas) {
        for (const CellSpan& span : cellsOf(*area, frame)) {
            ++counts[frame.index(span.first, span.row)];
            if (span.end < frame.columns) --counts[frame.index(span.end, span.row)];
        }
    }
    for (std::int32_t row = 0; row < frame.rows; ++row) {
        std::int32_t* const cells = counts.data() + frame.index(0, row);
        for (std::int32_t column = 1; column < frame.columns; ++column) cells[column] += cells[column - 1];
    }
    return grid;
}

void CountGrid::add(const MultiPolygon& area, std::int32_t votes)
{
    for (const CellSpan& span : cellsOf(area, m_frame)) {
        std::int32_t* const cells = m_counts.data() + m_frame.index(0, span.row);
        for (std::int32_t column = span.first; column < span.end; ++column) cells[column] += votes;
    }
}

CountGrid CountGrid::between(std::int32_t few, std::int32_t most) const
{
    CountGrid made(m_frame);
    std::ranges::transform(m_counts, made.m_counts.begin(), [&](std::int32_t count) { return count >= few && count < most ? 1 : 0; });
    return made;
}

double CountGrid::areaOf(std::int32_t atLeast) const
{
    return static_cast<double>(std::ranges::count_if(m_counts, [&](std::int32_t count) { return count >= atLeast; })) * m_frame.cell * m_frame.cell;
}

} // namespace hereabouts::core
