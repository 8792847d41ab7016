// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/detail/area_grid_builder.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace hereabouts::core {

namespace {

constexpr double kMargin = AreaGrid::kMargin;
constexpr double kReach = 2 * kMargin; // An edge this near to a cell is entered in it.
constexpr double kEdgesACell = 12;     // Each edge counted on both its sides.
constexpr double kMostColumns = 2048;
constexpr double kLeavesAnEdge = 4;
constexpr std::uint32_t kMostLeaves = 2048; // Along a side of a cell.

/// Visits every cell of a columns × rows grid of unit cells that the segment comes within `reach` of; some more at corners. @pre x1 <= x2
template <typename Visit>
void eachCellNear(double x1, double y1, double x2, double y2, std::uint32_t columns, std::uint32_t rows, double reach, Visit visit)
{
    const double low = std::min(y1, y2);
    const double high = std::max(y1, y2);
    if (x2 + reach < 0 || x1 - reach > columns || high + reach < 0 || low - reach > rows) return;
    const auto cell = [](double position, std::uint32_t cells) {
        return static_cast<std::uint32_t>(std::clamp(position, 0.0, static_cast<double>(cells - 1)));
    };
    const std::uint32_t lastColumn = cell(x2 + reach, columns);
    for (std::uint32_t column = cell(x1 - reach, columns); column <= lastColumn; ++column) {
        const double from = std::max(x1, column - reach);
        const double to = std::min(x2, column + 1 + reach);
        double yFrom = y1;
        double yTo = y2;
        if (from > x1) yFrom = y1 + (from - x1) / (x2 - x1) * (y2 - y1);
        if (to < x2) yTo = y1 + (to - x1) / (x2 - x1) * (y2 - y1);
        if (std::max(yFrom, yTo) + reach < 0 || std::min(yFrom, yTo) - reach > rows) continue;
        const std::uint32_t lastRow = cell(std::max(yFrom, yTo) + reach, rows);
        for (std::uint32_t row = cell(std::min(yFrom, yTo) - reach, rows); row <= lastRow; ++row) visit(column, row);
    }
}

/// The first of `count` rising lines at or beyond the position, or count; `lines` gives each, `about` a guess near it.
template <typename Lines>
std::uint32_t firstLineFrom(double position, double about, std::uint32_t count, Lines lines)
{
    auto line = static_cast<std::uint32_t>(std::clamp(about, 0.0, static_cast<double>(count)));
    while (line < count && lines(line) < position) ++line;
    while (line > 0 && lines(line - 1) >= position) --line;
    return line;
}

/// Gives back what is not used, if it is worth the copy.
template <typename T>
void keepToSize(std::vector<T>& items)
{
    if (items.capacity() > items.size() + items.size() / 4) items.shrink_to_fit();
}

} // namespace

double AreaGridBuilder::Edge::crossing(double line) const { return std::clamp(x1 + (line - y1) / (y2 - y1) * (x2 - x1), x1, x2); }

bool AreaGridBuilder::Edge::isBelow(double line, double x) const
{
    if (!crosses(line)) return y1 < line;
    return (crossing(line) <= x) != rises();
}

AreaGridBuilder::AreaGridBuilder(const ClosedAreas& areas, AreaGrid& grid) : m_areas(areas), m_grid(grid) {}

void AreaGridBuilder::run()
{
    m_grid.m_areas = m_areas.size();
    m_grid.m_box = m_areas.box();
    shapeGrid();
    if (m_grid.m_scale == 0) return;
    mapEdges();
    sortEdgesIntoCells();
    labelCorners();
    // What a coverage takes, so that nothing is moved as it grows.
    m_grid.m_leaves.reserve(3 * m_edgesInCell.size());
    m_grid.m_strips.reserve(2 * m_edgesInCell.size());
    for (std::uint32_t row = 0; row < m_grid.m_rows; ++row) {
        for (std::uint32_t column = 0; column < m_grid.m_columns; ++column) fillCell(column, row);
    }
    keepToSize(m_grid.m_leaves);
    keepToSize(m_grid.m_strips);
}

void AreaGridBuilder::shapeGrid()
{
    const Box& box = m_areas.box();
    if (box.empty() || box.width() <= 0 || box.height() <= 0) return;
    double edges = 0;
    for (const AreaRing& ring : m_areas.rings()) edges += ring.count;
    const double longer = std::max(box.width(), box.height());
    const double shape = std::min(box.width(), box.height()) / longer;
    // The scale is taken from the ratio of the sides, as the area of the box may overflow or underflow.
    const double columns = std::clamp(std::sqrt(edges / kEdgesACell / shape), 1.0, kMostColumns);
    const double scale = columns / longer;
    if (!std::isfinite(scale) || !std::isfinite(box.width() * scale)) return;
    m_grid.m_scale = scale;
    m_grid.m_columns = static_cast<std::uint32_t>(std::max(1.0, std::ceil(box.width() * scale)));
    m_grid.m_rows = static_cast<std::uint32_t>(std::max(1.0, std::ceil(box.height() * scale)));
}

void AreaGridBuilder::mapEdges()
{
    std::size_t count = 0;
    for (const AreaRing& ring : m_areas.rings()) count += ring.count;
    m_edges.reserve(count);
    const Box& box = m_areas.box();
    const double scale = m_grid.m_scale;
    const auto map = [&](Point p) { return Point{(p.x - box.minX) * scale, (p.y - box.minY) * scale}; };
    for (const AreaRing& ring : m_areas.rings()) {
        const std::span<const Point> points = m_areas.points(ring);
        const AreaLabel word = ring.interiorLeft ? wordOf(ring.area) : AreaLabel{0} - wordOf(ring.area);
        Point from = map(points.front());
        for (std::size_t i = 1; i < points.size(); ++i) {
            const Point to = map(points[i]);
            if (from < to) m_edges.push_back({from.x, from.y, to.x, to.y, word});
            else if (to < from) m_edges.push_back({to.x, to.y, from.x, from.y, AreaLabel{0} - word});
            from = to;
        }
    }
}

void AreaGridBuilder::sortEdgesIntoCells()
{
    const std::uint32_t columns = m_grid.m_columns;
    const std::uint32_t rows = m_grid.m_rows;
    m_grid.m_cells.resize(std::size_t{columns} * rows);
    m_firstInCell.assign(m_grid.m_cells.size() + 1, 0);
    const auto eachEdge = [&](auto&& visit) {
        for (std::uint32_t i = 0; i < m_edges.size(); ++i) {
            const Edge& e = m_edges[i];
            eachCellNear(e.x1, e.y1, e.x2, e.y2, columns, rows, kReach, [&](std::uint32_t column, std::uint32_t row) { visit(row * columns + column, i); });
        }
    };
    eachEdge([&](std::uint32_t cell, std::uint32_t) { ++m_firstInCell[cell + 1]; });
    for (std::size_t cell = 1; cell < m_firstInCell.size(); ++cell) m_firstInCell[cell] += m_firstInCell[cell - 1];
    m_edgesInCell.resize(m_firstInCell.back());
    std::vector<std::uint32_t> next(m_firstInCell.begin(), m_firstInCell.end() - 1);
    eachEdge([&](std::uint32_t cell, std::uint32_t edge) { m_edgesInCell[next[cell]++] = edge; });
}

/// Walks each row's line from the left, where nobody's ground is: what is passed up to a corner makes its label. Edges that end below the line cancel out,
/// since every ring that comes to a vertex also leaves it.
void AreaGridBuilder::labelCorners()
{
    const std::uint32_t columns = m_grid.m_columns;
    m_corners.assign(std::size_t{columns} * m_grid.m_rows, 0);
    const auto lines = [](std::uint32_t line) { return line - kMargin; };
    for (const Edge& edge : m_edges) {
        const double low = std::min(edge.y1, edge.y2);
        for (std::uint32_t row = firstLineFrom(low, low, m_grid.m_rows, lines); row < m_grid.m_rows; ++row) {
            if (edge.crosses(lines(row))) {
                const double x = edge.crossing(lines(row));
                const std::uint32_t column = firstLineFrom(x, x, columns, lines);
                if (column < columns) m_corners[std::size_t{row} * columns + column] += edge.passing();
            } else if (lines(row) > low) {
                break;
            }
        }
    }
    for (std::uint32_t row = 0; row < m_grid.m_rows; ++row) {
        for (std::uint32_t column = 1; column < columns; ++column) {
            m_corners[std::size_t{row} * columns + column] += m_corners[std::size_t{row} * columns + column - 1];
        }
    }
}

double AreaGridBuilder::lineOfRow(std::uint32_t row) const { return m_bottom + static_cast<double>(row) / m_leaves - kMargin; }
double AreaGridBuilder::lineOfColumn(std::uint32_t column) const { return m_left + static_cast<double>(column) / m_leaves - kMargin; }

void AreaGridBuilder::fillCell(std::uint32_t column, std::uint32_t row)
{
    const std::uint32_t index = row * m_grid.m_columns + column;
    AreaGrid::Cell& cell = m_grid.m_cells[index];
    m_left = column;
    m_bottom = row;
    gatherEdges(index);
    if (m_local.empty()) {
        cell = {.first = AreaGrid::pack(m_grid.answerFor(m_corners[index])), .leaves = 0};
        return;
    }
    const double wanted = std::ceil(std::sqrt(kLeavesAnEdge * static_cast<double>(m_local.size())));
    m_leaves = static_cast<std::uint32_t>(std::min(wanted, static_cast<double>(kMostLeaves)));
    // Long edges that lie close would fill every leaf of a fine grid.
    const std::size_t mostEntries = 64 + 16 * m_local.size();
    while (enterEdges() > mostEntries && m_leaves > 1) m_leaves /= 2;
    labelLeaves(m_corners[index]);
    enterPassings();
    writeLeaves(cell);
}

/// The cell's edges with those that two areas share made one.
void AreaGridBuilder::gatherEdges(std::uint32_t cell)
{
    m_local.clear();
    for (std::uint32_t i = m_firstInCell[cell]; i < m_firstInCell[cell + 1]; ++i) m_local.push_back(m_edges[m_edgesInCell[i]]);
    const auto ends = [](const Edge& e) { return std::tie(e.x1, e.y1, e.x2, e.y2); };
    std::ranges::sort(m_local, {}, ends);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < m_local.size(); ++i) {
        if (kept > 0 && ends(m_local[kept - 1]) == ends(m_local[i])) m_local[kept - 1].jump += m_local[i].jump;
        else m_local[kept++] = m_local[i];
    }
    m_local.resize(kept);
    std::erase_if(m_local, [](const Edge& e) { return e.jump == 0; });
}

std::uint32_t AreaGridBuilder::enterEdges()
{
    m_entries.clear();
    for (std::uint32_t i = 0; i < m_local.size(); ++i) {
        const Edge& e = m_local[i];
        const double n = m_leaves;
        eachCellNear((e.x1 - m_left) * n, (e.y1 - m_bottom) * n, (e.x2 - m_left) * n, (e.y2 - m_bottom) * n, m_leaves, m_leaves, kReach * n,
            [&](std::uint32_t column, std::uint32_t row) {
                m_entries.push_back({.leaf = row * m_leaves + column, .edge = i, .isPassing = false, .x = 0});
            });
    }
    return static_cast<std::uint32_t>(m_entries.size());
}

/// The first corner of each row from the cell's own: edges at its left side that are below this row's line and not below the cell's. Then along the row.
void AreaGridBuilder::labelLeaves(AreaLabel corner)
{
    const std::uint32_t n = m_leaves;
    m_leafLabels.assign(std::size_t{n} * n, 0);
    for (std::uint32_t row = 0; row < n; ++row) m_leafLabels[std::size_t{row} * n] = corner;
    const double left = lineOfColumn(0);
    for (const Edge& edge : m_local) {
        if (!(edge.x1 <= left && left < edge.x2)) continue;
        const bool belowCell = edge.isBelow(lineOfRow(0), left);
        for (std::uint32_t row = 1; row < n; ++row) {
            const bool belowRow = edge.isBelow(lineOfRow(row), left);
            if (belowRow != belowCell) m_leafLabels[std::size_t{row} * n] += belowRow ? edge.jump : AreaLabel{0} - edge.jump;
        }
    }
}

void AreaGridBuilder::enterPassings()
{
    const std::uint32_t n = m_leaves;
    const auto rows = [&](std::uint32_t row) { return lineOfRow(row); };
    const auto columns = [&](std::uint32_t column) { return lineOfColumn(column); };
    for (std::uint32_t i = 0; i < m_local.size(); ++i) {
        const Edge& edge = m_local[i];
        const double low = std::min(edge.y1, edge.y2);
        for (std::uint32_t row = firstLineFrom(low, (low - m_bottom) * n, n, rows); row < n; ++row) {
            const double line = lineOfRow(row);
            if (!edge.crosses(line)) {
                if (line > low) break;
                continue;
            }
            const double x = edge.crossing(line);
            const std::uint32_t column = firstLineFrom(x, (x - m_left) * n, n, columns);
            if (column == 0 || x > m_left + 1 + kReach) continue;
            if (column < n) m_leafLabels[std::size_t{row} * n + column] += edge.passing();
            m_entries.push_back({.leaf = row * n + column - 1, .edge = i, .isPassing = true, .x = x});
            // The lines lie before the leaves' borders, so a crossing between the two also concerns the leaf before.
            if (column > 1 && x <= lineOfColumn(column - 1) + kReach) m_entries.push_back({.leaf = row * n + column - 2, .edge = i, .isPassing = true, .x = x});
        }
    }
    for (std::uint32_t row = 0; row < n; ++row) {
        for (std::uint32_t column = 1; column < n; ++column) m_leafLabels[std::size_t{row} * n + column] += m_leafLabels[std::size_t{row} * n + column - 1];
    }
}

void AreaGridBuilder::writeLeaves(AreaGrid::Cell& cell)
{
    const std::uint32_t leaves = m_leaves * m_leaves;
    m_firstOfLeaf.assign(leaves + 1, 0);
    for (const Entry& entry : m_entries) ++m_firstOfLeaf[entry.leaf + 1];
    for (std::uint32_t leaf = 0; leaf < leaves; ++leaf) m_firstOfLeaf[leaf + 1] += m_firstOfLeaf[leaf];
    m_sorted.resize(m_entries.size());
    for (const Entry& entry : m_entries) m_sorted[m_firstOfLeaf[entry.leaf]++] = entry;
    cell = {.first = static_cast<std::uint32_t>(m_grid.m_leaves.size()), .leaves = m_leaves};
    std::uint32_t begin = 0;
    for (std::uint32_t leaf = 0; leaf < leaves; ++leaf) {
        const std::uint32_t end = m_firstOfLeaf[leaf];
        m_grid.m_leaves.push_back(writeLeaf(leaf, begin, end));
        begin = end;
    }
}

std::uint32_t AreaGridBuilder::writeLeaf(std::uint32_t leaf, std::uint32_t begin, std::uint32_t end)
{
    // Far below the leaf, and on to beyond its right side.
    constexpr float kUnder = -4;
    constexpr float kBeyond = 4;
    const std::size_t head = m_grid.m_strips.size();
    m_grid.m_strips.push_back({.x1 = 0, .y1 = 0, .x2 = 0, .y2 = 0, .jump = m_leafLabels[leaf]});
    for (std::uint32_t i = begin; i < end; ++i) {
        const Entry& entry = m_sorted[i];
        const Edge& edge = m_local[entry.edge];
        if (entry.isPassing) {
            const auto x = static_cast<float>((entry.x - m_left) * m_leaves - leaf % m_leaves);
            m_grid.m_strips.push_back({.x1 = x, .y1 = kUnder, .x2 = kBeyond, .y2 = kUnder, .jump = edge.passing()});
        } else {
            writeEdge(edge, leaf);
        }
    }
    const std::size_t count = m_grid.m_strips.size() - head - 1;
    if (count == 0) {
        m_grid.m_strips.pop_back();
        return AreaGrid::pack(m_grid.answerFor(m_leafLabels[leaf]));
    }
    m_grid.m_strips[head].x1 = static_cast<float>(count);
    return static_cast<std::uint32_t>(head);
}

/// The part of the edge above the leaf's line, cut to the leaf and its margin.
void AreaGridBuilder::writeEdge(const Edge& edge, std::uint32_t leaf)
{
    const std::uint32_t column = leaf % m_leaves;
    const std::uint32_t row = leaf / m_leaves;
    const double n = m_leaves;
    const double margin = kMargin * n;
    const auto inLeafX = [&](double x) { return (x - m_left) * n - column; };
    const auto inLeafY = [&](double y) { return (y - m_bottom) * n - row; };
    Point a{inLeafX(edge.x1), inLeafY(edge.y1)};
    Point b{inLeafX(edge.x2), inLeafY(edge.y2)};
    const double line = lineOfRow(row);
    if (edge.crosses(line)) (edge.rises() ? a : b) = Point{inLeafX(edge.crossing(line)), -margin};
    else if (edge.y1 < line) return;

    double from = 0;
    double to = 1;
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double top = 1 + margin;
    if (a.y > top && b.y > top) return;
    if (b.x < -margin || a.x > top) return;
    if (a.y > top) from = std::max(from, (top - a.y) / dy);
    if (b.y > top) to = std::min(to, (top - a.y) / dy);
    if (a.x < -margin) from = std::max(from, (-margin - a.x) / dx);
    if (b.x > top) to = std::min(to, (top - a.x) / dx);
    if (from > to) return;
    const Point start = from > 0 ? Point{a.x + from * dx, a.y + from * dy} : a;
    const Point stop = to < 1 ? Point{a.x + to * dx, a.y + to * dy} : b;
    m_grid.m_strips.push_back({.x1 = static_cast<float>(start.x),
        .y1 = static_cast<float>(start.y),
        .x2 = static_cast<float>(stop.x),
        .y2 = static_cast<float>(stop.y),
        .jump = edge.jump});
}

AreaGrid AreaGrid::build(const ClosedAreas& areas)
{
    AreaGrid grid;
    AreaGridBuilder(areas, grid).run();
    return grid;
}

} // namespace hereabouts::core
