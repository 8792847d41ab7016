// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/geometry/geometry.h"

#include <optional>
#include <string>

namespace hereabouts::gis {

/// What became of one shape on its way into the place file.
struct SettledShape {
    core::Geometry geometry; ///< Valid, on the grid; outer rings counter-clockwise.
    bool repaired = false; ///< More than the rounding to the grid was done.
    double wasSquareMetres = 0; ///< Planar, before; areas alone.
    double nowSquareMetres = 0; ///< Planar, after.
    std::string reason; ///< "its line crosses itself near 1500123.0, 5700456.2": what was wrong.
};

/// Rounds to the 1 cm grid and, where an area is not valid, repairs it by GEOS's structure method (never buffer(0)).
/// Fails with BadInput when coordinates are not finite or nothing is left of the shape ("vanishes": a line that encloses no ground).
[[nodiscard]] core::Result<SettledShape> settle(core::Geometry geometry, const core::Job& job = {});

} // namespace hereabouts::gis
