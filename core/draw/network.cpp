// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/draw/network.h"

#include "core/draw/detail/noding.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <map>
#include <queue>
#include <tuple>
#include <utility>

namespace hereabouts::core {

namespace {

constexpr std::uint32_t kFar = 0xFFFFFFFF;

std::uint32_t centimetres(GridPoint a, GridPoint b)
{
    return static_cast<std::uint32_t>(std::llround(std::hypot(double{1} * b.x - a.x, double{1} * b.y - a.y)));
}

} // namespace

Network Network::build(std::span<const NamedWay> ways)
{
    Network network;
    std::vector<GridSegment> segments;
    std::vector<std::uint32_t> names;
    std::map<std::string, std::uint32_t, std::less<>> known;
    for (const NamedWay& way : ways) {
        const auto [name, isNew] = known.try_emplace(way.name, static_cast<std::uint32_t>(network.m_names.size()));
        if (isNew) network.m_names.push_back(way.name);
        std::optional<GridPoint> last;
        for (const Point p : way.line) {
            const auto at = toGrid(p);
            if (!at || at == last) continue;
            if (last) {
                segments.push_back({*last, *at});
                names.push_back(name->second);
            }
            last = at;
        }
    }
    const auto pieces = detail::nodedPieces(SegmentGrid(std::move(segments)));
    for (const detail::NodedPiece& piece : pieces) {
        network.m_nodes.push_back(piece.segment.a);
        network.m_nodes.push_back(piece.segment.b);
    }
    std::ranges::sort(network.m_nodes);
    const auto twice = std::ranges::unique(network.m_nodes);
    network.m_nodes.erase(twice.begin(), twice.end());
    const auto nodeAt = [&](GridPoint p) { return static_cast<std::uint32_t>(std::ranges::lower_bound(network.m_nodes, p) - network.m_nodes.begin()); };
    for (const detail::NodedPiece& piece : pieces) {
        const auto [a, b] = std::minmax(piece.segment.a, piece.segment.b);
        network.m_edges.push_back({.a = nodeAt(a), .b = nodeAt(b), .length = centimetres(a, b), .name = names[piece.of]});
    }
    std::ranges::stable_sort(network.m_edges, {}, [](const Edge& e) { return std::pair(e.a, e.b); });
    const auto doubled = std::ranges::unique(network.m_edges, [](const Edge& e, const Edge& f) { return e.a == f.a && e.b == f.b; });
    network.m_edges.erase(doubled.begin(), doubled.end());
    network.connect();
    return network;
}

void Network::connect()
{
    m_starts.assign(m_nodes.size() + 1, 0);
    std::vector<GridSegment> segments;
    for (const Edge& e : m_edges) {
        ++m_starts[e.a + 1];
        ++m_starts[e.b + 1];
        segments.push_back({m_nodes[e.a], m_nodes[e.b]});
    }
    for (std::size_t i = 1; i < m_starts.size(); ++i) m_starts[i] += m_starts[i - 1];
    m_legs.resize(m_edges.size() * 2);
    std::vector<std::uint32_t> next(m_starts.begin(), m_starts.end() - 1);
    for (std::uint32_t i = 0; i < m_edges.size(); ++i) {
        m_legs[next[m_edges[i].a]++] = {.node = m_edges[i].b, .edge = i};
        m_legs[next[m_edges[i].b]++] = {.node = m_edges[i].a, .edge = i};
    }
    m_grid = SegmentGrid(std::move(segments));
    findBridges();
    placeLandmarks();
}

/// Depth first, without recursion: an edge is a bridge where nothing below it leads back above it. Names the components on the way.
/// Source: Tarjan (1974), "A note on finding the bridges of a graph", Information Processing Letters 2, 160-161.
void Network::findBridges()
{
    struct Frame {
        std::uint32_t node = 0;
        std::uint32_t by = 0; ///< The edge that led here.
        std::size_t leg = 0;
    };
    const auto count = static_cast<std::uint32_t>(m_nodes.size());
    std::vector<std::uint32_t> order(count, kFar);
    std::vector<std::uint32_t> low(count, kFar);
    m_component.assign(count, kFar);
    std::uint32_t clock = 0;
    for (std::uint32_t root = 0; root < count; ++root) {
        if (order[root] != kFar) continue;
        std::vector<Frame> stack{{.node = root, .by = kFar}};
        order[root] = low[root] = clock++;
        m_component[root] = root;
        while (!stack.empty()) {
            Frame& frame = stack.back();
            const auto out = legs(frame.node);
            if (frame.leg < out.size()) {
                const Leg leg = out[frame.leg++];
                if (leg.edge == frame.by) continue;
                if (order[leg.node] != kFar) {
                    low[frame.node] = std::min(low[frame.node], order[leg.node]);
                    continue;
                }
                order[leg.node] = low[leg.node] = clock++;
                m_component[leg.node] = root;
                stack.push_back({.node = leg.node, .by = leg.edge});
                continue;
            }
            const Frame done = frame;
            stack.pop_back();
            if (stack.empty()) continue;
            const std::uint32_t above = stack.back().node;
            low[above] = std::min(low[above], low[done.node]);
            if (low[done.node] > order[above]) m_edges[done.by].bridge = true;
        }
    }
}

std::vector<std::uint32_t> Network::distancesFrom(std::uint32_t start) const
{
    std::vector<std::uint32_t> distance(m_nodes.size(), kFar);
    using Waiting = std::pair<std::uint32_t, std::uint32_t>;
    std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>> waiting;
    distance[start] = 0;
    waiting.emplace(0, start);
    while (!waiting.empty()) {
        const auto [metres, node] = waiting.top();
        waiting.pop();
        if (metres != distance[node]) continue;
        for (const Leg leg : legs(node)) {
            const std::uint64_t further = std::uint64_t{metres} + m_edges[leg.edge].length;
            if (further >= distance[leg.node]) continue;
            distance[leg.node] = static_cast<std::uint32_t>(further);
            waiting.emplace(distance[leg.node], leg.node);
        }
    }
    return distance;
}

/// Landmarks of the largest component, each as far as can be from those before it: what is known of the ways to them bounds every other way from below.
/// Source: Goldberg and Harrelson (2005), "Computing the shortest path: A* search meets graph theory", SODA 156-165.
void Network::placeLandmarks()
{
    m_toLandmark.assign(m_nodes.size() * kLandmarks, kFar);
    if (m_nodes.empty()) return;
    std::map<std::uint32_t, std::size_t> sizes;
    for (const std::uint32_t component : m_component) ++sizes[component];
    std::uint32_t landmark = std::ranges::max_element(sizes, {}, [](const auto& size) { return size.second; })->first;
    const auto farthest = [](const std::vector<std::uint32_t>& distance) {
        std::uint32_t best = 0;
        for (std::uint32_t node = 0; node < distance.size(); ++node) {
            if (distance[node] != kFar && (distance[best] == kFar || distance[node] > distance[best])) best = node;
        }
        return best;
    };
    landmark = farthest(distancesFrom(landmark));
    std::vector<std::uint32_t> nearest(m_nodes.size(), kFar);
    for (std::size_t i = 0; i < kLandmarks; ++i) {
        const auto distance = distancesFrom(landmark);
        for (std::size_t node = 0; node < distance.size(); ++node) {
            m_toLandmark[node * kLandmarks + i] = distance[node];
            nearest[node] = std::min(nearest[node], distance[node]);
        }
        landmark = farthest(nearest);
    }
}

std::optional<NetworkSpot> Network::nearest(Point metres, double toleranceMetres) const
{
    const SegmentGrid::Nearest near = m_grid.nearest(metres, toleranceMetres);
    if (near.segment == SegmentGrid::kNone) return std::nullopt;
    NetworkSpot spot{.edge = near.segment, .at = toMetres(*toGrid(near.at)), .metresOff = near.metres};
    double best = toleranceMetres / 2;
    const auto low = toGrid({metres.x - best, metres.y - best});
    const auto high = toGrid({metres.x + best, metres.y + best});
    if (!low || !high) return spot;
    bool vertex = false;
    m_grid.inBox({low->x, low->y, high->x, high->y}, [&](std::uint32_t index) {
        for (const std::uint32_t node : {m_edges[index].a, m_edges[index].b}) {
            const Point at = toMetres(m_nodes[node]);
            const double off = std::hypot(at.x - metres.x, at.y - metres.y);
            if (off > best || (off == best && vertex && std::tie(at, index) >= std::tie(spot.at, spot.edge))) continue;
            best = off;
            vertex = true;
            spot = {.edge = index, .at = at, .metresOff = off};
        }
    });
    return spot;
}

std::vector<NamedStretch> Network::along(const Line& line) const
{
    std::vector<NamedStretch> stretches;
    for (std::size_t i = 1; i < line.size(); ++i) {
        std::uint32_t found = SegmentGrid::kNone;
        const auto a = toGrid(line[i - 1]);
        const auto b = toGrid(line[i]);
        if (!a || !b || a == b) continue;
        m_grid.along({*a, *b}, [&](std::uint32_t index) {
            const auto isOn = [&](Point p) {
                const Point at = nearestOn(m_grid.segments()[index], p);
                return std::hypot(at.x - p.x, at.y - p.y) <= 0.01;
            };
            if (index < found && isOn(line[i - 1]) && isOn(line[i])) found = index;
        });
        const std::string_view name = found == SegmentGrid::kNone ? std::string_view() : nameOf(found);
        if (stretches.empty() || stretches.back().name != name) stretches.push_back({.name = std::string(name)});
        stretches.back().metres += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    }
    return stretches;
}

std::string inWords(std::span<const NamedStretch> stretches)
{
    std::string words;
    for (const NamedStretch& stretch : stretches) {
        words += words.empty() ? "" : ", then ";
        if (stretch.name.empty())
            words += "in a straight line";
        else
            words += (words.empty() ? "along " : "") + stretch.name;
        words += stretch.metres < 1000 ? std::format(" ({:.0f} m)", stretch.metres) : std::format(" ({:.1f} km)", stretch.metres / 1000);
    }
    return words;
}

} // namespace hereabouts::core
