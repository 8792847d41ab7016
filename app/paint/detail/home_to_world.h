// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/box.h"
#include "core/geometry/point.h"
#include "gis/crs/projection.h"

#include <cstddef>
#include <mutex>
#include <vector>

namespace hereabouts::app {

/// From a home CRS to Web-Mercator world units, fast enough for every vertex of a place: PROJ is asked at the nodes of a net over the ground, and
/// quadratic curves go through three nodes each way in every cell. Cells are 2 km and up, which keeps the error under a centimetre for a district and under
/// a few decimetres for a country. Outside the net PROJ answers itself. Safe to call from several threads.
class HomeToWorld {
public:
    /// @param ground  What the net covers, in the home CRS; may be empty.
    /// Fails with BadInput if PROJ does not know the code.
    [[nodiscard]] static core::Result<HomeToWorld> create(int epsg, const core::Box& ground);
    HomeToWorld(HomeToWorld&& other) noexcept;

    [[nodiscard]] core::Point operator()(core::Point home) const;
    [[nodiscard]] bool covers(const core::Box& ground) const { return ground.empty() || (m_ground.contains({ground.minX, ground.minY}) && m_ground.contains({ground.maxX, ground.maxY})); }

private:
    HomeToWorld(gis::Projection projection, const core::Box& ground);
    [[nodiscard]] core::Point exact(core::Point home) const;

    gis::Projection m_projection;
    mutable std::mutex m_mutex; ///< Guards m_projection.
    core::Box m_ground;
    double m_cell = 1;
    std::size_t m_columns = 0; ///< Cells across.
    std::size_t m_rows = 0;
    std::vector<core::Point> m_nodes; ///< (2 · columns + 1) a line, (2 · rows + 1) lines.
};

} // namespace hereabouts::app
