// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/point.h"

namespace hereabouts::core {

/// Web Mercator in world units: x = 0 at 180° W and 1 at 180° E (beyond 1 for longitudes above 180), y = 0 at 85.051° N and 1 at 85.051° S.
/// For display alone: nothing is measured on it.
[[nodiscard]] Point toWebMercator(LonLat position);
[[nodiscard]] LonLat fromWebMercator(Point world);

} // namespace hereabouts::core
