// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/area_count.h"

#include <algorithm>
#include <format>
#include <map>
#include <string_view>

namespace hereabouts::core {

namespace {
constexpr std::uint32_t kElsewhere = 0xFFFF'FFFF;
}

Election partOf(const Election& whole, std::span<const std::uint32_t> projects, std::int64_t pot)
{
    Election part{.budget = pot, .unitsPerCurrency = whole.unitsPerCurrency, .pointsPerUnit = whole.pointsPerUnit, .isRanked = whole.isRanked};
    std::vector<std::uint32_t> placeOf(whole.projects(), kElsewhere);
    for (const std::uint32_t project : projects) {
        placeOf[project] = static_cast<std::uint32_t>(part.ids.size());
        part.ids.push_back(whole.ids[project]);
        part.names.push_back(whole.names[project]);
        part.costs.push_back(whole.costs[project]);
    }
    for (std::size_t voter = 0; voter < whole.voters(); ++voter) {
        const std::size_t before = part.marks.size();
        for (std::size_t place = whole.ballotBegin(voter); place < whole.ballotEnds[voter]; ++place) {
            if (placeOf[whole.marks[place]] == kElsewhere) continue;
            part.marks.push_back(placeOf[whole.marks[place]]);
            if (!whole.points.empty()) part.points.push_back(whole.points[place]);
        }
        if (part.marks.size() > before) part.ballotEnds.push_back(static_cast<std::uint32_t>(part.marks.size()));
    }
    return part;
}

Result<std::vector<AreaCount>> countByArea(
    const Election& election, const CountRule& rule, std::span<const std::string> potOf, std::span<const PotToCount> pots, const Job& job)
{
    std::map<std::string_view, std::vector<std::uint32_t>> projectsOf;
    for (const PotToCount& pot : pots) {
        if (pot.amount < 0) return fail(ErrorCode::BadInput, std::format("Pot '{}' is negative: give it 0 or more.", pot.code));
        if (!projectsOf.try_emplace(pot.code).second)
            return fail(ErrorCode::BadInput, std::format("Pot '{}' is given twice: give each area one pot.", pot.code));
    }
    for (std::uint32_t project = 0; project < election.projects(); ++project) {
        const auto pot = projectsOf.find(potOf[project]);
        if (pot == projectsOf.end()) {
            return fail(ErrorCode::UnknownId,
                std::format("Proposal '{}' is to be paid from pot '{}', and there is no such pot: correct its area pot or add one.", election.ids[project],
                    potOf[project]));
        }
        pot->second.push_back(project);
    }
    std::vector<AreaCount> areas;
    for (const PotToCount& pot : pots) {
        const std::vector<std::uint32_t>& projects = projectsOf[pot.code];
        const Election part = partOf(election, projects, pot.amount);
        AreaCount area{.code = pot.code, .pot = pot.amount, .voters = static_cast<std::int64_t>(part.voters()), .count = {}};
        if (part.voters() > 0 && pot.amount > 0) {
            auto count = countRound(part, rule, job);
            if (!count) return std::unexpected(std::move(count.error()));
            area.count = std::move(*count);
            for (std::uint32_t& winner : area.count.winners) winner = projects[winner];
        }
        areas.push_back(std::move(area));
    }
    return areas;
}

Count together(std::span<const AreaCount> areas)
{
    Count all{.steps = 0, .counted = 0};
    for (const AreaCount& area : areas) {
        all.winners.insert(all.winners.end(), area.count.winners.begin(), area.count.winners.end());
        all.byRule += area.count.byRule;
        all.cost += area.count.cost;
        all.addedPerVoter = std::max(all.addedPerVoter, area.count.addedPerVoter);
        all.steps += area.count.steps;
        all.counted += area.count.counted;
        all.exactDecisions += area.count.exactDecisions;
    }
    return all;
}

} // namespace hereabouts::core
