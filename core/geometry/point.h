// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>

namespace hereabouts::core {

/// A position on a plane: metres east and north in a place's home CRS, unless a docstring says otherwise.
struct Point {
    double x = 0;
    double y = 0;

    friend bool operator==(const Point&, const Point&) = default;
    friend auto operator<=>(const Point&, const Point&) = default;
};

/// A position on the globe in degrees, longitude first (WGS 84). A place across the antimeridian uses longitudes 0…360.
struct LonLat {
    double lon = 0;
    double lat = 0;

    friend bool operator==(const LonLat&, const LonLat&) = default;
};

} // namespace hereabouts::core
