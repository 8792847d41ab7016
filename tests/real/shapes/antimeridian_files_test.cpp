// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/shapes/antimeridian.h"
#include "tests/real/shapes/boundary_file.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>
#include <map>

using namespace hereabouts;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

core::MultiPolygon whole(const core::Geometry& degrees, double middle)
{
    const auto result = gis::unwrapAntimeridian(degrees, middle);
    REQUIRE(result.has_value());
    return std::get<core::MultiPolygon>(*result);
}

double longestStep(const core::MultiPolygon& area)
{
    double longest = 0;
    for (const core::Polygon& polygon : area) {
        for (std::size_t i = 1; i < polygon.outer.size(); ++i) longest = std::max(longest, std::abs(polygon.outer[i].x - polygon.outer[i - 1].x));
    }
    return longest;
}

} // namespace

TEST_CASE("each antimeridian case is one piece around 180 and lies where it was drawn", "[real]")
{
    // West and east ends read off the files.
    const std::map<std::string, core::Box> expected{
        {"almost-180", {180, -18.58572933, 186.28973268, -12.82925277}},
        {"cw-split", {170, 40, 190, 50}},
        {"over-180", {170, 40, 190, 50}},
        {"one-hole", {170, 40, 190, 60}},
        {"two-holes", {160, 40, 190, 60}},
        {"simple", {90, 40, 100, 50}},
    };
    for (const auto& [name, box] : expected) {
        const auto features = test::boundaryFile("nasty/antimeridian/" + name + ".json");
        if (!features) SKIP("skipped: no real data");
        REQUIRE(features->size() == 1);
        INFO(name);
        const core::MultiPolygon shape = whole(features->front().shape, 180);
        REQUIRE(shape.size() == 1);
        const core::Box bounds = core::boundsOf(shape);
        CHECK_THAT(bounds.minX, WithinAbs(box.minX, 1e-9));
        CHECK_THAT(bounds.maxX, WithinAbs(box.maxX, 1e-9));
        CHECK_THAT(bounds.minY, WithinAbs(box.minY, 1e-9));
        CHECK_THAT(bounds.maxY, WithinAbs(box.maxY, 1e-9));
        CHECK(longestStep(shape) <= 180);
    }
}

TEST_CASE("holes beyond 180 stay inside their area", "[real]")
{
    for (const auto& [name, holes] : std::map<std::string, std::size_t>{{"one-hole", 1}, {"two-holes", 2}}) {
        const auto features = test::boundaryFile("nasty/antimeridian/" + name + ".json");
        if (!features) SKIP("skipped: no real data");
        const core::MultiPolygon shape = whole(features->front().shape, 180);
        REQUIRE(shape.front().holes.size() == holes);
        for (const core::Ring& hole : shape.front().holes) CHECK(core::covers({core::Polygon{.outer = shape.front().outer, .holes = {}}}, hole.front()));
    }
}

TEST_CASE("every antimeridian case cut for GeoJSON lies within 180 and keeps its extent in degrees", "[real]")
{
    for (const char* name : {"almost-180", "complex-split", "cw-split", "over-180", "one-hole", "two-holes", "simple"}) {
        const auto features = test::boundaryFile(std::string("nasty/antimeridian/") + name + ".json");
        if (!features) SKIP("skipped: no real data");
        INFO(name);
        const core::MultiPolygon shape = whole(features->front().shape, 180);
        const auto cut = gis::clipSplitAntimeridian(shape);
        REQUIRE(cut.has_value());
        const auto& parts = std::get<core::MultiPolygon>(*cut);
        const core::Box bounds = core::boundsOf(parts);
        CHECK((bounds.minX >= -180 && bounds.maxX <= 180));
        CHECK_THAT(core::planarArea(parts), WithinRel(core::planarArea(shape), 1e-9));
        const core::MultiPolygon again = whole(*cut, 180);
        CHECK(again.size() == shape.size());
        CHECK_THAT(core::planarArea(again), WithinRel(core::planarArea(shape), 1e-9));
    }
}

TEST_CASE("swaths of satellites across the world are read and cut without failure", "[real]")
{
    for (const char* name : {"issues-124", "issues-164", "overlap"}) {
        const auto features = test::boundaryFile(std::string("nasty/antimeridian/") + name + ".json");
        if (!features) SKIP("skipped: no real data");
        INFO(name);
        const auto settled = gis::settle(whole(features->front().shape, 180)); // degrees on a grid of a hundredth: enough to make them valid
        REQUIRE(settled.has_value());
        const auto cut = gis::clipSplitAntimeridian(settled->geometry);
        REQUIRE(cut.has_value());
        const core::Box bounds = core::boundsOf(*cut);
        CHECK((bounds.minX >= -180 && bounds.maxX <= 180));
    }
}
