// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/joined/place_snapshot.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::core {

/// Whether an endorsement holds for the line that a community has now.
enum class EndorsementStanding {
    Stands, ///< Given for the line as it is.
    StandsForDraft, ///< Given for a draft that is as it was then, and not the community's line.
    LineChanged, ///< The line was changed since; the one it was given for is still held.
    LineNotHeld, ///< The line was changed since, and no edition holds the one it was given for.
};

/// An endorsement beside the line it was given for and the line there is now.
struct EndorsedLine {
    std::int64_t id = 0; ///< Row id of the endorsement.
    std::string edition; ///< As the endorsement names it.
    std::string step; ///< "endorsed", "neighbours notified" …
    std::int64_t givenOn = kNoInteger;
    std::string lineDate; ///< The day from which the line it was given for was valid, or that of the endorsement, or the edition's name.
    EndorsementStanding standing = EndorsementStanding::LineNotHeld;
    const MultiPolygon* given = nullptr; ///< The line it was given for; null where no edition holds it. Lives as long as the snapshot.
    const MultiPolygon* present = nullptr; ///< The line it is held against; null where there is none.
};

/// Every endorsement of a community, in the register's order, found by its hash and not by its edition's name: a line that was changed in its place breaks it.
/// One of a draft is held against that draft unless the community has taken the line; one of a service, statistical or electoral line against the edition of
/// that kind which is current.
[[nodiscard]] std::vector<EndorsedLine> endorsedLines(const PlaceSnapshot& place, std::string_view community);

} // namespace hereabouts::core
