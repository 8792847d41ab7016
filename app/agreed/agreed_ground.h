// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/agreement.h"
#include "core/base/job.h"
#include "core/joined/place_snapshot.h"
#include "gis/drawings/read_drawings.h"
#include "gis/write/agreed_lines.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hereabouts::app {

/// What somebody asks of drawings in a file or in a place.
struct AgreementWish {
    std::string source;
    std::string community; ///< Of a place: name or code as the drawers wrote it; empty for all drawings.
    std::vector<gis::CellCondition> where;
    std::string person; ///< Of a file: the field that says who drew.
    double level = 0.5;
    double cell = 5; ///< Metres.
};

struct AgreedGround {
    gis::DrawingsRead read; ///< Its drawings have gone into the agreement.
    core::Agreement agreement;
    gis::AgreedLine line;
    std::vector<gis::AgreedLine> bands;
    double contestedSquareMetres = 0; ///< On the ellipsoid.
    std::optional<core::Stability> stability;
    std::optional<std::int64_t> people; ///< Inside the line; nothing without small areas.
};

/// Reads, repairs, counts and certifies the drawings of a place, and the people inside. Fails with UnknownId for a field that drawings do not have, NotFound
/// where no drawing meets the conditions, and as core::Agreement::of() does.
[[nodiscard]] core::Result<AgreedGround> agreedInPlace(const core::PlaceSnapshot& place, const AgreementWish& wish, const core::Job& job);
/// The same of a file of drawings, without people. Fails as gis::readDrawings() does, too.
[[nodiscard]] core::Result<AgreedGround> agreedInFile(const AgreementWish& wish, const core::Job& job);

/// People of the newest small areas whose middle lies inside; nothing without small areas.
[[nodiscard]] std::optional<std::int64_t> peopleInside(const core::PlaceSnapshot& place, const core::MultiPolygon& line);

} // namespace hereabouts::app
