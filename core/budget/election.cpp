// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/election.h"

#include <cassert>

namespace hereabouts::core {

Supports supportsOf(const Election& election, Utility utility)
{
    assert(utility != Utility::Points || election.points.size() == election.marks.size());
    const bool isWeighted = utility == Utility::Points || utility == Utility::Borda;
    const std::size_t projects = election.projects();
    Supports supports;
    supports.begins.assign(projects + 1, 0);
    supports.totals.assign(projects, 0);
    supports.values.assign(projects, 1);
    if (utility == Utility::Cost) supports.values = election.costs;

    const auto eachMark = [&](auto visit) {
        std::size_t place = 0;
        for (std::size_t voter = 0; voter < election.voters(); ++voter) {
            for (const std::size_t end = election.ballotEnds[voter]; place < end; ++place) {
                const std::uint32_t weight = markWeight(election, utility, place, end);
                if (weight > 0) visit(static_cast<std::uint32_t>(voter), election.marks[place], weight);
            }
        }
    };
    eachMark([&](std::uint32_t, std::uint32_t project, std::uint32_t weight) {
        ++supports.begins[project + 1];
        supports.totals[project] += weight;
    });
    for (std::size_t project = 0; project < projects; ++project) supports.begins[project + 1] += supports.begins[project];
    supports.voters.resize(supports.begins.back());
    if (isWeighted) supports.weights.resize(supports.voters.size());
    std::vector<std::uint32_t> next(supports.begins.begin(), supports.begins.end() - 1);
    eachMark([&](std::uint32_t voter, std::uint32_t project, std::uint32_t weight) {
        const std::uint32_t place = next[project]++;
        supports.voters[place] = voter;
        if (isWeighted) supports.weights[place] = weight;
    });
    return supports;
}

} // namespace hereabouts::core
