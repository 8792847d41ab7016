// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/detail/greedy.h"

#include <algorithm>
#include <numeric>

namespace hereabouts::core::detail {

namespace {
__extension__ using Wide = __int128;
}

std::vector<std::uint32_t> greedyOrder(const Election& election, const Supports& supports, Rule rule, std::span<const std::uint32_t> tieRanks)
{
    std::vector<std::uint32_t> order(election.projects());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
        Wide scoreA = supports.totals[a];
        Wide scoreB = supports.totals[b];
        if (rule == Rule::GreedyCost) {
            scoreA = static_cast<Wide>(supports.of(a).size());
            scoreB = static_cast<Wide>(supports.of(b).size());
        } else if (rule == Rule::GreedyVotesPerCost) {
            // What costs nothing and is wanted comes before all that costs something.
            const bool isFreeA = election.costs[a] == 0 && scoreA > 0;
            const bool isFreeB = election.costs[b] == 0 && scoreB > 0;
            if (isFreeA != isFreeB) return isFreeA;
            if (!isFreeA) {
                scoreA *= std::max<std::int64_t>(election.costs[b], 1);
                scoreB *= std::max<std::int64_t>(election.costs[a], 1);
            }
        }
        return scoreA != scoreB ? scoreA > scoreB : tieRanks[a] < tieRanks[b];
    });
    return order;
}

void buyGreedily(Count& count, const Election& election, const std::vector<std::uint32_t>& order, const GreedyLimits& limits)
{
    std::vector<bool> hasWon(election.projects(), false);
    for (const std::uint32_t project : count.winners) hasWon[project] = true;
    for (const std::uint32_t project : order) {
        if (hasWon[project] || (limits.leastScore && limits.scores[project] < *limits.leastScore)) continue;
        if (election.costs[project] > election.budget - count.cost) {
            // More than the whole budget is how files mark what was withdrawn: it ends nothing.
            if (limits.stopsAtMisfit && election.costs[project] <= election.budget) return;
            continue;
        }
        count.winners.push_back(project);
        count.cost += election.costs[project];
    }
}

} // namespace hereabouts::core::detail
