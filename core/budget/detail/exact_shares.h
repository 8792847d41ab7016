// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/election.h"
#include "core/budget/natural.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace hereabouts::core::detail {

/// Voters' money as whole multiples of 2^-shift units, which is what the passes run over, and how far it may be from the truth.
///
/// The bound: let e be the sum over voters of |held - true|. Money starts at most one multiple off for each voter. When a project is bought at a rounded price
/// and r is what the payments miss its cost by, e grows by |r| at most, whoever is taken for poor or rich: cutting both the held and the true amount off at
/// the price parts each voter's difference into two of the same sign, one that stays with the voter and one that goes into the price; the prices of the held
/// and the true money then differ by just so much that the latter parts, added up over all supporters, come back on those who still have money. `error` is
/// that bound, and what is taken is added up exactly, so r is known and not estimated.
struct HeldMoney {
    std::vector<std::int64_t> amounts;
    std::int64_t error = 0;
    int shift = 0;
    std::int64_t most = 0; ///< No voter has more.

    /// Gives each of `voters` an equal part of `total` units. @pre 0 < total < 2^57
    void start(std::int64_t total, std::size_t voters, std::uint32_t mostWeight);
    /// Takes a project's cost, in units, from its supporters.
    void buy(const Supports& supports, std::uint32_t project, std::int64_t cost, std::int64_t price);
};

/// A project bought: at a price for a weight of 1, rounded to a multiple of 2^-shift units.
struct SharePurchase {
    std::uint32_t project = 0;
    std::int64_t price = 0;
    std::vector<std::uint32_t> tied{}; ///< Other projects that the tie rule put after it.
};

/// The price of a project in truth: numerator / (weight · the ledger's denominator) for a weight of 1.
struct ExactPrice {
    Natural numerator;
    std::uint64_t weight = 0; ///< Of those who can pay it in full.
};

/// Equal shares in whole numbers over one common denominator: slow and right, for when the rounded run cannot tell. It follows the purchases of a run, and
/// holds the price of each as a fraction; what a voter has left follows from what the voter bought.
class ExactShares {
public:
    ExactShares(const Election& election, Utility utility, const Supports& supports) : m_election(election), m_utility(utility), m_supports(supports) { }

    void start(std::int64_t total, const HeldMoney& money); ///< @param money As it was given out.
    /// Makes the purchases that were made since the last call. @pre they begin with those made before
    void follow(std::span<const SharePurchase> purchases);
    /// The price of a project not bought yet; nothing if its supporters cannot pay it. @param near Where it may be looked for first.
    [[nodiscard]] std::optional<ExactPrice> price(std::uint32_t project, std::int64_t near);
    /// Price for a weight of 1 as a rounded multiple of 2^-shift units.
    [[nodiscard]] std::int64_t rounded(const ExactPrice& price) const;

private:
    struct Parts {
        std::vector<std::uint32_t> poor; ///< Places among the supporters, of those who have something.
        std::vector<std::uint32_t> unsure;
        std::uint64_t richWeight = 0;
    };
    [[nodiscard]] Parts part(std::uint32_t project, std::int64_t near, std::int64_t margin) const;
    [[nodiscard]] std::optional<ExactPrice> solve(std::uint32_t project, Parts& parts);
    [[nodiscard]] Natural moneyOf(std::span<const std::uint32_t> places, std::uint32_t project);
    [[nodiscard]] Natural moneyOfVoter(std::uint32_t voter) const;
    /// Adds up for each purchase what weight the voter paid it with. Calls visit(purchase, weight).
    template <typename Visit> void eachPayment(std::uint32_t voter, Visit visit) const;
    void buy(const SharePurchase& purchase);

    const Election& m_election;
    Utility m_utility;
    const Supports& m_supports;
    HeldMoney m_money;
    Natural m_denominator;
    Natural m_endowment; ///< Of each voter, over the denominator.
    std::vector<Natural> m_prices; ///< One a purchase, over the denominator.
    std::vector<std::uint32_t> m_purchaseOf; ///< One a project: its purchase counted from 1, or 0.
    std::vector<bool> m_hasNothing; ///< One a voter: paid all there was for some project.
    std::vector<std::uint64_t> m_paidWeight; ///< Scratch: one a purchase.
    std::vector<std::uint32_t> m_lastPoor; ///< Voters found poor by the last price().
};

} // namespace hereabouts::core::detail
