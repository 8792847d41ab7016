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
    /// An edge of an area from west to east; its inside is under a top and over a bottom.
    struct Edge {
        GridPoint left;
        GridPoint right;
        bool top = false;
    };
    /// Large areas are sliced from west to east, so that an edge is held against the slices it passes alone.
    struct Slices {
        std::uint32_t first = 0; ///< Index of the first one's start in m_sliceStarts.
        std::uint32_t count = 0;
        std::int32_t width = 0;
    };

    void addArea(const MultiPolygon& area);
    void slice(std::vector<Edge> edges);
    [[nodiscard]] double cutUnder(std::size_t area, GridPoint left, GridPoint right) const;
    [[nodiscard]] std::span<const Edge> edgesOf(const Slices& slices, std::uint32_t slice) const;

    std::vector<GridBox> m_boxes;
    std::vector<std::int64_t> m_totals;
    std::vector<Slices> m_slices;
    std::vector<std::uint32_t> m_sliceStarts; ///< Into m_edges; one a slice and one more an area.
    std::vector<double> m_sliceWest; ///< Square centimetres west of each slice; beside m_sliceStarts.
    std::vector<Edge> m_edges;
};

} // namespace hereabouts::core::detail
