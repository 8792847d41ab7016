// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/joined/place_snapshot.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::core {

/// True for a community that stands: every state but declined, lapsed and dissolved. One without a recorded state stands.
[[nodiscard]] bool standsAs(std::string_view status);
/// True for a community whose people count as covered: recognised or provisional. Without a recorded state: covered.
[[nodiscard]] bool coversAs(std::string_view status);

/// Rows of the communities that stand.
[[nodiscard]] std::vector<std::size_t> standingCommunities(const PlaceSnapshot& place);
/// Rows of the priorities whose plan is current, or has no recorded state, or is not in the register.
[[nodiscard]] std::vector<std::size_t> standingPriorities(const PlaceSnapshot& place);
/// Ballots that choose each proposal of the register, by the proposal's code, counted as countVotes() does. One that no ballot chooses has no entry: it may not
/// have been on the ballot.
[[nodiscard]] std::map<std::string, std::int64_t, std::less<>> votesByProposal(const PlaceSnapshot& place);

} // namespace hereabouts::core
