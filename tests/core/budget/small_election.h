// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/election.h"

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace hereabouts::test {

/// Projects "a", "b", … of these costs; ballots as texts of their letters.
inline core::Election election(std::int64_t budget, const std::vector<std::int64_t>& costs, const std::vector<std::string>& ballots)
{
    core::Election made;
    made.budget = budget;
    for (std::size_t i = 0; i < costs.size(); ++i) {
        made.ids.emplace_back(1, static_cast<char>('a' + i));
        made.names.emplace_back();
        made.costs.push_back(costs[i]);
    }
    for (const std::string& ballot : ballots) {
        for (const char mark : ballot) made.marks.push_back(static_cast<std::uint32_t>(mark - 'a'));
        made.ballotEnds.push_back(static_cast<std::uint32_t>(made.marks.size()));
    }
    return made;
}

/// Small elections full of ties: few costs, few voters, many alike.
inline core::Election dicedElection(std::mt19937& dice, bool hasPoints)
{
    const auto roll = [&](int low, int high) { return std::uniform_int_distribution(low, high)(dice); };
    const int projects = roll(1, 9);
    std::vector<std::int64_t> costs;
    const int step = roll(0, 1) == 0 ? 1 : 7;
    for (int i = 0; i < projects; ++i) costs.push_back(roll(0, 12) * step);
    std::vector<std::string> ballots;
    const int kinds = roll(1, 6);
    std::vector<std::string> kind;
    for (int i = 0; i < kinds; ++i) {
        std::string ballot;
        for (int project = 0; project < projects; ++project) {
            if (roll(0, 2) == 0) ballot += static_cast<char>('a' + project);
        }
        std::ranges::shuffle(ballot, dice);
        kind.push_back(ballot);
    }
    for (int voters = roll(1, 20); voters > 0; --voters) ballots.push_back(kind[static_cast<std::size_t>(roll(0, kinds - 1))]);
    core::Election made = election(roll(1, 60), costs, ballots);
    if (hasPoints) {
        for (std::size_t i = 0; i < made.marks.size(); ++i) made.points.push_back(static_cast<std::uint32_t>(roll(0, 4)));
    }
    return made;
}

} // namespace hereabouts::test
