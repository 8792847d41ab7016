// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/read/source.h"

#include <simdjson.h>

#include <cstddef>
#include <vector>

namespace hereabouts::worker {

/// Writes a GeoJSON geometry as two-dimensional WKB at the end of `wkb`, and says what kind of shape it is. Throws simdjson::simdjson_error for what it does
/// not read: collections, a third coordinate, an empty list, anything that is not as the standard says.
gis::LayerShapes putWkb(simdjson::ondemand::object geometry, std::vector<std::byte>& wkb);

} // namespace hereabouts::worker
