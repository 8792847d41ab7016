// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/draw/network.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <queue>
#include <utility>

namespace hereabouts::core {

namespace {

constexpr std::int64_t kEndless = std::numeric_limits<std::int64_t>::max() / 4;
constexpr std::int64_t kDear = 20;
constexpr std::uint32_t kFar = 0xFFFFFFFF;
constexpr std::uint32_t kStart = 0xFFFFFFFE; ///< Came straight from the first spot.

double metresBetween(Point a, Point b)
{
    return std::hypot(b.x - a.x, b.y - a.y);
}
std::int64_t centimetresBetween(Point a, Point b)
{
    return std::llround(metresBetween(a, b) * 100);
}

} // namespace

/// One search from a spot to a spot, guided by landmarks. It goes on until every node that is on a shortest way has been seen, so that the way does not depend
/// on the order in which nodes of equal distance were taken.
class Network::Search {
public:
    Search(const Network& network, const NetworkSpot& from, const NetworkSpot& to, const TracedWay* shunned) :
        m_network(network), m_shunned(shunned), m_dear(shunned ? network.m_edges.size() : 0), m_from(from), m_to(to),
        m_distance(network.m_nodes.size(), kEndless), m_by(network.m_nodes.size(), Leg{kFar, kFar})
    {
        if (!shunned) return;
        for (const std::uint32_t edge : shunned->edges) m_dear[edge] = !network.m_edges[edge].bridge;
    }

    /// Nodes and edges on the way; both empty where the two spots are on one edge and the way is straight. False where there is none.
    bool run(std::vector<std::uint32_t>& nodes, std::vector<std::uint32_t>& edges)
    {
        const Edge& first = m_network.m_edges[m_from.edge];
        const Edge& last = m_network.m_edges[m_to.edge];
        m_ends = {End{last.a, partCost(m_to, last.a, false)}, End{last.b, partCost(m_to, last.b, false)}};
        std::int64_t best = m_from.edge == m_to.edge ? costOf(m_from.edge, centimetresBetween(m_from.at, m_to.at)) : kEndless;
        std::uint32_t bestEnd = kFar;
        for (const std::uint32_t node : {first.a, first.b}) offer(node, partCost(m_from, node, true), {kStart, m_from.edge});
        while (!m_waiting.empty() && m_waiting.top().first <= best) {
            const auto [bound, node] = m_waiting.top();
            m_waiting.pop();
            if (bound != m_distance[node] + least(node)) continue;
            for (const End& end : m_ends) {
                if (end.node != node) continue;
                const std::int64_t whole = m_distance[node] + end.rest;
                if (whole > best || (whole == best && bestEnd <= node)) continue;
                if (whole == best && bestEnd == kFar && best != kEndless) continue; // Straight along the edge is as short.
                best = whole;
                bestEnd = node;
            }
            for (const Leg leg : m_network.legs(node))
                offer(leg.node, m_distance[node] + costOf(leg.edge, m_network.m_edges[leg.edge].length), {node, leg.edge});
        }
        if (best >= kEndless) return false;
        for (std::uint32_t node = bestEnd; node != kFar && node != kStart; node = m_by[node].node) {
            nodes.push_back(node);
            edges.push_back(m_by[node].edge);
        }
        std::ranges::reverse(nodes);
        std::ranges::reverse(edges);
        return true;
    }

private:
    struct End {
        std::uint32_t node = 0;
        std::int64_t rest = 0;
    };

    [[nodiscard]] std::int64_t costOf(std::uint32_t edge, std::int64_t centimetres) const
    {
        return m_shunned && m_dear[edge] ? centimetres * kDear : centimetres;
    }

    /// From a spot to an end of its edge, or from there to the spot: dear only on the side on which the shunned way left or came.
    [[nodiscard]] std::int64_t partCost(const NetworkSpot& spot, std::uint32_t node, bool leaving) const
    {
        const Point end = toMetres(m_network.m_nodes[node]);
        const std::int64_t part = centimetresBetween(spot.at, end);
        if (!m_shunned || m_shunned->vertices.size() < 2 || (leaving ? m_shunned->edges.front() : m_shunned->edges.back()) != spot.edge) return part;
        const Point next = leaving ? m_shunned->vertices[1] : m_shunned->vertices[m_shunned->vertices.size() - 2];
        const bool sameSide = (next.x - spot.at.x) * (end.x - spot.at.x) + (next.y - spot.at.y) * (end.y - spot.at.y) > 0;
        return sameSide ? costOf(spot.edge, part) : part;
    }

    /// A bound on what is left of the way, from below, that never falls by more than an edge costs.
    [[nodiscard]] std::int64_t least(std::uint32_t node) const
    {
        std::int64_t bound = kEndless;
        for (const End& end : m_ends) {
            std::int64_t most = 0;
            for (std::size_t i = 0; i < kLandmarks; ++i) {
                const std::int64_t here = m_network.m_toLandmark[node * kLandmarks + i];
                const std::int64_t there = m_network.m_toLandmark[end.node * kLandmarks + i];
                most = std::max(most, std::abs(here - there));
            }
            bound = std::min(bound, most + end.rest);
        }
        return bound;
    }

    void offer(std::uint32_t node, std::int64_t distance, Leg by)
    {
        if (distance > m_distance[node]) return;
        if (distance == m_distance[node]) { // As short: the start, or else the node that comes first, has it.
            if (m_by[node].node != kStart && (by.node == kStart || by.node < m_by[node].node)) m_by[node] = by;
            return;
        }
        m_distance[node] = distance;
        m_by[node] = by;
        m_waiting.emplace(distance + least(node), node);
    }

    const Network& m_network;
    const TracedWay* m_shunned;
    std::vector<bool> m_dear; ///< One an edge.
    const NetworkSpot& m_from;
    const NetworkSpot& m_to;
    std::array<End, 2> m_ends;
    std::vector<std::int64_t> m_distance;
    std::vector<Leg> m_by; ///< The node before, and the edge from there.
    using Waiting = std::pair<std::int64_t, std::uint32_t>;
    std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>> m_waiting;
};

TracedWay Network::wayOf(const NetworkSpot& from, const NetworkSpot& to, std::vector<std::uint32_t> nodes, std::vector<std::uint32_t> edges) const
{
    TracedWay way{.vertices = {from.at}, .edges = {}};
    const auto go = [&](Point at, std::uint32_t edge) {
        if (at == way.vertices.back()) return;
        const double metres = metresBetween(way.vertices.back(), at);
        const std::string_view name = nameOf(edge);
        if (way.along.empty() || way.along.back().name != name) way.along.push_back({.name = std::string(name)});
        way.along.back().metres += metres;
        way.metres += metres;
        way.vertices.push_back(at);
        if (way.edges.empty() || way.edges.back() != edge) way.edges.push_back(edge);
    };
    for (std::size_t i = 0; i < nodes.size(); ++i) go(toMetres(m_nodes[nodes[i]]), edges[i]);
    go(to.at, to.edge);
    return way;
}

std::optional<TracedWay> Network::find(const NetworkSpot& from, const NetworkSpot& to, const TracedWay* shunned) const
{
    if (from.edge >= m_edges.size() || to.edge >= m_edges.size()) return std::nullopt;
    if (m_component[m_edges[from.edge].a] != m_component[m_edges[to.edge].a]) return std::nullopt;
    std::vector<std::uint32_t> nodes;
    std::vector<std::uint32_t> edges;
    if (!Search(*this, from, to, shunned).run(nodes, edges)) return std::nullopt;
    return wayOf(from, to, std::move(nodes), std::move(edges));
}

std::optional<TracedWay> Network::trace(const NetworkSpot& from, const NetworkSpot& to) const
{
    return find(from, to, nullptr);
}

std::optional<TracedWay> Network::otherWay(const NetworkSpot& from, const NetworkSpot& to, const TracedWay& first) const
{
    auto way = find(from, to, &first);
    if (way && way->vertices == first.vertices) return std::nullopt;
    return way;
}

std::vector<Network::Reached> Network::reachedFrom(const NetworkSpot& from, double metres) const
{
    if (from.edge >= m_edges.size()) return {};
    const auto limit = static_cast<std::int64_t>(metres * 100);
    std::vector<std::int64_t> distance(m_nodes.size(), kEndless);
    using Waiting = std::pair<std::int64_t, std::uint32_t>;
    std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>> waiting;
    const auto offer = [&](std::uint32_t node, std::int64_t far) {
        if (far > limit || far >= distance[node]) return;
        distance[node] = far;
        waiting.emplace(far, node);
    };
    for (const std::uint32_t node : {m_edges[from.edge].a, m_edges[from.edge].b}) offer(node, centimetresBetween(from.at, toMetres(m_nodes[node])));
    std::vector<std::uint32_t> edges{from.edge};
    while (!waiting.empty()) {
        const auto [far, node] = waiting.top();
        waiting.pop();
        if (far != distance[node]) continue;
        for (const Leg leg : legs(node)) {
            edges.push_back(leg.edge);
            offer(leg.node, far + m_edges[leg.edge].length);
        }
    }
    std::ranges::sort(edges);
    const auto twice = std::ranges::unique(edges);
    edges.erase(twice.begin(), twice.end());
    const auto inMetres
        = [&](std::uint32_t node) { return distance[node] >= kEndless ? std::numeric_limits<double>::infinity() : static_cast<double>(distance[node]) / 100; };
    std::vector<Reached> reached;
    for (const std::uint32_t edge : edges) reached.push_back({.edge = edge, .fromA = inMetres(m_edges[edge].a), .fromB = inMetres(m_edges[edge].b)});
    return reached;
}

} // namespace hereabouts::core
