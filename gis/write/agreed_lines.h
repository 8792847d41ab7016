// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/geometry/geometry.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace hereabouts::gis {

/// Ground that a share of people hold in common, as it is handed on: how many agree, never who.
struct AgreedLine {
    std::string kind; ///< "line" for the one that was asked for, "band" for those beside it.
    double share = 0; ///< 0…1.
    std::int64_t atLeast = 0; ///< Drawings that hold all of it, of
    std::int64_t drawings = 0;
    double squareMetres = 0; ///< On the ellipsoid, between the two bounds.
    double lowerSquareMetres = 0;
    double upperSquareMetres = 0;
    core::MultiPolygon shape; ///< On the plane of `epsg`.
};

/// Writes the lines as layer "agreement" to .gpkg or .fgb (in that CRS) or .geojson (WGS 84), as the file's ending says. Fails as exportPlace() does.
[[nodiscard]] core::Result<void> writeAgreedLines(const std::vector<AgreedLine>& lines, int epsg, const std::filesystem::path& file, const core::Job& job = {});

} // namespace hereabouts::gis
