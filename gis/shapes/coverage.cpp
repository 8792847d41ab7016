// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/shapes/coverage.h"

#include "gis/shapes/detail/engine_set.h"

#include <algorithm>
#include <cmath>

namespace hereabouts::gis {

namespace {

using detail::EngineSet;
using detail::Geos;
using detail::GeosPtr;

constexpr double kSliverWidth = 2; ///< Metres.
constexpr double kNoiseWidth = detail::kGrid; ///< Two drawings of one line, each rounded to the grid, differ by no more than this.

double perimeterOf(const core::MultiPolygon& area)
{
    double sum = 0;
    const auto add = [&sum](const core::Ring& ring) {
        for (std::size_t i = 1; i < ring.size(); ++i) sum += std::hypot(ring[i].x - ring[i - 1].x, ring[i].y - ring[i - 1].y);
    };
    for (const core::Polygon& polygon : area) {
        add(polygon.outer);
        std::ranges::for_each(polygon.holes, add);
    }
    return sum;
}

double meanWidth(const core::MultiPolygon& area)
{
    const double perimeter = perimeterOf(area);
    return perimeter > 0 ? 2 * core::planarArea(area) / perimeter : 0;
}

/// The shape without the parts that are mere rounding. Along two kilometres of border they can make some square metres, so that only width tells them.
core::MultiPolygon withoutNoise(core::MultiPolygon shape)
{
    std::erase_if(shape, [](const core::Polygon& part) { return meanWidth({part}) <= kNoiseWidth; });
    return shape;
}

/// Which areas' borders do not match their neighbours' point for point. None: it is a coverage, and no two areas share ground.
core::Result<std::vector<bool>> mismatched(const EngineSet& set, const core::Job& job)
{
    const Geos& geos = Geos::ofThisThread();
    GEOSGeometry* edges = nullptr;
    const int valid = GEOSCoverageIsValid_r(geos.handle(), set.all(), 0, &edges);
    const GeosPtr owned = geos.own(edges);
    if (job.stopped()) return detail::geosFailure(job, "check the borders");
    std::vector<bool> result(set.size(), valid != 1);
    if (valid != 0 || !owned || static_cast<std::size_t>(GEOSGetNumGeometries_r(geos.handle(), owned.get())) != set.size()) return result;
    for (std::size_t i = 0; i < set.size(); ++i) {
        result[i] = GEOSisEmpty_r(geos.handle(), GEOSGetGeometryN_r(geos.handle(), owned.get(), static_cast<int>(i))) == 0;
    }
    return result;
}

/// @param suspects  Areas that may share ground: pairs of two others are passed over.
core::Result<std::vector<SharedGround>> sharedGround(const EngineSet& set, const std::vector<bool>& suspects, const core::Job& job)
{
    const Geos& geos = Geos::ofThisThread();
    std::vector<SharedGround> result;
    for (std::size_t i = 0; i < set.size(); ++i) {
        if (set.box(i).empty()) continue;
        job.tell(static_cast<double>(i) / static_cast<double>(set.size()), "looking for overlaps");
        for (const std::size_t k : set.near(set.box(i))) {
            if (k <= i || (!suspects[i] && !suspects[k])) continue;
            if (job.stopped()) return detail::geosFailure(job, "compare two areas");
            if (GEOSIntersects_r(geos.handle(), set.shape(i), set.shape(k)) == 0) continue;
            const GeosPtr shared = geos.intersection(set.shape(i), set.shape(k));
            if (!shared) return detail::geosFailure(job, "compare two areas");
            core::MultiPolygon shape = withoutNoise(geos.areasOf(shared.get()));
            if (shape.empty()) continue;
            const double area = core::planarArea(shape);
            result.push_back({.first = i, .second = k, .squareMetres = area, .shape = std::move(shape)});
        }
    }
    return result;
}

CoverageFaultKind kindOfOverlap(const SharedGround& shared, std::span<const core::MultiPolygon> areas)
{
    // Two drawings of one shape differ at most by the rounding along its border.
    const double slack = kNoiseWidth * perimeterOf(shared.shape);
    const auto isAllOf = [&](std::size_t i) { return std::abs(core::planarArea(areas[i]) - shared.squareMetres) <= slack; };
    if (isAllOf(shared.first) && isAllOf(shared.second)) return CoverageFaultKind::Duplicate;
    return meanWidth(shared.shape) < kSliverWidth ? CoverageFaultKind::Sliver : CoverageFaultKind::Overlap;
}

/// All areas as one, with the quick way where the borders match.
GeosPtr wholeGround(const EngineSet& set, bool bordersMatch)
{
    const Geos& geos = Geos::ofThisThread();
    GeosPtr whole = bordersMatch ? geos.own(GEOSCoverageUnion_r(geos.handle(), set.all())) : geos.own(nullptr);
    return whole ? std::move(whole) : geos.unionOf(set.all());
}

/// A hole of the whole ground, without the islands in it that are areas themselves.
core::MultiPolygon unclaimed(const Geos& geos, const core::Ring& hole, const core::MultiPolygon& ground)
{
    const core::Polygon filled{.outer = hole, .holes = {}};
    const core::Box box = core::boundsOf(hole);
    core::MultiPolygon islands;
    for (const core::Polygon& part : ground) {
        const core::Box partBox = core::boundsOf(part.outer);
        const bool inside = partBox.minX >= box.minX && partBox.maxX <= box.maxX && partBox.minY >= box.minY && partBox.maxY <= box.maxY;
        if (inside && core::covers({filled}, part.outer.front())) islands.push_back(part);
    }
    const GeosPtr shape = geos.polygon(filled);
    if (islands.empty() || !shape) return geos.areasOf(shape.get());
    const GeosPtr taken = geos.area(islands);
    const GeosPtr left = taken ? geos.own(GEOSDifference_r(geos.handle(), shape.get(), taken.get())) : geos.own(nullptr);
    return geos.areasOf(left ? left.get() : shape.get());
}

std::vector<std::size_t> neighboursOf(const EngineSet& set, const core::MultiPolygon& gap)
{
    const Geos& geos = Geos::ofThisThread();
    const double reach = 2 * detail::kGrid;
    const GeosPtr shape = geos.area(gap);
    std::vector<std::size_t> result = set.near(core::boundsOf(gap).grownBy(reach));
    std::erase_if(result, [&](std::size_t i) { return !shape || GEOSDistanceWithin_r(geos.handle(), set.shape(i), shape.get(), reach) != 1; });
    return result;
}

core::Result<void> addGaps(const EngineSet& set, bool bordersMatch, const core::Job& job, std::vector<CoverageFault>& into)
{
    const Geos& geos = Geos::ofThisThread();
    job.tell(-1, "looking for gaps");
    const GeosPtr whole = wholeGround(set, bordersMatch);
    if (!whole) return detail::geosFailure(job, "join the areas");
    const core::MultiPolygon ground = geos.areasOf(whole.get());
    for (const core::Polygon& part : ground) {
        for (const core::Ring& hole : part.holes) {
            if (job.stopped()) return detail::geosFailure(job, "look at the gaps");
            core::MultiPolygon shape = withoutNoise(unclaimed(geos, hole, ground));
            if (shape.empty()) continue;
            CoverageFault gap{.kind = meanWidth(shape) < kSliverWidth ? CoverageFaultKind::Sliver : CoverageFaultKind::Gap, .areas = neighboursOf(set, shape)};
            gap.squareMetres = core::planarArea(shape);
            gap.where = core::representativePoint(shape);
            gap.shape = std::move(shape);
            into.push_back(std::move(gap));
        }
    }
    return {};
}

} // namespace

core::Result<std::vector<SharedGround>> overlapsBetween(std::span<const core::MultiPolygon> areas, const core::Job& job)
{
    const detail::Stoppable stoppable(job);
    const auto set = EngineSet::create(areas, job);
    if (!set) return std::unexpected(set.error());
    return sharedGround(*set, std::vector<bool>(areas.size(), true), job);
}

core::Result<std::vector<CoverageFault>> coverageFaults(std::span<const core::MultiPolygon> areas, const core::Job& job)
{
    const detail::Stoppable stoppable(job);
    const auto set = EngineSet::create(areas, job);
    if (!set) return std::unexpected(set.error());
    job.tell(-1, "comparing borders");
    const auto suspects = mismatched(*set, job);
    if (!suspects) return std::unexpected(suspects.error());
    const bool bordersMatch = std::ranges::none_of(*suspects, [](bool suspect) { return suspect; });

    std::vector<CoverageFault> faults;
    auto shared = bordersMatch ? core::Result<std::vector<SharedGround>>() : sharedGround(*set, *suspects, job);
    if (!shared) return std::unexpected(shared.error());
    for (SharedGround& overlap : *shared) {
        CoverageFault fault{.kind = kindOfOverlap(overlap, areas), .areas = {overlap.first, overlap.second}, .squareMetres = overlap.squareMetres};
        fault.where = core::representativePoint(overlap.shape);
        fault.shape = std::move(overlap.shape);
        faults.push_back(std::move(fault));
    }
    if (const auto done = addGaps(*set, bordersMatch, job, faults); !done) return std::unexpected(done.error());
    std::ranges::stable_sort(faults, [](const CoverageFault& a, const CoverageFault& b) { return a.squareMetres > b.squareMetres; });
    return faults;
}

} // namespace hereabouts::gis
