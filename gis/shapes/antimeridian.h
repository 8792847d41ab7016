// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/geometry.h"

namespace hereabouts::gis {

/// Shapes in degrees (x = longitude) made whole for a place around `middleLongitude`: a line that jumps from 179 to -179 goes on to 181, each part is moved by
/// whole turns to lie nearest the middle, and parts that were cut apart at 180° are joined again. A ring around a pole is left as it is.
[[nodiscard]] core::Result<core::Geometry> unwrapAntimeridian(core::Geometry degrees, double middleLongitude);

/// The other way, for GeoJSON (RFC 7946, 3.1.9): whatever crosses 180° is cut there, and all longitudes lie in -180…180.
[[nodiscard]] core::Result<core::Geometry> clipSplitAntimeridian(core::Geometry degrees);

} // namespace hereabouts::gis
