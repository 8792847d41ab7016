// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/plain_ring.h"

#include "core/geometry/segment_grid.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace hereabouts::core {

namespace {

constexpr std::size_t kMostEdges = 5'000; // the sweep compares more and more edges as rings grow

struct Edge {
    GridSegment line;
    GridBox box;
    std::size_t index = 0;
};

/// Two edges that follow each other share their joint and nothing else, unless the second goes back over the first.
bool goesBack(const GridSegment& first, const GridSegment& second)
{
    if (turn(first.a, first.b, second.b) != 0) return false;
    return GridBox::of(first.a, first.b).contains(second.b) || GridBox::of(second.a, second.b).contains(first.a);
}

bool areClear(const Edge& s, const Edge& t, std::size_t count)
{
    if ((s.index + 1) % count == t.index) return !goesBack(s.line, t.line);
    if ((t.index + 1) % count == s.index) return !goesBack(t.line, s.line);
    return !meet(s.line, t.line);
}

std::vector<Edge> edgesOf(const Ring& ring)
{
    std::vector<Edge> edges;
    edges.reserve(ring.size());
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const auto a = toGrid(ring[i]);
        const auto b = toGrid(ring[i + 1]);
        if (!a || !b || *a == *b) return {};
        edges.push_back({.line = {*a, *b}, .box = GridBox::of(*a, *b), .index = i});
    }
    return edges;
}

} // namespace

bool isPlainRing(const Ring& ring)
{
    constexpr std::size_t kLeastEdges = 3;
    if (ring.size() <= kLeastEdges || ring.size() > kMostEdges || ring.front() != ring.back()) return false;
    std::vector<Edge> edges = edgesOf(ring);
    std::ranges::sort(edges, {}, [](const Edge& edge) { return edge.box.minX; });
    std::vector<const Edge*> open;
    for (const Edge& edge : edges) {
        std::erase_if(open, [&](const Edge* other) { return other->box.maxX < edge.box.minX; });
        const bool clear = std::ranges::all_of(open,
            [&](const Edge* other) { return other->box.maxY < edge.box.minY || other->box.minY > edge.box.maxY || areClear(edge, *other, edges.size()); });
        if (!clear) return false;
        open.push_back(&edge);
    }
    return !edges.empty();
}

} // namespace hereabouts::core
