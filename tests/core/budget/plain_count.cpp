// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/budget/plain_count.h"

#include "core/budget/natural.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace hereabouts::test {

using core::Completion;
using core::CountRule;
using core::Election;
using core::Natural;
using core::Supports;

namespace {

struct Round {
    const Election& election;
    const Supports& supports;
    const std::vector<std::uint32_t>& tieRanks;

    [[nodiscard]] std::uint64_t weight(std::uint32_t project, std::size_t place) const
    {
        return supports.weights.empty() ? 1 : supports.weightsOf(project)[place];
    }
    [[nodiscard]] std::uint32_t firstOf(const std::vector<std::uint32_t>& tied) const
    {
        return *std::ranges::min_element(tied, {}, [&](std::uint32_t project) { return tieRanks[project]; });
    }
};

/// Voters' amounts, numerators over one denominator.
struct Amounts {
    std::vector<Natural> of;
    Natural denominator;
};

struct Fraction {
    Natural over;
    std::uint64_t under = 1; ///< Times the denominator.
};

std::optional<Fraction> price(const Round& round, const Amounts& money, std::uint32_t project)
{
    const auto supporters = round.supports.of(project);
    const Natural cost = money.denominator * static_cast<std::uint64_t>(round.election.costs[project]);
    std::vector<bool> isPoor(supporters.size(), false);
    Natural poorMoney;
    auto richWeight = static_cast<std::uint64_t>(round.supports.totals[project]);
    for (bool changes = true; changes;) {
        if (richWeight == 0 || poorMoney >= cost) return std::nullopt;
        changes = false;
        Natural over = cost;
        over -= poorMoney;
        const std::uint64_t under = richWeight;
        for (std::size_t i = 0; i < supporters.size(); ++i) {
            if (isPoor[i] || money.of[supporters[i]] * under >= over * round.weight(project, i)) continue;
            isPoor[i] = changes = true;
            poorMoney += money.of[supporters[i]];
            richWeight -= round.weight(project, i);
        }
        if (!changes) return Fraction{.over = over, .under = under};
    }
    return std::nullopt;
}

void pay(const Round& round, Amounts& money, std::uint32_t project, Fraction price)
{
    const std::uint64_t common = std::gcd(price.over.remainderOf(price.under), price.under);
    price.over.divideBy(common);
    price.under /= common;
    money.denominator *= price.under;
    for (Natural& amount : money.of) amount *= price.under;
    const auto supporters = round.supports.of(project);
    for (std::size_t i = 0; i < supporters.size(); ++i) {
        Natural& amount = money.of[supporters[i]];
        const Natural due = price.over * round.weight(project, i);
        if (amount <= due)
            amount = Natural();
        else
            amount -= due;
    }
}

std::vector<std::uint32_t> sharesOf(const Round& round, std::int64_t total)
{
    const Election& election = round.election;
    Amounts money{.of = std::vector<Natural>(election.voters(), Natural(static_cast<std::uint64_t>(total))), .denominator = Natural(election.voters())};
    std::vector<std::uint32_t> bidders;
    std::vector<std::uint32_t> bought;
    for (std::uint32_t project = 0; project < election.projects(); ++project) {
        if (round.supports.totals[project] > 0) (election.costs[project] == 0 ? bought : bidders).push_back(project);
    }
    std::ranges::sort(bought, {}, [&](std::uint32_t project) { return round.tieRanks[project]; });
    while (true) {
        std::vector<std::uint32_t> tied;
        Fraction best;
        for (const std::uint32_t project : bidders) {
            const auto offer = price(round, money, project);
            if (!offer) continue;
            const auto value = [&](std::uint32_t each) { return static_cast<std::uint64_t>(round.supports.values[each]); };
            const auto order
                = tied.empty() ? std::strong_ordering::less : offer->over * best.under * value(tied[0]) <=> best.over * offer->under * value(project);
            if (order == std::strong_ordering::greater) continue;
            if (order == std::strong_ordering::less) tied.clear();
            if (tied.empty()) best = *offer;
            tied.push_back(project);
        }
        if (tied.empty()) return bought;
        const std::uint32_t winner = round.firstOf(tied);
        // Tied projects have one price for their value, but not one price.
        pay(round, money, winner, *price(round, money, winner));
        bought.push_back(winner);
        std::erase(bidders, winner);
    }
}

std::vector<std::uint32_t> phragmenOf(const Round& round)
{
    const Election& election = round.election;
    Amounts loads{.of = std::vector<Natural>(election.voters()), .denominator = Natural(1)};
    std::vector<std::uint32_t> bidders;
    std::vector<std::uint32_t> bought;
    std::int64_t left = election.budget;
    for (std::uint32_t project = 0; project < election.projects(); ++project) {
        if (!round.supports.of(project).empty() && election.costs[project] <= election.budget) bidders.push_back(project);
    }
    while (!bidders.empty()) {
        std::vector<std::uint32_t> tied;
        Fraction best;
        for (const std::uint32_t project : bidders) {
            Fraction load{.over = loads.denominator * static_cast<std::uint64_t>(election.costs[project]), .under = round.supports.of(project).size()};
            for (const std::uint32_t voter : round.supports.of(project)) load.over += loads.of[voter];
            const auto order = tied.empty() ? std::strong_ordering::less : load.over * best.under <=> best.over * load.under;
            if (order == std::strong_ordering::greater) continue;
            if (order == std::strong_ordering::less) tied.clear();
            if (tied.empty()) best = load;
            tied.push_back(project);
        }
        if (std::ranges::any_of(tied, [&](std::uint32_t project) { return election.costs[project] > left; })) break;
        const std::uint32_t winner = round.firstOf(tied);
        loads.denominator *= best.under;
        for (Natural& load : loads.of) load *= best.under;
        for (const std::uint32_t voter : round.supports.of(winner)) loads.of[voter] = best.over;
        left -= election.costs[winner];
        bought.push_back(winner);
        std::erase(bidders, winner);
    }
    return bought;
}

std::int64_t costOf(const Election& election, const std::vector<std::uint32_t>& projects)
{
    std::int64_t cost = 0;
    for (const std::uint32_t project : projects) cost += election.costs[project];
    return cost;
}

} // namespace

std::vector<std::uint32_t> countPlainly(const Election& election, const CountRule& rule)
{
    const Supports supports = core::supportsOf(election, rule.utility);
    const std::vector<std::uint32_t> tieRanks = core::tieRanks(election, rule.ties);
    const Round round{election, supports, tieRanks};
    if (rule.rule == core::Rule::Phragmen) return phragmenOf(round);

    std::vector<std::uint32_t> winners;
    const bool addsOne = rule.completion != Completion::None && rule.completion != Completion::Utilitarian;
    for (std::int64_t added = 0;; ++added) {
        const auto bought = sharesOf(round, election.budget + added * election.unitsPerCurrency * static_cast<std::int64_t>(election.voters()));
        const std::int64_t left = election.budget - costOf(election, bought);
        if (left < 0) break;
        winners = bought;
        bool isAllBought = true;
        bool isExhaustive = true;
        for (std::uint32_t project = 0; project < election.projects(); ++project) {
            if (supports.totals[project] == 0 || std::ranges::contains(bought, project)) continue;
            isAllBought = false;
            if (election.costs[project] <= left) isExhaustive = false;
        }
        if (!addsOne || isAllBought || (isExhaustive && rule.completion != Completion::Add1Infeasible)) break;
    }
    if (rule.completion != Completion::Utilitarian && rule.completion != Completion::Add1Utilitarian) return winners;
    std::vector<std::uint32_t> rest;
    for (std::uint32_t project = 0; project < election.projects(); ++project) {
        if (!std::ranges::contains(winners, project)) rest.push_back(project);
    }
    std::ranges::sort(rest, {}, [&](std::uint32_t project) { return std::pair(-supports.totals[project], tieRanks[project]); });
    for (const std::uint32_t project : rest) {
        if (costOf(election, winners) + election.costs[project] <= election.budget) winners.push_back(project);
    }
    return winners;
}

} // namespace hereabouts::test
