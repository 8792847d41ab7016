// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/geometry.h"

#include <span>

namespace hereabouts::gis {

/// Ground shared by two areas. Empty when they only touch.
[[nodiscard]] core::Result<core::MultiPolygon> intersection(const core::MultiPolygon& a, const core::MultiPolygon& b);
/// One area out of many.
[[nodiscard]] core::Result<core::MultiPolygon> unionOf(std::span<const core::MultiPolygon> areas);
/// What is left of an area without another.
[[nodiscard]] core::Result<core::MultiPolygon> difference(const core::MultiPolygon& area, const core::MultiPolygon& without);

/// The area as the parts that a line cuts it into; where the line does not go right through, nothing is cut. All ground stays.
[[nodiscard]] core::Result<core::MultiPolygon> cutBy(const core::MultiPolygon& area, const core::Line& line);

} // namespace hereabouts::gis
