// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/geometry/geometry.h"

#include <cstdint>
#include <span>

namespace hereabouts::core {

/// Planar square metres that lie for certain between two bounds.
struct CertifiedArea {
    double estimate = 0; ///< The smallest squares decided by their middles.
    double lower = 0;
    double upper = 0;
    double leafMetres = 0; ///< Side of the smallest squares.
};

/// The ground that at least so many areas hold. Squares are quartered until each is known to be in or out or is a leaf; a square is known by how many areas
/// hold all of it and how many have an edge in it. Edges are tested against squares a hair too large and sides of points exactly, so the bounds err outwards
/// only.
///
/// @param areas  Valid; null is not allowed.
/// @pre atLeast > 0, leafMetres > 0
/// Stops early, with wider bounds that hold all the same, when the job does.
[[nodiscard]] CertifiedArea certifiedArea(std::span<const MultiPolygon* const> areas, std::int32_t atLeast, double leafMetres, const Job& job = {});

/// Bounds of the sum over all ground of how many areas hold it: what the areas' own sizes add up to lies between them.
[[nodiscard]] CertifiedArea certifiedDepthSum(std::span<const MultiPolygon* const> areas, double leafMetres, const Job& job = {});

/// The box outside of which no spot is held by so many areas: it leaves out the ends that too few of them reach.
[[nodiscard]] Box groundHeldBy(std::span<const MultiPolygon* const> areas, std::int32_t atLeast);

} // namespace hereabouts::core
