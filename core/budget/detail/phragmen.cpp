// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/detail/phragmen.h"

#include "core/budget/detail/money_passes.h"

#include <algorithm>
#include <numeric>

namespace hereabouts::core::detail {

namespace {
__extension__ using Wide = unsigned __int128;
constexpr int kHeadroomBits = 61;
} // namespace

Phragmen::Phragmen(const Election& election, const Supports& supports, std::span<const std::uint32_t> tieRanks) :
    m_election(election), m_supports(supports), m_tieRanks(tieRanks)
{
    // All loads together are what was spent: with the cost of a candidate, twice the budget at most.
    while (m_shift < 60 && (static_cast<Wide>(election.budget) << (m_shift + 2)) >> kHeadroomBits == 0) ++m_shift;
}

void Phragmen::push(const Bid& bid)
{
    m_bids.push_back(bid);
    std::ranges::push_heap(m_bids, std::greater{}, &Bid::load);
}

Phragmen::Bid Phragmen::pop()
{
    std::ranges::pop_heap(m_bids, std::greater{}, &Bid::load);
    const Bid bid = m_bids.back();
    m_bids.pop_back();
    return bid;
}

void Phragmen::evaluate(Bid& bid)
{
    const auto supporters = m_supports.of(bid.project);
    bid.load = ((m_election.costs[bid.project] << m_shift) + sumOf(m_held, supporters)) / static_cast<std::int64_t>(supporters.size());
    bid.round = m_round;
}

std::optional<std::int64_t> Phragmen::loadOf(std::uint32_t project) const
{
    const auto supporters = m_supports.of(project);
    if (supporters.empty() || m_election.costs[project] > m_election.budget) return std::nullopt;
    return ((m_election.costs[project] << m_shift) + sumOf(m_held, supporters)) / static_cast<std::int64_t>(supporters.size());
}

void Phragmen::follow()
{
    if (m_exactLastOf.empty()) m_exactLastOf.assign(m_election.voters(), 0);
    for (std::size_t i = m_exactLoads.size(); i < m_bought.size(); ++i) {
        Natural load = loadNumerator(m_bought[i]);
        const auto supporters = m_supports.of(m_bought[i]);
        const std::uint64_t common = std::gcd(load.remainderOf(supporters.size()), static_cast<std::uint64_t>(supporters.size()));
        const std::uint64_t factor = supporters.size() / common;
        load.divideBy(common);
        if (factor != 1) {
            m_denominator *= factor;
            for (Natural& earlier : m_exactLoads) earlier *= factor;
        }
        m_exactLoads.push_back(std::move(load));
        for (const std::uint32_t voter : supporters) m_exactLastOf[voter] = static_cast<std::uint32_t>(i + 1);
    }
}

Natural Phragmen::loadNumerator(std::uint32_t project)
{
    std::vector<std::uint64_t> carriers(m_exactLoads.size() + 1, 0);
    for (const std::uint32_t voter : m_supports.of(project)) ++carriers[m_exactLastOf[voter]];
    Natural sum = m_denominator * static_cast<std::uint64_t>(m_election.costs[project]);
    for (std::size_t i = 0; i < m_exactLoads.size(); ++i) {
        if (carriers[i + 1] > 0) sum.addProduct(m_exactLoads[i], carriers[i + 1]);
    }
    return sum;
}

std::vector<std::uint32_t> Phragmen::leastExactly(const std::vector<Bid>& contenders)
{
    ++m_exactDecisions;
    follow();
    std::vector<std::uint32_t> least;
    Natural best;
    std::uint64_t bestCount = 1;
    for (const Bid& bid : contenders) {
        Natural load = loadNumerator(bid.project);
        const std::uint64_t count = m_supports.of(bid.project).size();
        const auto order = least.empty() ? std::strong_ordering::less : load * bestCount <=> best * count;
        if (order == std::strong_ordering::greater) continue;
        if (order == std::strong_ordering::less) {
            least.clear();
            best = std::move(load);
            bestCount = count;
        }
        least.push_back(bid.project);
    }
    return least;
}

std::vector<std::uint32_t> Phragmen::least()
{
    // A load may be off by one multiple for each project bought and one for its own rounding, up or down.
    const std::int64_t margin = 2 * (static_cast<std::int64_t>(m_bought.size()) + 2);
    std::vector<Bid> contenders;
    std::int64_t most = 0;
    while (!m_bids.empty() && (contenders.empty() || m_bids.front().load <= most + margin)) {
        Bid bid = pop();
        if (bid.round != m_round) {
            evaluate(bid);
            push(bid);
            continue;
        }
        if (contenders.empty()) most = bid.load;
        contenders.push_back(bid);
    }
    std::vector<std::uint32_t> least;
    if (contenders.size() > 1)
        least = leastExactly(contenders);
    else if (!contenders.empty())
        least.push_back(contenders[0].project);
    for (const Bid& bid : contenders) push(bid);
    return least;
}

void Phragmen::buy(std::uint32_t project)
{
    Bid bid{.load = 0, .project = project, .round = 0};
    evaluate(bid);
    m_bought.push_back(project);
    m_loads.push_back(bid.load);
    m_left -= m_election.costs[project];
    for (const std::uint32_t voter : m_supports.of(project)) m_held[voter] = bid.load;
    std::erase_if(m_bids, [&](const Bid& each) { return each.project == project; });
    std::ranges::make_heap(m_bids, std::greater{}, &Bid::load);
}

void Phragmen::run()
{
    m_held.assign(m_election.voters(), 0);
    m_bought.clear();
    m_loads.clear();
    m_bids.clear();
    m_exactLoads.clear();
    m_exactLastOf.clear();
    m_denominator = Natural(1);
    m_left = m_election.budget;
    for (std::uint32_t project = 0; project < m_election.projects(); ++project) {
        const auto supporters = m_supports.of(project);
        if (supporters.empty() || m_election.costs[project] > m_election.budget) continue;
        m_bids.push_back({.load = (m_election.costs[project] << m_shift) / static_cast<std::int64_t>(supporters.size()), .project = project, .round = 1});
    }
    std::ranges::make_heap(m_bids, std::greater{}, &Bid::load);
    for (m_round = 1;; ++m_round) {
        const std::vector<std::uint32_t> tied = least();
        if (tied.empty() || std::ranges::any_of(tied, [&](std::uint32_t project) { return m_election.costs[project] > m_left; })) return;
        buy(*std::ranges::min_element(tied, {}, [&](std::uint32_t project) { return m_tieRanks[project]; }));
    }
}

} // namespace hereabouts::core::detail
