// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/votes.h"

#include <algorithm>
#include <cstddef>
#include <unordered_map>

namespace hereabouts::core {

namespace {

std::string_view withoutBlanks(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

} // namespace

Votes countVotes(std::span<const ProposalId> proposals, std::span<const std::string_view> ballots)
{
    std::unordered_map<std::string_view, std::size_t> indexOf;
    for (std::size_t i = 0; i < proposals.size(); ++i) indexOf.emplace(proposals[i].text(), i);

    Votes votes;
    votes.approvals.assign(proposals.size(), 0);
    votes.ballots = static_cast<std::int64_t>(ballots.size());
    std::vector<std::size_t> chosen;
    for (const std::string_view ballot : ballots) {
        chosen.clear();
        for (std::size_t begin = 0; begin <= ballot.size();) {
            const std::size_t end = std::min(ballot.find(';', begin), ballot.size());
            const std::string_view code = withoutBlanks(ballot.substr(begin, end - begin));
            begin = end + 1;
            if (code.empty()) continue;
            const auto found = indexOf.find(code);
            if (found == indexOf.end()) ++votes.unknownChoices;
            else if (std::ranges::find(chosen, found->second) == chosen.end()) chosen.push_back(found->second);
        }
        for (const std::size_t proposal : chosen) ++votes.approvals[proposal];
        if (chosen.empty()) ++votes.blank;
    }
    return votes;
}

} // namespace hereabouts::core
