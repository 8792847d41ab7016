// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/detail/exact_shares.h"

#include "core/budget/detail/money_passes.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdlib>
#include <numeric>

namespace hereabouts::core::detail {

namespace {
__extension__ using Wide = unsigned __int128;
constexpr int kHeadroomBits = 61;
} // namespace

void HeldMoney::start(std::int64_t total, std::size_t voters, std::uint32_t mostWeight)
{
    const auto each = static_cast<Wide>(total) / voters + 1;
    const Wide largest = std::max(static_cast<Wide>(total), each * mostWeight);
    shift = 0;
    while (shift < 60 && (largest << (shift + 1)) >> kHeadroomBits == 0) ++shift;
    const Wide fine = static_cast<Wide>(total) << shift;
    most = static_cast<std::int64_t>(fine / voters);
    error = static_cast<std::int64_t>(fine % voters);
    amounts.assign(voters, most);
}

void HeldMoney::buy(const Supports& supports, std::uint32_t project, std::int64_t cost, std::int64_t price)
{
    const std::int64_t taken = takeFrom(amounts, supports.of(project), supports.weightsOf(project), price);
    error += std::abs(taken - (cost << shift));
}

void ExactShares::start(std::int64_t total, const HeldMoney& money)
{
    m_money = money;
    const auto voters = static_cast<std::uint64_t>(m_election.voters());
    const std::uint64_t common = std::gcd(static_cast<std::uint64_t>(total), voters);
    m_endowment = Natural(static_cast<std::uint64_t>(total) / common);
    m_denominator = Natural(voters / common);
    m_prices.clear();
    m_purchaseOf.assign(m_election.projects(), 0);
    m_hasNothing.assign(voters, false);
}

template <typename Visit> void ExactShares::eachPayment(std::uint32_t voter, Visit visit) const
{
    const std::size_t end = m_election.ballotEnds[voter];
    for (std::size_t place = m_election.ballotBegin(voter); place < end; ++place) {
        const std::uint32_t purchase = m_purchaseOf[m_election.marks[place]];
        if (purchase == 0) continue;
        if (const std::uint32_t weight = markWeight(m_election, m_utility, place, end); weight > 0) visit(purchase - 1, weight);
    }
}

Natural ExactShares::moneyOfVoter(std::uint32_t voter) const
{
    Natural paid;
    eachPayment(voter, [&](std::uint32_t purchase, std::uint32_t weight) { paid.addProduct(m_prices[purchase], weight); });
    Natural money = m_endowment;
    return money -= paid;
}

Natural ExactShares::moneyOf(std::span<const std::uint32_t> places, std::uint32_t project)
{
    m_paidWeight.assign(m_prices.size(), 0);
    const auto supporters = m_supports.of(project);
    for (const std::uint32_t place : places) {
        eachPayment(supporters[place], [&](std::uint32_t purchase, std::uint32_t weight) { m_paidWeight[purchase] += weight; });
    }
    Natural paid;
    for (std::size_t purchase = 0; purchase < m_prices.size(); ++purchase) {
        if (m_paidWeight[purchase] > 0) paid.addProduct(m_prices[purchase], m_paidWeight[purchase]);
    }
    Natural money = m_endowment * places.size();
    return money -= paid;
}

ExactShares::Parts ExactShares::part(std::uint32_t project, std::int64_t near, std::int64_t margin) const
{
    Parts parts;
    const auto supporters = m_supports.of(project);
    const auto weights = m_supports.weightsOf(project);
    const std::int64_t error = m_money.error;
    for (std::uint32_t place = 0; place < supporters.size(); ++place) {
        if (m_hasNothing[supporters[place]]) continue;
        const std::int64_t weight = weights.empty() ? 1 : static_cast<std::int64_t>(weights[place]);
        const std::int64_t has = m_money.amounts[supporters[place]];
        if (margin > 0 && has >= (near + margin) * weight + error)
            parts.richWeight += static_cast<std::uint64_t>(weight);
        else if (margin > 0 && has + error < (near - margin) * weight)
            parts.poor.push_back(place);
        else
            parts.unsure.push_back(place);
    }
    return parts;
}

std::optional<ExactPrice> ExactShares::solve(std::uint32_t project, Parts& parts)
{
    const auto supporters = m_supports.of(project);
    const auto weights = m_supports.weightsOf(project);
    const auto weightAt = [&](std::uint32_t place) { return weights.empty() ? std::uint64_t{1} : weights[place]; };
    const Natural cost = m_denominator * static_cast<std::uint64_t>(m_election.costs[project]);
    Natural poorMoney = moneyOf(parts.poor, project);
    std::uint64_t weight = parts.richWeight;
    struct Unsure {
        std::uint32_t place;
        Natural money;
    };
    std::vector<Unsure> unsure;
    for (const std::uint32_t place : parts.unsure) {
        unsure.push_back({.place = place, .money = moneyOfVoter(supporters[place])});
        weight += weightAt(place);
    }
    m_lastPoor.clear();
    for (const std::uint32_t place : parts.poor) m_lastPoor.push_back(supporters[place]);
    // Taking all who are unsure for rich makes the price too low at first; whoever cannot pay even that is poor for certain.
    for (bool isSettled = false; !isSettled && weight > 0 && poorMoney < cost;) {
        Natural numerator = cost;
        numerator -= poorMoney;
        isSettled = true;
        const std::uint64_t sharing = weight;
        std::erase_if(unsure, [&](const Unsure& voter) {
            if (voter.money * sharing >= numerator * weightAt(voter.place)) return false;
            poorMoney += voter.money;
            weight -= weightAt(voter.place);
            m_lastPoor.push_back(supporters[voter.place]);
            isSettled = false;
            return true;
        });
        if (isSettled) return ExactPrice{.numerator = std::move(numerator), .weight = weight};
    }
    return std::nullopt;
}

std::int64_t ExactShares::rounded(const ExactPrice& price) const
{
    const double units = ratio(price.numerator, m_denominator * price.weight);
    return static_cast<std::int64_t>(std::min(std::ldexp(units, m_money.shift), 0x1p62));
}

std::optional<ExactPrice> ExactShares::price(std::uint32_t project, std::int64_t near)
{
    for (int attempt = 0; attempt < 4; ++attempt) {
        near = std::min(near, m_money.most);
        const std::int64_t margin = m_money.error + (near >> 30) + 4;
        Parts parts = part(project, near, margin);
        auto price = solve(project, parts);
        if (!price) break;
        // The parting was right if the price is where it was looked for; rounding it is off by less than half the margin.
        const std::int64_t found = rounded(*price);
        if (std::abs(found - near) <= margin / 2) return price;
        near = found;
    }
    Parts parts = part(project, 0, 0);
    return solve(project, parts);
}

void ExactShares::buy(const SharePurchase& purchase)
{
    const std::int64_t cost = m_election.costs[purchase.project];
    if (cost == 0) {
        m_prices.emplace_back();
        m_purchaseOf[purchase.project] = static_cast<std::uint32_t>(m_prices.size());
        return;
    }
    auto price = this->price(purchase.project, purchase.price);
    assert(price);
    for (const std::uint32_t voter : m_lastPoor) m_hasNothing[voter] = true;
    // A poor voter's payments no longer matter: what is left is nothing. So all prices can be brought to the new denominator as they are.
    const std::uint64_t common = std::gcd(price->numerator.remainderOf(price->weight), price->weight);
    const std::uint64_t factor = price->weight / common;
    price->numerator.divideBy(common);
    if (factor != 1) {
        m_denominator *= factor;
        m_endowment *= factor;
        for (Natural& earlier : m_prices) earlier *= factor;
    }
    m_prices.push_back(std::move(price->numerator));
    m_purchaseOf[purchase.project] = static_cast<std::uint32_t>(m_prices.size());
    m_money.buy(m_supports, purchase.project, cost, purchase.price);
}

void ExactShares::follow(std::span<const SharePurchase> purchases)
{
    for (std::size_t i = m_prices.size(); i < purchases.size(); ++i) buy(purchases[i]);
}

} // namespace hereabouts::core::detail
