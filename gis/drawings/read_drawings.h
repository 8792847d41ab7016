// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/drawing.h"
#include "core/base/job.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hereabouts::gis {

/// Only rows whose cell says exactly this.
struct CellCondition {
    std::string field;
    std::string value;
};

struct DrawingsRequest {
    std::filesystem::path source;
    std::vector<CellCondition> where; ///< All of them.
    std::string personField; ///< Who drew it; empty: each row is a person of its own.
    int epsg = 0; ///< Plane to measure on; 0: the source's own if it is in metres, else the UTM zone that most drawings lie in.
};

struct RepairedDrawing {
    std::int64_t row = 0;
    std::string reason; ///< "its line crosses itself near 447123.0, 4627456.2".
    double wasSquareMetres = 0; ///< Planar; of what the crossing line was taken to enclose.
    double nowSquareMetres = 0;
};

struct RejectedDrawing {
    std::int64_t row = 0;
    std::string reason;
};

/// Many people's drawings on one plane. Rows in `drawings` and in `rejected` add up to `read`: none is lost.
struct DrawingsRead {
    int epsg = 0;
    std::string crsName;
    std::int64_t read = 0; ///< Rows that meet the conditions.
    std::int64_t leftOut = 0; ///< Rows that do not.
    std::vector<core::Drawing> drawings; ///< Valid, in the order read; the repaired ones too.
    std::vector<RepairedDrawing> repaired;
    std::vector<RejectedDrawing> rejected;
};

/// A drawing wider or higher than this is of no place.
inline constexpr double kWidestDrawing = 2'000'000;

/// Reads drawings from any file of kFormatsRead in the worker, puts them on a plane of metres and repairs each once (see settle()).
/// Fails as readSource() does; with UnknownId for a field that is not there; BadInput for a source that names no CRS, or no drawing to choose a plane by.
[[nodiscard]] core::Result<DrawingsRead> readDrawings(const DrawingsRequest& request, const core::Job& job = {});

/// Repairs and takes in one drawing; says so in `read`.
void takeDrawing(DrawingsRead& read, core::Drawing drawing, const core::Job& job = {});

} // namespace hereabouts::gis
