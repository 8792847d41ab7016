// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/community/overlap_schedule.h"

#include "tests/core/community/four_communities.h"

#include <catch2/catch_test_macros.hpp>

using namespace hereabouts;
using core::OverlapAgreement;
using core::OverlapPolicy;

namespace {

std::vector<core::SharedGroundRow> scheduleOf(const core::PlaceSnapshot& place)
{
    const auto held = core::heldPeople(place);
    return core::overlapSchedule(place, held ? &*held : nullptr);
}

core::PolicyReport heldAgainst(const core::PlaceSnapshot& place, OverlapPolicy policy)
{
    const auto rules = core::overlapRulesOf(place, policy);
    REQUIRE(rules.has_value());
    return core::holdAgainst(*rules, scheduleOf(place));
}

/// Alder shares ground with a row of others, each in a state of its own; no small areas.
core::PlaceSnapshot manyStates(std::map<std::string, std::string> rules = {})
{
    using core::RegisterKind;
    test::MadePlace made;
    const auto line = test::DrawnMap("A").area('A');
    const auto add = [&](const std::string& code, const std::string& status) {
        made.add(RegisterKind::Communities, {{"code", code}, {"name", "The " + code}, {"status", status}}, line);
    };
    add("A", "recognised");
    const auto pair
        = [&](const std::string& code, OverlapAgreement agreement, double squareMetres, const std::string& document, const std::string& status = "recognised") {
              add(code, status);
              made.addOverlap({.first = "A", .second = code, .agreement = agreement, .squareMetres = squareMetres, .note = {}, .document = document});
          };
    pair("B", OverlapAgreement::Agreed, 30'000, "D1");
    pair("C", OverlapAgreement::Agreed, 30'000, "");
    pair("D", OverlapAgreement::Disputed, 50, "D2");
    pair("E", OverlapAgreement::NotAsked, 30'000, "");
    pair("F", OverlapAgreement::NotAsked, 900, "");
    pair("G", OverlapAgreement::NotApplicable, 30'000, "");
    pair("H", OverlapAgreement::Disputed, 30'000, "", "dissolved");
    pair("I", OverlapAgreement::Disputed, 0, "D3");
    for (const auto& [name, value] : rules) made.add(RegisterKind::Settings, {{"name", name}, {"value", value}});
    return made.place();
}

std::vector<std::string> withWhom(const core::PlaceSnapshot& place, const core::PolicyReport& report)
{
    std::vector<std::string> codes;
    const auto schedule = scheduleOf(place);
    for (const core::OverlapConflict& conflict : report.conflicts) codes.push_back(schedule[conflict.pair].second.code);
    return codes;
}

using Codes = std::vector<std::string>;

} // namespace

TEST_CASE("shared ground is told with who lives there, and what part of the smaller community that is", "[community]")
{
    const auto schedule = scheduleOf(test::fourCommunities());
    REQUIRE(schedule.size() == 1);
    const core::SharedGroundRow& pair = schedule.front();
    CHECK(pair.people == 80); // 20 and 60
    CHECK(pair.households == 32); // 8 and 24
    CHECK(pair.ofTheSmaller == 80.0 / 140); // Alder's 140
    CHECK(pair.sharedInWords() == "Alder and Briar share 2 m² and 80 people");
    CHECK(pair.stateInWords() == "agreed in writing on 2024-10-04 (D1)");
}

TEST_CASE("without small areas shared ground has no people, which is not nobody", "[community]")
{
    const auto schedule = scheduleOf(manyStates());
    REQUIRE(schedule.size() == 8);
    CHECK_FALSE(schedule[0].people.has_value());
    CHECK(schedule[0].sharedInWords() == "The A and The B share 3.0 ha");
    CHECK(schedule[1].stateInWords() == "said to be agreed, with no document that says so");
    CHECK(schedule[7].sharedInWords() == "The A and The I share no ground any more");
}

TEST_CASE("where shared ground must be agreed, what is not in writing is in conflict", "[community]")
{
    const core::PlaceSnapshot place = manyStates();
    const core::PolicyReport report = heldAgainst(place, OverlapPolicy::Agreed);
    CHECK(withWhom(place, report) == Codes{"C", "D", "E", "F"});
    CHECK(report.sentence == "Shared ground is allowed where it is agreed in writing: 4 of 6 pairs are not. Nothing was altered.");
    CHECK(report.conflicts[1].sentence == "The A and The D share 50 m², disputed (D2): the rule wants it agreed in writing.");
    REQUIRE(report.notes.size() == 1);
    CHECK(report.notes.front().contains("The I"));
}

TEST_CASE("where no ground may be shared every pair of standing communities is in conflict", "[community]")
{
    const core::PlaceSnapshot place = manyStates();
    CHECK(withWhom(place, heldAgainst(place, OverlapPolicy::None)) == Codes{"B", "C", "D", "E", "F"});
    CHECK(heldAgainst(place, OverlapPolicy::Free).conflicts.empty());
}

TEST_CASE("ground under the place's minimum is left to the groups, unless they are in dispute", "[community]")
{
    const core::PlaceSnapshot place = manyStates({{"overlap_minimum_hectares", "1"}, {"overlap_minimum_households", "5"}});
    const core::PolicyReport report = heldAgainst(place, OverlapPolicy::Agreed);
    CHECK(withWhom(place, report) == Codes{"C", "D", "E"});
    CHECK(report.leftToTheGroups.size() == 1);
    CHECK(report.sentence.contains("; 1 is too small to be asked about."));
}

TEST_CASE("little ground with many households is not too small", "[community]")
{
    core::OverlapRules rules{.policy = OverlapPolicy::None, .leastHectares = 1, .leastHouseholds = 5};
    core::SharedGroundRow pair{.overlap = {.first = "A", .second = "B", .squareMetres = 500, .note = {}}, .households = 20};
    CHECK_FALSE(rules.leavesToTheGroups(pair));
    pair.households = 4;
    CHECK(rules.leavesToTheGroups(pair));
    pair.overlap.squareMetres = 10'000;
    CHECK_FALSE(rules.leavesToTheGroups(pair));
    rules.leastHectares.reset();
    CHECK(rules.leavesToTheGroups(pair));
    pair.households.reset();
    CHECK_FALSE(rules.leavesToTheGroups(pair));
}

TEST_CASE("the policy is the one asked about, else the place's own, and a word that is none is named", "[community]")
{
    CHECK(core::overlapRulesOf(manyStates({{"overlap_policy", "Free"}}), {})->policy == OverlapPolicy::Free);
    CHECK(core::overlapRulesOf(manyStates({{"overlap_policy", "free"}}), OverlapPolicy::None)->policy == OverlapPolicy::None);
    const auto none = core::overlapRulesOf(manyStates(), {});
    REQUIRE_FALSE(none.has_value());
    CHECK(none.error().message.contains("overlap_policy"));
    const auto odd = core::overlapRulesOf(manyStates({{"overlap_policy", "perhaps"}}), {});
    REQUIRE_FALSE(odd.has_value());
    CHECK(odd.error().message.contains("\"perhaps\""));
}
