// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/area_count.h"
#include "tests/core/budget/small_election.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <string>
#include <vector>

using namespace hereabouts;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("each area's pot buys the area's projects by the ballots that name them, and nothing moves between pots", "[count]")
{
    const core::Election town = test::election(100, {30, 20, 25, 10}, {"abc", "abc", "ac", "d", ""});
    const std::vector<std::string> potOf{"N", "N", "S", "W"};
    const std::vector<core::PotToCount> pots{{"S", 24}, {"N", 50}, {"W", 10}, {"E", 16}};
    const auto areas = core::countByArea(town, {.rule = core::Rule::GreedyVotes}, potOf, pots);
    REQUIRE(areas.has_value());
    REQUIRE(areas->size() == 4);
    CHECK(areas->at(0).count.winners.empty());
    CHECK(areas->at(0).voters == 3);
    CHECK(areas->at(1).count.winners == std::vector<std::uint32_t>{0, 1});
    CHECK(areas->at(2).count.winners == std::vector<std::uint32_t>{3});
    CHECK(areas->at(2).voters == 1);
    CHECK(areas->at(3).voters == 0);
    const core::Count all = core::together(*areas);
    CHECK(all.winners == std::vector<std::uint32_t>{0, 1, 3});
    CHECK(all.cost == 60);
}

TEST_CASE("a project whose pot there is not, and a pot given twice, are refused by name", "[count]")
{
    const core::Election town = test::election(100, {30}, {"a"});
    CHECK_THAT(core::countByArea(town, {}, std::vector<std::string>{"X"}, std::vector<core::PotToCount>{{"N", 5}}).error().message, ContainsSubstring("'X'"));
    CHECK_FALSE(core::countByArea(town, {}, std::vector<std::string>{"N"}, std::vector<core::PotToCount>{{"N", 5}, {"N", 6}}).has_value());
    CHECK_FALSE(core::countByArea(town, {}, std::vector<std::string>{"N"}, std::vector<core::PotToCount>{{"N", -5}}).has_value());
}
