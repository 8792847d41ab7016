// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/joined/standing.h"

#include "core/base/id.h"
#include "core/budget/votes.h"

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
    const TextColumn& codes = place.at(RegisterKind::Proposals).text("code");
    const TextColumn& choices = place.at(RegisterKind::Ballots).text("choices");
    std::vector<ProposalId> proposals;
    std::vector<std::string_view> ballots;
    for (std::size_t row = 0; row < codes.size(); ++row) proposals.emplace_back(std::string(codes.at(row)));
    for (std::size_t row = 0; row < choices.size(); ++row) ballots.push_back(choices.at(row));
    const Votes counted = countVotes(proposals, ballots);
    std::map<std::string, std::int64_t, std::less<>> votes;
    for (std::size_t i = 0; i < proposals.size(); ++i) {
        if (counted.approvals[i] > 0) votes.emplace(proposals[i].text(), counted.approvals[i]);
    }
    return votes;
}

} // namespace hereabouts::core
