// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/election.h"
#include "core/budget/natural.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace hereabouts::core::detail {

/// Sequential Phragmén: each project bought puts its cost as a load on its supporters, evened out among them; the project that leaves the least load,
///
///     ( cost + sum of its supporters' loads ) / number of supporters,
///
/// is bought next, until one of those that do would cost more than is left. Loads are held as multiples of 2^-shift units, each at most one multiple further
/// from the truth than the loads it is made of; where that could decide, loads are compared as fractions over a common denominator.
class Phragmen {
public:
    Phragmen(const Election& election, const Supports& supports, std::span<const std::uint32_t> tieRanks);

    void run();
    [[nodiscard]] const std::vector<std::uint32_t>& bought() const { return m_bought; }
    [[nodiscard]] const std::vector<std::int64_t>& loads() const { return m_loads; } ///< One a project bought: what it left its supporters with.
    /// What a project that was not bought would leave its supporters with; nothing if it has none or costs more than the budget.
    [[nodiscard]] std::optional<std::int64_t> loadOf(std::uint32_t project) const;
    [[nodiscard]] int shift() const { return m_shift; }
    [[nodiscard]] std::int64_t exactDecisions() const { return m_exactDecisions; }

private:
    struct Bid {
        std::int64_t load = 0; ///< As evaluated last: never more than the load now.
        std::uint32_t project = 0;
        std::uint32_t round = 0;
    };
    void evaluate(Bid& bid);
    void push(const Bid& bid);
    Bid pop();
    [[nodiscard]] std::vector<std::uint32_t> least();
    [[nodiscard]] std::vector<std::uint32_t> leastExactly(const std::vector<Bid>& contenders);
    [[nodiscard]] Natural loadNumerator(std::uint32_t project); ///< Over the number of supporters and the denominator.
    void follow(); ///< Brings the exact loads up to what was bought.
    void buy(std::uint32_t project);

    const Election& m_election;
    const Supports& m_supports;
    std::span<const std::uint32_t> m_tieRanks;
    int m_shift = 0;
    std::vector<std::int64_t> m_held; ///< One a voter.
    std::vector<std::uint32_t> m_lastOf; ///< One a voter: the last project bought that the voter supports, counted from 1; or 0.
    std::vector<Bid> m_bids;
    std::vector<std::uint32_t> m_bought;
    std::vector<std::int64_t> m_loads;
    std::uint32_t m_round = 0;
    std::int64_t m_left = 0;
    Natural m_denominator{1};
    std::vector<Natural> m_exactLoads; ///< One a project bought, over the denominator, as far as followed.
    std::vector<std::uint32_t> m_exactLastOf; ///< m_lastOf as far as followed.
    std::int64_t m_exactDecisions = 0;
};

} // namespace hereabouts::core::detail
