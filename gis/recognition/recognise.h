// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/recognition/endorsed_lines.h"
#include "core/recognition/workflow.h"
#include "gis/store/place_file.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::gis {

/// One change of the place, ready for PlaceFile::apply().
struct RecognitionChange {
    std::vector<Edit> edits;
    std::string what;
    std::string why;
};

/// The change that a decided move makes: the community's state and review, a row of the recognition steps, and for a recognition the council's endorsement of
/// the line that it is given for, so that a line changed later shows it.
/// @pre `move` was decided on `place`
[[nodiscard]] RecognitionChange changeOf(const core::PlaceSnapshot& place, const core::RecognitionMove& move);

/// Somebody's word on a line.
struct NewEndorsement {
    std::string community; ///< Code.
    std::string edition; ///< Of its boundary editions; empty for the line that the community has.
    std::string step; ///< A word of the field `step` of endorsements.
    std::string givenBy;
    std::int64_t givenOn = 0; ///< Days since 1970-01-01.
    std::optional<std::int64_t> votesFor, votesAgainst;
    std::string document; ///< Code; may be empty.
};

/// The change that adds an endorsement, pinned to its edition and to the hash of that edition's line. Fails with UnknownId for a community or edition that is
/// not there, BadInput where it has no line or the step is no word of the field.
[[nodiscard]] core::Result<RecognitionChange> endorse(const core::PlaceSnapshot& place, const NewEndorsement& given);

/// An endorsement with what became of its line.
struct WeighedEndorsement {
    core::EndorsedLine line;
    std::optional<double> gainedSquareMetres; ///< Ground of the line there is now outside the one endorsed, on the ellipsoid; nothing where one is not held.
    std::optional<double> lostSquareMetres;
    std::string sentence; ///< "Given for the line of 2014-06-10, which has changed since: +12.3 ha, −0.4 ha."
};

/// Every endorsement of a community, in the register's order. Fails as overlays do, and with Cancelled.
[[nodiscard]] core::Result<std::vector<WeighedEndorsement>> weighedEndorsements(
    const core::PlaceSnapshot& place, std::string_view community, const core::Job& job = {});

} // namespace hereabouts::gis
