// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/detail/steady_shares.h"

#include <algorithm>
#include <cmath>

namespace hereabouts::core::detail {

double SteadyShares::key(std::int64_t price, int shift, std::uint32_t project) const
{
    return std::ldexp(static_cast<double>(price), -shift) / static_cast<double>(m_supports.values[project]);
}

void SteadyShares::push(std::uint32_t project)
{
    m_bids.push_back({.key = key(m_bounds[project].low, m_upper.shift, project) * kDown, .project = project});
    std::ranges::push_heap(m_bids, std::greater{}, &Bid::key);
}

bool SteadyShares::staysFirst(const SharePurchase& purchase, std::uint32_t round)
{
    const std::uint32_t winner = purchase.project;
    PriceBounds lower{.low = std::max<std::int64_t>(purchase.price - m_lower.error - 2, 0)};
    if (!lower.update(m_lower, m_supports, winner, m_election.costs[winner], kNarrowBand) || lower.high == kNoBound) return false;
    const double most = key(lower.high, m_lower.shift, winner) * kUp;
    bool isWinnerIn = false;
    while (!m_bids.empty() && m_bids.front().key <= most) {
        std::ranges::pop_heap(m_bids, std::greater{}, &Bid::key);
        const std::uint32_t project = m_bids.back().project;
        m_bids.pop_back();
        if (project == winner) {
            isWinnerIn = true;
            continue;
        }
        PriceBounds& bounds = m_bounds[project];
        if (m_evaluated[project] != round) {
            m_evaluated[project] = round;
            if (bounds.update(m_upper, m_supports, project, m_election.costs[project], kNarrowBand)) push(project);
            continue;
        }
        // Where all supporters of both can pay in full, the prices are the same at both ends, and so is who comes first.
        PriceBounds other;
        const bool canPay = other.update(m_lower, m_supports, project, m_election.costs[project], kNarrowBand);
        if (!canPay || !other.allCanPay || !lower.allCanPay) return false;
        m_aside.push_back(project);
    }
    for (const std::uint32_t project : m_aside) push(project);
    m_aside.clear();
    if (!isWinnerIn) {
        const auto found = std::ranges::find(m_bids, winner, &Bid::project);
        if (found == m_bids.end()) return false;
        m_bids.erase(found);
        std::ranges::make_heap(m_bids, std::greater{}, &Bid::key);
    }
    PriceBounds& upper = m_bounds[winner];
    if (!upper.update(m_upper, m_supports, winner, m_election.costs[winner], kNarrowBand)) return false;
    m_lower.buy(m_supports, winner, m_election.costs[winner], purchase.price);
    m_upper.buy(m_supports, winner, m_election.costs[winner], upper.price);
    return true;
}

bool SteadyShares::holdsUpTo(std::int64_t total, const HeldMoney& given, std::span<const SharePurchase> purchases)
{
    m_lower = given;
    m_upper.start(total, m_election.voters(), m_mostWeight);
    m_bids.clear();
    m_aside.clear();
    std::ranges::fill(m_evaluated, 0U);
    for (std::uint32_t project = 0; project < m_election.projects(); ++project) {
        const std::int64_t cost = m_election.costs[project];
        if (m_supports.totals[project] == 0 || cost == 0 || cost > total) continue;
        m_bounds[project] = {.low = (cost << m_upper.shift) / m_supports.totals[project]};
        push(project);
    }
    std::uint32_t round = 0;
    for (const SharePurchase& purchase : purchases) {
        if (m_election.costs[purchase.project] > 0 && !staysFirst(purchase, ++round)) return false;
    }
    return std::ranges::none_of(
        m_bids, [&](const Bid& bid) { return m_bounds[bid.project].update(m_upper, m_supports, bid.project, m_election.costs[bid.project], kNarrowBand); });
}

} // namespace hereabouts::core::detail
