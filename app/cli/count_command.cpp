// SPDX-License-Identifier: GPL-3.0-or-later
// A budgeting round, counted: count.
#include "app/cli/commands.h"
#include "core/budget/area_count.h"
#include "core/budget/count_trace.h"
#include "core/budget/fairness.h"
#include "core/budget/official_rule.h"
#include "core/joined/place_round.h"
#include "core/joined/written.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <format>
#include <fstream>
#include <iterator>

namespace hereabouts::app {

using core::ErrorCode;
using core::fail;
using nlohmann::ordered_json;

namespace {

constexpr const char* kOfficial = "official";

struct CountWords {
    std::string source;
    std::string round;
    std::string rule = "greedy-votes";
    std::string utility;
    std::string completion = "none";
    std::string ties = "lexicographic";
    std::string budget;
    std::string trace;
    bool byArea = false;
};

/// What there is to count, wherever it comes from.
struct Source {
    std::string text; ///< Of the Pabulib file; its rows look into it.
    std::optional<core::PabulibFile> file;
    core::PlaceRound round; ///< Of a place, or made of the file.
    core::SnapshotPtr snapshot; ///< Of a place.
    std::string currency;
};

bool isDatabase(const std::string& path)
{
    std::string head(15, '\0');
    std::ifstream file(path, std::ios::binary);
    return file.read(head.data(), 15) && head == "SQLite format 3";
}

core::Result<std::string> wholeFile(const std::string& path)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error || !std::filesystem::is_regular_file(path)) return fail(ErrorCode::NotFound, std::format("There is no file \"{}\".", plain(path)));
    std::string text(size, '\0');
    std::ifstream file(path, std::ios::binary);
    if (!file.read(text.data(), static_cast<std::streamsize>(size))) return fail(ErrorCode::Unreadable, std::format("\"{}\" cannot be read.", plain(path)));
    return text;
}

/// An amount of major units with at most two decimals.
std::optional<core::Money> moneyIn(const std::string& text)
{
    char* end = nullptr;
    const double amount = std::strtod(text.c_str(), &end);
    if (text.empty() || *end != '\0' || !(amount > 0 && amount < 1e13)) return std::nullopt;
    return core::Money::fromMinor(std::llround(amount * 100));
}

core::Result<Source> takePlace(const CountWords& words, std::optional<core::Money> budget, Console& console)
{
    const auto place = openPlace(words.source, console);
    if (!place) return std::unexpected(place.error());
    Source source{.snapshot = place->snapshot, .currency = place->snapshot->district.currency};
    auto round = core::roundOf(*source.snapshot, words.round, budget);
    if (!round) return std::unexpected(round.error());
    source.round = std::move(*round);
    return source;
}

core::Result<Source> takeFile(const CountWords& words, std::optional<core::Money> budget)
{
    if (!words.round.empty()) return fail(ErrorCode::BadInput, "--round chooses a round of a place; a .pb file holds one: leave it out.");
    auto text = wholeFile(words.source);
    if (!text) return std::unexpected(text.error());
    // The file's rows look into the text, so it must stand where it will stay.
    Source source{.text = std::move(*text)};
    auto file = core::readPabulib(source.text);
    if (!file) return std::unexpected(file.error());
    source.round.election = std::move(file->election);
    if (budget) source.round.election.budget = budget->minor() * source.round.election.unitsPerCurrency / 100;
    for (const core::PabulibNote& note : file->notes) source.round.notes.push_back(std::format("{}: {}", note.field, note.message));
    source.currency = std::string(file->metaValue("currency"));
    source.file = std::move(*file);
    return source;
}

core::Result<core::CountRule> ruleOf(const CountWords& words, const Source& source)
{
    const core::Election& election = source.round.election;
    core::CountRule rule;
    if (words.rule == kOfficial) {
        if (!source.file) return fail(ErrorCode::BadInput, "Only a .pb file says by which rule its city chose: choose one of the others.");
        core::PabulibFile stated = *source.file;
        stated.election.points = election.points;
        stated.election.pointsPerUnit = election.pointsPerUnit;
        return core::officialRule(stated);
    }
    rule.rule = *core::ruleNamed(words.rule);
    rule.completion = *core::completionNamed(words.completion);
    if (!words.utility.empty())
        rule.utility = *core::utilityNamed(words.utility);
    else
        rule.utility = !election.points.empty() && !election.isRanked ? core::Utility::Points : election.isRanked ? core::Utility::Borda : core::Utility::Cost;
    auto ties = core::tieRuleNamed(words.ties);
    if (!ties) return std::unexpected(ties.error());
    rule.ties = std::move(*ties);
    return rule;
}

/// An amount of election units as money of two decimals, for people.
std::string shown(const core::Election& election, std::int64_t units, std::string_view currency)
{
    const double major = static_cast<double>(units) / static_cast<double>(election.unitsPerCurrency);
    return core::writtenMoney(core::Money::fromMinor(std::llround(major * 100)), currency);
}

/// A name of 60 bytes at most, whole characters.
std::string shortName(const std::string& name)
{
    std::string text = plain(name);
    if (text.size() <= 60) return text;
    std::size_t end = 60;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end) + "…";
}

ordered_json number(const core::Election& election, std::int64_t units)
{
    if (units % election.unitsPerCurrency == 0) return units / election.unitsPerCurrency;
    return static_cast<double>(units) / static_cast<double>(election.unitsPerCurrency);
}

ordered_json rounded(double value) { return std::round(value * 1e6) / 1e6; }

ordered_json idsOf(const core::Election& election, const std::vector<std::uint32_t>& projects)
{
    ordered_json ids = ordered_json::array();
    for (const std::uint32_t project : projects) ids.push_back(election.ids[project]);
    return ids;
}

ordered_json fairnessDocument(const core::Election& election, const core::Fairness& fairness)
{
    ordered_json document{{"voters_with_winner", fairness.votersWithWinner},
        {"share_with_winner", rounded(fairness.voters == 0 ? 0 : static_cast<double>(fairness.votersWithWinner) / static_cast<double>(fairness.voters))},
        {"winners_per_voter", rounded(fairness.winnersPerVoter)}, {"money_per_supporter", rounded(fairness.moneyPerSupporter)},
        {"gini", rounded(fairness.gini)}, {"ejr_plus_up_to_one", nullptr}};
    if (!fairness.forgotten) return document;
    document["ejr_plus_up_to_one"] = fairness.forgotten->empty();
    ordered_json groups = ordered_json::array();
    for (const core::ForgottenGroup& group : *fairness.forgotten) groups.push_back({{"project", election.ids[group.project]}, {"voters", group.voters}});
    document["forgotten"] = std::move(groups);
    return document;
}

struct Outcome {
    core::CountRule rule;
    core::Count count;
    std::vector<core::AreaCount> areas; ///< Where each area has its own pot.
    core::Fairness fairness;
    std::optional<core::OfficialDifference> official;
};

ordered_json documentOf(const Source& source, const Outcome& outcome, const std::string& ruleName)
{
    const core::Election& election = source.round.election;
    ordered_json document{{"rule", ruleName}, {"utility", core::nameOf(outcome.rule.utility)}, {"completion", core::nameOf(outcome.rule.completion)},
        {"ties", core::nameOf(outcome.rule.ties)}, {"currency", source.currency}, {"budget", number(election, election.budget)},
        {"cost", number(election, outcome.count.cost)}, {"winners", idsOf(election, outcome.count.winners)}, {"voters", election.voters()},
        {"projects", election.projects()}, {"steps", outcome.count.steps}, {"added_per_voter", outcome.count.addedPerVoter},
        {"exact_decisions", outcome.count.exactDecisions}};
    if (!source.round.name.empty()) document["round"] = source.round.name;
    for (const core::AreaCount& area : outcome.areas) {
        document["areas"].push_back({{"area", area.code}, {"pot", number(election, area.pot)}, {"cost", number(election, area.count.cost)},
            {"voters", area.voters}, {"winners", idsOf(election, area.count.winners)}});
    }
    document["fairness"] = fairnessDocument(election, outcome.fairness);
    if (outcome.official) {
        document["official"] = {{"same", outcome.official->onlyHere.empty() && outcome.official->onlyThere.empty()},
            {"only_here", idsOf(election, outcome.official->onlyHere)}, {"only_official", idsOf(election, outcome.official->onlyThere)}};
    }
    document["notes"] = source.round.notes;
    return document;
}

void print(const Console& console, const Source& source, const Outcome& outcome)
{
    const core::Election& election = source.round.election;
    const core::Supports supports = core::supportsOf(election, core::Utility::Cardinality);
    Columns table({"", "Project", "Votes", "Cost", ""});
    std::size_t place = 0;
    for (const std::uint32_t project : outcome.count.winners) {
        table.add({std::to_string(++place), plain(election.ids[project]), core::writtenCount(static_cast<std::int64_t>(supports.of(project).size())),
            shown(election, election.costs[project], source.currency), shortName(election.names[project])});
    }
    table.print(console);
    console.line(std::format("\n{} of {} projects won, {} of {}, by {} ballots.", outcome.count.winners.size(), election.projects(),
        shown(election, outcome.count.cost, source.currency), shown(election, election.budget, source.currency),
        core::writtenCount(static_cast<std::int64_t>(election.voters()))));
    const core::Fairness& fairness = outcome.fairness;
    const double share = fairness.voters == 0 ? 0 : 100.0 * static_cast<double>(fairness.votersWithWinner) / static_cast<double>(fairness.voters);
    console.line(
        std::format("{:.1f} % of voters have a winner, {:.2f} winners each; money by voter: Gini {:.3f}.", share, fairness.winnersPerVoter, fairness.gini));
    if (fairness.forgotten && !fairness.forgotten->empty()) {
        const core::ForgottenGroup& group = fairness.forgotten->front();
        console.line(std::format("Owed and not bought: {}, the first being {} for {} supporters, whose part of the budget would pay for it.",
            howMany(static_cast<std::int64_t>(fairness.forgotten->size()), "project", "projects"), plain(election.ids[group.project]),
            core::writtenCount(group.voters)));
    }
    if (outcome.count.addedPerVoter > 0) {
        console.line(std::format("Add1 gave each voter {} more, one by one: {} budgets looked at.", core::writtenCount(outcome.count.addedPerVoter),
            core::writtenCount(outcome.count.steps)));
    }
    if (outcome.official) {
        const auto here = static_cast<std::int64_t>(outcome.official->onlyHere.size());
        const auto there = static_cast<std::int64_t>(outcome.official->onlyThere.size());
        console.line(here + there == 0 ? std::string("The same winners as the file states.")
                                       : std::format("The file states other winners: {} here are not among them, {} of them are not here.", here, there));
    }
    for (const std::string& note : source.round.notes) console.line("Note: " + plain(note));
}

core::Result<std::vector<core::AreaCount>> countAreas(const Source& source, const core::CountRule& rule, Console& console)
{
    if (!source.snapshot) return fail(ErrorCode::BadInput, "This file has one budget; --by-area counts a place, which divides its pot among its boards.");
    const core::Election& election = source.round.election;
    const auto pots = core::roundPots(*source.snapshot, core::Money::fromMinor(election.budget));
    if (!pots) return std::unexpected(pots.error());
    std::vector<core::PotToCount> amounts;
    for (const core::AreaPot& pot : *pots) amounts.push_back({.code = pot.code, .amount = pot.total().minor()});
    return core::countByArea(election, rule, source.round.potOf, amounts, console.job());
}

/// The steps as text: of the whole, or area by area.
std::string traceOf(const Source& source, const Outcome& outcome)
{
    const core::Election& election = source.round.election;
    if (outcome.areas.empty()) return core::countTrace(election, outcome.rule, outcome.count, source.currency);
    std::string text;
    for (const core::AreaCount& area : outcome.areas) {
        std::vector<std::uint32_t> projects;
        for (std::uint32_t project = 0; project < election.projects(); ++project) {
            if (source.round.potOf[project] == area.code) projects.push_back(project);
        }
        core::Count count = area.count;
        for (std::uint32_t& winner : count.winners) winner = static_cast<std::uint32_t>(std::ranges::find(projects, winner) - projects.begin());
        text += std::format("{}== {} ==\n", text.empty() ? "" : "\n", area.code);
        const core::Election part = core::partOf(election, projects, area.pot);
        text += part.voters() == 0 ? std::string("No ballot names a project of this pot.\n") : core::countTrace(part, outcome.rule, count, source.currency);
    }
    return text;
}

core::Result<Outcome> outcomeOf(const CountWords& words, const Source& source, Console& console)
{
    auto rule = ruleOf(words, source);
    if (!rule) return std::unexpected(rule.error());
    Outcome outcome{.rule = std::move(*rule), .count = {}, .areas = {}, .fairness = {}, .official = {}};
    const core::Election& election = source.round.election;
    if (words.byArea) {
        auto areas = countAreas(source, outcome.rule, console);
        if (!areas) return std::unexpected(areas.error());
        outcome.areas = std::move(*areas);
        outcome.count = core::together(outcome.areas);
    } else {
        auto count = core::countRound(election, outcome.rule, console.job());
        if (!count) return std::unexpected(count.error());
        outcome.count = std::move(*count);
    }
    outcome.fairness = core::fairnessOf(election, outcome.rule.utility, outcome.count.winners);
    if (source.file) outcome.official = core::differenceFromOfficial(*source.file, outcome.count.winners);
    return outcome;
}

int count(const CountWords& words, Console& console)
{
    const auto budget = moneyIn(words.budget);
    if (!words.budget.empty() && !budget) {
        console.note(std::format("A budget is an amount above 0, with digits; \"{}\" is not.", plain(words.budget)));
        return kWrongUsage;
    }
    if (const auto ties = core::tieRuleNamed(words.ties); !ties) {
        console.note(ties.error().message);
        return kWrongUsage;
    }
    const auto source = isDatabase(words.source) ? takePlace(words, budget, console) : takeFile(words, budget);
    if (!source) return console.refuse(source.error());
    const auto outcome = outcomeOf(words, *source, console);
    console.clearBar();
    if (!outcome) return console.refuse(outcome.error());
    if (!words.trace.empty()) {
        std::ofstream file(words.trace, std::ios::binary);
        file << traceOf(*source, *outcome);
        if (!file.flush()) return console.refuse({.code = ErrorCode::ReadOnly, .message = std::format("\"{}\" cannot be written.", plain(words.trace))});
    }
    print(console, *source, *outcome);
    console.document(documentOf(*source, *outcome, words.rule));
    if (console.json) {
        for (const std::string& note : source->round.notes) console.note("Note: " + note);
    }
    const bool isDoubtful = source->file && std::ranges::any_of(source->file->notes, &core::PabulibNote::isDoubtful);
    return isDoubtful ? kDoneWithRejects : kDone;
}

} // namespace

void addCount(CLI::App& app, Chosen& chosen)
{
    CLI::App* const command = subcommand(app, "count", "Count a budgeting round by a rule, exactly",
        "  hereabouts count wieliczka.pb --rule equal-shares --completion add1-infeasible\n"
        "  hereabouts count rata.place --rule greedy-votes --by-area --trace count.txt\n"
        "  hereabouts count round.pb --rule phragmen --ties lot:2026-07-01 --json\n"
        "  hereabouts count round.pb --rule official");
    const auto words = std::make_shared<CountWords>();
    command->add_option("FILE", words->source, "Pabulib file (.pb), or a place file")->required();
    command->add_option("--round", words->round, "Of a place: the round of that name");
    command->add_option("--rule", words->rule, "Who wins; official: as the .pb file says its city chose")
        ->check(CLI::IsMember(std::vector<std::string>{"greedy-votes", "greedy-votes-per-cost", "greedy-cost", "equal-shares", "phragmen", kOfficial}))
        ->capture_default_str();
    command->add_option("--utility", words->utility, "What a mark is worth to its voter; by default cost, or points or borda where ballots give them")
        ->check(CLI::IsMember(std::vector<std::string>{"cost", "cardinality", "points", "borda"}));
    command->add_option("--completion", words->completion, "What becomes of money that equal shares leave")
        ->check(CLI::IsMember(std::vector<std::string>{"none", "utilitarian", "add1", "add1-infeasible", "add1+utilitarian"}))
        ->capture_default_str();
    command->add_option("--ties", words->ties, "lexicographic, votes (then the cheaper) or lot:SEED")->capture_default_str();
    command->add_option("--budget", words->budget, "What there is to spend, if not what the file or the place says");
    command->add_flag("--by-area", words->byArea, "Of a place: each board's proposals from a pot of its own, by the place's formula");
    command->add_option("--trace", words->trace, "Write the count step by step to this file");
    command->callback([words, &chosen] { chosen.action = [words](Console& console) { return count(*words, console); }; });
}

} // namespace hereabouts::app
