// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/joined/place_round.h"

#include "core/joined/detail/sums.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <format>
#include <unordered_map>

namespace hereabouts::core {

namespace {

constexpr std::int64_t kDeprivedFrom = 8; ///< Decile.

std::string_view settingOf(const PlaceSnapshot& place, std::string_view name)
{
    const RegisterTable& settings = place.at(RegisterKind::Settings);
    const TextColumn& names = settings.text("name");
    for (std::size_t row = 0; row < settings.size(); ++row) {
        if (names.at(row) == name) return settings.text("value").at(row);
    }
    return {};
}

std::string_view trimmed(std::string_view text)
{
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

/// Calls visit(part) for each part of a text between separators, blanks left out, empty parts too.
template <typename Visit> void eachPart(std::string_view text, char separator, Visit visit)
{
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        if (const std::string_view part = trimmed(text.substr(begin, end - begin)); !part.empty()) visit(part);
        begin = end + 1;
    }
}

std::optional<Money> moneyIn(std::string_view text)
{
    double amount = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), amount);
    if (error != std::errc() || end != text.data() + text.size() || !(amount > 0 && amount < 1e13)) return std::nullopt;
    return Money::fromMinor(std::llround(amount * 100));
}

Result<std::unordered_map<std::string_view, std::uint32_t>> takeProposals(const PlaceSnapshot& place, PlaceRound& round)
{
    const RegisterTable& proposals = place.at(RegisterKind::Proposals);
    const TextColumn& codes = proposals.text("code");
    const TextColumn& stages = proposals.text("stage");
    const IntegerColumn& costs = proposals.integers("cost");
    std::unordered_map<std::string_view, std::uint32_t> projectOf;
    for (std::size_t row = 0; row < proposals.size(); ++row) {
        if (stages.at(row) != "on ballot") continue;
        if (costs[row] == kNoInteger) {
            return fail(ErrorCode::BadInput, std::format("Proposal '{}' is on the ballot without a cost: give it one, or take it off.", codes.at(row)));
        }
        projectOf.emplace(codes.at(row), static_cast<std::uint32_t>(round.election.projects()));
        round.election.ids.emplace_back(codes.at(row));
        round.election.names.emplace_back(proposals.text("title").at(row));
        round.election.costs.push_back(costs[row]);
        round.potOf.emplace_back(proposals.text("area_pot").at(row));
    }
    if (projectOf.empty()) return fail(ErrorCode::NotFound, "No proposal is on the ballot: give proposals the stage \"on ballot\" first.");
    return projectOf;
}

void takeBallots(const PlaceSnapshot& place, const std::unordered_map<std::string_view, std::uint32_t>& projectOf, PlaceRound& round)
{
    Election& election = round.election;
    const TextColumn& choices = place.at(RegisterKind::Ballots).text("choices");
    std::vector<std::uint32_t> lastVoterOf(election.projects(), 0);
    std::int64_t unknown = 0;
    std::int64_t twice = 0;
    std::int64_t empty = 0;
    for (std::uint32_t row = 0; row < choices.size(); ++row) {
        const std::size_t before = election.marks.size();
        eachPart(choices.at(row), ';', [&](std::string_view code) {
            const auto found = projectOf.find(code);
            if (found == projectOf.end())
                ++unknown;
            else if (std::exchange(lastVoterOf[found->second], row + 1) == row + 1)
                ++twice;
            else
                election.marks.push_back(found->second);
        });
        empty += election.marks.size() == before ? 1 : 0;
        election.ballotEnds.push_back(static_cast<std::uint32_t>(election.marks.size()));
    }
    if (unknown > 0) round.notes.push_back(std::format("{} choices name a proposal that is not on the ballot: not counted.", unknown));
    if (twice > 0) round.notes.push_back(std::format("{} choices name a proposal that the same ballot names before: counted once.", twice));
    if (empty > 0) round.notes.push_back(std::format("{} ballots choose nothing that is on the ballot: their voters count, and support nothing.", empty));
}

} // namespace

Result<PlaceRound> roundOf(const PlaceSnapshot& place, std::string_view name, std::optional<Money> pot)
{
    PlaceRound round{.name = std::string(settingOf(place, "round_name"))};
    if (!name.empty() && name != round.name) {
        const std::string held = round.name.empty() ? "does not name its round" : std::format("holds the round \"{}\"", round.name);
        return fail(ErrorCode::NotFound, std::format("There is no round \"{}\": this place {}.", name, held));
    }
    if (place.at(RegisterKind::Ballots).size() == 0) return fail(ErrorCode::NotFound, "This place has no ballots: import them first.");
    if (!pot) pot = moneyIn(settingOf(place, "round_pot"));
    if (!pot) return fail(ErrorCode::NotFound, "This place does not say what its round spends: give it the setting round_pot, or say the budget.");
    round.election.budget = pot->minor();
    round.election.unitsPerCurrency = 100;
    const auto projectOf = takeProposals(place, round);
    if (!projectOf) return std::unexpected(projectOf.error());
    takeBallots(place, *projectOf, round);
    return round;
}

Result<PotWeights> readPotWeights(std::string_view text)
{
    constexpr std::array<std::pair<std::string_view, int PotWeights::*>, 4> kTerms{
        {{"equal", &PotWeights::equal}, {"people", &PotWeights::people}, {"deprived", &PotWeights::deprived}, {"land", &PotWeights::land}}};
    PotWeights weights;
    std::string wrong;
    eachPart(text, ',', [&](std::string_view part) {
        const std::size_t blank = std::min(part.find(' '), part.size());
        const auto term = std::ranges::find(kTerms, part.substr(0, blank), &std::pair<std::string_view, int PotWeights::*>::first);
        const std::string_view number = trimmed(part.substr(blank));
        double percent = 0;
        const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), percent);
        const bool isNumber = error == std::errc() && end == number.data() + number.size() && std::abs(percent) <= 100;
        if (term == kTerms.end() || !isNumber)
            wrong = part;
        else
            weights.*term->second = static_cast<int>(std::lround(percent * 100));
    });
    if (!wrong.empty()) {
        return fail(
            ErrorCode::BadInput, std::format("\"{}\" is no weight of a pot: write per cents like \"equal 10, people 65, deprived 20, land 5\".", wrong));
    }
    return weights;
}

Result<std::vector<AreaPot>> roundPots(const PlaceSnapshot& place, Money pot)
{
    const std::string_view formula = settingOf(place, "round_pot_weights");
    if (formula.empty()) return fail(ErrorCode::NotFound, "This place does not say how its pot is divided among areas: give it the setting round_pot_weights.");
    const auto weights = readPotWeights(formula);
    if (!weights) return std::unexpected(weights.error());
    const AreaSet boards = newestSet(place, RegisterKind::Boards);
    if (boards.rows.empty()) return fail(ErrorCode::NotFound, "This place has no boards to divide the pot among: import them first.");

    const RegisterTable& table = place.at(RegisterKind::Boards);
    const RegisterTable& small = place.at(RegisterKind::SmallAreas);
    const AreaSet smallAreas = newestSet(place, RegisterKind::SmallAreas);
    const AreaFinder finder(place, boards);
    const Placement placed(finder, false, pointsOf(small, smallAreas.rows));
    Sums people(boards.rows.size());
    Sums deprived(boards.rows.size());
    for (std::size_t i = 0; i < smallAreas.rows.size(); ++i) {
        const std::int64_t count = small.integers("population")[smallAreas.rows[i]];
        const std::int64_t decile = small.integers("deprivation")[smallAreas.rows[i]];
        if (count == kNoInteger) continue;
        placed.add(people, i, count);
        if (decile != kNoInteger && decile >= kDeprivedFrom) placed.add(deprived, i, count);
    }
    std::vector<PotArea> areas;
    for (std::size_t i = 0; i < boards.rows.size(); ++i) {
        areas.push_back({.code = std::string(table.text("code").at(boards.rows[i])),
            .people = people.amounts[i],
            .deprivedPeople = deprived.amounts[i],
            .squareMetres = std::llround(table.groundSquareMetres(boards.rows[i]))});
    }
    return areaPots(pot, *weights, areas);
}

} // namespace hereabouts::core
