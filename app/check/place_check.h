// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/base/job.h"
#include "core/base/result.h"
#include "core/joined/place_snapshot.h"
#include "core/joined/references.h"
#include "gis/shapes/coverage.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hereabouts::app {

/// Ground where an edition of areas does not tile: left out, claimed twice, a sliver, the same shape twice.
struct CoverageTrouble {
    std::string edition;             ///< "boards 2025".
    core::RegisterKind kind = core::RegisterKind::Boards;
    gis::CoverageFaultKind fault = gis::CoverageFaultKind::Gap;
    std::vector<std::int64_t> ids;   ///< Rows of the areas that touch it.
    std::vector<std::string> names;
    double squareMetres = 0;
    double people = 0;               ///< Living on it, were each small area's people spread evenly over its ground.
    core::MultiPolygon shape;
    core::Point where;               ///< Home CRS.
};

/// A shape in a register that is not valid: possible only if another program wrote it.
struct InvalidShape {
    core::RegisterKind kind = core::RegisterKind::Wards;
    std::int64_t id = 0;
    std::string code;
    std::string reason;
};

struct PlaceCheck {
    std::vector<CoverageTrouble> coverage; ///< By edition, largest first.
    std::vector<InvalidShape> shapes;
    std::vector<core::LooseEnd> references;
    std::vector<core::Finding> database;   ///< Given by the caller: the store alone may ask the file.

    /// True if nothing was found at all.
    [[nodiscard]] bool clean() const { return coverage.empty() && shapes.empty() && references.empty() && database.empty(); }
};

/// Checks everything in the place but the file itself. Fails with Cancelled, or Failed if an engine does.
[[nodiscard]] core::Result<PlaceCheck> checkPlace(const core::PlaceSnapshot& place, const core::Job& job = {});

/// "Gap", "Overlap", "Sliver", "Duplicate".
[[nodiscard]] std::string_view faultName(gis::CoverageFaultKind kind);

} // namespace hereabouts::app
