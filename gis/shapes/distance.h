// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/geometry.h"

namespace hereabouts::gis {

/// The least distance between two shapes on the plane of their coordinates, in their unit; 0 where they touch or share ground, infinite where one is nothing.
[[nodiscard]] core::Result<double> distanceBetween(const core::Geometry& a, const core::Geometry& b);

} // namespace hereabouts::gis
