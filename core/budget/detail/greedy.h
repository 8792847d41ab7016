// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/count.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace hereabouts::core::detail {

/// All projects, the one that a greedy rule looks at first in front; equal ones by tie rank.
[[nodiscard]] std::vector<std::uint32_t> greedyOrder(const Election& election, const Supports& supports, Rule rule, std::span<const std::uint32_t> tieRanks);

struct GreedyLimits {
    std::span<const std::int64_t> scores{}; ///< One a project.
    std::optional<std::int64_t> leastScore{};
    bool stopsAtMisfit = false;
};

/// Adds each project of the order that has not won and fits what the winners leave of the budget.
void buyGreedily(Count& count, const Election& election, const std::vector<std::uint32_t>& order, const GreedyLimits& limits);

} // namespace hereabouts::core::detail
