// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/count.h"

#include <span>
#include <string>
#include <vector>

namespace hereabouts::core {

/// One area's part of a round.
struct PotToCount {
    std::string code;
    std::int64_t amount = 0; ///< Units.
};

struct AreaCount {
    std::string code;
    std::int64_t pot = 0; ///< Units.
    std::int64_t voters = 0; ///< Whose ballot names a project of this pot.
    Count count; ///< Its projects are those of the whole election.
};

/// The part of an election that one pot pays for: these projects, renumbered, and the ballots that name any of them.
[[nodiscard]] Election partOf(const Election& whole, std::span<const std::uint32_t> projects, std::int64_t pot);

/// Counts each area's projects from the area's own pot, by the ballots that name any of them. Nothing moves between pots; a pot that no ballot asks anything
/// of buys nothing.
/// @param potOf One a project: the code of the pot that pays for it.
/// Fails with UnknownId if a project's pot is not among the pots; BadInput if a pot is given twice or is negative; as countRound() does.
[[nodiscard]] Result<std::vector<AreaCount>> countByArea(
    const Election& election, const CountRule& rule, std::span<const std::string> potOf, std::span<const PotToCount> pots, const Job& job = {});

/// The counts of all areas as one: winners area by area.
[[nodiscard]] Count together(std::span<const AreaCount> areas);

} // namespace hereabouts::core
