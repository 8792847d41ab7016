// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/count.h"
#include "tests/core/budget/plain_count.h"
#include "tests/core/budget/small_election.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace hereabouts;
using Catch::Matchers::ContainsSubstring;
using core::Completion;
using core::CountRule;
using core::Election;
using core::Rule;
using core::Utility;
using test::election;

namespace {

std::string winners(const Election& election, const CountRule& rule)
{
    const auto count = core::countRound(election, rule);
    REQUIRE(count.has_value());
    std::string letters;
    for (const std::uint32_t project : count->winners) letters += election.ids[project];
    return letters;
}

} // namespace

TEST_CASE("greedy rules rank by votes, or by votes for the money, and pass over what does not fit", "[count]")
{
    const Election town = election(10, {6, 5, 4, 1}, {"ab", "abc", "abd", "ad", "b"});
    CHECK(winners(town, {.rule = Rule::GreedyVotes}) == "ad");
    CHECK(winners(town, {.rule = Rule::GreedyCost}) == "ad");
    CHECK(winners(town, {.rule = Rule::GreedyVotesPerCost}) == "dbc");
    CHECK(winners(town, {.rule = Rule::GreedyVotes, .stopsAtMisfit = true}) == "a");
    CHECK(winners(town, {.rule = Rule::GreedyVotes, .leastScore = 3}) == "a");
}

TEST_CASE("equal votes go to the cheaper project where that was declared, equal cost to the id that comes first", "[count]")
{
    const Election town = election(19, {9, 10, 10, 1}, {"abcd", "abc"});
    CHECK(winners(town, {.rule = Rule::GreedyVotes, .ties = {.kind = core::TieRule::Kind::Votes, .seed = {}}}) == "ab");
    CHECK(winners(town, {.rule = Rule::GreedyVotes, .utility = Utility::Cardinality, .stopsAtMisfit = true}) == "ab");
}

TEST_CASE("a project with no votes is bought greedily if it fits, and never with equal shares", "[count]")
{
    const Election town = election(10, {4, 5}, {"a", "a"});
    CHECK(winners(town, {.rule = Rule::GreedyVotes}) == "ab");
    CHECK(winners(town, {.rule = Rule::EqualShares}) == "a");
    CHECK(winners(town, {.rule = Rule::EqualShares, .completion = Completion::Utilitarian}) == "ab");
}

// Six of ten voters want a, b and c; four want d. The budget is 100, so each has 10.
TEST_CASE("equal shares leave a minority its part where greedy leaves it nothing", "[count]")
{
    const std::vector<std::string> ballots{"abc", "abc", "abc", "abc", "abc", "abc", "d", "d", "d", "d"};
    const Election town = election(100, {34, 33, 33, 40}, ballots);
    CHECK(winners(town, {.rule = Rule::GreedyVotes}) == "abc");
    // a costs each of six 34/6; b would cost 33/6 more and there are 26/6 left.
    CHECK(winners(town, {.rule = Rule::EqualShares}) == "ad");
    CHECK(winners(town, {.rule = Rule::EqualShares, .completion = Completion::Utilitarian}) == "ad");
    CHECK(winners(town, {.rule = Rule::EqualShares, .utility = Utility::Cardinality}) == "bd");
    // With the load of b at 5.5 each, d at 10 comes before a at 11.17, and then nothing fits.
    CHECK(winners(town, {.rule = Rule::Phragmen}) == "bd");
}

// Both cost 6 for three supporters and everybody has 2: the same price of 2.
TEST_CASE("a tie goes to the id that comes first, to the cheaper or by lot, as was declared", "[count]")
{
    Election town = election(12, {6, 6, 1}, {"a", "a", "a", "b", "b", "b"});
    town.ids = {"511", "1598", "x"};
    CHECK(winners(town, {.rule = Rule::EqualShares, .ties = {}}) == "1598511");
    town.costs = {5, 6, 1};
    CHECK(winners(town, {.rule = Rule::GreedyVotes, .ties = {.kind = core::TieRule::Kind::Votes, .seed = {}}}) == "5111598x");
    // SHA-256 of "1:511" begins with 8c4d, of "1:1598" with 0c93 and of "1:x" with 553f.
    const auto lot = core::tieRuleNamed("lot:1");
    REQUIRE(lot.has_value());
    CHECK(core::nameOf(*lot) == "lot:1");
    CHECK(core::tieRanks(town, *lot) == std::vector<std::uint32_t>{2, 0, 1});
    CHECK_THAT(core::tieRuleNamed("lot:").error().message, ContainsSubstring("lot:SEED"));
    CHECK_FALSE(core::tieRuleNamed("coin").has_value());
}

TEST_CASE("money that just pays for a project pays for it", "[count]")
{
    // 20 for each of five voters: a takes all that three of them have, and two of b's three are left with 40.
    Election town = election(100, {60, 40}, {"a", "a", "ab", "b", "b"});
    CHECK(winners(town, {.rule = Rule::EqualShares}) == "ab");
    town.costs[1] = 41;
    CHECK(winners(town, {.rule = Rule::EqualShares}) == "a");
}

TEST_CASE("every count equals the one made in fractions throughout", "[count]")
{
    std::mt19937 dice(GENERATE(1U, 2U, 3U, 4U));
    for (int i = 0; i < 300; ++i) {
        const bool hasPoints = i % 3 == 0;
        const Election town = test::dicedElection(dice, hasPoints);
        std::vector<CountRule> rules{{.rule = Rule::Phragmen}};
        for (const Utility utility : {Utility::Cost, Utility::Cardinality, Utility::Borda, Utility::Points}) {
            if (utility == Utility::Points && !hasPoints) continue;
            for (const Completion completion :
                {Completion::None, Completion::Utilitarian, Completion::Add1, Completion::Add1Infeasible, Completion::Add1Utilitarian}) {
                rules.push_back({.rule = Rule::EqualShares, .utility = utility, .completion = completion});
            }
        }
        for (const CountRule& rule : rules) {
            INFO(i << " " << core::nameOf(rule.rule) << " " << core::nameOf(rule.utility) << " " << core::nameOf(rule.completion));
            const auto count = core::countRound(town, rule);
            REQUIRE(count.has_value());
            REQUIRE(count->winners == test::countPlainly(town, rule));
            CHECK(count->cost <= town.budget);
        }
    }
}

// Costs in thousands, so that adding one unit at a time takes many steps that come out alike.
TEST_CASE("Add1 jumps over steps only where they come out alike", "[count]")
{
    std::mt19937 dice(GENERATE(21U, 22U));
    std::int64_t jumped = 0;
    for (int i = 0; i < 40; ++i) {
        Election town = test::dicedElection(dice, i % 2 == 0);
        town.budget *= 40;
        for (std::int64_t& cost : town.costs) cost = cost * 40 + i % 7;
        for (const Utility utility : {Utility::Cost, Utility::Cardinality, i % 2 == 0 ? Utility::Points : Utility::Borda}) {
            for (const Completion completion : {Completion::Add1, Completion::Add1Infeasible}) {
                const CountRule rule{.rule = Rule::EqualShares, .utility = utility, .completion = completion};
                const auto count = core::countRound(town, rule);
                REQUIRE(count.has_value());
                REQUIRE(count->winners == test::countPlainly(town, rule));
                jumped += count->steps - count->counted;
            }
        }
    }
    CHECK(jumped > 0);
}

TEST_CASE("a rule that these ballots cannot answer is refused", "[count]")
{
    const Election town = election(10, {4}, {"a"});
    CHECK_THAT(core::countRound(town, {.rule = Rule::EqualShares, .utility = Utility::Points}).error().message, ContainsSubstring("no points"));
    CHECK_FALSE(core::countRound(town, {.rule = Rule::GreedyVotes, .completion = Completion::Add1}).has_value());
    CHECK_FALSE(core::countRound(election(10, {4}, {}), {}).has_value());
}
