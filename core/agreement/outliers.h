// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/geometry.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace hereabouts::core {

enum class OutlierReason {
    FarAway, ///< Its centroid is more than 4 radii from the middle of all.
    TooLarge, ///< More than 10 times the median area.
    TooSmall, ///< Less than a tenth of the median area.
};

/// A drawing that a person should look at. It counts like any other until somebody takes it out.
struct Outlier {
    std::size_t drawing = 0; ///< Index.
    OutlierReason reason = OutlierReason::FarAway;
    double times = 0; ///< Radii away, or its area over the median's.

    /// "its middle is 7.2 radii from the middle of all drawings".
    [[nodiscard]] std::string sentence() const;
};

/// Where the middle of all is the median of the centroids, each way by itself, and a radius is that of a circle of the median area. A drawing may be named for
/// two reasons. Nothing of fewer than five drawings: they have no middle yet.
[[nodiscard]] std::vector<Outlier> outliersOf(std::span<const MultiPolygon* const> areas);

} // namespace hereabouts::core
