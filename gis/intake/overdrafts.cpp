// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capacity/round_balance.h"
#include "gis/intake/detail/kinds.h"

#include <map>

namespace hereabouts::gis::detail {

void warnOfOverdrafts(Building& building)
{
    std::map<std::string, core::Money> awarded;
    for (const core::Record& record : building.batch.rows) {
        const auto* minor = std::get_if<std::int64_t>(&record.values[building.field("awarded")]);
        if (minor) awarded[building.text(record, "round")] += core::Money::fromMinor(*minor);
    }
    for (const core::RoundBalance& round : core::roundBalances(building.place)) {
        const auto more = awarded.find(round.code);
        if (more == awarded.end()) continue;
        if (auto words = core::overdraws(round, more->second, building.place.district.currency)) building.warn(0, "awarded", *words + ".");
    }
}

} // namespace hereabouts::gis::detail
