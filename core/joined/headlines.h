// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/joined/place_snapshot.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hereabouts::core {

/// One of the numbers a district is opened with: a figure that says how it was made.
struct Headline {
    std::string name;       ///< Stable key: "coverage", "priorities", "ballots", "kept", "commitments".
    std::string title;      ///< "In a recognised community".
    std::string figure;     ///< As shown large: "72.7%", "71 → 52 → 34 → 19 → 7".
    std::string sentence;   ///< "33,577 of 46,200 people".
    std::string definition; ///< How it is counted, in a sentence or two.
    std::int64_t n = 0;     ///< Rows behind it.
    std::string asAt;       ///< Date of the newest row behind it (ISO), or an edition; empty where the rows bear none.
};

/// The five numbers, each left out where the place has no rows for it: people covered by communities, how far priorities came, ballots and what they won,
/// anchor money kept in the district, anchors that made a commitment.
[[nodiscard]] std::vector<Headline> headlines(const PlaceSnapshot& place);

} // namespace hereabouts::core
