// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/draw/detail/faces.h"

#include "core/geometry/orientation.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <utility>

namespace hereabouts::core::detail {

namespace {

using GridRing = std::vector<GridPoint>;

std::int64_t doubledAreaOf(const GridRing& ring)
{
    std::uint64_t sum = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) sum += static_cast<std::uint64_t>(turn(ring.front(), ring[i - 1], ring[i]));
    return static_cast<std::int64_t>(sum);
}

Point twice(GridPoint p)
{
    return {2.0 * p.x, 2.0 * p.y};
}

/// Which of two directions out of a node comes first as one turns right from a third: half turns first, then sides.
bool firstToTheRight(GridPoint node, GridPoint from, GridPoint a, GridPoint b)
{
    const auto half = [&](GridPoint p) { // 0: to the right of where one came from, or straight on; 1: to the left; 2: back again.
        const std::int64_t side = turn(node, from, p);
        if (side != 0) return side < 0 ? 0 : 1;
        return GridBox::of(from, p).contains(node) ? 0 : 2;
    };
    const int halfOfA = half(a);
    const int halfOfB = half(b);
    if (halfOfA != halfOfB) return halfOfA < halfOfB;
    return turn(node, a, b) < 0;
}

/// Parts a ring wherever it comes back to a vertex.
void addSimple(const GridRing& walk, std::vector<GridRing>& rings)
{
    GridRing open;
    std::unordered_map<GridPoint, std::size_t> seen;
    for (const GridPoint p : walk) {
        const auto before = seen.find(p);
        if (before != seen.end()) {
            const auto from = open.begin() + static_cast<std::ptrdiff_t>(before->second);
            if (open.end() - from > 2) rings.emplace_back(from, open.end());
            for (auto it = from; it != open.end(); ++it) seen.erase(*it);
            open.erase(from, open.end());
        }
        seen.emplace(p, open.size());
        open.push_back(p);
    }
    if (open.size() > 2) rings.push_back(std::move(open));
}

Ring closedRing(const GridRing& ring)
{
    Ring closed;
    for (const GridPoint p : ring) closed.push_back(toMetres(p));
    closed.push_back(closed.front());
    return closed;
}

} // namespace

bool middleInside(const GridSegment& segment, std::span<const GridRing> rings)
{
    const Point middle{double{1} * segment.a.x + segment.b.x, double{1} * segment.a.y + segment.b.y}; // In half centimetres, and so exact.
    bool inside = false;
    for (const GridRing& ring : rings) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point a = twice(ring[i]);
            const Point b = twice(ring[(i + 1) % ring.size()]);
            if ((a.y > middle.y) == (b.y > middle.y) && !(a.y == middle.y && b.y == middle.y)) continue;
            if (onSegment(a, b, middle)) return false;
            if ((a.y > middle.y) != (b.y > middle.y) && (sideOf(a, b, middle) > 0) == (b.y > a.y)) inside = !inside;
        }
    }
    return inside;
}

MultiPolygon facesLeftOf(std::span<const GridSegment> edges)
{
    std::unordered_multimap<GridPoint, std::size_t> out;
    for (std::size_t i = 0; i < edges.size(); ++i) out.emplace(edges[i].a, i);
    std::vector<bool> used(edges.size());
    std::vector<GridRing> rings;
    for (std::size_t start = 0; start < edges.size(); ++start) {
        if (used[start]) continue;
        GridRing walk;
        std::size_t at = start;
        while (!used[at]) {
            used[at] = true;
            walk.push_back(edges[at].a);
            const auto [first, last] = out.equal_range(edges[at].b);
            std::size_t next = edges.size();
            for (auto it = first; it != last; ++it) {
                if (used[it->second] && it->second != start) continue;
                if (next == edges.size() || firstToTheRight(edges[at].b, edges[at].a, edges[it->second].b, edges[next].b)) next = it->second;
            }
            if (next == edges.size()) break;
            at = next;
        }
        addSimple(walk, rings);
    }
    std::vector<GridRing> outers;
    std::vector<GridRing> holes;
    for (GridRing& ring : rings) {
        const std::int64_t area = doubledAreaOf(ring);
        if (area > 0)
            outers.push_back(std::move(ring));
        else if (area < 0)
            holes.push_back(std::move(ring));
    }
    MultiPolygon polygons;
    for (const GridRing& outer : outers) polygons.push_back({.outer = closedRing(outer), .holes = {}});
    for (const GridRing& hole : holes) {
        std::size_t best = outers.size();
        std::int64_t smallest = std::numeric_limits<std::int64_t>::max();
        for (std::size_t i = 0; i < outers.size(); ++i) {
            const std::int64_t area = doubledAreaOf(outers[i]);
            if (area >= smallest || area <= -doubledAreaOf(hole) || !middleInside({hole[0], hole[1]}, std::span(&outers[i], 1))) continue;
            best = i;
            smallest = area;
        }
        if (best < outers.size()) polygons[best].holes.push_back(closedRing(hole));
    }
    return polygons;
}

} // namespace hereabouts::core::detail
