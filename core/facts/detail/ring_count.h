// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/detail/ground_layer.h"
#include "core/facts/detail/point_layer.h"
#include "core/geometry/segment_grid.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace hereabouts::core::detail {

/// Twice the signed area of a ring in cm². Exact.
[[nodiscard]] std::int64_t doubledArea(std::span<const GridPoint> ring);

/// A ring counted from nothing: what lies under each of its edges, summed up, without asking every edge of every thing. Where no edge comes near a thing, the
/// sum is its whole count times how often the ring goes round it; and of the edges far above one that is near, only where that run of edges begins and ends
/// makes a difference.
class RingCount {
public:
    explicit RingCount(std::span<const GridPoint> ring);

    /// The sum of layer.under() over all edges.
    [[nodiscard]] std::int64_t groundOf(const GroundLayer& layer, std::size_t area) const;
    /// How often the ring goes round a point, left turns above zero.
    [[nodiscard]] int timesRound(GridPoint p) const;
    /// Calls visit(place, times) for every point that the ring goes round.
    void visitPoints(const PointLayer& layer, const std::function<void(std::uint32_t place, int times)>& visit) const;

private:
    [[nodiscard]] GridPoint at(std::size_t i) const { return m_ring[i % m_ring.size()]; }
    [[nodiscard]] std::size_t columnOf(std::int32_t x) const { return static_cast<std::size_t>((x - m_box.minX) / m_columnWidth); }
    [[nodiscard]] std::span<const std::uint32_t> column(std::int32_t x) const;
    /// Edges that meet the box, each once.
    void edgesNear(const GridBox& box, std::vector<std::uint32_t>& found) const;
    [[nodiscard]] int runsOverTheEastOf(const GridBox& box) const;

    std::span<const GridPoint> m_ring;
    GridBox m_box;
    SegmentGrid m_grid;
    std::int32_t m_columnWidth = 1;
    std::vector<std::uint32_t> m_columnStarts;
    std::vector<std::uint32_t> m_columnEdges;
};

} // namespace hereabouts::core::detail
