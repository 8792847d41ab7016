// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hereabouts::core {

/// Ballots counted.
struct Votes {
    std::vector<std::int64_t> approvals; ///< Ballots that choose each proposal, in the order given.
    std::int64_t ballots = 0;            ///< All of them.
    std::int64_t blank = 0;              ///< Those that choose none of the proposals.
    std::int64_t unknownChoices = 0;     ///< Choices that name no proposal: told, never counted.
};

/// Counts approval ballots, each a list of proposals' codes parted by ';'. A proposal named twice on a ballot counts once. Takes O(choices).
/// @pre the proposals' codes differ
[[nodiscard]] Votes countVotes(std::span<const ProposalId> proposals, std::span<const std::string_view> ballots);

} // namespace hereabouts::core
