// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/shapes/detail/engine_set.h"

#include <algorithm>
#include <numeric>

namespace hereabouts::gis::detail {

namespace {

GeosPtr rectangle(const Geos& geos, const core::Box& box)
{
    return geos.own(GEOSGeom_createRectangle_r(geos.handle(), box.minX, box.minY, box.maxX, box.maxY));
}

} // namespace

core::Result<EngineSet> EngineSet::create(std::span<const core::MultiPolygon> areas, const core::Job& job)
{
    const Geos& geos = Geos::ofThisThread();
    EngineSet set;
    set.m_geos = &geos;
    std::vector<GeosPtr> shapes;
    for (const core::MultiPolygon& area : areas) {
        shapes.push_back(geos.area(area));
        if (!shapes.back()) return geosFailure(job, "read an area");
        set.m_boxes.push_back(core::boundsOf(area));
    }
    set.m_all = geos.collection(GEOS_GEOMETRYCOLLECTION, std::move(shapes));
    if (!set.m_all) return geosFailure(job, "read the areas");

    constexpr std::size_t kNodeCapacity = 10;
    set.m_tree = {GEOSSTRtree_create_r(geos.handle(), kNodeCapacity), TreeCloser{geos.handle()}};
    set.m_numbers.resize(areas.size());
    std::iota(set.m_numbers.begin(), set.m_numbers.end(), std::size_t{0});
    for (std::size_t i = 0; i < areas.size(); ++i) {
        if (!set.m_boxes[i].empty()) GEOSSTRtree_insert_r(geos.handle(), set.m_tree.get(), set.shape(i), &set.m_numbers[i]);
    }
    return set;
}

std::vector<std::size_t> EngineSet::near(const core::Box& box) const
{
    std::vector<std::size_t> found;
    const GeosPtr window = rectangle(*m_geos, box);
    if (!window) return found;
    const auto collect = [](void* item, void* into) { static_cast<std::vector<std::size_t>*>(into)->push_back(*static_cast<const std::size_t*>(item)); };
    GEOSSTRtree_query_r(m_geos->handle(), m_tree.get(), window.get(), collect, &found);
    std::ranges::sort(found);
    return found;
}

} // namespace hereabouts::gis::detail
