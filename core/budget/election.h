// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace hereabouts::core {

/// What stands on the ballot of one round and what was marked, as the counting rules need it. Amounts are whole units: `unitsPerCurrency` of them make one
/// unit of the currency (1 where every amount is whole, 100 where there are cents), so that nothing is ever rounded.
struct Election {
    std::vector<std::string> ids; ///< Projects, in the order of their source.
    std::vector<std::string> names; ///< As many; may be empty texts.
    std::vector<std::int64_t> costs; ///< Units, 0 or more.
    std::int64_t budget = 0; ///< Units, above 0.
    std::int64_t unitsPerCurrency = 1; ///< A power of ten.

    std::vector<std::uint32_t> ballotEnds; ///< One a voter: where that ballot's marks end; they begin where the ballot before ends.
    std::vector<std::uint32_t> marks; ///< Index of a project, ballot by ballot as marked: the best first where ballots rank. No project twice in a ballot.
    std::vector<std::uint32_t> points; ///< One a mark where ballots give points, else empty. In units of 1/pointsPerUnit.
    std::int64_t pointsPerUnit = 1; ///< A power of ten.
    bool isRanked = false; ///< The order of marks means something.

    [[nodiscard]] std::size_t projects() const { return ids.size(); }
    [[nodiscard]] std::size_t voters() const { return ballotEnds.size(); }
    [[nodiscard]] std::size_t ballotBegin(std::size_t voter) const { return voter == 0 ? 0 : ballotEnds[voter - 1]; }
    [[nodiscard]] std::span<const std::uint32_t> ballot(std::size_t voter) const
    {
        return std::span(marks).subspan(ballotBegin(voter), ballotEnds[voter] - ballotBegin(voter));
    }
};

/// What a mark is worth to the voter who made it, by project p.
enum class Utility {
    Cost, ///< The cost of p.
    Cardinality, ///< 1.
    Points, ///< The points given to p.
    Borda, ///< How many projects of the same ballot stand after p: the last gets 0.
};

/// Who supports each project, and with what weight: utility per unit of `Supports::value`.
struct Supports {
    std::vector<std::uint32_t> begins; ///< One a project and one more: supporters of p are voters[begins[p]] up to voters[begins[p + 1]], ascending.
    std::vector<std::uint32_t> voters;
    std::vector<std::uint32_t> weights; ///< One a supporter, above 0; empty where all are 1.
    std::vector<std::int64_t> totals; ///< One a project: the sum of its supporters' weights.
    std::vector<std::int64_t> values; ///< One a project: utility of weight 1. Cost units for Utility::Cost, else 1.

    [[nodiscard]] std::size_t projects() const { return totals.size(); }
    [[nodiscard]] std::span<const std::uint32_t> of(std::size_t project) const
    {
        return std::span(voters).subspan(begins[project], begins[project + 1] - begins[project]);
    }
    [[nodiscard]] std::span<const std::uint32_t> weightsOf(std::size_t project) const
    {
        return weights.empty() ? std::span<const std::uint32_t>{} : std::span(weights).subspan(begins[project], begins[project + 1] - begins[project]);
    }
};

/// Weight of the mark at `place` of `marks`, on a ballot that ends at `end`: 0 where it is worth nothing to its voter.
[[nodiscard]] inline std::uint32_t markWeight(const Election& election, Utility utility, std::size_t place, std::size_t end)
{
    if (utility == Utility::Points) return election.points[place];
    return utility == Utility::Borda ? static_cast<std::uint32_t>(end - place - 1) : 1;
}

/// Turns ballots round: marks that are worth nothing to their voter (no points, the last place by Borda) are not support. O(marks).
/// @pre Utility::Points: the election has points
[[nodiscard]] Supports supportsOf(const Election& election, Utility utility);

} // namespace hereabouts::core
