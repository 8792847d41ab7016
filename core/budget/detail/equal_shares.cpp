// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/detail/equal_shares.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace hereabouts::core::detail {

namespace {

__extension__ using Wide = __int128;

} // namespace

EqualShares::EqualShares(const Election& election, Utility utility, const Supports& supports, std::span<const std::uint32_t> tieRanks) :
    m_election(election), m_supports(supports), m_tieRanks(tieRanks), m_bounds(election.projects()), m_exact(election, utility, supports)
{
    if (!supports.weights.empty()) m_mostWeight = std::ranges::max(supports.weights);
}

double EqualShares::lowKey(std::uint32_t project) const
{
    return static_cast<double>(m_bounds[project].low) / static_cast<double>(m_supports.values[project]) * kDown;
}

double EqualShares::highKey(std::uint32_t project) const
{
    const std::int64_t high = m_bounds[project].high;
    if (high == kNoBound) return std::numeric_limits<double>::infinity();
    return static_cast<double>(high) / static_cast<double>(m_supports.values[project]) * kUp;
}

void EqualShares::push(std::uint32_t project)
{
    m_bids.push_back({.key = lowKey(project), .project = project});
    std::ranges::push_heap(m_bids, std::greater{}, &Bid::key);
}

std::uint32_t EqualShares::pop()
{
    std::ranges::pop_heap(m_bids, std::greater{}, &Bid::key);
    const std::uint32_t project = m_bids.back().project;
    m_bids.pop_back();
    return project;
}

void EqualShares::startBids(std::int64_t total)
{
    m_bids.clear();
    std::vector<std::uint32_t> free;
    for (std::uint32_t project = 0; project < m_election.projects(); ++project) {
        const std::int64_t cost = m_election.costs[project];
        const std::int64_t weight = m_supports.totals[project];
        if (weight == 0 || cost > total) continue;
        if (cost == 0) {
            free.push_back(project);
            continue;
        }
        // Nobody taken for poor: the least that the price can be, whatever is held.
        const std::int64_t low = (cost << m_money.shift) / weight;
        m_bounds[project] = {{.low = low, .high = kNoBound, .price = low, .allCanPay = false}, 0};
        m_bids.push_back({.key = lowKey(project), .project = project});
    }
    std::ranges::make_heap(m_bids, std::greater{}, &Bid::key);
    std::ranges::sort(free, {}, [&](std::uint32_t project) { return m_tieRanks[project]; });
    for (const std::uint32_t project : free) m_purchases.push_back({.project = project, .price = 0});
}

bool EqualShares::evaluate(std::uint32_t project, int bandShift)
{
    m_bounds[project].round = m_round;
    return m_bounds[project].update(m_money, m_supports, project, m_election.costs[project], bandShift);
}

void EqualShares::follow()
{
    if (!m_exactStarted) m_exact.start(m_total, m_given);
    m_exactStarted = true;
    m_exact.follow(m_purchases);
}

std::vector<std::uint32_t> EqualShares::leastExactly(std::vector<std::uint32_t>& contenders)
{
    ++m_exactDecisions;
    follow();
    struct Offer {
        std::uint32_t project;
        ExactPrice price;
    };
    std::vector<Offer> offers;
    for (const std::uint32_t project : contenders) {
        if (auto price = m_exact.price(project, m_bounds[project].price)) offers.push_back({project, std::move(*price)});
    }
    // a / value_a < b / value_b, each over its weight.
    const auto compare = [&](const Offer& a, const Offer& b) {
        const auto value = [&](const Offer& offer) { return static_cast<std::uint64_t>(m_supports.values[offer.project]); };
        return a.price.numerator * b.price.weight * value(b) <=> b.price.numerator * a.price.weight * value(a);
    };
    contenders.clear();
    std::vector<std::uint32_t> least;
    const Offer* best = nullptr;
    for (const Offer& offer : offers) {
        contenders.push_back(offer.project);
        m_bounds[offer.project].price = m_exact.rounded(offer.price);
        const auto order = best ? compare(offer, *best) : std::strong_ordering::less;
        if (order == std::strong_ordering::greater) continue;
        if (order == std::strong_ordering::less) least.clear();
        if (order == std::strong_ordering::less) best = &offer;
        least.push_back(offer.project);
    }
    return least;
}

std::vector<std::uint32_t> EqualShares::leastOf(std::vector<std::uint32_t>& contenders)
{
    if (contenders.size() == 1) return {contenders[0]};
    if (!std::ranges::all_of(contenders, [&](std::uint32_t project) { return m_bounds[project].allCanPay; })) return leastExactly(contenders);
    // The prices are cost / total weight, and fit.
    const auto side = [&](std::uint32_t a, std::uint32_t b) { return static_cast<Wide>(m_election.costs[a]) * m_supports.totals[b] * m_supports.values[b]; };
    std::vector<std::uint32_t> least;
    for (const std::uint32_t project : contenders) {
        if (!least.empty() && side(project, least[0]) > side(least[0], project)) continue;
        if (!least.empty() && side(project, least[0]) < side(least[0], project)) least.clear();
        least.push_back(project);
    }
    return least;
}

bool EqualShares::pin(std::uint32_t project)
{
    follow();
    Bounds& bounds = m_bounds[project];
    const auto price = m_exact.price(project, bounds.price);
    if (!price) return false;
    bounds.price = m_exact.rounded(*price);
    const std::int64_t rounding = (bounds.price >> kNarrowBand) + 2;
    bounds.low = std::max(bounds.low, bounds.price - rounding);
    bounds.high = bounds.price + rounding;
    return true;
}

bool EqualShares::decideOverlap(std::uint32_t& project)
{
    std::vector<std::uint32_t> contenders;
    double most = std::numeric_limits<double>::infinity();
    const auto consider = [&](std::uint32_t each) {
        if (!evaluate(each, kNarrowBand)) return;
        if (m_bounds[each].high == kNoBound && !pin(each)) return;
        most = std::min(most, highKey(each));
        contenders.push_back(each);
    };
    consider(project);
    while (true) {
        // All whose bound below lies under the least bound above may be the least.
        while (!m_bids.empty() && m_bids.front().key <= most) consider(pop());
        if (contenders.empty()) return false;
        std::erase_if(contenders, [&](std::uint32_t each) {
            const bool isAbove = lowKey(each) > most;
            if (isAbove) push(each);
            return isAbove;
        });
        const std::vector<std::uint32_t> least = leastOf(contenders);
        most = std::numeric_limits<double>::infinity();
        if (least.empty()) continue;
        project = *std::ranges::min_element(least, {}, [&](std::uint32_t each) { return m_tieRanks[each]; });
        std::ranges::copy_if(least, std::back_inserter(m_tied), [&](std::uint32_t each) { return each != project; });
        for (const std::uint32_t each : contenders) {
            if (each != project) push(each);
        }
        return true;
    }
}

bool EqualShares::nextProject(std::uint32_t& project)
{
    while (!m_bids.empty()) {
        project = pop();
        if (m_bounds[project].round != m_round) {
            if (evaluate(project, kWideBand)) push(project);
            continue;
        }
        if (m_bounds[project].high != kNoBound && (m_bids.empty() || highKey(project) < m_bids.front().key)) return true;
        return decideOverlap(project);
    }
    return false;
}

void EqualShares::buy(std::uint32_t project)
{
    m_purchases.push_back({.project = project, .price = m_bounds[project].price, .tied = std::exchange(m_tied, {})});
    m_spent += m_election.costs[project];
    m_money.buy(m_supports, project, m_election.costs[project], m_bounds[project].price);
}

void EqualShares::run(std::int64_t total)
{
    m_total = total;
    m_money.start(total, m_election.voters(), m_mostWeight);
    m_given = m_money;
    m_exactStarted = false;
    m_purchases.clear();
    m_spent = 0;
    m_round = 1;
    startBids(total);
    for (std::uint32_t project = 0; nextProject(project); ++m_round) buy(project);
}

} // namespace hereabouts::core::detail
