// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/draw/crossings.h"
#include "core/draw/reach.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

using namespace hereabouts;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using core::NamedWay;
using core::Network;
using core::Point;

namespace {

core::MultiPolygon reachOf(const Network& network, Point from, const core::WalkLimits& limits)
{
    const auto spot = network.nearest(from, 1);
    REQUIRE(spot.has_value());
    return core::walkingReach(network, *spot, limits);
}

} // namespace

TEST_CASE("on a straight road a walk reaches a band with pointed ends", "[draw]")
{
    const Network road = Network::build(std::vector<NamedWay>{{"Long Road", {{-5000, 0}, {5000, 0}}}});
    const auto reach = reachOf(road, {0, 0}, {.metres = 400, .asideMetres = 50});
    REQUIRE(reach.size() == 1);
    const core::Box box = core::boundsOf(reach);
    CHECK_THAT(box.maxX, WithinAbs(400, 3));
    CHECK_THAT(box.minX, WithinAbs(-400, 3));
    CHECK_THAT(box.maxY, WithinAbs(50, 3));
    // Discs of 50 m up to 350 m along; beyond that they shrink to nothing as one has that much less to walk: all of them end at 400 m.
    const double band = 2 * 350.0 * 100;
    const double ends = std::numbers::pi * 50 * 50;
    CHECK_THAT(core::planarArea(reach), WithinRel(band + ends, 0.02));
    CHECK(reach.front().outer.size() < 80);
}

TEST_CASE("a walk follows the streets and does not leap over what lies between them", "[draw]")
{
    // Two streets 200 m apart, joined at one end, 500 m from the start.
    const Network network
        = Network::build(std::vector<NamedWay>{{"Here", {{0, 0}, {500, 0}}}, {"Bridge", {{500, 0}, {500, 200}}}, {"There", {{500, 200}, {0, 200}}}});
    const auto near = reachOf(network, {0, 0}, {.metres = 400});
    CHECK_FALSE(core::covers(near, {0, 200}));
    CHECK(core::covers(near, {300, 30}));
    const auto far = reachOf(network, {0, 0}, {.metres = 1000});
    CHECK(core::covers(far, {300, 210}));
    CHECK_FALSE(core::covers(far, {100, 200}));
    CHECK_FALSE(core::covers(far, {100, 100}));
}

TEST_CASE("the middle of a block is reached with the streets round it, a park is not", "[draw]")
{
    const auto roundWalk = [](double side) {
        const Network network = Network::build(std::vector<NamedWay>{{"Round", {{0, 0}, {side, 0}, {side, side}, {0, side}, {0, 0}}}});
        return reachOf(network, {0, 0}, {.metres = 3000});
    };
    CHECK(core::covers(roundWalk(180), {90, 90}));
    CHECK(roundWalk(180).front().holes.empty());
    const auto park = roundWalk(400);
    CHECK_FALSE(core::covers(park, {200, 200}));
    REQUIRE(park.front().holes.size() == 1);
    CHECK_THAT(core::planarArea(park), WithinRel(500.0 * 500 - (4 - std::numbers::pi) * 2500 - 300 * 300, 0.02));
}

TEST_CASE("what a walk reaches in a town is a boundary that may be taken as it is", "[draw]")
{
    std::vector<NamedWay> ways;
    for (int i = 0; i < 20; ++i) {
        ways.push_back({"Street", {{0, 130.0 * i}, {2500, 130.0 * i + 40 * (i % 3)}}});
        ways.push_back({"Avenue", {{130.0 * i, 0}, {130.0 * i + 30 * (i % 4), 2500}}});
    }
    const Network network = Network::build(ways);
    for (const double metres : {150.0, 400.0, 800.0, 1500.0}) {
        const auto reach = core::walkingReach(network, *network.nearest({1300, 1200}, 200), {.metres = metres});
        const auto sketch = core::Sketch::of(reach);
        REQUIRE(sketch.has_value());
        CHECK(std::ranges::none_of(core::meetingsOf(*sketch), &core::Meeting::isFault));
        CHECK(core::covers(reach, network.nearest({1300, 1200}, 200)->at));
        CHECK(core::planarArea(reach) <= std::numbers::pi * metres * metres);
        CHECK(core::planarArea(reach) >= metres * metres);
    }
}
