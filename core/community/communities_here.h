// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/point.h"
#include "core/joined/place_snapshot.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace hereabouts::core {

/// Another community that calls the same spot its own.
struct SharerHere {
    std::string code;
    std::string name;
    OverlapAgreement agreement = OverlapAgreement::NotAsked;
};

/// A community whose ground holds a spot, for the person who stands there. Nothing private is in it.
struct CommunityHere {
    std::size_t row = 0;
    std::string code;
    std::string name;
    std::string status; ///< Of its recognition; empty where none is recorded.
    std::string publicContact; ///< Empty where it has given none.
    std::vector<SharerHere> sharers;
    std::string sentence; ///< One plain sentence that says all of this.
};

struct NearestCommunity {
    std::string name;
    double metres = 0; ///< Planar, to its line.
};

/// "Which communities am I in?": none, one or four.
struct CommunitiesHere {
    Point home;
    std::optional<bool> inDistrict; ///< Nothing where the place has no areas to tell.
    std::vector<CommunityHere> communities; ///< Those that stand; recognised and provisional ones first, else as registered.
    std::vector<std::string> past; ///< Names of declined, lapsed and dissolved ones whose line holds the spot.
    std::optional<NearestCommunity> nearest; ///< Where no community that stands is here; nothing where none is within 100 km.
    std::vector<std::string> withoutLine; ///< Names of standing communities beyond boundaries: wherever one lives, they may be one's own.
    std::string sentence; ///< How many, or the honest word that there is none.
};

/// A spot on a community's line is in it. O(vertices of areas and communities).
[[nodiscard]] CommunitiesHere communitiesHere(const PlaceSnapshot& place, Point home);

} // namespace hereabouts::core
