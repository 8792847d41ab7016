// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/shapes/distance.h"
#include "gis/shapes/detail/geos.h"

#include <limits>
#include <utility>

namespace hereabouts::gis {

namespace {

detail::GeosPtr shapeOf(const detail::Geos& geos, const core::Geometry& geometry)
{
    if (const auto* point = std::get_if<core::Point>(&geometry)) return geos.own(GEOSGeom_createPointFromXY_r(geos.handle(), point->x, point->y));
    if (const auto* area = std::get_if<core::MultiPolygon>(&geometry)) return geos.area(*area);
    std::vector<detail::GeosPtr> lines;
    if (const auto* parts = std::get_if<core::MultiLine>(&geometry)) {
        for (const core::Line& part : *parts) {
            lines.push_back(geos.line(part));
            if (!lines.back()) return geos.own(nullptr);
        }
    }
    return geos.collection(GEOS_MULTILINESTRING, std::move(lines));
}

} // namespace

core::Result<double> distanceBetween(const core::Geometry& a, const core::Geometry& b)
{
    const detail::Geos& geos = detail::Geos::ofThisThread();
    const detail::GeosPtr first = shapeOf(geos, a);
    const detail::GeosPtr second = shapeOf(geos, b);
    if (!first || !second) return detail::geosFailure({}, "read a shape");
    if (GEOSisEmpty_r(geos.handle(), first.get()) == 1 || GEOSisEmpty_r(geos.handle(), second.get()) == 1) return std::numeric_limits<double>::infinity();
    // The indexed distance is between lines alone: of a shape inside another it would be the way to the edge.
    const char shares = GEOSIntersects_r(geos.handle(), first.get(), second.get());
    if (shares == 1) return 0.0;
    double distance = 0;
    if (shares != 0 || GEOSDistanceIndexed_r(geos.handle(), first.get(), second.get(), &distance) != 1) return detail::geosFailure({}, "measure a distance");
    return distance;
}

} // namespace hereabouts::gis
