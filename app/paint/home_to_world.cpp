// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/detail/home_to_world.h"

#include "core/geometry/web_mercator.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace hereabouts::app {

namespace {

constexpr double kLeastCellMetres = 2000;
constexpr double kMostCells = 128;

/// Weights of three equidistant values at t = 0, 1/2 and 1 for the parabola through them.
std::array<double, 3> parabola(double t) { return {(1 - t) * (1 - 2 * t), 4 * t * (1 - t), t * (2 * t - 1)}; }

} // namespace

core::Result<HomeToWorld> HomeToWorld::create(int epsg, const core::Box& ground)
{
    auto projection = gis::Projection::create(epsg);
    if (!projection) return std::unexpected(projection.error());
    return HomeToWorld(std::move(*projection), ground);
}

HomeToWorld::HomeToWorld(HomeToWorld&& other) noexcept :
    m_projection(std::move(other.m_projection)), m_ground(other.m_ground), m_cell(other.m_cell), m_columns(other.m_columns), m_rows(other.m_rows),
    m_nodes(std::move(other.m_nodes))
{
}

HomeToWorld::HomeToWorld(gis::Projection projection, const core::Box& ground) : m_projection(std::move(projection))
{
    if (ground.empty()) return;
    m_cell = std::max(kLeastCellMetres, std::max(ground.width(), ground.height()) / kMostCells);
    m_columns = static_cast<std::size_t>(ground.width() / m_cell) + 1;
    m_rows = static_cast<std::size_t>(ground.height() / m_cell) + 1;
    m_ground = {ground.minX, ground.minY, ground.minX + static_cast<double>(m_columns) * m_cell, ground.minY + static_cast<double>(m_rows) * m_cell};
    m_nodes.reserve((2 * m_columns + 1) * (2 * m_rows + 1));
    for (std::size_t row = 0; row <= 2 * m_rows; ++row) {
        for (std::size_t column = 0; column <= 2 * m_columns; ++column) {
            m_nodes.push_back(exact({m_ground.minX + static_cast<double>(column) * m_cell / 2, m_ground.minY + static_cast<double>(row) * m_cell / 2}));
        }
    }
}

core::Point HomeToWorld::exact(core::Point home) const
{
    const std::scoped_lock lock(m_mutex);
    return core::toWebMercator(m_projection.toLonLat(home));
}

core::Point HomeToWorld::operator()(core::Point home) const
{
    if (!m_ground.contains(home)) return exact(home);
    const double across = (home.x - m_ground.minX) / m_cell;
    const double up = (home.y - m_ground.minY) / m_cell;
    const std::size_t column = std::min(static_cast<std::size_t>(across), m_columns - 1);
    const std::size_t row = std::min(static_cast<std::size_t>(up), m_rows - 1);
    const auto wx = parabola(across - static_cast<double>(column));
    const auto wy = parabola(up - static_cast<double>(row));
    const std::size_t line = 2 * m_columns + 1;
    const core::Point* node = &m_nodes[2 * row * line + 2 * column];
    core::Point world;
    for (std::size_t j = 0; j < 3; ++j, node += line) {
        world.x += wy[j] * (wx[0] * node[0].x + wx[1] * node[1].x + wx[2] * node[2].x);
        world.y += wy[j] * (wx[0] * node[0].y + wx[1] * node[1].y + wx[2] * node[2].y);
    }
    return world;
}

} // namespace hereabouts::app
