// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/geometry.h"
#include "core/geometry/grid_point.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace hereabouts::core::detail {

/// Areas, and how much of each one's ground lies under an edge: square millimetres, each figure rounded on its own.
class GroundLayer {
public:
    GroundLayer() = default;
    /// Positions are rounded to the grid; rings with a position off the grid are left out.
    explicit GroundLayer(std::span<const MultiPolygon> areas);

    [[nodiscard]] std::size_t size() const { return m_boxes.size(); }
    [[nodiscard]] const std::vector<GridBox>& boxes() const { return m_boxes; }
    /// All ground of an area; exact.
    [[nodiscard]] std::int64_t total(std::size_t area) const { return m_totals[area]; }
    /// Ground west of x.
    [[nodiscard]] std::int64_t west(std::size_t area, std::int32_t x) const;
    /// Ground under the edge from a to b, signed. What west() says of its ends wherever the area is all under the edge.
    [[nodiscard]] std::int64_t under(std::size_t area, GridPoint a, GridPoint b) const;

private:
    /// Some edges of a ring, one after the other, its area to their left: where they are all under an edge, or all over it, they are one.
    struct Run {
        GridBox box;
        std::uint32_t first = 0; ///< Vertex at which it begins; vertices follow each other in m_vertices, a ring's first one again at its end.
        std::uint32_t last = 0; ///< Vertex at which it ends.
        double ground = 0; ///< Square centimetres under it, down to the area's box: above zero where it goes west.
    };

    /// Some runs of a ring, one after the other: one in the same way.
    struct Chain {
        Run whole;
        std::uint32_t firstRun = 0;
        std::uint32_t lastRun = 0; ///< One past.
    };

    void addArea(const MultiPolygon& area);
    void addRuns(std::uint32_t first, std::uint32_t last, std::int32_t base);
    [[nodiscard]] std::span<const Chain> chainsOf(std::size_t area) const
    {
        return std::span(m_chains).subspan(m_starts[area], m_starts[area + 1] - m_starts[area]);
    }
    [[nodiscard]] std::span<const Run> runsOf(const Chain& chain) const { return std::span(m_runs).subspan(chain.firstRun, chain.lastRun - chain.firstRun); }
    /// Square centimetres of a run west of x, and under an edge; nothing where it depends on what the run is made of.
    [[nodiscard]] static std::optional<double> wholeWest(const Run& run, std::int32_t x);
    [[nodiscard]] std::optional<double> wholeUnder(const Run& run, GridPoint left, GridPoint right, double base) const;
    [[nodiscard]] double edgesWest(const Run& run, std::int32_t x, double base) const;
    [[nodiscard]] double edgesUnder(const Run& run, GridPoint left, GridPoint right, double base) const;
    [[nodiscard]] double cutUnder(std::size_t area, GridPoint left, GridPoint right) const;

    std::vector<GridBox> m_boxes;
    std::vector<std::int64_t> m_totals;
    std::vector<std::uint32_t> m_starts{0}; ///< Into m_chains, one an area and one more.
    std::vector<Chain> m_chains;
    std::vector<Run> m_runs;
    std::vector<GridPoint> m_vertices;
};

} // namespace hereabouts::core::detail
