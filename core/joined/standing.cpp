// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/joined/standing.h"

#include <ranges>
#include <unordered_set>

namespace hereabouts::core {

bool standsAs(std::string_view status) { return status != "declined" && status != "lapsed" && status != "dissolved"; }
bool coversAs(std::string_view status) { return status.empty() || status == "recognised" || status == "provisional"; }

std::vector<std::size_t> standingCommunities(const PlaceSnapshot& place)
{
    const TextColumn& states = place.at(RegisterKind::Communities).text("status");
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < states.size(); ++row) {
        if (standsAs(states.at(row))) rows.push_back(row);
    }
    return rows;
}

std::vector<std::size_t> standingPriorities(const PlaceSnapshot& place)
{
    const RegisterTable& plans = place.at(RegisterKind::Plans);
    const TextColumn& codes = plans.text("code");
    const TextColumn& states = plans.text("status");
    std::unordered_set<std::string_view> past;
    for (std::size_t row = 0; row < plans.size(); ++row) {
        if (!states.at(row).empty() && states.at(row) != "current") past.insert(codes.at(row));
    }
    const TextColumn& planOf = place.at(RegisterKind::Priorities).text("plan");
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < planOf.size(); ++row) {
        if (!past.contains(planOf.at(row))) rows.push_back(row);
    }
    return rows;
}

std::map<std::string, std::int64_t, std::less<>> votesByProposal(const PlaceSnapshot& place)
{
    const TextColumn& choices = place.at(RegisterKind::Ballots).text("choices");
    std::vector<std::int64_t> ballots(choices.distinct().size());
    for (const std::uint32_t word : choices.words()) ++ballots[word];
    std::map<std::string, std::int64_t, std::less<>> votes;
    for (std::size_t word = 1; word < ballots.size(); ++word) {
        for (const auto code : std::views::split(choices.distinct()[word], ';')) votes[std::string(code.begin(), code.end())] += ballots[word];
    }
    return votes;
}

} // namespace hereabouts::core
