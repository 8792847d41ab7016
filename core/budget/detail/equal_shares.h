// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/detail/price_bounds.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hereabouts::core::detail {

/// The method of equal shares over money held to a tiny known error, with every decision that this error could touch taken in exact fractions instead.
///
/// A project's price for a weight of 1 is the least q with  sum over supporters i of min(money_i, q · weight_i) = cost;  the project with the least q / value
/// is bought next. Whatever part P of the supporters is taken for those who have less than the price,
///
///     q >= ( cost - money of P ) / ( weight of the others ),
///
/// so each evaluation gives a bound below that stays good in later rounds, because money only falls. If nobody among the others has less than q' = q + band,
/// and (q' - q) · weight of the others is more than the error, q' is a bound above. A round is decided when one project's bound above lies under all the
/// others' bounds below; where bounds overlap, ExactShares compares the fractions themselves, and equal ones go to the tie rule.
class EqualShares {
public:
    /// @param tieRanks One a project, as tieRanks() gives them. All must outlive this.
    EqualShares(const Election& election, Utility utility, const Supports& supports, std::span<const std::uint32_t> tieRanks);

    /// Gives each voter an equal part of `total` units and buys until nothing more can be paid for. @pre total > 0
    void run(std::int64_t total);

    [[nodiscard]] const std::vector<SharePurchase>& purchases() const { return m_purchases; } ///< In the order bought; projects that cost nothing first.
    [[nodiscard]] std::int64_t spent() const { return m_spent; } ///< Units.
    [[nodiscard]] const HeldMoney& given() const { return m_given; } ///< What the last run began with.
    [[nodiscard]] std::uint32_t mostWeight() const { return m_mostWeight; } ///< Of any mark.
    [[nodiscard]] std::int64_t exactDecisions() const { return m_exactDecisions; } ///< Of all runs: rounds that fractions had to decide.

private:
    struct Bid {
        double key = 0; ///< Bound below of price / value.
        std::uint32_t project = 0;
    };
    struct Bounds : PriceBounds {
        std::uint32_t round = 0; ///< When evaluated last.
    };

    void startBids(std::int64_t total);
    /// Brings the bounds up to date; false if the supporters cannot pay.
    [[nodiscard]] bool evaluate(std::uint32_t project, int bandShift);
    [[nodiscard]] double lowKey(std::uint32_t project) const;
    [[nodiscard]] double highKey(std::uint32_t project) const;
    [[nodiscard]] bool nextProject(std::uint32_t& project);
    void follow(); ///< Brings the fractions up to the purchases.
    /// Bounds from the fraction itself; false if the supporters cannot pay.
    [[nodiscard]] bool pin(std::uint32_t project);
    [[nodiscard]] bool decideOverlap(std::uint32_t& project);
    [[nodiscard]] std::vector<std::uint32_t> leastOf(std::vector<std::uint32_t>& contenders);
    [[nodiscard]] std::vector<std::uint32_t> leastExactly(std::vector<std::uint32_t>& contenders);
    void push(std::uint32_t project);
    std::uint32_t pop();
    void buy(std::uint32_t project);

    const Election& m_election;
    const Supports& m_supports;
    std::span<const std::uint32_t> m_tieRanks;
    std::uint32_t m_mostWeight = 1;
    HeldMoney m_money;
    HeldMoney m_given;
    std::int64_t m_total = 0;
    std::vector<Bid> m_bids; ///< A heap, the least key first.
    std::vector<Bounds> m_bounds; ///< One a project.
    std::vector<SharePurchase> m_purchases;
    std::vector<std::uint32_t> m_tied; ///< With the project that is next.
    std::int64_t m_spent = 0;
    std::uint32_t m_round = 0;
    ExactShares m_exact;
    bool m_exactStarted = false;
    std::int64_t m_exactDecisions = 0;
};

} // namespace hereabouts::core::detail
