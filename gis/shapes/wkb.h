// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/geometry.h"

#include <cstddef>
#include <span>
#include <vector>

namespace hereabouts::gis {

/// OGC well-known binary, little-endian, two dimensions. Areas and lines are always MULTI, points are single; monostate gives no bytes.
[[nodiscard]] std::vector<std::byte> toWkb(const core::Geometry& geometry);

/// Reads WKB (ISO and EWKB headers, Z and M dropped, either byte order) of points, lines, polygons and their MULTI kinds, and collections of one kind.
/// Fails with BadInput on other kinds, mixed collections, a MULTIPOINT of several points, or bytes that end too soon. Not finite coordinates are passed on.
[[nodiscard]] core::Result<core::Geometry> fromWkb(std::span<const std::byte> bytes);

} // namespace hereabouts::gis
