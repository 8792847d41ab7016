// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/box.h"
#include "gis/crs/projection.h"

#include <optional>
#include <string>

namespace hereabouts::gis {

/// What coordinates without a named CRS seem to be. Offered to a person, never taken without their word.
struct CrsGuess {
    Crs crs;
    bool looksSwapped = false; ///< The first coordinate is the latitude (or northing): swap the two before use.
    std::string reason; ///< "its coordinates lie in the district when read as EPSG:4326".
};

/// Tries the home CRS, longitude/latitude, Web Mercator, and each of them with the axes swapped; the first that puts the source in or near the district
/// (within half its size again, at least 50 km) wins. Nothing when none does. Also right for a source that names a CRS: `looksSwapped` then tells a slip.
///
/// @param sourceBounds    The source's coordinates as they stand.
/// @param districtBounds  The district in its home CRS; empty: the home CRS's whole area of use stands in for it.
[[nodiscard]] std::optional<CrsGuess> guessCrs(const core::Box& sourceBounds, int homeEpsg, const core::Box& districtBounds);

/// True where coordinates in degrees lie in the district only when latitude and longitude change places.
[[nodiscard]] bool looksSwapped(const core::Box& degrees, int homeEpsg, const core::Box& districtBounds);

} // namespace hereabouts::gis
