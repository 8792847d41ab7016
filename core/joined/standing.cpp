// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/joined/standing.h"

#include <unordered_set>

namespace hereabouts::core {

bool standsAs(std::string_view status) { return status != "declined" && status != "lapsed" && status != "dissolved"; }
bool coversAs(std::string_view status) { return status.empty() || status == "recognised" || status == "provisional"; }

std::vector<std::size_t> standingCommunities(const PlaceSnapshot& place)
{
    const TextColumn& states = place.at(RegisterKind::Communities).text("status");
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < states.size(); ++row) {
        if (standsAs(states.at(row))) rows.push_back(row);
    }
    return rows;
}

std::vector<std::size_t> standingPriorities(const PlaceSnapshot& place)
{
    const RegisterTable& plans = place.at(RegisterKind::Plans);
    const TextColumn& codes = plans.text("code");
    const TextColumn& states = plans.text("status");
    std::unordered_set<std::string_view> past;
    for (std::size_t row = 0; row < plans.size(); ++row) {
        if (!states.at(row).empty() && states.at(row) != "current") past.insert(codes.at(row));
    }
    const TextColumn& planOf = place.at(RegisterKind::Priorities).text("plan");
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < planOf.size(); ++row) {
        if (!past.contains(planOf.at(row))) rows.push_back(row);
    }
    return rows;
}

} // namespace hereabouts::core
