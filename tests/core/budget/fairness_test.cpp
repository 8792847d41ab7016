// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/count.h"
#include "core/budget/fairness.h"
#include "tests/core/budget/small_election.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <random>

using namespace hereabouts;
using Catch::Matchers::WithinAbs;
using core::Rule;
using core::Utility;

// Six of ten voters want a, b and c; four want d, whose 40 are their part of 100.
TEST_CASE("an outcome that leaves a group with the money for a project nothing is told, with the group", "[fairness]")
{
    const core::Election town = test::election(100, {34, 33, 33, 40}, {"abc", "abc", "abc", "abc", "abc", "abc", "d", "d", "d", "d"});
    const std::vector<std::uint32_t> greedy{0, 1, 2};
    const core::Fairness unfair = core::fairnessOf(town, Utility::Cost, greedy);
    CHECK(unfair.voters == 10);
    CHECK(unfair.votersWithWinner == 6);
    CHECK_THAT(unfair.winnersPerVoter, WithinAbs(1.8, 1e-12));
    CHECK_THAT(unfair.moneyPerSupporter, WithinAbs(100.0 / 18, 1e-12));
    // Six have 100/6 each, four nothing.
    CHECK_THAT(unfair.gini, WithinAbs(0.4, 1e-12));
    REQUIRE(unfair.forgotten.has_value());
    REQUIRE(unfair.forgotten->size() == 1);
    CHECK(unfair.forgotten->front().project == 3);
    CHECK(unfair.forgotten->front().voters == 4);

    const std::vector<std::uint32_t> shares{0, 3};
    const core::Fairness fair = core::fairnessOf(town, Utility::Cost, shares);
    CHECK(fair.votersWithWinner == 10);
    CHECK(fair.forgotten->empty());
}

TEST_CASE("nothing bought is nothing for everyone, not an error", "[fairness]")
{
    const core::Election town = test::election(10, {20}, {"a", ""});
    const core::Fairness none = core::fairnessOf(town, Utility::Cost, {});
    CHECK(none.votersWithWinner == 0);
    CHECK(none.gini == 0);
    CHECK(none.moneyPerSupporter == 0);
    CHECK(none.forgotten->empty());
}

TEST_CASE("equal shares never forget a group, by the utility that they count by", "[fairness]")
{
    std::mt19937 dice(GENERATE(11U, 12U, 13U));
    int greedyForgets = 0;
    for (int i = 0; i < 400; ++i) {
        const core::Election town = test::dicedElection(dice, false);
        for (const Utility utility : {Utility::Cost, Utility::Cardinality}) {
            const auto shares = core::countRound(town, {.rule = Rule::EqualShares, .utility = utility});
            REQUIRE(shares.has_value());
            CHECK(core::fairnessOf(town, utility, shares->winners).forgotten->empty());
            const auto greedy = core::countRound(town, {.rule = Rule::GreedyVotes});
            greedyForgets += core::fairnessOf(town, utility, greedy->winners).forgotten->empty() ? 0 : 1;
        }
    }
    CHECK(greedyForgets > 0);
}
