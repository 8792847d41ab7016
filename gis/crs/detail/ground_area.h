// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/geometry.h"

#include <functional>
#include <optional>

namespace hereabouts::gis::detail {

/// A straight line of the home CRS is not the shortest way on the ground. Pieces of this length, in metres, differ from it by less than 10 cm in any national
/// grid.
inline constexpr double kLongestPiece = 2'000;

/// A position where the area between a line and the equator is a sum of products.
struct Strip {
    double longitude = 0; ///< Radians.
    double area = 0; ///< m² between the equator and the position's parallel, for each radian of longitude.
};

/// The strip of a geodetic position: Snyder 1987, formula 3-12, times half the square of the longer axis.
/// @param axis  The longer half-axis in metres. @param e2  The square of the eccentricity.
[[nodiscard]] Strip stripOf(double longitudeDegrees, double latitudeDegrees, double axis, double e2);

/// Area on the ground within a closed ring of the home CRS, its edges followed as they run there, in m². Nothing where the ring goes round a pole or beside it.
/// Rings of many vertices and few kilometres ask for sixteen strips, and take the others from a polynomial through them: better than 1e-9 of the area.
[[nodiscard]] std::optional<double> ringArea(const core::Ring& ring, const std::function<Strip(core::Point)>& strip);

} // namespace hereabouts::gis::detail
