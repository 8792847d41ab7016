// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/shapes/antimeridian.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace hereabouts;
using Catch::Matchers::WithinAbs;

namespace {

constexpr double kNewZealand = 172.5;

core::MultiPolygon box(double west, double south, double east, double north)
{
    return {core::Polygon{.outer = {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, .holes = {}}};
}

core::MultiPolygon areaOf(const core::Result<core::Geometry>& geometry)
{
    REQUIRE(geometry.has_value());
    return std::get<core::MultiPolygon>(*geometry);
}

} // namespace

TEST_CASE("a ring that jumps from 179 to -179 goes on to 181", "[antimeridian]")
{
    const auto whole = areaOf(gis::unwrapAntimeridian(box(179, -45, -179, -44), kNewZealand));
    CHECK(core::boundsOf(whole) == core::Box{179, -45, 181, -44});
}

TEST_CASE("two halves cut at 180 are one piece again", "[antimeridian]")
{
    core::MultiPolygon halves = box(178, -45, 180, -44);
    halves.push_back(box(-180, -45, -177, -44).front());
    const auto whole = areaOf(gis::unwrapAntimeridian(halves, kNewZealand));
    REQUIRE(whole.size() == 1);
    CHECK(core::boundsOf(whole) == core::Box{178, -45, 183, -44});
    CHECK_THAT(core::planarArea(whole), WithinAbs(5, 1e-9));
}

TEST_CASE("the Chathams lie east of New Zealand, however their longitude is written", "[antimeridian]")
{
    CHECK(core::boundsOf(areaOf(gis::unwrapAntimeridian(box(-177, -44.5, -176, -43.5), kNewZealand))) == core::Box{183, -44.5, 184, -43.5});
    CHECK(core::boundsOf(areaOf(gis::unwrapAntimeridian(box(183, -44.5, 184, -43.5), kNewZealand))) == core::Box{183, -44.5, 184, -43.5});
    CHECK(std::get<core::Point>(*gis::unwrapAntimeridian(core::Point{-176.5, -44}, kNewZealand)) == core::Point{183.5, -44});
}

TEST_CASE("a place far from 180 keeps its longitudes", "[antimeridian]")
{
    const auto wiltshire = box(-2.3, 50.9, -1.5, 51.7);
    CHECK(areaOf(gis::unwrapAntimeridian(wiltshire, -2)) == wiltshire);
    CHECK(areaOf(gis::clipSplitAntimeridian(wiltshire)) == wiltshire);
}

TEST_CASE("a hole goes with its area", "[antimeridian]")
{
    core::MultiPolygon atoll = box(179, -20, -179, -18);
    atoll.front().holes.push_back({{-179.9, -19.5}, {-179.5, -19.5}, {-179.5, -18.5}, {-179.9, -19.5}});
    const auto whole = areaOf(gis::unwrapAntimeridian(atoll, kNewZealand));
    CHECK_THAT(core::boundsOf(whole.front().holes.front()).minX, WithinAbs(180.1, 1e-9));
}

TEST_CASE("a ring around the pole is left as it is", "[antimeridian]")
{
    const core::MultiPolygon antarctic{{.outer = {{-120, -70}, {0, -70}, {120, -70}, {-120, -70}}, .holes = {}}};
    CHECK(areaOf(gis::unwrapAntimeridian(antarctic, kNewZealand)) == antarctic);
}

TEST_CASE("a box around the world stays one, and a step from 180 to -180 on the seam is no step", "[antimeridian]")
{
    CHECK(areaOf(gis::unwrapAntimeridian(box(-180, -90, 180, 90), 0)) == box(-180, -90, 180, 90));
    const core::MultiPolygon onSeam{{.outer = {{179, -45}, {180, -45}, {-180, -45}, {-179, -44}, {179, -44}, {179, -45}}, .holes = {}}};
    CHECK(core::boundsOf(areaOf(gis::unwrapAntimeridian(onSeam, kNewZealand))) == core::Box{179, -45, 181, -44});
}

TEST_CASE("for GeoJSON what crosses 180 is cut there and keeps its ground", "[antimeridian]")
{
    const auto halves = areaOf(gis::clipSplitAntimeridian(box(178, -45, 183, -44)));
    REQUIRE(halves.size() == 2);
    CHECK(core::boundsOf(core::MultiPolygon{halves[0]}) == core::Box{178, -45, 180, -44});
    CHECK(core::boundsOf(core::MultiPolygon{halves[1]}) == core::Box{-180, -45, -177, -44});
    CHECK(std::get<core::Point>(*gis::clipSplitAntimeridian(core::Point{183.5, -44})) == core::Point{-176.5, -44});

    const auto line = gis::clipSplitAntimeridian(core::MultiLine{{{179, 0}, {181, 2}}});
    REQUIRE(line.has_value());
    CHECK(std::get<core::MultiLine>(*line) == core::MultiLine{{{179, 0}, {180, 1}}, {{-180, 1}, {-179, 2}}});
}

TEST_CASE("cutting and joining again gives the same ground", "[antimeridian]")
{
    core::MultiPolygon ring = box(170, -50, 190, -30);
    ring.front().holes.push_back({{175, -45}, {175, -35}, {185, -35}, {185, -45}, {175, -45}});
    const auto cut = areaOf(gis::clipSplitAntimeridian(ring));
    CHECK(cut.size() == 2); // the hole reaches across, so that each half is a bracket
    const auto whole = areaOf(gis::unwrapAntimeridian(cut, kNewZealand));
    REQUIRE(whole.size() == 1);
    CHECK(whole.front().holes.size() == 1);
    CHECK_THAT(core::planarArea(whole), WithinAbs(300, 1e-9));
}
