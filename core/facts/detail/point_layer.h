// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/geometry.h"
#include "core/geometry/grid_point.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hereabouts::core::detail {

/// Points in clusters of some sixteen that lie together, so that most of them are counted by the cluster.
class PointLayer {
public:
    PointLayer() = default;
    /// Positions are rounded to the grid. One off the grid lies nowhere.
    explicit PointLayer(std::span<const Point> points);

    [[nodiscard]] std::size_t size() const { return m_points.size(); }
    [[nodiscard]] const std::vector<GridBox>& boxes() const { return m_boxes; } ///< One a cluster.
    [[nodiscard]] std::uint32_t begin(std::size_t cluster) const { return m_starts[cluster]; }
    [[nodiscard]] std::uint32_t end(std::size_t cluster) const { return m_starts[cluster + 1]; }
    /// Points in the order of clusters, and which one each was.
    [[nodiscard]] GridPoint at(std::uint32_t place) const { return m_points[place]; }
    [[nodiscard]] std::uint32_t originOf(std::uint32_t place) const { return m_origins[place]; }

    /// The points inside an area, by what they were, in order.
    [[nodiscard]] std::vector<std::uint32_t> inside(const MultiPolygon& area) const;

private:
    std::vector<GridPoint> m_points;
    std::vector<std::uint32_t> m_origins;
    std::vector<std::uint32_t> m_starts;
    std::vector<GridBox> m_boxes;
};

} // namespace hereabouts::core::detail
