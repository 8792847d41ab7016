// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/segment_grid.h"

#include <cmath>
#include <utility>

namespace hereabouts::core {

namespace {

int signOf(std::int64_t number)
{
    return (number > 0) - (number < 0);
}

} // namespace

bool meet(const GridSegment& s, const GridSegment& t)
{
    if (!GridBox::of(s.a, s.b).intersects(GridBox::of(t.a, t.b))) return false;
    // Boxes that meet leave only a line that passes wholly on one side.
    const int first = signOf(turn(s.a, s.b, t.a)) * signOf(turn(s.a, s.b, t.b));
    const int second = signOf(turn(t.a, t.b, s.a)) * signOf(turn(t.a, t.b, s.b));
    return first <= 0 && second <= 0;
}

GridPoint crossingOf(const GridSegment& s, const GridSegment& t)
{
    const auto fromA = static_cast<long double>(turn(t.a, t.b, s.a));
    const auto fromB = static_cast<long double>(turn(t.a, t.b, s.b));
    const long double share = fromA / (fromA - fromB);
    const auto between = [&](std::int32_t a, std::int32_t b) {
        return static_cast<std::int32_t>(std::llround(static_cast<long double>(a) + share * (static_cast<long double>(b) - static_cast<long double>(a))));
    };
    return {between(s.a.x, s.b.x), between(s.a.y, s.b.y)};
}

Point nearestOn(const GridSegment& segment, Point metres)
{
    const Point a = toMetres(segment.a);
    const Point b = toMetres(segment.b);
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    if (squared == 0) return a;
    const double share = ((metres.x - a.x) * dx + (metres.y - a.y) * dy) / squared;
    if (share <= 0) return a;
    if (share >= 1) return b;
    return {a.x + share * dx, a.y + share * dy};
}

SegmentGrid::SegmentGrid(std::vector<GridSegment> segments) : m_segments(std::move(segments))
{
    if (m_segments.empty()) return;
    for (const GridSegment& s : m_segments) {
        m_box.include(s.a);
        m_box.include(s.b);
    }
    const double width = double{1} * m_box.maxX - m_box.minX + 1;
    const double height = double{1} * m_box.maxY - m_box.minY + 1;
    const auto count = static_cast<double>(m_segments.size());
    // About a cell a segment; of a box that is all length and no height, no more cells than segments either.
    const double side = std::max({1.0, std::sqrt(width * height / count), std::max(width, height) / (4 * count)});
    m_cell = static_cast<std::int32_t>(std::min(side, 2147483647.0));
    m_columns = (m_box.maxX - m_box.minX) / m_cell + 1;
    m_rows = (m_box.maxY - m_box.minY) / m_cell + 1;

    const auto cellOf = [&](std::int32_t column, std::int32_t row) {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column);
    };
    m_starts.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows) + 1, 0);
    for (const GridSegment& s : m_segments) forCells(s, [&](std::int32_t column, std::int32_t row) { ++m_starts[cellOf(column, row) + 1]; });
    for (std::size_t i = 1; i < m_starts.size(); ++i) m_starts[i] += m_starts[i - 1];
    m_listed.resize(m_starts.back());
    std::vector<std::uint32_t> next(m_starts.begin(), m_starts.end() - 1);
    for (std::uint32_t i = 0; i < m_segments.size(); ++i) {
        forCells(m_segments[i], [&](std::int32_t column, std::int32_t row) { m_listed[next[cellOf(column, row)]++] = i; });
    }
}

SegmentGrid::Nearest SegmentGrid::nearest(Point metres, double toleranceMetres) const
{
    Nearest best{.metres = toleranceMetres};
    const auto low = toGrid({metres.x - toleranceMetres - 0.01, metres.y - toleranceMetres - 0.01});
    const auto high = toGrid({metres.x + toleranceMetres + 0.01, metres.y + toleranceMetres + 0.01});
    if (!low || !high) return best;
    inBox({low->x, low->y, high->x, high->y}, [&](std::uint32_t index) {
        const Point at = nearestOn(m_segments[index], metres);
        const double metresOff = std::hypot(at.x - metres.x, at.y - metres.y);
        if (metresOff < best.metres || (metresOff == best.metres && index < best.segment)) best = {.segment = index, .at = at, .metres = metresOff};
    });
    return best;
}

} // namespace hereabouts::core
