// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/point.h"
#include "gis/crs/projection.h"

#include <QGeoCoordinate>

namespace hereabouts::app {

/// Where the pointer is, in metres of the home CRS, and how much ground a pixel shows there.
struct Touch {
    core::Point at;
    double metresPerPixel = 1;
};

/// Between the map's coordinates and the home CRS that a boundary is drawn in. Lives on one thread.
class HomeMap {
public:
    /// Fails with BadInput for a CRS that PROJ does not know.
    [[nodiscard]] static core::Result<HomeMap> create(int epsg);

    [[nodiscard]] Touch touch(const QGeoCoordinate& position, double zoom) const;
    [[nodiscard]] QGeoCoordinate toMap(core::Point home) const;

private:
    explicit HomeMap(gis::Projection projection) : m_projection(std::move(projection)) { }
    gis::Projection m_projection;
};

} // namespace hereabouts::app
