// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/shapes/overlay.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace hereabouts {

namespace {

core::MultiPolygon box(double x, double y, double width, double height)
{
    return {{.outer = {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}}, .holes = {}}};
}

} // namespace

TEST_CASE("what is taken out and what is left make the whole", "[overlay]")
{
    const core::MultiPolygon whole = box(0, 0, 100, 100), bite = box(60, -10, 100, 50);
    const auto left = gis::difference(whole, bite), taken = gis::intersection(whole, bite);
    REQUIRE((left && taken));
    CHECK(core::planarArea(*left) == Catch::Approx(8400));
    CHECK(core::planarArea(*left) + core::planarArea(*taken) == Catch::Approx(10'000));
    CHECK(gis::difference(whole, whole)->empty());
}

TEST_CASE("a line that goes right through cuts an area in parts and loses no ground; one that ends inside cuts nothing", "[overlay]")
{
    core::MultiPolygon ring = box(0, 0, 100, 100);
    ring[0].holes.push_back({{40, 40}, {40, 60}, {60, 60}, {60, 40}, {40, 40}});
    const auto cut = gis::cutBy(ring, {{-10, 50}, {110, 50}});
    REQUIRE(cut);
    CHECK(cut->size() == 2);
    CHECK(core::planarArea(*cut) == Catch::Approx(core::planarArea(ring)));
    const auto slit = gis::cutBy(ring, {{-10, 50}, {45, 50}});
    REQUIRE(slit);
    CHECK(slit->size() == 1);
    CHECK(core::planarArea(*slit) == Catch::Approx(core::planarArea(ring)));
}

} // namespace hereabouts
