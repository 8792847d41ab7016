// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/district.h"
#include "data/samples/builder/files.h"
#include "data/samples/builder/ideas.h"

#include <array>
#include <format>
#include <set>

namespace hereabouts::sample {

namespace {

/// Stages of the 68 that are not on the ballot: with the 52 that are, 61 feasible and 84 eligible.
std::vector<std::string_view> offBallotStages(Dice& dice)
{
    std::vector<std::string_view> all;
    all.insert(all.end(), 9, "feasible");
    all.insert(all.end(), 23, "eligible");
    all.insert(all.end(), 32, "submitted");
    all.insert(all.end(), 4, "withdrawn");
    dice.shuffle(all);
    return all;
}

std::string offBallotReason(std::string_view stage, Dice& dice)
{
    static constexpr std::array<std::string_view, 3> kEligible{"Needs a consent that takes longer than the round.", "The land belongs to somebody who has not agreed.",
        "Nobody could be found to look after it once built."};
    static constexpr std::array<std::string_view, 4> kSubmitted{"The council already has it in this year's works.", "Not the council's to build: passed to the highway agency.",
        "Joined with another proposal for the same place.", "No place was given, and its author could not be reached."};
    if (stage == "feasible") return "Feasible and priced; delegates sent fewer to the ballot.";
    if (stage == "eligible") return std::string(dice.pick(kEligible));
    if (stage == "withdrawn") return "Withdrawn by its author.";
    return std::string(dice.pick(kSubmitted));
}

std::string spaced(std::int64_t amount)
{
    std::string text = std::to_string(amount);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3) text.insert(static_cast<std::size_t>(at), ",");
    return text;
}

void writeProposals(const Country& country, const std::filesystem::path& folder)
{
    Dice dice(120);
    const std::vector<std::string_view> stages = offBallotStages(dice);
    std::size_t nextStage = 0;
    FeatureFile file;
    std::array<int, kBoardCount> number{};
    for (const Idea& idea : kIdeas) {
        const std::size_t board = boardIndex(idea.board);
        const std::string code = std::format("{}-{:02}", idea.board, ++number[board]);
        Json row{{"code", code}, {"title", idea.title}, {"area_pot", idea.board}, {"theme", idea.theme}};
        const auto item = std::ranges::find(country.figures.items, code, &BallotItem::code);
        if (item != country.figures.items.end()) {
            row["cost"] = item->cost;
            row["stage"] = "on ballot";
            row["result"] = item->wonInAreaPot ? "won" : "not funded";
            row["reason"] = item->wonInAreaPot ? "" : std::format("Costs ${}; ${} was left in the area's pot when its turn came.", spaced(item->cost), spaced(item->shortOf));
        } else {
            const std::string_view stage = stages[nextStage++];
            const int estimate = static_cast<int>(dice.between(4, 90)) * 1000;
            row["cost"] = stage == "feasible" || stage == "eligible" ? Json(estimate) : Json();
            row["stage"] = stage;
            row["result"] = nullptr;
            row["reason"] = offBallotReason(stage, dice);
        }
        file.add(row, country.spotIn(dice.pick(country.builtCells(board)), dice));
    }
    file.save(folder / "proposals.geojson");
}

std::string receipt(Dice& dice)
{
    static constexpr std::string_view kLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // none that look alike
    std::string text;
    for (int i = 0; i < 10; ++i) text += (i == 5 ? "-" : "") + std::string(1, dice.pick(kLetters));
    return text;
}

struct Slip {
    std::string receipt;
    std::string area;
    std::string channel;
    std::string choices;
};

std::string codes(const Country& country, const std::vector<std::size_t>& items)
{
    std::string text;
    for (const std::size_t item : items) text += (text.empty() ? "" : ";") + country.figures.items[item].code;
    return text;
}

std::string channelOf(Dice& dice)
{
    const double u = dice.unit();
    return u < 0.58 ? "web" : u < 0.83 ? "paper" : "kiosk";
}

/// 57 ballots that must not be counted: too many choices, a proposal that is not on the ballot, nothing chosen, a receipt used again.
void addSpoiled(const Country& country, std::vector<Slip>& slips, Dice& dice, std::set<std::string>& used)
{
    const auto fresh = [&] {
        for (;;) {
            std::string text = receipt(dice);
            if (used.insert(text).second) return text;
        }
    };
    const auto area = [&] { return std::string(dice.pick(kBoards).code); };
    const std::size_t valid = slips.size();
    for (int i = 0; i < 14; ++i) {
        std::set<std::size_t> items;
        while (items.size() < static_cast<std::size_t>(6 + i % 3)) items.insert(dice.below(country.figures.items.size()));
        slips.push_back({fresh(), area(), "paper", codes(country, {items.begin(), items.end()})});
    }
    for (int i = 0; i < 17; ++i) {
        const std::string known = country.figures.items[dice.below(country.figures.items.size())].code;
        slips.push_back({fresh(), area(), "paper", known + (i % 2 == 0 ? ";TOT-99" : ";XYZ-01")});
    }
    for (int i = 0; i < 11; ++i) slips.push_back({fresh(), area(), i % 3 == 0 ? "kiosk" : "paper", ""});
    std::set<std::size_t> copied;
    while (copied.size() < 15) copied.insert(dice.below(valid));
    for (const std::size_t i : copied) slips.push_back(slips[i]);
}

void writeBallots(const Country& country, const std::filesystem::path& folder)
{
    Dice dice(3057);
    std::set<std::string> used;
    std::vector<Slip> slips;
    for (const CastBallot& ballot : country.figures.ballots) {
        std::string text = receipt(dice);
        while (!used.insert(text).second) text = receipt(dice);
        slips.push_back({text, std::string(kBoards[ballot.board].code), channelOf(dice), codes(country, ballot.items)});
    }
    addSpoiled(country, slips, dice, used);
    dice.shuffle(slips);
    TableFile file({"receipt", "area", "channel", "choices"});
    for (const Slip& slip : slips) file.add({slip.receipt, slip.area, slip.channel, slip.choices});
    file.save(folder / "ballots-2026.csv");
}

} // namespace

void writeBudget(const Country& country, const std::filesystem::path& folder)
{
    writeProposals(country, folder);
    writeBallots(country, folder);
}

} // namespace hereabouts::sample
