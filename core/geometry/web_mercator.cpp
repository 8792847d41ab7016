// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/web_mercator.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hereabouts::core {

namespace {
constexpr double kMaxLatitude = 85.05112877980659;
}

Point toWebMercator(LonLat position)
{
    const double sine = std::sin(std::clamp(position.lat, -kMaxLatitude, kMaxLatitude) * std::numbers::pi / 180);
    return {(position.lon + 180) / 360, 0.5 - std::log((1 + sine) / (1 - sine)) / (4 * std::numbers::pi)};
}

LonLat fromWebMercator(Point world)
{
    return {world.x * 360 - 180, std::atan(std::sinh(std::numbers::pi * (1 - 2 * world.y))) * 180 / std::numbers::pi};
}

} // namespace hereabouts::core
