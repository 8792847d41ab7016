// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/scale_bar.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace hereabouts::app;

TEST_CASE("a scale bar is as long as it says", "[scale]")
{
    ScaleBar bar;
    bar.setProperty("room", 120.0);
    bar.setProperty("latitude", 0.0);
    bar.setProperty("zoomLevel", 0.0);
    // 40,075.017 km of equator on 256 pixels: 156.543 km a pixel, so 120 pixels have room for 10,000 km.
    CHECK(bar.text() == QStringLiteral("10000 km"));
    CHECK_THAT(bar.length(), Catch::Matchers::WithinAbs(10'000 / 156.543, 0.01));

    bar.setProperty("latitude", 60.0); // half the ground to the pixel
    CHECK(bar.text() == QStringLiteral("5000 km"));
    bar.setProperty("zoomLevel", 18.0);
    CHECK(bar.text() == QStringLiteral("20 m"));
    CHECK(bar.length() <= 120.0);
}
