// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/fairness.h"

#include <algorithm>

namespace hereabouts::core {

namespace {

__extension__ using Wide = __int128;

double giniOf(std::vector<double> amounts)
{
    std::ranges::sort(amounts);
    double sum = 0;
    double ranked = 0;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        sum += amounts[i];
        ranked += amounts[i] * static_cast<double>(i + 1);
    }
    const auto n = static_cast<double>(amounts.size());
    return sum > 0 ? 2 * ranked / (n * sum) - (n + 1) / n : 0;
}

/// The largest group of a project's supporters that the outcome owes it; 0 if there is none.
std::int64_t groupOwed(const Election& election, const Supports& supports, std::uint32_t project, const std::vector<std::int64_t>& satisfaction)
{
    std::vector<std::int64_t> has;
    for (const std::uint32_t voter : supports.of(project)) has.push_back(satisfaction[voter]);
    std::ranges::sort(has);
    const std::int64_t value = supports.values[project];
    std::int64_t owed = 0;
    for (std::size_t i = 0; i < has.size(); ++i) {
        const auto group = static_cast<std::int64_t>(i + 1);
        // Divided by the value: utilities are whole multiples of 1 or of a cost unit, so nothing is lost by multiplying out instead.
        const Wide left = static_cast<Wide>(has[i] + value) * static_cast<Wide>(election.voters()) * election.costs[project];
        const Wide right = static_cast<Wide>(group) * election.budget * value;
        if (left <= right) owed = group;
    }
    return owed;
}

} // namespace

Fairness fairnessOf(const Election& election, Utility utility, std::span<const std::uint32_t> winners)
{
    const Supports supports = supportsOf(election, utility);
    Fairness fairness{.voters = static_cast<std::int64_t>(election.voters())};
    std::vector<bool> hasWon(election.projects(), false);
    std::vector<std::int64_t> satisfaction(election.voters(), 0);
    std::vector<std::int64_t> marked(election.voters(), 0);
    std::vector<double> money(election.voters(), 0);
    double cost = 0;
    std::int64_t marks = 0;
    for (const std::uint32_t project : winners) {
        hasWon[project] = true;
        const auto supporters = supports.of(project);
        if (supporters.empty()) continue;
        const double price = static_cast<double>(election.costs[project]) / static_cast<double>(election.unitsPerCurrency);
        cost += price;
        marks += static_cast<std::int64_t>(supporters.size());
        for (const std::uint32_t voter : supporters) {
            ++marked[voter];
            satisfaction[voter] += supports.values[project];
            money[voter] += price / static_cast<double>(supporters.size());
        }
    }
    fairness.votersWithWinner = std::ranges::count_if(marked, [](std::int64_t count) { return count > 0; });
    fairness.winnersPerVoter = election.voters() == 0 ? 0 : static_cast<double>(marks) / static_cast<double>(election.voters());
    fairness.moneyPerSupporter = marks == 0 ? 0 : cost / static_cast<double>(marks);
    fairness.gini = giniOf(std::move(money));
    if (!supports.weights.empty()) return fairness;
    fairness.forgotten.emplace();
    for (std::uint32_t project = 0; project < election.projects(); ++project) {
        if (hasWon[project] || election.costs[project] == 0 || election.costs[project] > election.budget) continue;
        if (const std::int64_t group = groupOwed(election, supports, project, satisfaction); group > 0) {
            fairness.forgotten->push_back({.project = project, .voters = group});
        }
    }
    return fairness;
}

} // namespace hereabouts::core
