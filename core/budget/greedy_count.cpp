// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/greedy_count.h"

#include <algorithm>
#include <format>
#include <map>
#include <numeric>
#include <string_view>
#include <tuple>

namespace hereabouts::core {

namespace {

/// Adds the count of these candidates, from a pot of their own, to the count.
void countInto(BudgetCount& count, std::span<const Candidate> candidates, std::vector<std::size_t> order, Money pot)
{
    std::ranges::sort(order, {}, [&](std::size_t i) {
        const Candidate& candidate = candidates[i];
        return std::tuple(-candidate.votes, candidate.cost, std::string_view(candidate.proposal.text()), i);
    });
    Money left = pot;
    for (const std::size_t i : order) {
        const bool isFunded = candidates[i].cost <= left;
        count.steps.push_back({.candidate = i, .leftBefore = left, .isFunded = isFunded});
        if (isFunded) left = left - candidates[i].cost;
    }
    count.spent += pot - left;
    count.left += left;
}

} // namespace

std::vector<std::size_t> BudgetCount::winners() const
{
    std::vector<std::size_t> winners;
    for (const CountStep& step : steps) {
        if (step.isFunded) winners.push_back(step.candidate);
    }
    return winners;
}

BudgetCount countGreedily(std::span<const Candidate> candidates, Money pot)
{
    std::vector<std::size_t> all(candidates.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    BudgetCount count;
    countInto(count, candidates, std::move(all), pot);
    return count;
}

Result<BudgetCount> countGreedilyByArea(std::span<const Candidate> candidates, std::span<const PotToSpend> pots)
{
    std::map<std::string_view, std::vector<std::size_t>> candidatesOf;
    for (const PotToSpend& pot : pots) {
        if (!candidatesOf.try_emplace(pot.code).second) return fail(ErrorCode::BadInput, std::format("Pot '{}' is given twice: give each area one pot.", pot.code));
    }
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const auto pot = candidatesOf.find(candidates[i].areaPot);
        if (pot == candidatesOf.end()) {
            return fail(ErrorCode::UnknownId, std::format("Proposal '{}' is to be paid from pot '{}', and there is no such pot: correct its area pot or add one.",
                                                  candidates[i].proposal.text(), candidates[i].areaPot));
        }
        pot->second.push_back(i);
    }
    BudgetCount count;
    for (const PotToSpend& pot : pots) countInto(count, candidates, std::move(candidatesOf[pot.code]), pot.amount);
    return count;
}

} // namespace hereabouts::core
