// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/geometry.h"
#include "gis/shapes/repair.h"

#include <optional>
#include <string>
#include <vector>

namespace hereabouts::test {

/// One feature of a real file, its coordinates as they stand there.
struct BoundaryFeature {
    std::string name; ///< Of the field asked for.
    core::Geometry shape;
};

/// Nothing when the real data is not on this machine. @pre the file can be read: otherwise the test fails.
[[nodiscard]] std::optional<std::vector<BoundaryFeature>> boundaryFile(const std::string& path, const std::string& nameField = {});

/// A whole file on its way into a place: longitudes joined, brought to the home CRS, settled.
struct SettledFile {
    std::vector<std::string> names;
    std::vector<core::MultiPolygon> areas;
    std::vector<std::string> repairs; ///< "name: reason", in order.
    double worstChange = 0; ///< Largest |after - before| / before of the repaired, planar.
};
[[nodiscard]] SettledFile settledFile(const std::vector<BoundaryFeature>& features, const std::string& crs, int homeEpsg);

} // namespace hereabouts::test
