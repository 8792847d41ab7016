// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/point.h"
#include "core/joined/place_snapshot.h"
#include "core/place/coverage.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace hereabouts::core {

/// Where the people of a place are counted, and which communities hold them: what coverage, overlaps and their households are all added up from, so that they
/// agree. A small area belongs to a community if a point inside it does (FIELD's "centroid" method); one on a community's line belongs to it.
struct HeldPeople {
    std::string edition; ///< Of the small areas: "small areas 2023".
    std::vector<Point> points; ///< One a small area, in the home CRS.
    std::vector<std::int64_t> people; ///< Negative where it is not known.
    std::vector<std::int64_t> dwellings; ///< Negative where it is not known.
    std::vector<int> bands; ///< Deprivation decile 1…10; 0 where it is not known.
    std::vector<CommunityGround> communities; ///< One a row of the register; without a line it holds nobody. All count.

    /// "People of small areas 2023, each counted where a point inside it stands (centroid)."
    [[nodiscard]] std::string method() const;
    /// People of one community; overlaps count in each.
    [[nodiscard]] std::int64_t peopleOf(std::size_t community) const;
};

/// Fails with NotFound where the place has no small areas with people. Takes time with small areas × communities, and vertices near the points.
[[nodiscard]] Result<HeldPeople> heldPeople(const PlaceSnapshot& place);

} // namespace hereabouts::core
