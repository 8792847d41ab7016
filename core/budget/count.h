// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/budget/election.h"
#include "core/budget/tie_rule.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace hereabouts::core {

enum class Rule {
    GreedyVotes, ///< Most votes first (points or Borda scores where these are the utility); who does not fit is passed over.
    GreedyVotesPerCost, ///< Most votes for the money first.
    GreedyCost, ///< Most cost utility for the money first: the cost of each supported project is what it is worth, so this ranks by supporters.
    EqualShares, ///< Each voter pays from an equal part of the budget, and a project's supporters share its cost equally.
    Phragmen, ///< Each project loads its supporters with its cost, and the least loaded go first.
};

/// What becomes of the money that equal shares leave.
enum class Completion {
    None,
    Utilitarian, ///< Most votes first for the rest.
    Add1, ///< Counted again with one unit of currency more for each voter, until nothing that is left fits the budget, or the budget is passed: then the count
          ///< before.
    Add1Infeasible, ///< The same, but on until the budget is passed (or every supported project is bought).
    Add1Utilitarian, ///< Add1, then Utilitarian.
};

struct CountRule {
    Rule rule = Rule::GreedyVotes;
    Utility utility = Utility::Cost;
    Completion completion = Completion::None; ///< Of equal shares.
    TieRule ties;
    std::optional<std::int64_t> leastScore; ///< Projects with a lower score (votes, or points in units) cannot win. Greedy rules only.
    bool stopsAtMisfit = false; ///< Greedy rules: the first that does not fit what is left ends the count. What costs more than the budget is passed over.
};

struct Count {
    std::vector<std::uint32_t> winners; ///< In the order of choice.
    std::size_t byRule = 0; ///< So many of them were chosen by the rule, the rest by the completion.
    std::int64_t cost = 0; ///< Units.
    std::int64_t addedPerVoter = 0; ///< Units of currency that Add1 gave each voter beyond an equal part of the budget.
    std::int64_t steps = 1; ///< Budgets that Add1 went through, the last one included even if it was passed.
    std::int64_t counted = 1; ///< Of these, how many were counted; the others could be told to end like the one before.
    std::int64_t exactDecisions = 0; ///< Choices too close for rounded money, made in fractions.
};

/// Counts a round. Exact: no choice depends on rounding, so the same ballots give the same winners on every machine.
///
/// Equal shares and Phragmén follow Peters, Pierczyński and Skowron (2021), "Proportional Participatory Budgeting with Additive Utilities", NeurIPS 34, and
/// Los, Christoff and Grossi (2022), "Proportional Budget Allocations: Towards a Systematization", IJCAI; Phragmén stops as soon as one of the projects that
/// are next would pass the budget.
///
/// Fails with BadInput if there are no voters, if points are asked of ballots that give none, or a completion of a rule that has none; Cancelled if stopped.
[[nodiscard]] Result<Count> countRound(const Election& election, const CountRule& rule, const Job& job = {});

/// Names as the command and documents write them.
[[nodiscard]] std::string_view nameOf(Rule rule);
[[nodiscard]] std::string_view nameOf(Utility utility);
[[nodiscard]] std::string_view nameOf(Completion completion);
[[nodiscard]] std::optional<Rule> ruleNamed(std::string_view name);
[[nodiscard]] std::optional<Utility> utilityNamed(std::string_view name);
[[nodiscard]] std::optional<Completion> completionNamed(std::string_view name);

} // namespace hereabouts::core
