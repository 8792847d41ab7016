// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/home_map.h"

#include <cmath>
#include <numbers>

namespace hereabouts::app {

core::Result<HomeMap> HomeMap::create(int epsg)
{
    auto projection = gis::Projection::create(epsg);
    if (!projection) return std::unexpected(std::move(projection.error()));
    return HomeMap(std::move(*projection));
}

Touch HomeMap::touch(const QGeoCoordinate& position, double zoom) const
{
    // Web Mercator's equator is the WGS 84 one, 256 pixels at zoom 0.
    constexpr double kEquatorMetres = 2 * std::numbers::pi * 6'378'137.0;
    const double scale = std::cos(position.latitude() * std::numbers::pi / 180);
    return {m_projection.fromLonLat({position.longitude(), position.latitude()}), kEquatorMetres * scale / (256 * std::exp2(zoom))};
}

QGeoCoordinate HomeMap::toMap(core::Point home) const
{
    const core::LonLat position = m_projection.toLonLat(home);
    return {position.lat, std::remainder(position.lon, 360.0)};
}

} // namespace hereabouts::app
