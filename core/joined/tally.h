// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/joined/area_set.h"
#include "core/joined/people_counter.h"
#include "core/joined/place_snapshot.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::core {

enum class Measure { Population, Proposals, Ballots, Spend, Priorities, Won, Area, Communities };

enum class Unit { People, Count, Money, SquareMetres };

struct MeasureSpec {
    Measure measure;
    std::string_view name;  ///< What the command calls it: "spend".
    std::string_view title; ///< "Anchor money landing here".
    Unit unit;
};

[[nodiscard]] std::span<const MeasureSpec> allMeasures();
[[nodiscard]] const MeasureSpec& specOf(Measure measure);
[[nodiscard]] std::optional<Measure> measureNamed(std::string_view name);

/// One area's figure.
struct TallyArea {
    std::string code;
    std::string name;
    std::optional<double> value; ///< In the unit; money in major units. Nothing where the figure is unknown or withheld, which is not zero.
    std::int64_t minor = 0;      ///< Money exactly, in minor units; 0 for other units.
    std::int64_t n = 0;          ///< Rows behind the figure (payments, ballots, small areas …).
    std::optional<PeopleCount> counted{}; ///< People alone, from small areas: what other methods say.
};

/// One measure by one set of areas, with what fell outside and what has no place, so that it adds up to the total.
struct Tally {
    Measure measure = Measure::Population;
    Unit unit = Unit::Count;
    std::string by;              ///< Name of the area set.
    std::vector<TallyArea> areas; ///< In the order of AreaSet::rows.
    double outside = 0;          ///< Located, in none of the areas. Money in major units.
    double unlocated = 0;        ///< Has no place.
    double total = 0;            ///< Of everything. areas + outside + unlocated, unless the areas overlap or the method says what is withheld.
    std::int64_t outsideMinor = 0;
    std::int64_t unlocatedMinor = 0;
    std::int64_t totalMinor = 0;
    std::string method;          ///< How: apportionment, location basis, rule and date, in one sentence.
};

/// Adds up `measure` by `areas`. Points are placed by the area that holds them; people by the representative point of their small area
/// (FIELD's "centroid" method). Money is summed in minor units, exactly.
/// Fails with NotFound if the place has none of the rows that the measure counts.
[[nodiscard]] Result<Tally> tally(const PlaceSnapshot& place, Measure measure, const AreaSet& areas);

} // namespace hereabouts::core
