// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/area_count.h"
#include "core/budget/area_pots.h"
#include "core/budget/division.h"
#include "core/budget/votes.h"
#include "tests/core/budget/our_place_round.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace hereabouts;
using Catch::Matchers::ContainsSubstring;
using core::ErrorCode;
using core::Money;
using core::PotArea;
using core::PotWeights;
using core::ProposalId;

namespace {

constexpr PotWeights kSampleRule{.equal = 1'000, .people = 6'500, .deprived = 2'000, .land = 500};

Money dollars(std::int64_t amount) { return Money::fromMinor(amount * 100); }

Money sum(const std::vector<Money>& parts) { return std::accumulate(parts.begin(), parts.end(), Money{}); }

std::vector<std::int64_t> minorsOf(const std::vector<Money>& parts)
{
    std::vector<std::int64_t> minors;
    for (const Money part : parts) minors.push_back(part.minor());
    return minors;
}

/// The round by its votes: each vote a ballot of its own.
struct OurPlace {
    core::Election election;
    std::vector<std::string> potOf;
};

OurPlace ourPlace(std::mt19937& dice)
{
    auto ballot = test::kOurPlaceBallot;
    std::ranges::shuffle(ballot, dice);
    OurPlace round;
    round.election.budget = dollars(test::kOurPlacePotDollars).minor();
    round.election.unitsPerCurrency = 100;
    for (const test::BallotItem& item : ballot) {
        const auto project = static_cast<std::uint32_t>(round.election.ids.size());
        round.election.ids.emplace_back(item.code);
        round.election.names.emplace_back();
        round.election.costs.push_back(dollars(item.dollars).minor());
        round.potOf.emplace_back(item.areaPot);
        for (std::int64_t vote = 0; vote < item.votes; ++vote) {
            round.election.marks.push_back(project);
            round.election.ballotEnds.push_back(static_cast<std::uint32_t>(round.election.marks.size()));
        }
    }
    return round;
}

} // namespace

TEST_CASE("a cent that does not divide goes to the largest remainder, the first of equal ones", "[pots]")
{
    CHECK(minorsOf(core::divide(Money::fromMinor(100), std::vector<std::int64_t>{1, 1, 1})) == std::vector<std::int64_t>{34, 33, 33});
    CHECK(minorsOf(core::divide(Money::fromMinor(10), std::vector<std::int64_t>{70, 25, 5})) == std::vector<std::int64_t>{7, 3, 0});
    CHECK(minorsOf(core::divide(Money::fromMinor(5), std::vector<std::int64_t>{0, 1})) == std::vector<std::int64_t>{0, 5});
}

TEST_CASE("what is divided adds up to what there was, and nobody is a cent from their due", "[pots]")
{
    std::mt19937_64 dice(GENERATE(1U, 2U, 3U));
    std::uniform_int_distribution<std::int64_t> share(0, 1'000'000'000'000);
    std::uniform_int_distribution<std::int64_t> amount(0, 9'000'000'000'000'000);
    std::vector<std::int64_t> shares;
    for (int i = 0; i < 200; ++i) shares.push_back(share(dice));
    const Money whole = Money::fromMinor(amount(dice));
    const std::vector<Money> parts = core::divide(whole, shares);

    CHECK(sum(parts) == whole);
    const long double all = std::accumulate(shares.begin(), shares.end(), 0.0L);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const long double due = static_cast<long double>(whole.minor()) * static_cast<long double>(shares[i]) / all;
        CHECK(std::abs(static_cast<long double>(parts[i].minor()) - due) < 1.01L);
    }
}

TEST_CASE("the sample round's pots are those of its rule", "[pots]")
{
    const auto pots = core::areaPots(dollars(test::kOurPlacePotDollars), kSampleRule, test::kOurPlaceAreas);
    REQUIRE(pots.has_value());

    std::map<std::string, std::int64_t> wholeDollars;
    Money all;
    for (const core::AreaPot& pot : *pots) {
        wholeDollars[pot.code] = (pot.total().minor() + 50) / 100;
        all += pot.total();
        CHECK(pot.equal == dollars(10'000));
    }
    CHECK(all == dollars(1'200'000));
    CHECK(wholeDollars
        == std::map<std::string, std::int64_t>{{"PKC", 176'780}, {"PKW", 150'269}, {"PKH", 82'891}, {"MAR", 60'852}, {"TOT", 105'882}, {"RIM", 153'555},
            {"KAH", 71'004}, {"MAN", 51'173}, {"NIK", 74'307}, {"HAR", 118'991}, {"PON", 77'490}, {"RAU", 76'806}});
}

TEST_CASE("a pot formula that cannot be followed is refused with what to mend", "[pots]")
{
    const std::vector<PotArea> areas{
        {.code = "A", .people = 10, .deprivedPeople = 0, .squareMetres = 5}, {.code = "B", .people = 30, .deprivedPeople = 0, .squareMetres = 5}};

    CHECK(core::areaPots(dollars(1), {.people = 10'000}, {}).error().code == ErrorCode::BadInput);
    CHECK_THAT(core::areaPots(dollars(1), {.people = 9'950}, areas).error().message, ContainsSubstring("99.50 %"));
    CHECK_THAT(core::areaPots(dollars(1), {.people = 9'000, .deprived = 1'000}, areas).error().message, ContainsSubstring("deprived people"));
    CHECK_THAT(core::areaPots(dollars(1), {.people = 11'000, .land = -1'000}, areas).error().message, ContainsSubstring("land"));
    CHECK_THAT(core::areaPots(dollars(1), {.people = 10'000}, std::vector<PotArea>{{.code = "A", .people = -3}}).error().message, ContainsSubstring("'A'"));
    CHECK(core::areaPots(Money::fromMinor(-1), {.people = 10'000}, areas).error().code == ErrorCode::BadInput);
}

TEST_CASE("a ballot counts once for each proposal it names", "[votes]")
{
    const std::vector<ProposalId> proposals{ProposalId{"A-01"}, ProposalId{"A-02"}, ProposalId{"B-01"}};
    const std::vector<std::string_view> ballots{"A-01;B-01", "B-01", "B-01; B-01;A-01", "", "Z-99;A-02", ";"};
    const core::Votes votes = core::countVotes(proposals, ballots);

    CHECK(votes.approvals == std::vector<std::int64_t>{2, 1, 3});
    CHECK(votes.ballots == 6);
    CHECK(votes.blank == 2);
    CHECK(votes.unknownChoices == 1);
}

TEST_CASE("the sample round has 29 winners of one pot and 28 of area pots", "[count]")
{
    const auto formula = core::areaPots(dollars(test::kOurPlacePotDollars), kSampleRule, test::kOurPlaceAreas);
    REQUIRE(formula.has_value());
    std::vector<core::PotToCount> pots;
    for (const core::AreaPot& pot : *formula) pots.push_back({.code = pot.code, .amount = pot.total().minor()});

    // The order in which proposals come makes no difference.
    std::mt19937 dice(GENERATE(0U, 1U, 2U));
    const OurPlace round = ourPlace(dice);
    const core::CountRule rule{
        .rule = core::Rule::GreedyVotes, .utility = core::Utility::Cardinality, .completion = {}, .ties = {.kind = core::TieRule::Kind::Votes, .seed = {}}};
    const auto one = core::countRound(round.election, rule);
    REQUIRE(one.has_value());
    CHECK(one->winners.size() == 29);
    CHECK(one->cost == dollars(1'196'500).minor());

    const auto areas = core::countByArea(round.election, rule, round.potOf, pots);
    REQUIRE(areas.has_value());
    const core::Count byArea = core::together(*areas);
    CHECK(byArea.winners.size() == 28);
    CHECK(byArea.cost == dollars(938'700).minor());

    std::map<std::string, std::int64_t> wonBy;
    for (const core::AreaCount& area : *areas) {
        wonBy[area.code] = area.count.cost;
        CHECK(area.count.cost <= area.pot);
    }
    CHECK(wonBy.at("PKW") == dollars(97'400).minor());
    CHECK(wonBy.at("NIK") == dollars(43'000).minor());
}
