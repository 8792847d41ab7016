// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/budget/election.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::core {

/// Which of projects that a rule cannot tell apart comes first. Declared before the count, and the same in all of it.
struct TieRule {
    enum class Kind {
        Lexicographic, ///< The id that comes first, byte by byte: "1598" before "511".
        Votes, ///< The project on more ballots; then the cheaper one; then by id.
        Lot, ///< By lot drawn from a published seed.
    };
    Kind kind = Kind::Lexicographic;
    std::string seed; ///< Of the lot.
};

/// "lexicographic", "votes" or "lot:SEED". Fails with BadInput on anything else, and on a lot without a seed.
[[nodiscard]] Result<TieRule> tieRuleNamed(std::string_view text);
[[nodiscard]] std::string nameOf(const TieRule& rule);

/// One a project: 0 for the one that wins every tie.
///
/// The lot of project p is SHA-256 of "SEED:ID", the least hexadecimal text first; `printf '%s' 'SEED:ID' | sha256sum` checks it anywhere.
[[nodiscard]] std::vector<std::uint32_t> tieRanks(const Election& election, const TieRule& rule);

} // namespace hereabouts::core
