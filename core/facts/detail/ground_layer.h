// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/geometry.h"
#include "core/geometry/grid_point.h"

#include <cstddef>
#include <cstdint>
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

    void addArea(const MultiPolygon& area);
    void addRuns(std::uint32_t first, std::uint32_t last, std::int32_t base);
    [[nodiscard]] std::span<const Run> runsOf(std::size_t area) const { return std::span(m_runs).subspan(m_starts[area], m_starts[area + 1] - m_starts[area]); }
    [[nodiscard]] double cutUnder(std::size_t area, GridPoint left, GridPoint right) const;

    std::vector<GridBox> m_boxes;
    std::vector<std::int64_t> m_totals;
    std::vector<std::uint32_t> m_starts{0}; ///< Into m_runs, one an area and one more.
    std::vector<Run> m_runs;
    std::vector<GridPoint> m_vertices;
};

} // namespace hereabouts::core::detail
