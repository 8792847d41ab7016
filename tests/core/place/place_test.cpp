// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/area_locator.h"
#include "core/place/apportionment.h"
#include "core/place/coverage.h"
#include "tests/core/drawn_map.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <numeric>
#include <random>
#include <vector>

using namespace hereabouts;
using Catch::Matchers::WithinRel;
using core::CommunityGround;
using core::GroundPart;
using core::kNowhere;

namespace {

/// Index of each small area by its letter, in the order of the alphabet.
std::vector<core::Point> pointsOf(const test::DrawnMap& map)
{
    std::vector<core::Point> points;
    for (const auto& [letter, area] : map.areas()) points.push_back(core::representativePoint(area));
    return points;
}

std::vector<std::uint32_t> holders(const test::DrawnMap& smallAreas, const test::DrawnMap& areas)
{
    std::vector<core::MultiPolygon> shapes;
    for (const auto& [letter, area] : areas.areas()) shapes.push_back(area);
    const std::vector<core::Point> points = pointsOf(smallAreas);
    std::vector<std::uint32_t> found(points.size());
    core::AreaLocator::build(shapes).locate(points, found);
    return found;
}

} // namespace

TEST_CASE("a small area's people go whole to the area that holds its middle", "[apportion]")
{
    // Four small areas of two squares; nobody has the ground of d.
    const test::DrawnMap smallAreas(R"(a a c c
                                       b b d d)");
    const test::DrawnMap areas(R"(N N N N
                                  S S . .)");
    const auto result = core::apportionByPoint(std::vector<std::int64_t>{100, 150, 120, 80}, holders(smallAreas, areas), 2);

    CHECK(result.people == std::vector<double>{220, 150});
    CHECK(result.outside == 80);
    CHECK(result.total == 450);
}

TEST_CASE("a small area's people are shared as its ground is", "[apportion]")
{
    const std::vector<std::int64_t> people{100, 200};
    const std::vector<GroundPart> parts{{.smallArea = 0, .area = 0, .share = 0.25}, {.smallArea = 0, .area = 1, .share = 0.75}, {.smallArea = 1, .area = 1, .share = 0.5}};
    const auto result = core::apportionByGround(people, parts, 2);

    CHECK(result.people == std::vector<double>{25, 175});
    CHECK(result.outside == 100);
    CHECK(result.total == 300);
}

TEST_CASE("people are neither lost nor invented where areas tile the ground", "[apportion]")
{
    std::mt19937 dice(4);
    std::uniform_int_distribution<std::int64_t> count(0, 300);
    std::uniform_real_distribution<double> cut(0, 1);
    std::vector<std::int64_t> people;
    std::vector<GroundPart> parts;
    for (std::uint32_t i = 0; i < 500; ++i) {
        people.push_back(count(dice));
        const double share = cut(dice);
        parts.push_back({.smallArea = i, .area = i % 7, .share = share});
        parts.push_back({.smallArea = i, .area = (i + 1) % 7, .share = 1 - share});
    }
    const auto result = core::apportionByGround(people, parts, 7);

    const double everyone = static_cast<double>(std::accumulate(people.begin(), people.end(), std::int64_t{0}));
    CHECK(result.total == everyone);
    CHECK_THAT(std::accumulate(result.people.begin(), result.people.end(), result.outside), WithinRel(everyone, 1e-12));
}

TEST_CASE("a withheld count is nobody's and not part of the total", "[apportion]")
{
    const std::vector<std::int64_t> people{100, -1};
    CHECK(core::apportionByPoint(people, std::vector<std::uint32_t>{0, 0}, 1).total == 100);
    CHECK(core::apportionByGround(people, std::vector<GroundPart>{{.smallArea = 1, .area = 0, .share = 1}}, 1).people == std::vector<double>{0});
}

TEST_CASE("a small shape's people are a range when methods disagree", "[apportion]")
{
    const std::vector<std::int64_t> people{145};
    const std::vector<core::Apportioned> methods{core::apportionByPoint(people, std::vector<std::uint32_t>{kNowhere}, 1),
        core::apportionByGround(people, std::vector<GroundPart>{{.smallArea = 0, .area = 0, .share = 0.4}}, 1)};
    CHECK(core::rangeOf(methods) == std::vector<core::PeopleRange>{{.least = 0, .most = 58}});
}

TEST_CASE("people in several communities are covered once", "[coverage]")
{
    // Five small areas of 100, 200, 300, 400 and 500; the second community overlaps the first on small area 1.
    const std::vector<std::int64_t> people{100, 200, 300, 400, 500};
    const std::vector<CommunityGround> communities{{.smallAreas = {0, 1}}, {.smallAreas = {1, 2}}, {.smallAreas = {}}, {.smallAreas = {4}, .counts = false}};
    const auto held = core::timesHeld(people.size(), communities);
    const core::Coverage coverage = core::coverageOf(people, held);

    CHECK(coverage.covered == 600);
    CHECK(coverage.inSeveral == 200);
    CHECK(coverage.uncovered() == 900);
    CHECK(coverage.coverage() == 0.4);
    CHECK(coverage.coverage() + coverage.gap() == 1);

    SECTION("and the bands add up to the whole")
    {
        const auto bands = core::coverageByBand(people, held, std::vector<int>{1, 9, 9, 9, 1});
        CHECK(bands.at(1).covered == 100);
        CHECK(bands.at(9).covered == 500);
        CHECK(bands.at(1).people + bands.at(9).people == coverage.people);
        CHECK(bands.at(1).covered + bands.at(9).covered == coverage.covered);
        CHECK(bands.at(1).inSeveral + bands.at(9).inSeveral == coverage.inSeveral);
    }
    SECTION("in whatever order the communities come")
    {
        const std::vector<CommunityGround> turned(communities.rbegin(), communities.rend());
        CHECK(core::coverageOf(people, core::timesHeld(people.size(), turned)) == coverage);
    }
}

TEST_CASE("a place without people has no coverage and no gap", "[coverage]")
{
    const core::Coverage coverage = core::coverageOf({}, {});
    CHECK(coverage.coverage() == 0);
    CHECK(coverage.gap() == 0);
}

TEST_CASE("an overlap is told as part of the smaller community", "[coverage]")
{
    const std::vector<std::int64_t> people{100, 200, 300, 400};
    const CommunityGround wide{.smallAreas = {0, 1, 2}};
    const CommunityGround narrow{.smallAreas = {2, 3}};
    const CommunityGround inner{.smallAreas = {1}};

    CHECK(core::sharedPeople(people, wide, narrow).shared == 300);
    CHECK(core::sharedPeople(people, wide, narrow).ofTheSmaller() == 0.5);
    CHECK(core::sharedPeople(people, wide, inner).ofTheSmaller() == 1);
    CHECK(core::sharedPeople(people, inner, narrow).shared == 0);
    CHECK(core::sharedPeople(people, {}, narrow).ofTheSmaller() == 0);
}
