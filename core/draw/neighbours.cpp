// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/draw/neighbours.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <tuple>
#include <utility>

namespace hereabouts::core {

namespace {

/// Without the repeated end; empty where a vertex is off the grid.
std::vector<GridPoint> gridRing(const Ring& ring)
{
    std::vector<GridPoint> vertices;
    for (const Point p : ring) {
        const auto at = toGrid(p);
        if (!at) return {};
        vertices.push_back(*at);
    }
    if (vertices.size() > 1 && vertices.front() == vertices.back()) vertices.pop_back();
    return vertices;
}

std::vector<GridPoint> gridLine(const Line& line)
{
    std::vector<GridPoint> vertices;
    for (const Point p : line) vertices.push_back(toGrid(p).value_or(GridPoint{}));
    return vertices;
}

} // namespace

Neighbours::Neighbours(std::span<const MultiPolygon> shapes)
{
    std::vector<GridSegment> segments;
    for (const MultiPolygon& shape : shapes) {
        auto& polygons = m_shapes.emplace_back();
        for (const Polygon& polygon : shape) {
            auto& rings = polygons.emplace_back();
            rings.push_back(gridRing(polygon.outer));
            for (const Ring& hole : polygon.holes) rings.push_back(gridRing(hole));
            for (std::size_t r = 0; r < rings.size(); ++r) {
                for (std::size_t v = 0; v < rings[r].size(); ++v) {
                    const ShapeVertex here{static_cast<std::uint32_t>(m_shapes.size() - 1), static_cast<std::uint32_t>(polygons.size() - 1),
                        static_cast<std::uint32_t>(r), static_cast<std::uint32_t>(v)};
                    m_at.emplace(rings[r][v], here);
                    segments.push_back({rings[r][v], rings[r][(v + 1) % rings[r].size()]});
                    m_starts.push_back(here);
                }
            }
        }
    }
    m_grid = SegmentGrid(std::move(segments));
}

const std::vector<GridPoint>& Neighbours::ringOf(const ShapeVertex& v) const
{
    return m_shapes[v.shape][v.polygon][v.ring];
}

Snap Neighbours::snap(Point metres, double toleranceMetres) const
{
    const auto free = toGrid(metres);
    Snap best{.at = free ? toMetres(*free) : metres, .on = {}};
    const auto low = toGrid({metres.x - toleranceMetres, metres.y - toleranceMetres});
    const auto high = toGrid({metres.x + toleranceMetres, metres.y + toleranceMetres});
    if (!low || !high) return best;
    m_grid.inBox({low->x, low->y, high->x, high->y}, [&](std::uint32_t index) {
        const Point at = toMetres(m_grid.segments()[index].a);
        const double off = std::hypot(at.x - metres.x, at.y - metres.y);
        if (off > toleranceMetres) return;
        if (best.kind == Snap::Kind::OnVertex && std::tuple(best.metresOff, best.at, best.on) <= std::tuple(off, at, m_starts[index])) return;
        best = {.kind = Snap::Kind::OnVertex, .at = at, .on = m_starts[index], .metresOff = off};
    });
    if (best.kind == Snap::Kind::OnVertex) return best;
    const SegmentGrid::Nearest near = m_grid.nearest(metres, toleranceMetres);
    if (near.segment == SegmentGrid::kNone) return best;
    return {.kind = Snap::Kind::OnLine, .at = toMetres(*toGrid(near.at)), .on = m_starts[near.segment], .metresOff = near.metres};
}

std::vector<ShapeVertex> Neighbours::at(Point metres) const
{
    std::vector<ShapeVertex> found;
    const auto at = toGrid(metres);
    if (!at) return found;
    const auto [first, last] = m_at.equal_range(*at);
    for (auto it = first; it != last; ++it) found.push_back(it->second);
    std::ranges::sort(found);
    return found;
}

bool Neighbours::runsFrom(const ShapeVertex& start, std::span<const GridPoint> line, bool forward) const
{
    const std::vector<GridPoint>& ring = ringOf(start);
    if (line.size() > ring.size()) return false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const std::size_t at = forward ? start.vertex + i : start.vertex + ring.size() - i;
        if (ring[at % ring.size()] != line[i]) return false;
    }
    return true;
}

std::vector<SharedStretch> Neighbours::sharedWith(const Line& line) const
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pieces; // Shape, and where in the line.
    const std::vector<GridPoint> vertices = gridLine(line);
    for (std::uint32_t i = 0; i + 1 < line.size(); ++i) {
        const std::span<const GridPoint> piece = std::span(vertices).subspan(i, 2);
        for (const ShapeVertex& start : at(line[i])) {
            if (runsFrom(start, piece, true) || runsFrom(start, piece, false)) pieces.emplace_back(start.shape, i);
        }
    }
    std::ranges::sort(pieces);
    const auto twice = std::ranges::unique(pieces);
    pieces.erase(twice.begin(), twice.end());
    std::vector<SharedStretch> stretches;
    for (const auto& [shape, from] : pieces) {
        if (!stretches.empty() && stretches.back().shape == shape && stretches.back().to == from)
            ++stretches.back().to;
        else
            stretches.push_back({.shape = shape, .from = from, .to = from + 1});
    }
    return stretches;
}

std::vector<NeighbourEdit> Neighbours::moveTogether(Point from, Point to) const
{
    std::vector<NeighbourEdit> edits;
    const auto rounded = toGrid(to);
    if (!rounded) return edits;
    for (const ShapeVertex& vertex : at(from)) edits.push_back({.at = vertex, .removed = 1, .added = {toMetres(*rounded)}});
    return edits;
}

std::vector<NeighbourEdit> Neighbours::rerouteTogether(const Line& before, const Line& after) const
{
    std::vector<NeighbourEdit> edits;
    const std::vector<GridPoint> line = gridLine(before);
    const Line between(after.begin() + 1, after.end() - 1);
    const auto removed = static_cast<std::uint32_t>(before.size() - 2);
    for (ShapeVertex start : at(before.front())) {
        const auto count = static_cast<std::uint32_t>(ringOf(start).size());
        if (runsFrom(start, line, true)) {
            start.vertex = (start.vertex + 1) % count;
            edits.push_back({.at = start, .removed = removed, .added = between});
        } else if (runsFrom(start, line, false)) {
            start.vertex = (start.vertex + count - removed) % count;
            edits.push_back({.at = start, .removed = removed, .added = {between.rbegin(), between.rend()}});
        }
    }
    return edits;
}

namespace {

/// From the back of the ring, so that what is still to be done stands where it stood; what goes from its beginning goes last.
Result<void> editRing(Ring& ring, std::span<const NeighbourEdit* const> fromTheBack)
{
    if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
    std::size_t fromTheBeginning = 0;
    for (const NeighbourEdit* edit : fromTheBack) {
        const std::size_t overEnd = edit->at.vertex + edit->removed > ring.size() ? edit->at.vertex + edit->removed - ring.size() : 0;
        const auto at = ring.begin() + static_cast<std::ptrdiff_t>(edit->at.vertex);
        const auto next = ring.erase(at, at + static_cast<std::ptrdiff_t>(edit->removed - overEnd));
        ring.insert(next, edit->added.begin(), edit->added.end());
        fromTheBeginning = std::max(fromTheBeginning, overEnd);
    }
    ring.erase(ring.begin(), ring.begin() + static_cast<std::ptrdiff_t>(fromTheBeginning));
    if (ring.size() < 3) return fail(ErrorCode::BadInput, "A neighbour's boundary would be left with fewer than three corners: move it on its own.");
    ring.push_back(ring.front());
    return {};
}

} // namespace

Result<MultiPolygon> edited(MultiPolygon shape, std::span<const NeighbourEdit> edits)
{
    std::vector<const NeighbourEdit*> order;
    for (const NeighbourEdit& edit : edits) order.push_back(&edit);
    std::ranges::sort(order, std::greater<>(), [](const NeighbourEdit* edit) { return edit->at; });
    const auto ringOf = [](const NeighbourEdit* edit) { return std::pair(edit->at.polygon, edit->at.ring); };
    for (std::size_t from = 0; from < order.size();) {
        std::size_t to = from + 1;
        while (to < order.size() && ringOf(order[to]) == ringOf(order[from])) ++to;
        const auto [polygon, ring] = ringOf(order[from]);
        if (auto done = editRing(ring == 0 ? shape[polygon].outer : shape[polygon].holes[ring - 1], std::span(order).subspan(from, to - from)); !done)
            return std::unexpected(done.error());
        from = to;
    }
    return shape;
}

} // namespace hereabouts::core
