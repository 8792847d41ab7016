// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/geometry/geometry.h"
#include "core/joined/place_snapshot.h"
#include "gis/shapes/repair.h"
#include "gis/store/place_file.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hereabouts::gis {

/// A line that somebody drew for a community, and what they say of it.
struct NewLine {
    std::string community; ///< Code; empty for a community that is not in the register yet.
    std::string name; ///< Of a new community.
    core::MultiPolygon shape; ///< Home CRS; need not be valid.
    bool adopted = false; ///< True: this is the community's line from now on. False: a draft beside it.
    std::string edition; ///< Empty: "draft of 2026-11-23", or "2026-11-23" for an adopted one.
    std::string line = "identity"; ///< A word of the field `line` of boundaries.
    std::string source; ///< Drawn by whom and where.
    std::string precision = "sketched"; ///< A word of the field `precision`.
    std::string boundaryText;
    std::string perceptual, functional, political; ///< Its basis.
    std::int64_t today = 0; ///< Days since 1970-01-01.
};

/// What taking a line does, before it is done.
struct LineTaken {
    std::string community; ///< Code.
    std::string edition;
    SettledShape shape; ///< On the grid and valid; says what was repaired.
    std::vector<core::CommunityOverlap> shared; ///< Ground shared with other communities; agreement kept where the pair was known.
    std::vector<Edit> edits;
    std::string what; ///< For the history.
};

/// The edits that give a community a line. An adopted identity line becomes the community's own shape: the line that it had is kept as a superseded edition,
/// its overlaps are measured anew (on the ellipsoid; what was agreed of a pair stays, strips narrower than 2 m are drawing slips and no overlap). Nothing is
/// clipped. A draft of the same name is replaced. Fails with UnknownId for a community that is not there, BadInput for a shape that encloses nothing, a new
/// community without a name or with one that is taken, a word that a field does not know, or an adopted edition that is there already.
[[nodiscard]] core::Result<LineTaken> takeLine(const core::PlaceSnapshot& place, const NewLine& drawn, const core::Job& job = {});

/// The edits that give a community the line of one of its editions again. Fails with UnknownId where it has no such edition.
[[nodiscard]] core::Result<LineTaken> restoreEdition(
    const core::PlaceSnapshot& place, const std::string& community, const std::string& edition, std::int64_t today, const core::Job& job = {});

} // namespace hereabouts::gis
