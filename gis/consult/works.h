// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/base/job.h"
#include "core/base/result.h"
#include "core/joined/place_snapshot.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace hereabouts::gis {

/// Works or another project as a person gives it.
struct WorksRequest {
    std::filesystem::path source;
    std::string layer; ///< Empty: the first one with shapes.
    std::string crs; ///< "EPSG:27700"; wanted only where the file names none.
    std::string title; ///< Empty: the file's name without its ending.
};

/// Where works are: every shape of a file, as one.
struct Works {
    std::string title;
    std::vector<core::Geometry> shapes; ///< Points, lines and areas in the home CRS, valid and on the grid; one or more.
    std::vector<core::Finding> findings; ///< By row: Rejected rows that could not be taken, Warnings of what was repaired or read askew.
    std::string crsName; ///< Of the file.

    [[nodiscard]] std::int64_t rejected() const; ///< Rows.
};

inline constexpr std::size_t kMostWorksShapes = 10'000;

/// Reads works from any file that the import reads, into the place's home CRS. Fails as readSource() does, and with BadInput where the file names no CRS and
/// none is given, has no usable shape or more than kMostWorksShapes, or has latitude and longitude in each other's place.
[[nodiscard]] core::Result<Works> readWorks(const core::PlaceSnapshot& place, const WorksRequest& request, const core::Job& job = {});

} // namespace hereabouts::gis
