// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/count.h"

#include "core/budget/detail/equal_shares.h"
#include "core/budget/detail/greedy.h"
#include "core/budget/detail/phragmen.h"
#include "core/budget/detail/steady_shares.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hereabouts::core {

namespace {

constexpr std::array<std::pair<Rule, std::string_view>, 5> kRules{{{Rule::GreedyVotes, "greedy-votes"}, {Rule::GreedyVotesPerCost, "greedy-votes-per-cost"},
    {Rule::GreedyCost, "greedy-cost"}, {Rule::EqualShares, "equal-shares"}, {Rule::Phragmen, "phragmen"}}};
constexpr std::array<std::pair<Utility, std::string_view>, 4> kUtilities{
    {{Utility::Cost, "cost"}, {Utility::Cardinality, "cardinality"}, {Utility::Points, "points"}, {Utility::Borda, "borda"}}};
constexpr std::array<std::pair<Completion, std::string_view>, 5> kCompletions{{{Completion::None, "none"}, {Completion::Utilitarian, "utilitarian"},
    {Completion::Add1, "add1"}, {Completion::Add1Infeasible, "add1-infeasible"}, {Completion::Add1Utilitarian, "add1+utilitarian"}}};

template <typename Named, std::size_t n> std::string_view nameIn(const std::array<std::pair<Named, std::string_view>, n>& names, Named what)
{
    return std::ranges::find(names, what, &std::pair<Named, std::string_view>::first)->second;
}

template <typename Named, std::size_t n> std::optional<Named> namedIn(const std::array<std::pair<Named, std::string_view>, n>& names, std::string_view name)
{
    const auto found = std::ranges::find(names, name, &std::pair<Named, std::string_view>::second);
    return found == names.end() ? std::nullopt : std::optional(found->first);
}

/// Whether no supported project that was not bought fits what is left.
bool isExhaustive(const Election& election, const Supports& supports, const detail::EqualShares& shares)
{
    std::vector<bool> isBought(election.projects(), false);
    for (const auto& purchase : shares.purchases()) isBought[purchase.project] = true;
    const std::int64_t left = election.budget - shares.spent();
    for (std::uint32_t project = 0; project < election.projects(); ++project) {
        const bool isSupported = supports.totals[project] > 0 && election.costs[project] > 0;
        if (isSupported && !isBought[project] && election.costs[project] <= left) return false;
    }
    return true;
}

void takeWinners(Count& count, const detail::EqualShares& shares)
{
    count.winners.clear();
    for (const auto& purchase : shares.purchases()) count.winners.push_back(purchase.project);
    count.cost = shares.spent();
}

/// How far a count can be jumped ahead: more after each jump that went well, and not tried for a while after one that did not.
class Jumps {
public:
    Jumps(const Election& election, const Supports& supports, const detail::EqualShares& shares) :
        m_voters(static_cast<std::int64_t>(election.voters())), m_steady(election, supports, shares.mostWeight()), m_shares(shares)
    {
    }

    /// Steps of one unit for each voter after the last run that are sure to come out like it.
    std::int64_t stepsLikeIt(std::int64_t total, std::int64_t unit)
    {
        if (m_waits > 0) {
            --m_waits;
            return 0;
        }
        std::int64_t sure = 0;
        for (std::int64_t steps = m_reach; steps < kFurthest; steps *= 4) {
            if (!m_steady.holdsUpTo(total + steps * unit * m_voters, m_shares.given(), m_shares.purchases())) break;
            sure = steps;
        }
        m_reach = sure > 0 ? sure : std::max<std::int64_t>(m_reach / 4, kNearest);
        m_patience = sure > 0 ? 0 : std::min(m_patience * 2 + 1, 15);
        m_waits = sure > 0 ? 0 : m_patience;
        return sure;
    }

private:
    static constexpr std::int64_t kNearest = 4; ///< Fewer steps are counted as quickly as they are proven.
    static constexpr std::int64_t kFurthest = 1 << 20;
    std::int64_t m_voters;
    detail::SteadyShares m_steady;
    const detail::EqualShares& m_shares;
    std::int64_t m_reach = kNearest;
    int m_patience = 0;
    int m_waits = 0;
};

Result<Count> countShares(const Election& election, const CountRule& rule, const Supports& supports, std::span<const std::uint32_t> tieRanks, const Job& job)
{
    detail::EqualShares shares(election, rule.utility, supports, tieRanks);
    Jumps jumps(election, supports, shares);
    Count count;
    const bool addsOne = rule.completion != Completion::None && rule.completion != Completion::Utilitarian;
    const auto supported = static_cast<std::size_t>(std::ranges::count_if(supports.totals, [](std::int64_t total) { return total > 0; }));
    count.counted = 0;
    for (std::int64_t added = 0;; ++added) {
        if (job.stopped()) return fail(ErrorCode::Cancelled, "The count was stopped.");
        const std::int64_t total = election.budget + added * election.unitsPerCurrency * static_cast<std::int64_t>(election.voters());
        shares.run(total);
        ++count.counted;
        count.steps = added + 1;
        if (shares.spent() > election.budget) break;
        takeWinners(count, shares);
        count.addedPerVoter = added;
        if (!addsOne || count.winners.size() == supported) break;
        if (rule.completion != Completion::Add1Infeasible && isExhaustive(election, supports, shares)) break;
        added += jumps.stepsLikeIt(total, election.unitsPerCurrency);
        count.addedPerVoter = added;
    }
    count.exactDecisions = shares.exactDecisions();
    count.byRule = count.winners.size();
    return count;
}

} // namespace

Result<Count> countRound(const Election& election, const CountRule& rule, const Job& job)
{
    if (election.voters() == 0) return fail(ErrorCode::BadInput, "There are no ballots to count: bring them in first.");
    if (election.projects() == 0) return fail(ErrorCode::BadInput, "There are no projects on the ballot: bring them in first.");
    if (rule.utility == Utility::Points && election.points.size() != election.marks.size()) {
        return fail(ErrorCode::BadInput, "These ballots give no points: choose another utility.");
    }
    if (rule.completion != Completion::None && rule.rule != Rule::EqualShares) {
        return fail(ErrorCode::BadInput, "Only equal shares leave money that a completion spends: leave the completion out.");
    }
    const Supports supports = supportsOf(election, rule.utility);
    const std::vector<std::uint32_t> tieRanks = core::tieRanks(election, rule.ties);
    if (rule.rule == Rule::Phragmen) {
        detail::Phragmen phragmen(election, supports, tieRanks);
        phragmen.run();
        Count count{.winners = phragmen.bought(), .byRule = phragmen.bought().size(), .exactDecisions = phragmen.exactDecisions()};
        for (const std::uint32_t project : count.winners) count.cost += election.costs[project];
        return count;
    }
    if (rule.rule == Rule::EqualShares) {
        auto count = countShares(election, rule, supports, tieRanks, job);
        if (!count) return count;
        if (rule.completion == Completion::Utilitarian || rule.completion == Completion::Add1Utilitarian) {
            detail::buyGreedily(*count, election, detail::greedyOrder(election, supports, Rule::GreedyVotes, tieRanks), {});
        }
        return count;
    }
    Count count;
    detail::buyGreedily(count, election, detail::greedyOrder(election, supports, rule.rule, tieRanks),
        {.scores = supports.totals, .leastScore = rule.leastScore, .stopsAtMisfit = rule.stopsAtMisfit});
    count.byRule = count.winners.size();
    return count;
}

std::string_view nameOf(Rule rule) { return nameIn(kRules, rule); }
std::string_view nameOf(Utility utility) { return nameIn(kUtilities, utility); }
std::string_view nameOf(Completion completion) { return nameIn(kCompletions, completion); }
std::optional<Rule> ruleNamed(std::string_view name) { return namedIn(kRules, name); }
std::optional<Utility> utilityNamed(std::string_view name) { return namedIn(kUtilities, name); }
std::optional<Completion> completionNamed(std::string_view name) { return namedIn(kCompletions, name); }

} // namespace hereabouts::core
