// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/count_trace.h"

#include "core/budget/detail/equal_shares.h"
#include "core/budget/detail/greedy.h"
#include "core/budget/detail/money_passes.h"
#include "core/budget/detail/phragmen.h"
#include "core/budget/detail/trace_text.h"

#include <algorithm>
#include <format>

namespace hereabouts::core {

namespace {

using detail::amountText;
using detail::countText;
using detail::howManyText;
using detail::projectText;

class Trace {
public:
    Trace(const Election& election, const CountRule& rule, const Count& count) :
        m_election(election), m_rule(rule), m_count(count), m_supports(supportsOf(election, rule.utility)), m_tieRanks(tieRanks(election, rule.ties)),
        m_place(election.projects(), 0)
    {
        for (std::size_t i = 0; i < count.winners.size(); ++i) m_place[count.winners[i]] = i + 1;
    }

    std::string text(std::string_view currency)
    {
        head(currency);
        if (m_rule.rule == Rule::EqualShares)
            shares();
        else if (m_rule.rule == Rule::Phragmen)
            phragmen();
        else
            greedy(0, m_rule.rule);
        line(std::format("\nWon: {} of {} projects for {}; {} of the budget is left.", m_count.winners.size(), m_election.projects(), units(m_count.cost),
            units(m_election.budget - m_count.cost)));
        return std::move(m_text);
    }

private:
    void line(const std::string& text) { m_text += text + "\n"; }
    [[nodiscard]] std::string units(std::int64_t amount) const { return amountText(amount, 0, m_election.unitsPerCurrency); }
    [[nodiscard]] std::string project(std::uint32_t index) const { return projectText(m_election, index); }
    [[nodiscard]] bool hasWon(std::uint32_t index) const { return m_place[index] != 0; }
    [[nodiscard]] std::string support(std::uint32_t index) const
    {
        const auto votes = static_cast<std::int64_t>(m_supports.of(index).size());
        const std::string text = howManyText(votes, "vote", "votes");
        if (m_supports.weights.empty()) return text;
        const std::int64_t unit = m_rule.utility == Utility::Points ? m_election.pointsPerUnit : 1;
        return text + " with " + amountText(m_supports.totals[index], 0, unit) + " points";
    }

    void head(std::string_view currency)
    {
        line(std::format("Count of {} by {}.", howManyText(static_cast<std::int64_t>(m_election.projects()), "project", "projects"),
            howManyText(static_cast<std::int64_t>(m_election.voters()), "voter", "voters")));
        line(std::format(
            "Rule: {}; utility: {}; completion: {}; ties: {}.", nameOf(m_rule.rule), nameOf(m_rule.utility), nameOf(m_rule.completion), nameOf(m_rule.ties)));
        line(std::format("Budget: {}{}{}.", units(m_election.budget), currency.empty() ? "" : " ", currency));
    }

    /// The steps of a greedy rule over what the first `before` winners leave.
    void greedy(std::size_t before, Rule rule)
    {
        const std::vector<std::uint32_t> order = detail::greedyOrder(m_election, m_supports, rule, m_tieRanks);
        std::int64_t left = m_election.budget;
        for (std::size_t i = 0; i < before; ++i) left -= m_election.costs[m_count.winners[i]];
        struct Turn {
            std::uint32_t project;
            std::int64_t left;
        };
        std::vector<Turn> turns;
        line("");
        std::size_t step = before;
        bool hasEnded = false;
        for (const std::uint32_t index : order) {
            if (hasWon(index) && m_place[index] <= before) continue;
            const std::string what = std::format("{}: {}, costs {}", project(index), support(index), units(m_election.costs[index]));
            if (hasWon(index)) {
                turns.push_back({index, left});
                left -= m_election.costs[index];
                line(std::format("{}. {}. Bought; {} left.", ++step, what, units(left)));
                continue;
            }
            if (m_rule.leastScore && m_supports.totals[index] < *m_rule.leastScore) {
                line(std::format("-  {}. Below the threshold.", what));
            } else if (hasEnded) {
                line(std::format("-  {}. Not looked at: the count has ended.", what));
            } else {
                hasEnded = m_rule.stopsAtMisfit && m_election.costs[index] <= m_election.budget;
                line(std::format("-  {}. {} short{}{}", what, units(m_election.costs[index] - left), hasEnded ? ": here the count ends" : "",
                    rule == Rule::GreedyVotesPerCost ? "." : "; " + votesNeeded(index, turns)));
            }
        }
    }

    /// What would have put a project in front of the last turn at which there was enough for it.
    template <typename Turns> [[nodiscard]] std::string votesNeeded(std::uint32_t index, const Turns& turns) const
    {
        for (auto turn = turns.rbegin(); turn != turns.rend(); ++turn) {
            if (turn->left < m_election.costs[index]) continue;
            const bool wouldWinTie = m_tieRanks[index] < m_tieRanks[turn->project];
            const std::int64_t needed = m_supports.totals[turn->project] - m_supports.totals[index] + (wouldWinTie ? 0 : 1);
            return std::format("{} more would have bought it, in the place of {}.", howManyText(needed, "vote", "votes"), project(turn->project));
        }
        return "it costs more than there ever was.";
    }

    void shares()
    {
        const std::int64_t total = m_election.budget + m_count.addedPerVoter * m_election.unitsPerCurrency * static_cast<std::int64_t>(m_election.voters());
        detail::EqualShares shares(m_election, m_rule.utility, m_supports, m_tieRanks);
        shares.run(total);
        detail::HeldMoney money = shares.given();
        line(std::format("Each voter begins with an equal part: {} / {} = {}{}.", units(m_election.budget),
            countText(static_cast<std::int64_t>(m_election.voters())),
            amountText(money.most - ((m_count.addedPerVoter * m_election.unitsPerCurrency) << money.shift), money.shift, m_election.unitsPerCurrency),
            m_count.addedPerVoter > 0 ? std::format(", and {} more, added one by one", countText(m_count.addedPerVoter)) : ""));
        line("");
        std::int64_t left = total << money.shift;
        std::vector<std::vector<std::int64_t>> paid; ///< By purchase, what each voter paid: made only for those who did.
        for (std::size_t step = 0; step < shares.purchases().size(); ++step) {
            const auto& purchase = shares.purchases()[step];
            const auto supporters = m_supports.of(purchase.project);
            std::int64_t allTheyHad = 0;
            std::int64_t hadNothing = 0;
            for (std::size_t i = 0; i < supporters.size(); ++i) {
                const std::int64_t weight = m_supports.weights.empty() ? 1 : m_supports.weightsOf(purchase.project)[i];
                const std::int64_t has = money.amounts[supporters[i]];
                allTheyHad += has < purchase.price * weight ? 1 : 0;
                hadNothing += has == 0 ? 1 : 0;
            }
            const std::vector<std::int64_t> before = money.amounts;
            if (purchase.price > 0) money.buy(m_supports, purchase.project, m_election.costs[purchase.project], purchase.price);
            std::vector<std::int64_t>& payments = paid.emplace_back();
            for (const std::uint32_t voter : supporters) payments.push_back(before[voter] - money.amounts[voter]);
            left -= m_election.costs[purchase.project] << money.shift;
            line(std::format("{}. {}: {}, costs {}. Each supporter pays {}{}{}; the voters have {} left.{}", step + 1, project(purchase.project),
                support(purchase.project), units(m_election.costs[purchase.project]), amountText(purchase.price, money.shift, m_election.unitsPerCurrency),
                m_supports.weights.empty() ? "" : " a point", poorText(allTheyHad, hadNothing), amountText(left, money.shift, m_election.unitsPerCurrency),
                tieText(purchase.tied)));
        }
        line("\nNot bought by equal shares:");
        for (std::uint32_t index = 0; index < m_election.projects(); ++index) {
            if (m_place[index] == 0 || m_place[index] > m_count.byRule) line(whyNot(index, shares, money, paid));
        }
        if (m_rule.completion == Completion::Utilitarian || m_rule.completion == Completion::Add1Utilitarian) {
            line("\nThe rest of the budget goes by votes:");
            greedy(m_count.byRule, Rule::GreedyVotes);
        }
    }

    [[nodiscard]] static std::string poorText(std::int64_t poor, std::int64_t withNothing)
    {
        if (poor == 0) return {};
        std::string text = " at most; " + countText(poor) + " had less and gave all they had";
        if (withNothing > 0) text += ", " + countText(withNothing) + " of them nothing";
        return text;
    }

    [[nodiscard]] std::string tieText(const std::vector<std::uint32_t>& tied) const
    {
        if (tied.empty()) return {};
        std::string text = " Tied with";
        for (const std::uint32_t other : tied) text += " [" + m_election.ids[other] + "]";
        return text + std::format(": decided by the tie rule ({}).", nameOf(m_rule.ties));
    }

    [[nodiscard]] std::string whyNot(
        std::uint32_t index, const detail::EqualShares& shares, const detail::HeldMoney& money, const std::vector<std::vector<std::int64_t>>& paid) const
    {
        const auto supporters = m_supports.of(index);
        const std::string what = std::format("-  {}: {}, costs {}. ", project(index), support(index), units(m_election.costs[index]));
        if (supporters.empty()) return what + "Nobody supports it.";
        const auto fixed = [&](std::int64_t amount) { return amountText(amount, money.shift, m_election.unitsPerCurrency); };
        const std::int64_t has = detail::sumOf(money.amounts, supporters);
        if (m_election.costs[index] > m_election.budget) return what + "It costs more than the budget.";
        const std::int64_t cost = m_election.costs[index] << money.shift;
        std::string text = what + std::format("Its supporters have {} left together, {} short", fixed(has), fixed(std::max<std::int64_t>(cost - has, 0)));
        std::vector<bool> isSupporter(m_election.voters(), false);
        for (const std::uint32_t voter : supporters) isSupporter[voter] = true;
        std::vector<std::pair<std::int64_t, std::size_t>> spent;
        for (std::size_t step = 0; step < paid.size(); ++step) {
            const auto payers = m_supports.of(shares.purchases()[step].project);
            std::int64_t sum = 0;
            for (std::size_t i = 0; i < payers.size(); ++i) sum += isSupporter[payers[i]] ? paid[step][i] : 0;
            if (sum > 0) spent.emplace_back(-sum, step);
        }
        std::ranges::sort(spent);
        if (spent.size() > 3) spent.resize(3);
        for (std::size_t i = 0; i < spent.size(); ++i) {
            text += std::format("{}{} for [{}]", i == 0 ? "; they paid most for others: " : ", ", fixed(-spent[i].first),
                m_election.ids[shares.purchases()[spent[i].second].project]);
        }
        return text + ".";
    }

    void phragmen()
    {
        detail::Phragmen phragmen(m_election, m_supports, m_tieRanks);
        phragmen.run();
        line("");
        std::int64_t left = m_election.budget;
        for (std::size_t step = 0; step < phragmen.bought().size(); ++step) {
            const std::uint32_t index = phragmen.bought()[step];
            left -= m_election.costs[index];
            line(std::format("{}. {}: {}, costs {}. Each supporter now carries {}; {} left.", step + 1, project(index), support(index),
                units(m_election.costs[index]), amountText(phragmen.loads()[step], phragmen.shift(), m_election.unitsPerCurrency), units(left)));
        }
        line("\nNot bought:");
        for (std::uint32_t index = 0; index < m_election.projects(); ++index) {
            if (hasWon(index)) continue;
            const std::string what = std::format("-  {}: {}, costs {}. ", project(index), support(index), units(m_election.costs[index]));
            const auto load = phragmen.loadOf(index);
            if (!load)
                line(what + (m_supports.of(index).empty() ? "Nobody supports it." : "It costs more than the budget."));
            else if (m_election.costs[index] > left)
                line(what + std::format("{} short when the count ended.", units(m_election.costs[index] - left)));
            else
                line(what
                    + std::format("Its supporters would have carried {} each; another project was next, did not fit, and ended the count.",
                        amountText(*load, phragmen.shift(), m_election.unitsPerCurrency)));
        }
    }

    const Election& m_election;
    const CountRule& m_rule;
    const Count& m_count;
    Supports m_supports;
    std::vector<std::uint32_t> m_tieRanks;
    std::vector<std::size_t> m_place; ///< One a project: its place among the winners, from 1; 0 if it did not win.
    std::string m_text;
};

} // namespace

std::string countTrace(const Election& election, const CountRule& rule, const Count& count, std::string_view currency)
{
    return Trace(election, rule, count).text(currency);
}

} // namespace hereabouts::core
