// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace hereabouts::core {

/// A proposal as it stands on the ballot.
struct Candidate {
    ProposalId proposal;
    std::string areaPot; ///< Code of the area whose pot pays for it; no matter where there is one pot.
    Money cost;
    std::int64_t votes = 0;
};

/// One line of the count, in the order it was made.
struct CountStep {
    std::size_t candidate = 0; ///< Index into the candidates.
    Money leftBefore;          ///< Of its pot.
    bool isFunded = false;     ///< Its cost is no more than that.
};

/// A count that anybody can follow with a pencil.
struct BudgetCount {
    std::vector<CountStep> steps; ///< One a candidate.
    Money spent;
    Money left; ///< Of all pots; the round's leftover rule says what becomes of it.

    [[nodiscard]] std::vector<std::size_t> winners() const; ///< Funded candidates, in the order of the count.
};

/// Most votes first, as long as the money lasts: each proposal that the rest of the pot can pay for is funded, each that it cannot is passed over and the
/// next one looked at. Equal votes: the cheaper first; equal cost too: by code. No least number of votes is asked.
[[nodiscard]] BudgetCount countGreedily(std::span<const Candidate> candidates, Money pot);

/// One area's pot to spend.
struct PotToSpend {
    std::string code;
    Money amount;
};

/// The same, area by area in the order of the pots, each from its own pot. Nothing moves between pots.
/// Fails with UnknownId if a candidate's pot is not among them; BadInput if a pot is given twice.
[[nodiscard]] Result<BudgetCount> countGreedilyByArea(std::span<const Candidate> candidates, std::span<const PotToSpend> pots);

} // namespace hereabouts::core
