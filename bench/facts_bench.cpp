// SPDX-License-Identifier: GPL-3.0-or-later
// A vertex is dragged over 60,000 small areas of some 100 vertices and 1,000,000 dwellings: what a frame costs, against counting again from nothing, with our
// own code and with GEOS (STRtree, prepared polygon, intersection area of the small areas on the line).
#include "bench/coverage_maker.h"
#include "bench/report.h"
#include "core/facts/live_facts.h"

#define GEOS_USE_ONLY_R_API
#include <geos_c.h>

#include <cmath>
#include <memory>
#include <numbers>
#include <random>
#include <vector>

using namespace hereabouts;
using core::CountedRing;
using core::LiveFacts;
using core::MultiPolygon;
using core::Point;

namespace {

std::vector<Point> star(Point middle, double reach, std::size_t corners, unsigned seed)
{
    std::mt19937_64 random(seed);
    std::vector<Point> vertices;
    for (std::size_t i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(corners);
        const double rough = std::min(0.2, 12 / static_cast<double>(corners)); // Its teeth are no longer than a few of its sides.
        const double far = reach * (1 - rough * static_cast<double>(random() % 1000) / 1000);
        vertices.push_back({std::round((middle.x + far * std::cos(angle)) * 100) / 100, std::round((middle.y + far * std::sin(angle)) * 100) / 100});
    }
    return vertices;
}

/// The same figures by GEOS: points in the prepared shape by way of a tree, and the share of each small area that the shape's line passes.
class GeosRecount {
public:
    GeosRecount(const std::vector<MultiPolygon>& areas, const std::vector<Point>& dwellings) : m_geos(GEOS_init_r())
    {
        m_tree = GEOSSTRtree_create_r(m_geos, 10);
        for (const MultiPolygon& area : areas) {
            m_areas.push_back(polygon(area.front().outer));
            GEOSSTRtree_insert_r(m_geos, m_tree, m_areas.back(), m_areas.back());
        }
        m_points = GEOSSTRtree_create_r(m_geos, 10);
        for (const Point p : dwellings) {
            m_dwellings.push_back(GEOSGeom_createPointFromXY_r(m_geos, p.x, p.y));
            GEOSSTRtree_insert_r(m_geos, m_points, m_dwellings.back(), m_dwellings.back());
        }
    }
    GeosRecount(const GeosRecount&) = delete;
    GeosRecount& operator=(const GeosRecount&) = delete;
    ~GeosRecount()
    {
        GEOSSTRtree_destroy_r(m_geos, m_points);
        GEOSSTRtree_destroy_r(m_geos, m_tree);
        for (GEOSGeometry* g : m_dwellings) GEOSGeom_destroy_r(m_geos, g);
        for (GEOSGeometry* g : m_areas) GEOSGeom_destroy_r(m_geos, g);
        GEOS_finish_r(m_geos);
    }

    struct Counts {
        std::int64_t dwellings = 0;
        double squareMetres = 0; ///< Sum over the small areas.
    };
    [[nodiscard]] Counts count(core::Ring shape)
    {
        shape.push_back(shape.front());
        GEOSGeometry* whole = polygon(shape);
        const GEOSPreparedGeometry* prepared = GEOSPrepare_r(m_geos, whole);
        struct Asked {
            GEOSContextHandle_t geos;
            const GEOSPreparedGeometry* prepared;
            const GEOSGeometry* whole;
            Counts counts;
        } asked{m_geos, prepared, whole, {}};
        GEOSSTRtree_query_r(
            m_geos, m_points, whole,
            [](void* item, void* data) {
                auto& a = *static_cast<Asked*>(data);
                if (GEOSPreparedIntersects_r(a.geos, a.prepared, static_cast<GEOSGeometry*>(item)) == 1) ++a.counts.dwellings;
            },
            &asked);
        GEOSSTRtree_query_r(
            m_geos, m_tree, whole,
            [](void* item, void* data) {
                auto& a = *static_cast<Asked*>(data);
                auto* area = static_cast<GEOSGeometry*>(item);
                double squareMetres = 0;
                if (GEOSPreparedContains_r(a.geos, a.prepared, area) == 1) {
                    GEOSArea_r(a.geos, area, &squareMetres);
                } else if (GEOSPreparedIntersects_r(a.geos, a.prepared, area) == 1) {
                    GEOSGeometry* shared = GEOSIntersection_r(a.geos, a.whole, area);
                    GEOSArea_r(a.geos, shared, &squareMetres);
                    GEOSGeom_destroy_r(a.geos, shared);
                }
                a.counts.squareMetres += squareMetres;
            },
            &asked);
        GEOSPreparedGeom_destroy_r(m_geos, prepared);
        GEOSGeom_destroy_r(m_geos, whole);
        return asked.counts;
    }

private:
    [[nodiscard]] GEOSGeometry* polygon(const core::Ring& ring) const
    {
        GEOSCoordSequence* points = GEOSCoordSeq_create_r(m_geos, static_cast<unsigned>(ring.size()), 2);
        for (unsigned i = 0; i < ring.size(); ++i) GEOSCoordSeq_setXY_r(m_geos, points, i, ring[i].x, ring[i].y);
        return GEOSGeom_createPolygon_r(m_geos, GEOSGeom_createLinearRing_r(m_geos, points), nullptr, 0);
    }

    GEOSContextHandle_t m_geos;
    GEOSSTRtree* m_tree = nullptr;
    GEOSSTRtree* m_points = nullptr;
    std::vector<GEOSGeometry*> m_areas;
    std::vector<GEOSGeometry*> m_dwellings;
};

double microseconds(double seconds) { return seconds * 1e6; }

} // namespace

int main()
{
    bench::CoverageMaker maker(245, 245, 25, 42);
    const std::vector<MultiPolygon> areas = maker.areas();
    const std::vector<Point> dwellings = maker.points(1'000'000);
    const core::Box bounds = [&] {
        core::Box box;
        for (const MultiPolygon& area : areas) box.include(core::boundsOf(area));
        return box;
    }();
    std::mt19937_64 random(7);
    std::vector<Point> points;
    std::vector<std::int64_t> people;
    std::vector<int> bands;
    for (const MultiPolygon& area : areas) {
        points.push_back(core::representativePoint(core::Geometry{area}));
        people.push_back(static_cast<std::int64_t>(random() % 400));
        bands.push_back(static_cast<int>(random() % 11));
    }
    const double side = std::min(bounds.width(), bounds.height());
    const Point middle = bounds.centre();
    const auto closed = [](std::vector<Point> ring) {
        ring.push_back(ring.front());
        return core::Ring(ring);
    };
    // Boards, wards and communities with long lines of their own.
    std::vector<MultiPolygon> boards;
    std::vector<MultiPolygon> communities;
    for (unsigned i = 0; i < 12; ++i)
        boards.push_back({{.outer = closed(star({bounds.minX + side * (0.2 + 0.2 * (i % 4)), bounds.minY + side * (0.25 + 0.25 * (i / 4))}, side / 8, 5000, i)),
            .holes = {}}});
    for (unsigned i = 0; i < 20; ++i)
        communities.push_back(
            {{.outer = closed(star({bounds.minX + side * (0.15 + 0.17 * (i % 5)), bounds.minY + side * (0.2 + 0.2 * (i / 5))}, side / 9, 1000, 50 + i)),
                .holes = {}}});
    const MultiPolygon district{{.outer = closed(star(middle, side * 0.48, 65'000, 99)), .holes = {}}};

    std::shared_ptr<const core::CountedPlace> place;
    const double build = bench::quickest<bench::CoreClock>(3, [&] {
        place = std::make_shared<const core::CountedPlace>(*core::CountedPlace::build({.smallAreas = areas,
            .smallAreaPoints = points,
            .people = people,
            .bands = bands,
            .dwellings = dwellings,
            .areaSets = {boards, boards},
            .communities = communities,
            .claimed = communities.front(),
            .district = district,
            .groundScale = {}}));
    });
    bench::print({.what = "facts, lay out a place", .unit = "s", .ours = build});

    std::size_t different = 0;
    GeosRecount geos(areas, dwellings);
    for (const std::size_t corners : {6U, 60U, 2'000U, 65'000U}) {
        std::vector<CountedRing> rings{{.vertices = star(middle, side * 0.3, corners, 5)}};
        LiveFacts live(place);
        (void)live.follow(rings);
        // Frames of a drag: some metres each, and now and then a jerk across a tenth of the place.
        const auto frame = [&](double reach) {
            const auto v = static_cast<std::uint32_t>(random() % corners);
            const Point from = rings[0].vertices[v];
            double most = 0;
            double sum = 0;
            const int frames = 40;
            for (int i = 0; i < frames; ++i) {
                const Point to{std::round((from.x + (static_cast<double>(random() % 2000) / 1000 - 1) * reach) * 100) / 100,
                    std::round((from.y + (static_cast<double>(random() % 2000) / 1000 - 1) * reach) * 100) / 100};
                const bench::CoreClock clock;
                (void)live.moveVertex(0, v, to);
                const core::ShapeFacts facts = live.facts();
                const double took = clock.seconds();
                most = std::max(most, took);
                sum += took;
                rings[0].vertices[v] = to;
                if (facts.dwellings < 0) ++different;
            }
            rings[0].vertices[v] = from;
            (void)live.moveVertex(0, v, from);
            return std::pair(sum / frames, most);
        };
        double near = 0;
        double far = 0;
        for (int i = 0; i < 5; ++i) {
            near = std::max(near, frame(side / 500).first);
            far = std::max(far, frame(side / 10).second);
        }
        core::ShapeFacts recounted;
        const double recount = bench::quickest<bench::CoreClock>(3, [&] {
            LiveFacts fresh(place);
            (void)fresh.follow(rings);
            recounted = fresh.facts();
        });
        if (!(recounted == live.facts())) ++different;
        double geosTook = 0;
        if (corners <= 2'000) { // With more, GEOS cuts each small area on the line out of all of it, for minutes.
            GeosRecount::Counts theirs;
            geosTook = bench::quickest<bench::CoreClock>(1, [&] { theirs = geos.count(rings[0].vertices); });
            if (std::abs(theirs.dwellings - live.facts().dwellings) > 1) ++different; // One that lies on the line to a hair.
        }
        const std::string name = std::to_string(corners) + " corners";
        bench::print({.what = "facts, a frame of a drag, " + name,
            .unit = "us",
            .ours = microseconds(near),
            .baselineName = "recount, ours",
            .baseline = microseconds(recount),
            .target = 16'000});
        bench::print({.what = "facts, the worst jerk, " + name,
            .unit = "us",
            .ours = microseconds(far),
            .baselineName = "recount, GEOS",
            .baseline = microseconds(geosTook),
            .target = 16'000});
    }
    bench::print({.what = "facts other than a recount's", .unit = "of 8", .ours = static_cast<double>(different)});
    return different == 0 ? 0 : 1;
}
