// SPDX-License-Identifier: GPL-3.0-or-later
// Point to area: AreaLocator against GEOS, on 8,000 areas of about 96 vertices.
#include "bench/coverage_maker.h"
#include "bench/report.h"
#include "core/geometry/area_locator.h"

#include <geos_c.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <vector>

using namespace hereabouts;
using core::AreaLocator;
using core::Point;

namespace {

/// A tree of boxes over prepared polygons: what one would write with GEOS.
class GeosLocator {
public:
    explicit GeosLocator(const std::vector<core::MultiPolygon>& areas) : m_geos(GEOS_init_r()), m_tree(GEOSSTRtree_create_r(m_geos, 10))
    {
        for (const core::MultiPolygon& area : areas) {
            const core::Ring& ring = area.front().outer;
            GEOSCoordSequence* points = GEOSCoordSeq_create_r(m_geos, static_cast<unsigned>(ring.size()), 2);
            for (unsigned i = 0; i < ring.size(); ++i) GEOSCoordSeq_setXY_r(m_geos, points, i, ring[i].x, ring[i].y);
            m_polygons.push_back(GEOSGeom_createPolygon_r(m_geos, GEOSGeom_createLinearRing_r(m_geos, points), nullptr, 0));
            m_prepared.push_back(GEOSPrepare_r(m_geos, m_polygons.back()));
        }
        m_indices.resize(areas.size());
        for (std::uint32_t i = 0; i < m_indices.size(); ++i) {
            m_indices[i] = i;
            GEOSSTRtree_insert_r(m_geos, m_tree, m_polygons[i], &m_indices[i]);
        }
    }
    GeosLocator(const GeosLocator&) = delete;
    GeosLocator& operator=(const GeosLocator&) = delete;
    ~GeosLocator()
    {
        GEOSSTRtree_destroy_r(m_geos, m_tree);
        for (const GEOSPreparedGeometry* prepared : m_prepared) GEOSPreparedGeom_destroy_r(m_geos, prepared);
        for (GEOSGeometry* polygon : m_polygons) GEOSGeom_destroy_r(m_geos, polygon);
        GEOS_finish_r(m_geos);
    }

    std::uint32_t locate(Point point)
    {
        GEOSGeometry* where = GEOSGeom_createPointFromXY_r(m_geos, point.x, point.y);
        m_point = point;
        m_found = AreaLocator::kNone;
        GEOSSTRtree_query_r(
            m_geos, m_tree, where,
            [](void* item, void* self) {
                auto& asked = *static_cast<GeosLocator*>(self);
                const std::uint32_t area = *static_cast<std::uint32_t*>(item);
                if (GEOSPreparedIntersectsXY_r(asked.m_geos, asked.m_prepared[area], asked.m_point.x, asked.m_point.y) == 1) {
                    asked.m_found = std::min(asked.m_found, area);
                }
            },
            this);
        GEOSGeom_destroy_r(m_geos, where);
        return m_found;
    }

private:
    GEOSContextHandle_t m_geos;
    GEOSSTRtree* m_tree;
    std::vector<GEOSGeometry*> m_polygons;
    std::vector<const GEOSPreparedGeometry*> m_prepared;
    std::vector<std::uint32_t> m_indices;
    Point m_point;
    std::uint32_t m_found = AreaLocator::kNone;
};

/// Points that lie close come close: along a curve that folds the plane, 4,096 cells a side.
void sortByPlace(std::vector<Point>& points)
{
    const auto spread = [](std::uint32_t number) {
        std::uint64_t bits = number;
        for (const auto& [shift, mask] : {std::pair{16U, 0x0000FFFF0000FFFFULL}, {8U, 0x00FF00FF00FF00FFULL}, {4U, 0x0F0F0F0F0F0F0F0FULL}, {2U, 0x3333333333333333ULL},
                 {1U, 0x5555555555555555ULL}}) {
            bits = (bits | (bits << shift)) & mask;
        }
        return bits;
    };
    std::ranges::sort(points, {}, [&](Point p) { return spread(static_cast<std::uint32_t>(p.x / 146.5)) | (spread(static_cast<std::uint32_t>(p.y / 146.5)) << 1U); });
}

} // namespace

int main()
{
    bench::CoverageMaker maker(100, 80, 16, 42);
    const auto areas = maker.areas();
    auto points = maker.points(5'000'000);
    std::vector<std::uint32_t> found(points.size());

    AreaLocator locator;
    const double build = bench::quickest<bench::CoreClock>(5, [&] { locator = AreaLocator::build(areas); });
    const auto perPoint = [&] { return bench::quickest<bench::CoreClock>(7, [&] { locator.locate(points, found); }) / static_cast<double>(points.size()) * 1e9; };
    const double random = perPoint();

    GeosLocator geos(areas);
    constexpr std::size_t kAsked = 300'000; // Enough for GEOS; it takes a thousand nanoseconds each.
    std::size_t different = 0;
    double geosRandom = 0;
    {
        (void)geos.locate(points[0]); // Builds the tree.
        std::vector<std::uint32_t> theirs(kAsked);
        const bench::CoreClock clock;
        for (std::size_t i = 0; i < kAsked; ++i) theirs[i] = geos.locate(points[i]);
        geosRandom = clock.seconds() / kAsked * 1e9;
        for (std::size_t i = 0; i < kAsked; ++i) different += theirs[i] != found[i] ? 1 : 0;
    }
    sortByPlace(points);
    const double sorted = perPoint();
    double geosSorted = 0;
    {
        const bench::CoreClock clock;
        std::size_t step = points.size() / kAsked;
        for (std::size_t i = 0; i < kAsked; ++i) different += geos.locate(points[i * step]) != found[i * step] ? 1 : 0;
        geosSorted = clock.seconds() / kAsked * 1e9;
    }

    const std::string name = "GEOS STRtree + prepared";
    bench::print({.what = "point to area, random", .unit = "ns", .ours = random, .baselineName = name, .baseline = geosRandom, .target = 40});
    bench::print({.what = "point to area, sorted", .unit = "ns", .ours = sorted, .baselineName = name, .baseline = geosSorted, .target = 15});
    bench::print({.what = "locator, build", .unit = "s", .ours = build, .baselineName = {}, .baseline = 0, .target = 0.3});
    bench::print({.what = "locator, memory", .unit = "MB", .ours = static_cast<double>(locator.memoryBytes()) / 1e6, .baselineName = {}, .baseline = 0, .target = 110});
    bench::print({.what = "points placed otherwise than GEOS", .unit = "of 600,000", .ours = static_cast<double>(different), .baselineName = {}, .baseline = 0, .target = 0});
    return different == 0 ? 0 : 1;
}
