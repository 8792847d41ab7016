// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/geometry/detail_levels.h"
#include "core/geometry/geometry.h"

#include <cstddef>
#include <span>
#include <vector>

namespace hereabouts::gis {

enum class CoverageFaultKind {
    Gap, ///< Ground inside the set that no area claims.
    Overlap, ///< Ground that two areas claim.
    Sliver, ///< A gap or overlap so thin that it is a drawing slip: mean width under 2 m.
    Duplicate, ///< Two areas with the same shape.
};

struct CoverageFault {
    CoverageFaultKind kind = CoverageFaultKind::Gap;
    std::vector<std::size_t> areas; ///< Indices of the areas that touch it: one or more for a gap, two for the rest.
    double squareMetres = 0; ///< Planar.
    core::MultiPolygon shape;
    core::Point where; ///< Inside the shape.
};

/// Gaps (holes of the union), overlaps (pairwise), slivers and duplicates of areas that ought to tile the ground, largest first.
/// Lakes and harbours inside a set are gaps like any other: a person tells them apart. Strips thinner than
/// the 1 cm grid are two drawings of one line and left out. Cancelled when the job stops.
[[nodiscard]] core::Result<std::vector<CoverageFault>> coverageFaults(std::span<const core::MultiPolygon> areas, const core::Job& job = {});

/// Levels of detail at the given tolerances (metres, fine to coarse) by GEOS coverage simplification (Visvalingam-Whyatt), so that shared borders stay
/// shared; areas that are no coverage are simplified one by one. One shape a geometry; points are passed through.
/// No levels where all shapes together have few vertices (2,000), and none that keeps more than four fifths of the finer one's.
[[nodiscard]] core::Result<core::DetailLevels> detailLevels(
    std::span<const core::Geometry> shapes, std::span<const double> tolerancesMetres, bool coverage, const core::Job& job = {});

/// Ground that two of many areas share.
struct SharedGround {
    std::size_t first = 0; ///< first < second.
    std::size_t second = 0;
    double squareMetres = 0; ///< Planar.
    core::MultiPolygon shape;
};

/// Every pair of areas that shares ground, in order of first and second. Strips thinner than the 1 cm grid are two drawings of one line and left out.
[[nodiscard]] core::Result<std::vector<SharedGround>> overlapsBetween(std::span<const core::MultiPolygon> areas, const core::Job& job = {});

} // namespace hereabouts::gis
