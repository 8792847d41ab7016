// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/budget/count.h"
#include "core/budget/pabulib.h"

#include <optional>
#include <string>
#include <vector>

namespace hereabouts::core {

/// The rule by which the city itself chose, as a Pabulib file states it: greedy by score (votes, or points where ballots give them), with its threshold, and
/// ending at the first misfit for greedy-no-skip; equalshares/add1 by cost utility until the budget is passed. Ties go to the cheaper project.
/// Fails with BadInput where the file's rule is not one of these, naming it.
[[nodiscard]] Result<CountRule> officialRule(const PabulibFile& file);

/// How an outcome differs from the winners that the file states.
struct OfficialDifference {
    std::vector<std::uint32_t> onlyHere;
    std::vector<std::uint32_t> onlyThere; ///< `selected` is 1; other codes are money from elsewhere.
};

/// Nothing if the file does not state winners.
[[nodiscard]] std::optional<OfficialDifference> differenceFromOfficial(const PabulibFile& file, const std::vector<std::uint32_t>& winners);

} // namespace hereabouts::core
