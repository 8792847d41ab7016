// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/election.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace hereabouts::core {

/// A group of voters whom an outcome owes a project.
struct ForgottenGroup {
    std::uint32_t project = 0; ///< That all of them support and that did not win.
    std::int64_t voters = 0; ///< How many; their equal part of the budget would pay for it.
};

/// What an outcome leaves to voters, whatever rule chose it.
struct Fairness {
    std::int64_t voters = 0;
    std::int64_t votersWithWinner = 0; ///< Who marked at least one winner.
    double winnersPerVoter = 0; ///< Mean of winners that a voter marked.
    double moneyPerSupporter = 0; ///< Currency: cost of the winners by the marks they have; 0 without any.
    double gini = 0; ///< Of money by voter, each winner's cost parted equally among its supporters. 0: all have the same; 1: one has everything.
    /// Groups that break EJR+ up to one project (below), one a project at most; nothing where the utility has weights, for which it is not defined here.
    std::optional<std::vector<ForgottenGroup>> forgotten;
};

/// Measures an outcome. EJR+ up to one project is broken by a project p that did not win and g of its supporters if each of them, i, has
///
///     utility of i of the winners + value of p  <=  g · budget · value of p / ( voters · cost of p ),
///
/// that is: if p were given to them on top, none of the g would have more than their part of the budget buys of what p costs for its value. Equal shares
/// never break it for the utility that they count by (Brill and Peters, 2023, "Robust and Verifiable Proportionality Axioms for Multiwinner Voting", EC).
/// Compared exactly. O(marks · log marks).
/// @param utility Cost or Cardinality for EJR+; supporters are those whose mark is worth something by it.
[[nodiscard]] Fairness fairnessOf(const Election& election, Utility utility, std::span<const std::uint32_t> winners);

} // namespace hereabouts::core
