// SPDX-License-Identifier: GPL-3.0-or-later
// Outcomes to be met were counted by another program, exactly and with ties broken by id.
#include "core/budget/count.h"
#include "core/budget/detail/equal_shares.h"
#include "tests/real/budgeting/elections.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <map>

using namespace hereabouts;
using core::Completion;
using core::Rule;
using core::Utility;

namespace {

/// The rule that the other program calls by that name.
core::CountRule ruleOf(const std::string& name)
{
    const auto has = [&](const char* word) { return name.find(word) != std::string::npos; };
    core::CountRule rule;
    rule.utility = has("points") ? Utility::Points : has("borda") ? Utility::Borda : has("cardinality") ? Utility::Cardinality : Utility::Cost;
    if (name.starts_with("greedy"))
        rule.rule = name == "greedy_cost" ? Rule::GreedyCost : Rule::GreedyVotesPerCost;
    else
        rule.rule = name == "phragmen" ? Rule::Phragmen : Rule::EqualShares;
    if (name.ends_with("_add1u"))
        rule.completion = Completion::Add1Utilitarian;
    else if (name.ends_with("_add1"))
        rule.completion = Completion::Add1;
    else if (name.ends_with("_u"))
        rule.completion = Completion::Utilitarian;
    return rule;
}

std::vector<std::string> idsOf(const core::Election& election, const std::vector<std::uint32_t>& winners)
{
    std::vector<std::string> ids;
    for (const std::uint32_t project : winners) ids.push_back(election.ids[project]);
    return ids;
}

} // namespace

TEST_CASE("every rule elects the winners that another exact program elects, in the same order, from every real file", "[real]")
{
    const auto folder = test::budgeting() / "expected";
    if (!std::filesystem::exists(folder)) SKIP("skipped: no real data");
    struct Agreement {
        int same = 0;
        int all = 0;
    };
    std::map<std::string, Agreement> byRule;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto expected = nlohmann::json::parse(test::fileText(entry.path()));
        const std::string name = expected["file"];
        INFO(name);
        const std::string text = test::fileText(test::budgeting() / "files" / name);
        const auto file = core::readPabulib(text);
        REQUIRE(file.has_value());
        for (const auto& [key, outcome] : expected["rules"].items()) {
            INFO(key);
            const auto count = core::countRound(file->election, ruleOf(key));
            REQUIRE(count.has_value());
            auto winners = idsOf(file->election, count->winners);
            // That program returns this rule's winners sorted.
            if (key == "phragmen") std::ranges::sort(winners);
            const bool isSame = winners == outcome["winners"].get<std::vector<std::string>>();
            CHECK(winners == outcome["winners"].get<std::vector<std::string>>());
            byRule[key].all += 1;
            byRule[key].same += isSame ? 1 : 0;
        }
    }
    for (const auto& [rule, agreement] : byRule) std::printf("%-24s %3d of %3d files agree\n", rule.c_str(), agreement.same, agreement.all);
}

TEST_CASE("26,518 steps of a weak currency come out as if each was counted", "[real]")
{
    const auto path = test::budgeting() / "files/Hungary_Budapest_2025_VIII_Jozsefvaros.pb";
    if (!std::filesystem::exists(path)) SKIP("skipped: no real data");
    const std::string text = test::fileText(path);
    const auto file = core::readPabulib(text);
    REQUIRE(file.has_value());
    const core::Election& election = file->election;
    const auto count = core::countRound(election, {.rule = Rule::EqualShares, .completion = Completion::Add1});
    REQUIRE(count.has_value());
    CHECK(count->steps > 20'000);
    CHECK(count->counted < count->steps / 20);

    const core::Supports supports = core::supportsOf(election, Utility::Cost);
    const auto ranks = core::tieRanks(election, {});
    core::detail::EqualShares shares(election, Utility::Cost, supports, ranks);
    std::vector<std::uint32_t> winners;
    std::int64_t added = 0;
    for (;; ++added) {
        shares.run(election.budget + added * static_cast<std::int64_t>(election.voters()));
        if (shares.spent() > election.budget) break;
        winners.clear();
        for (const auto& purchase : shares.purchases()) winners.push_back(purchase.project);
        const auto fits = [&](std::uint32_t project) { return election.costs[project] <= election.budget - shares.spent(); };
        bool isExhaustive = true;
        for (std::uint32_t project = 0; project < election.projects(); ++project) isExhaustive &= std::ranges::contains(winners, project) || !fits(project);
        if (isExhaustive) break;
    }
    CHECK(count->winners == winners);
    CHECK(count->steps == added + 1);
}
