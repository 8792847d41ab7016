// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/shapes/overlay.h"
#include "gis/shapes/detail/geos.h"

#include <utility>

namespace hereabouts::gis {

core::Result<core::MultiPolygon> intersection(const core::MultiPolygon& a, const core::MultiPolygon& b)
{
    const detail::Geos& geos = detail::Geos::ofThisThread();
    const detail::GeosPtr first = geos.area(a);
    const detail::GeosPtr second = geos.area(b);
    const detail::GeosPtr shared = first && second ? geos.intersection(first.get(), second.get()) : geos.own(nullptr);
    if (!shared) return detail::geosFailure({}, "intersect two areas");
    return geos.areasOf(shared.get());
}

core::Result<core::MultiPolygon> unionOf(std::span<const core::MultiPolygon> areas)
{
    const detail::Geos& geos = detail::Geos::ofThisThread();
    std::vector<detail::GeosPtr> members;
    for (const core::MultiPolygon& area : areas) {
        members.push_back(geos.area(area));
        if (!members.back()) return detail::geosFailure({}, "read an area");
    }
    const detail::GeosPtr all = geos.collection(GEOS_GEOMETRYCOLLECTION, std::move(members));
    const detail::GeosPtr whole = all ? geos.unionOf(all.get()) : geos.own(nullptr);
    if (!whole) return detail::geosFailure({}, "join areas");
    return geos.areasOf(whole.get());
}

core::Result<core::MultiPolygon> difference(const core::MultiPolygon& area, const core::MultiPolygon& without)
{
    const detail::Geos& geos = detail::Geos::ofThisThread();
    const detail::GeosPtr first = geos.area(area);
    const detail::GeosPtr second = geos.area(without);
    detail::GeosPtr left = first && second ? geos.own(GEOSDifference_r(geos.handle(), first.get(), second.get())) : geos.own(nullptr);
    if (!left && first && second) left = geos.own(GEOSDifferencePrec_r(geos.handle(), first.get(), second.get(), detail::kGrid));
    if (!left) return detail::geosFailure({}, "take one area out of another");
    return geos.areasOf(left.get());
}

core::Result<core::MultiPolygon> cutBy(const core::MultiPolygon& area, const core::Line& line)
{
    const detail::Geos& geos = detail::Geos::ofThisThread();
    const GEOSContextHandle_t handle = geos.handle();
    const detail::GeosPtr whole = geos.area(area);
    const detail::GeosPtr knife = geos.line(line);
    const detail::GeosPtr edge = whole ? geos.own(GEOSBoundary_r(handle, whole.get())) : geos.own(nullptr);
    const detail::GeosPtr noded = edge && knife ? geos.own(GEOSUnionPrec_r(handle, edge.get(), knife.get(), detail::kGrid)) : geos.own(nullptr);
    if (!noded) return detail::geosFailure({}, "cut an area");
    const GEOSGeometry* lines[] = {noded.get()};
    const detail::GeosPtr faces = geos.own(GEOSPolygonize_r(handle, lines, 1));
    if (!faces) return detail::geosFailure({}, "cut an area");
    core::MultiPolygon parts;
    for (int i = 0; i < GEOSGetNumGeometries_r(handle, faces.get()); ++i) {
        const GEOSGeometry* face = GEOSGetGeometryN_r(handle, faces.get(), i);
        const detail::GeosPtr inside = geos.own(GEOSPointOnSurface_r(handle, face));
        if (!inside || GEOSIntersects_r(handle, whole.get(), inside.get()) != 1) continue;
        for (core::Polygon& part : geos.areasOf(face)) parts.push_back(std::move(part));
    }
    return parts;
}

} // namespace hereabouts::gis
