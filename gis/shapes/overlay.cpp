// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/shapes/coverage.h"
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

} // namespace hereabouts::gis
