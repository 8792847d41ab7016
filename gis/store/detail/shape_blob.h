// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/geometry.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hereabouts::gis::detail {

/// SpatiaLite's own BLOB of a geometry: two dimensions, little-endian, with its bounding box. Lines and areas are always MULTI, points are single.
/// Written over `blob`, so that one buffer serves many rows. Nothing for monostate.
/// Source: "SpatiaLite internal BLOB-Geometry format", gaia-gis.it/gaia-sins/BLOB-Geometry.html.
void toShapeBlob(const core::Geometry& geometry, int srid, std::vector<std::byte>& blob);

/// Reads what SpatiaLite and other programs write: either byte order, single or MULTI, Z and M dropped, compressed lines and rings. No bytes are no geometry.
/// Fails with Unreadable on anything else, on a foreign SRID, and on bytes that end too soon. Coordinates are finite in what it gives.
[[nodiscard]] core::Result<core::Geometry> fromShapeBlob(std::span<const std::byte> blob, int srid);

/// A number that changes when any byte of the shape does: what a derived row keeps of the shape it was derived from, to be known as stale when that was
/// edited here, undone, or changed by another program.
[[nodiscard]] std::int64_t markOf(std::span<const std::byte> blob);

/// True if no coordinate is NaN or infinite: SpatiaLite itself takes both without complaint.
[[nodiscard]] bool isFinite(const core::Geometry& geometry);

} // namespace hereabouts::gis::detail
