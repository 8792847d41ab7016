// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/shapes/repair.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>
#include <random>

using namespace hereabouts;
using Catch::Matchers::WithinAbs;

namespace {

core::MultiPolygon area(core::Ring outer, std::vector<core::Ring> holes = {})
{
    return {core::Polygon{.outer = std::move(outer), .holes = std::move(holes)}};
}

core::MultiPolygon square(double side)
{
    return area({{0, 0}, {side, 0}, {side, side}, {0, side}, {0, 0}});
}

const core::MultiPolygon& shapeOf(const core::Result<gis::SettledShape>& settled)
{
    REQUIRE(settled.has_value());
    return std::get<core::MultiPolygon>(settled->geometry);
}

} // namespace

TEST_CASE("a good square stays as it is and is not called repaired", "[repair]")
{
    const auto settled = gis::settle(square(100));
    CHECK(shapeOf(settled) == square(100));
    CHECK_FALSE(settled->repaired);
    CHECK(settled->reason.empty());
    CHECK(settled->wasSquareMetres == 10'000);
    CHECK(settled->nowSquareMetres == 10'000);
}

TEST_CASE("rounding to the centimetre, turning a ring and dropping a repeated point are no repair", "[repair]")
{
    const auto settled = gis::settle(area({{0, 0}, {0.001, 100.004}, {0, 100}, {100.004, 100}, {100, 0.0049}, {100, 0.0049}, {0, 0}}));
    CHECK(shapeOf(settled) == area({{0, 0}, {100, 0}, {100, 100}, {0, 100}, {0, 0}}));
    CHECK_FALSE(settled->repaired);
}

TEST_CASE("a bow tie becomes two triangles and its crossing is named", "[repair]")
{
    // Two triangles of base 100 and height 50 that meet at (50, 50).
    const auto settled = gis::settle(area({{0, 0}, {100, 100}, {100, 0}, {0, 100}, {0, 0}}));
    CHECK(shapeOf(settled).size() == 2);
    CHECK(settled->repaired);
    CHECK(settled->reason == "its line crosses itself near 50.0, 50.0");
    CHECK_THAT(settled->nowSquareMetres, WithinAbs(5'000, 1e-6));
}

TEST_CASE("a spike is cut off and the ground kept", "[repair]")
{
    const auto settled = gis::settle(area({{0, 0}, {100, 0}, {100, 50}, {150, 50}, {100, 50}, {100, 100}, {0, 100}, {0, 0}}));
    CHECK(settled->repaired);
    CHECK_THAT(core::planarArea(shapeOf(settled)), WithinAbs(10'000, 1e-6));
    CHECK(core::boundsOf(shapeOf(settled)).maxX == 100);
}

TEST_CASE("two parts that overlap become one, their common ground counted once", "[repair]")
{
    core::MultiPolygon parts = square(100);
    parts.push_back(area({{50, 0}, {150, 0}, {150, 100}, {50, 100}, {50, 0}}).front());
    const auto settled = gis::settle(parts);
    CHECK(settled->repaired);
    CHECK(settled->wasSquareMetres == 20'000);
    CHECK_THAT(core::planarArea(shapeOf(settled)), WithinAbs(15'000, 1e-6));
}

TEST_CASE("a hole inside stays, and one drawn outside is a part with its role mistaken", "[repair]")
{
    const core::Ring inside{{10, 10}, {10, 20}, {20, 20}, {20, 10}, {10, 10}};
    const auto kept = gis::settle(area(square(100).front().outer, {inside}));
    CHECK_FALSE(kept->repaired);
    CHECK(core::planarArea(shapeOf(kept)) == 9'900);

    const core::Ring outside{{210, 10}, {210, 20}, {220, 20}, {220, 10}, {210, 10}};
    const auto outer = gis::settle(area(square(100).front().outer, {outside}));
    CHECK(outer->repaired);
    CHECK(outer->reason.starts_with("a hole lies outside it"));
    CHECK_THAT(core::planarArea(shapeOf(outer)), WithinAbs(10'100, 1e-6));
}

TEST_CASE("a ring that was left open is closed and that is told", "[repair]")
{
    const auto settled = gis::settle(area({{0, 0}, {100, 0}, {100, 100}, {0, 100}}));
    CHECK(shapeOf(settled) == square(100));
    CHECK(settled->repaired);
    CHECK(settled->reason == "its line did not come back to where it began");
}

TEST_CASE("a line that encloses no ground vanishes and is refused", "[repair]")
{
    const core::MultiPolygon nothing[] = {
        area({{0, 0}, {100, 100}, {0, 0}, {100, 100}, {0, 0}}),
        area({{0, 0}, {50, 50}, {100, 100}, {0, 0}}),
        area({{5, 5}, {5, 5}, {5, 5}, {5, 5}}),
        area({{0, 0}, {0.002, 0}, {0.002, 0.002}, {0, 0}}),
        area({{0, 0}, {1, 1}}),
        area({}),
        {},
    };
    for (const core::MultiPolygon& shape : nothing) {
        const auto refused = gis::settle(shape);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == core::ErrorCode::BadInput);
        CHECK(refused.error().message.find("vanishes") != std::string::npos);
    }
    CHECK_FALSE(gis::settle(core::MultiLine{{{1, 1}, {1, 1}}}).has_value());
}

TEST_CASE("coordinates that are no number or not on Earth are refused", "[repair]")
{
    for (const double bad : {std::nan(""), HUGE_VAL, -HUGE_VAL, 1e300, 1e9}) {
        CHECK_FALSE(gis::settle(area({{0, 0}, {100, bad}, {100, 100}, {0, 0}})).has_value());
        CHECK_FALSE(gis::settle(area(square(100).front().outer, {{{1, 1}, {bad, 2}, {2, 2}, {1, 1}}})).has_value());
        CHECK_FALSE(gis::settle(core::Point{bad, 0}).has_value());
        CHECK_FALSE(gis::settle(core::MultiLine{{{0, 0}, {bad, 1}}}).has_value());
    }
}

TEST_CASE("a point and a line are put on the grid", "[repair]")
{
    CHECK(std::get<core::Point>(gis::settle(core::Point{1.004, -0.001})->geometry) == core::Point{1, 0});
    CHECK(std::get<core::MultiLine>(gis::settle(core::MultiLine{{{0, 0}, {0.001, 0}, {5.126, 0}}})->geometry) == core::MultiLine{{{0, 0}, {5.13, 0}}});
    CHECK(std::holds_alternative<std::monostate>(gis::settle({})->geometry));
}

TEST_CASE("rounding that makes two lines of a valid shape cross is settled without a repair", "[repair]")
{
    // A tongue 4 mm wide: valid as drawn, without width on the grid.
    const auto settled = gis::settle(area({{0, 0}, {100, 0}, {100, 50}, {150, 50.001}, {100, 50.004}, {100, 100}, {0, 100}, {0, 0}}));
    CHECK_FALSE(settled->repaired);
    CHECK_THAT(core::planarArea(shapeOf(settled)), WithinAbs(10'000, 0.5));
}

TEST_CASE("scribbles settle into areas that settling again does not change", "[repair]")
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> metres(0, 1'000);
    std::uniform_int_distribution<int> corners(3, 40);
    for (int i = 0; i < 300; ++i) {
        core::Ring ring;
        for (int k = corners(random); k > 0; --k) ring.push_back({1'700'000 + metres(random), 5'400'000 + metres(random)});
        ring.push_back(ring.front());
        const auto once = gis::settle(area(ring));
        REQUIRE(once.has_value());
        const auto twice = gis::settle(once->geometry);
        REQUIRE(twice.has_value());
        CHECK_FALSE(twice->repaired);
        CHECK(twice->geometry == once->geometry);
        CHECK(once->nowSquareMetres > 0);
        CHECK(once->nowSquareMetres <= 1'000'000);
    }
}

TEST_CASE("a stopped job settles nothing", "[repair]")
{
    std::stop_source source;
    source.request_stop();
    const auto refused = gis::settle(square(10), core::Job{.stop = source.get_token()});
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == core::ErrorCode::Cancelled);
}
