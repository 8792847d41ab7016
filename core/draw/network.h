// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/geometry.h"
#include "core/geometry/segment_grid.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::core {

/// A road, a stream, a ward line, another boundary. May have no name.
struct NamedWay {
    std::string name;
    Line line; ///< Metres in the home CRS.
};

/// A position on a network.
struct NetworkSpot {
    std::uint32_t edge = 0;
    Point at; ///< On the grid; up to 7 mm beside the line where it is between two vertices.
    double metresOff = 0; ///< From where one clicked.
};

/// Part of a traced line that follows one name.
struct NamedStretch {
    std::string name; ///< Empty where it follows nothing that has a name.
    double metres = 0;

    friend bool operator==(const NamedStretch&, const NamedStretch&) = default;
};

/// A way along the network.
struct TracedWay {
    Line vertices; ///< From the first spot to the last, the network's own vertices between them, each on the grid.
    std::vector<NamedStretch> along;
    double metres = 0;
    std::vector<std::uint32_t> edges; ///< In the order they are followed; the first and last perhaps in part.

    friend bool operator==(const TracedWay&, const TracedWay&) = default;
};

/// Lines that can be followed: noded wherever two of them meet, cross or run along each other, positions on the 1 cm grid.
///
/// Distances are whole centimetres, an edge's length rounded, so that the same network always gives the same answer. Where two edges run between the same two
/// nodes straight, they are one and bear the name of the way that came first: give roads and streams before ward lines.
/// Built in some 2 µs an edge; a way across 200,000 edges takes a few milliseconds. Const and thread-safe once built.
class Network {
public:
    Network() = default;
    /// Ways with a position off the grid are passed over from there to the next good one.
    [[nodiscard]] static Network build(std::span<const NamedWay> ways);

    /// The nearest position on a line within the tolerance; a vertex where one is within half of it.
    [[nodiscard]] std::optional<NetworkSpot> nearest(Point metres, double toleranceMetres) const;

    /// The shortest way; of several as short, always the same one. Nothing where no way leads there.
    [[nodiscard]] std::optional<TracedWay> trace(const NetworkSpot& from, const NetworkSpot& to) const;

    /// The other way round: the shortest one when each metre that it shares with the first counts twenty times, unless nothing leads past that metre.
    /// Nothing where there is no other.
    [[nodiscard]] std::optional<TracedWay> otherWay(const NetworkSpot& from, const NetworkSpot& to, const TracedWay& first) const;

    /// What a line follows, to the centimetre, however it was drawn: for a boundary in words that stays true when the line is edited.
    [[nodiscard]] std::vector<NamedStretch> along(const Line& line) const;

    /// How far every node and every edge is that lies within so many metres of a spot, along the network.
    struct Reached {
        std::uint32_t edge = 0;
        double fromA = 0; ///< Metres from the spot to where it begins, infinite where it cannot be reached within the limit; and to where it ends.
        double fromB = 0;
    };
    [[nodiscard]] std::vector<Reached> reachedFrom(const NetworkSpot& from, double metres) const;

    [[nodiscard]] std::size_t nodeCount() const { return m_nodes.size(); }
    [[nodiscard]] std::size_t edgeCount() const { return m_edges.size(); }
    [[nodiscard]] GridSegment edge(std::uint32_t index) const { return {m_nodes[m_edges[index].a], m_nodes[m_edges[index].b]}; }
    [[nodiscard]] std::string_view nameOf(std::uint32_t edge) const { return m_names[m_edges[edge].name]; }

private:
    struct Edge {
        std::uint32_t a = 0;
        std::uint32_t b = 0;
        std::uint32_t length = 0; ///< Whole centimetres.
        std::uint32_t name = 0;
        bool bridge = false; ///< Nothing leads past it.
    };
    struct Leg { ///< A way out of a node.
        std::uint32_t node = 0;
        std::uint32_t edge = 0;
    };
    class Search;
    static constexpr std::size_t kLandmarks = 8;

    void connect();
    void findBridges();
    void placeLandmarks();
    [[nodiscard]] std::span<const Leg> legs(std::uint32_t node) const { return std::span(m_legs).subspan(m_starts[node], m_starts[node + 1] - m_starts[node]); }
    [[nodiscard]] std::vector<std::uint32_t> distancesFrom(std::uint32_t node) const;
    [[nodiscard]] std::optional<TracedWay> find(const NetworkSpot& from, const NetworkSpot& to, const TracedWay* shunned) const;
    [[nodiscard]] TracedWay wayOf(const NetworkSpot& from, const NetworkSpot& to, std::vector<std::uint32_t> nodes, std::vector<std::uint32_t> edges) const;

    std::vector<GridPoint> m_nodes; ///< Sorted.
    std::vector<Edge> m_edges;
    std::vector<Leg> m_legs;
    std::vector<std::uint32_t> m_starts;
    std::vector<std::uint32_t> m_component; ///< One a node.
    std::vector<std::uint32_t> m_toLandmark; ///< kLandmarks a node, centimetres; kFar where there is no way.
    std::vector<std::string> m_names;
    SegmentGrid m_grid; ///< Of the edges.
};

/// "along Wharf Street (420 m), then Mill Stream (1.2 km), then in a straight line (80 m)".
[[nodiscard]] std::string inWords(std::span<const NamedStretch> stretches);

} // namespace hereabouts::core
