// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "gis/crs/projection.h"
#include "gis/write/detail/layer_content.h"

#include <string>
#include <string_view>

namespace hereabouts::gis {

/// The layer as GeoJSON (RFC 7946): WGS 84, cut at 180°. Fails with Cancelled.
[[nodiscard]] core::Result<std::string> geoJsonOf(const LayerContent& content, const Projection& projection, const core::Job& job);
/// The layer as CSV (RFC 4180, UTF-8): see exportPlace(). Fails with Cancelled.
[[nodiscard]] core::Result<std::string> csvOf(const LayerContent& content, const Projection& projection, bool raw, const core::Job& job);

/// One CSV cell: quoted where needed; unless `raw`, text that a spreadsheet would run as a formula gets an apostrophe before it.
[[nodiscard]] std::string csvCell(std::string_view text, bool isText, bool raw);
/// Well-known text with at most 9 decimals: "POINT (171.5 -39.25)".
[[nodiscard]] std::string wktOf(const core::Geometry& geometry);
/// The home shape in degrees, longitude first.
[[nodiscard]] core::Geometry inDegrees(core::Geometry home, const Projection& projection);
/// "171.5": at most 9 decimals, about a tenth of a millimetre, and no zeros after them.
[[nodiscard]] std::string degreesText(double degrees);

} // namespace hereabouts::gis
