// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/place/coverage.h"

#include <catch2/catch_test_macros.hpp>

#include <vector>

using namespace hereabouts;
using core::CommunityGround;

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
