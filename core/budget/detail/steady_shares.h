// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/detail/price_bounds.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hereabouts::core::detail {

/// Tells that a count of equal shares comes out the same for every endowment between two, so that those between need not be counted.
///
/// As long as two counts buy the same projects in the same order, whoever began with more has no less after each purchase (a project's supporters having
/// more, its price is no higher; who cannot pay it in full has nothing left in both). So with the purchases of the lower endowment, each project's price at
/// any endowment between lies between its prices at the two ends. If in every round the project bought at the lower end costs less for its value there than
/// any other does at the upper end, and what is left over at the end is out of reach at the upper end too, all between buy the same.
class SteadyShares {
public:
    SteadyShares(const Election& election, const Supports& supports, std::uint32_t mostWeight) :
        m_election(election), m_supports(supports), m_mostWeight(mostWeight), m_bounds(election.projects()), m_evaluated(election.projects())
    {
    }

    /// @param given What the voters began with at the lower end, where `purchases` were made. @param total Of the upper end, in units.
    [[nodiscard]] bool holdsUpTo(std::int64_t total, const HeldMoney& given, std::span<const SharePurchase> purchases);

private:
    struct Bid {
        double key = 0; ///< Bound below of price / value at the upper end, in units.
        std::uint32_t project = 0;
    };
    [[nodiscard]] double key(std::int64_t price, int shift, std::uint32_t project) const;
    void push(std::uint32_t project);
    [[nodiscard]] bool staysFirst(const SharePurchase& purchase, std::uint32_t round);

    const Election& m_election;
    const Supports& m_supports;
    std::uint32_t m_mostWeight;
    HeldMoney m_lower;
    HeldMoney m_upper;
    std::vector<Bid> m_bids;
    std::vector<std::uint32_t> m_aside; ///< Bids to be put back when a round is over.
    std::vector<PriceBounds> m_bounds; ///< At the upper end.
    std::vector<std::uint32_t> m_evaluated; ///< One a project: the round when last.
};

} // namespace hereabouts::core::detail
