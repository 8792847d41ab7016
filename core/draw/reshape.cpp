// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/draw/reshape.h"

#include "core/draw/detail/faces.h"
#include "core/draw/detail/noding.h"
#include "core/geometry/grid_point.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <set>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace hereabouts::core {

namespace {

using GridRing = std::vector<GridPoint>;

std::int64_t doubledAreaOf(const GridRing& ring)
{
    std::uint64_t sum = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) sum += static_cast<std::uint64_t>(turn(ring.front(), ring[i - 1], ring[i]));
    return static_cast<std::int64_t>(sum);
}

/// Open, on the grid; empty where a position is off it.
GridRing gridRing(std::span<const Point> vertices)
{
    GridRing ring;
    for (const Point p : vertices) {
        const auto at = toGrid(p);
        if (!at) return {};
        if (ring.empty() || ring.back() != *at) ring.push_back(*at);
    }
    while (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
    return ring;
}

/// From its least vertex, turning left: the same for every way to write a ring.
GridRing canonical(GridRing ring)
{
    if (doubledAreaOf(ring) < 0) std::ranges::reverse(ring);
    if (!ring.empty()) std::ranges::rotate(ring, std::ranges::min_element(ring));
    return ring;
}

/// Written as a ring was that it has a vertex in common with: turning the same way, from the same vertex, so that what has not changed keeps its place.
GridRing writtenLike(GridRing ring, const std::vector<SketchRing>& rings, bool hole)
{
    const std::set<GridPoint> own(ring.begin(), ring.end());
    for (const SketchRing& like : rings) {
        if (like.hole != hole) continue;
        const GridRing before = gridRing(like.vertices);
        const auto shared = std::ranges::find_if(before, [&](GridPoint p) { return own.contains(p); });
        if (shared == before.end()) continue;
        if ((doubledAreaOf(before) < 0) != (doubledAreaOf(ring) < 0)) std::ranges::reverse(ring);
        std::ranges::rotate(ring, std::ranges::find(ring, *shared));
        return ring;
    }
    return ring;
}

Result<edit::Become> reshaped(const Sketch& sketch, std::string what, const MultiPolygon& ground, const Overlay& overlay, const char* nothing)
{
    if (sketch.openRing()) return fail(ErrorCode::BadInput, "A line is being drawn: close it first.");
    auto shape = overlay(sketch.shape(), ground);
    if (!shape) return std::unexpected(shape.error());
    edit::Become become = becoming(sketch, std::move(what), *shape);
    const bool allKept = std::ranges::all_of(become.rings, [](const auto& ring) { return std::holds_alternative<std::uint32_t>(ring); });
    if (allKept && become.rings.size() == sketch.rings().size()) return fail(ErrorCode::BadInput, nothing);
    return become;
}

/// A line in the pieces that lead from side to side: no dangling ends, nothing outside, nothing along the boundary.
std::vector<GridSegment> cuttingPieces(
    std::vector<GridSegment> pieces, std::span<const GridRing> rings, const std::set<std::pair<GridPoint, GridPoint>>& boundary)
{
    const auto key = [](const GridSegment& s) { return std::pair(std::min(s.a, s.b), std::max(s.a, s.b)); };
    std::ranges::sort(pieces, {}, key);
    const auto again = std::ranges::unique(pieces, {}, key);
    pieces.erase(again.begin(), again.end());
    std::erase_if(pieces, [&](const GridSegment& s) { return boundary.contains(key(s)) || !detail::middleInside(s, rings); });
    std::set<GridPoint> corners;
    for (const auto& [a, b] : boundary) corners.insert({a, b});
    for (std::size_t before = pieces.size() + 1; before != pieces.size();) {
        before = pieces.size();
        std::unordered_map<GridPoint, int> ends;
        for (const GridSegment& s : pieces) {
            ++ends[s.a];
            ++ends[s.b];
        }
        std::erase_if(pieces, [&](const GridSegment& s) { return (ends[s.a] == 1 && !corners.contains(s.a)) || (ends[s.b] == 1 && !corners.contains(s.b)); });
    }
    return pieces;
}

} // namespace

edit::Become becoming(const Sketch& sketch, std::string what, const MultiPolygon& shape)
{
    std::map<std::pair<bool, GridRing>, std::uint32_t> known;
    for (std::uint32_t i = 0; i < sketch.rings().size(); ++i)
        known.emplace(std::pair(sketch.rings()[i].hole, canonical(gridRing(sketch.rings()[i].vertices))), i);
    edit::Become become{.what = std::move(what), .rings = {}};
    const auto add = [&](const Ring& ring, bool hole) {
        const GridRing grid = canonical(gridRing(ring));
        if (grid.size() < 3) return; // A sliver that the grid swallows.
        const auto kept = known.find(std::pair(hole, grid));
        if (kept != known.end()) {
            become.rings.emplace_back(kept->second);
            known.erase(kept);
            return;
        }
        SketchRing fresh{.vertices = {}, .hole = hole, .closed = true};
        for (const GridPoint p : writtenLike(grid, sketch.rings(), hole)) fresh.vertices.push_back(toMetres(p));
        become.rings.emplace_back(std::move(fresh));
    };
    for (const Polygon& polygon : shape) {
        if (gridRing(polygon.outer).size() < 3) continue;
        add(polygon.outer, false);
        for (const Ring& hole : polygon.holes) add(hole, true);
    }
    return become;
}

Result<edit::Become> painted(const Sketch& sketch, const MultiPolygon& ground, const Overlay& unite)
{
    return reshaped(sketch, "painted", ground, unite, "That ground is in the boundary already.");
}

Result<edit::Become> wiped(const Sketch& sketch, const MultiPolygon& ground, const Overlay& subtract)
{
    return reshaped(sketch, "wiped", ground, subtract, "None of that ground is in the boundary.");
}

Result<edit::Become> joined(const Sketch& sketch, std::uint32_t first, std::uint32_t second, const Overlay& unite)
{
    const std::vector<SketchRing>& rings = sketch.rings();
    if (sketch.openRing()) return fail(ErrorCode::BadInput, "A line is being drawn: close it first.");
    if (first >= rings.size() || second >= rings.size() || outerOf(rings, first) == outerOf(rings, second))
        return fail(ErrorCode::BadInput, "Choose two parts to join.");
    MultiPolygon shape = sketch.shape();
    const auto partOf = [&](std::uint32_t ring) {
        const auto end = rings.begin() + outerOf(rings, ring);
        return static_cast<std::size_t>(std::count_if(rings.begin(), end, [](const SketchRing& r) { return !r.hole; }));
    };
    const std::size_t one = std::min(partOf(first), partOf(second));
    const std::size_t other = std::max(partOf(first), partOf(second));
    auto whole = unite({shape[one]}, {shape[other]});
    if (!whole) return std::unexpected(whole.error());
    if (whole->size() != 1) return fail(ErrorCode::BadInput, "These two parts do not touch along a line: draw or paint the ground between them.");
    shape[one] = whole->front();
    shape.erase(shape.begin() + static_cast<std::ptrdiff_t>(other));
    return becoming(sketch, "joined", shape);
}

Result<edit::Become> cutBy(const Sketch& sketch, const Line& line)
{
    if (sketch.openRing()) return fail(ErrorCode::BadInput, "A line is being drawn: close it first.");
    std::vector<GridRing> rings;
    std::vector<GridSegment> segments;
    const auto addRing = [&](const Ring& ring) {
        GridRing& grid = rings.emplace_back();
        for (std::size_t i = 1; i < ring.size(); ++i) {
            segments.push_back({*toGrid(ring[i - 1]), *toGrid(ring[i])});
            grid.push_back(segments.back().a);
        }
    };
    const MultiPolygon shape = sketch.shape();
    for (const Polygon& polygon : shape) {
        addRing(polygon.outer);
        std::ranges::for_each(polygon.holes, addRing);
    }
    const std::size_t ofTheBoundary = segments.size();
    for (std::size_t i = 1; i < line.size(); ++i) {
        const auto a = toGrid(line[i - 1]);
        const auto b = toGrid(line[i]);
        if (!a || !b) return fail(ErrorCode::BadInput, "The cutting line leaves this map: draw it anew.");
        if (a != b) segments.push_back({*a, *b});
    }
    std::vector<GridSegment> edges;
    std::vector<GridSegment> cutting;
    std::set<std::pair<GridPoint, GridPoint>> boundary;
    for (const detail::NodedPiece& piece : detail::nodedPieces(SegmentGrid(std::move(segments)))) {
        (piece.of < ofTheBoundary ? edges : cutting).push_back(piece.segment);
        if (piece.of < ofTheBoundary) boundary.emplace(std::min(piece.segment.a, piece.segment.b), std::max(piece.segment.a, piece.segment.b));
    }
    for (const GridSegment& piece : cuttingPieces(std::move(cutting), rings, boundary)) {
        edges.push_back(piece);
        edges.push_back({piece.b, piece.a});
    }
    const MultiPolygon parts = detail::facesLeftOf(edges);
    if (parts.size() <= shape.size()) return fail(ErrorCode::BadInput, "The line cuts nothing in two: it must cross the boundary from one side to another.");
    return becoming(sketch, "cut", parts);
}

edit::AddPart circleRound(Point centre, double radiusMetres, int corners)
{
    const double step = 2 * std::numbers::pi / corners;
    const double reach = radiusMetres * std::sqrt(step / std::sin(step)); // As much outside the circle as inside.
    edit::AddPart part;
    for (int i = 0; i < corners; ++i) part.vertices.push_back({centre.x + reach * std::cos(i * step), centre.y + reach * std::sin(i * step)});
    return part;
}

} // namespace hereabouts::core
