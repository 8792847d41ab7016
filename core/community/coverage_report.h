// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/community/counted_states.h"
#include "core/community/held_people.h"
#include "core/joined/area_set.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hereabouts::core {

/// Coverage of the people who live in some deciles of deprivation (1 least, 10 most).
struct BandCoverage {
    int from = 0; ///< First decile; 0 where the decile is not known.
    int to = 0;
    Coverage coverage;

    /// "deprivation 8–10", "deprivation not known".
    [[nodiscard]] std::string name() const;
};

/// Coverage of the people of one area.
struct AreaCoverage {
    std::string code;
    std::string name;
    std::int64_t smallAreas = 0; ///< Counted in it.
    Coverage coverage;
};

/// Ground of a community beyond the district.
struct OutsideShare {
    std::string code;
    std::string name;
    double share = 0; ///< 0…1 of its ground on the plane of the home CRS.
};

/// How communities cover the people of a place, each person counted once however many communities hold them.
struct CoverageReport {
    Coverage district;
    std::vector<BandCoverage> bands; ///< 1–3, 4–7, 8–10 and not known, those where people live. They add up to `district`.
    std::string by; ///< Name of the area set of `areas`; empty where none was asked for.
    std::vector<AreaCoverage> areas; ///< In the set's order.
    Coverage outsideAreas; ///< Of people in none of the areas: areas + outside = district.
    CountedStates counted;
    std::int64_t communities = 0; ///< Communities that count and have a line.
    std::int64_t unrecorded = 0; ///< Communities that count and have no recorded state.
    std::vector<std::string> withoutLine; ///< Names of those that count and have none: they cover nobody.
    std::size_t unknownAreas = 0; ///< Small areas whose people are not known: they count nowhere.
    std::string method; ///< What was counted, and how, in a sentence or two.

    /// "recognised or provisional, or has no recorded state": which communities count, as far as the place has such.
    [[nodiscard]] std::string countedInWords() const;
    /// All of it in one plain sentence, for people.
    [[nodiscard]] std::string sentence() const;
};

/// How many of the communities that count hold each small area of `held`, in its order.
[[nodiscard]] std::vector<std::uint32_t> timesCovered(const PlaceSnapshot& place, const HeldPeople& held, const CountedStates& counted);

/// @param by  Areas to tell it by, wards, boards or small areas; nothing for none. BadInput for communities, which cannot part people into areas.
[[nodiscard]] Result<CoverageReport> coverageReport(
    const PlaceSnapshot& place, const HeldPeople& held, const CountedStates& counted, const std::optional<AreaSet>& by = std::nullopt);

/// Share of each community's ground that lies in no area of the newest boards (else wards, else small areas), one a row of the register that has a line; empty
/// where the place has no areas. Strips that come to less than a thousandth are drawing slips, and 0.
[[nodiscard]] std::vector<OutsideShare> sharesOutsideDistrict(const PlaceSnapshot& place);

} // namespace hereabouts::core
