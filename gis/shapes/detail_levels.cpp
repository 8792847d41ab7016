// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/shapes/coverage.h"
#include "gis/shapes/detail/geos.h"

#include <algorithm>
#include <utility>

namespace hereabouts::gis {

namespace {

using detail::Geos;
using detail::GeosPtr;

/// Shapes of fewer vertices than this are drawn as they are: a tile of them takes a few milliseconds.
constexpr std::size_t kFewVertices = 2'000;

/// A level with more than this share of the finer one's vertices costs more room than it saves time.
constexpr double kWorthKeeping = 0.8;

std::size_t vertexCountOf(std::span<const core::Geometry> shapes)
{
    std::size_t count = 0;
    for (const core::Geometry& shape : shapes) {
        if (!std::holds_alternative<core::Point>(shape)) count += core::vertexCount(shape);
    }
    return count;
}

bool smallerThan(double tolerance, const core::Line& line)
{
    const core::Box box = core::boundsOf(line);
    return box.width() < tolerance && box.height() < tolerance;
}

void dropSmallParts(core::MultiPolygon& area, double tolerance)
{
    std::erase_if(area, [tolerance](const core::Polygon& part) { return smallerThan(tolerance, part.outer); });
    for (core::Polygon& polygon : area) std::erase_if(polygon.holes, [tolerance](const core::Ring& hole) { return smallerThan(tolerance, hole); });
}

/// GEOS's tolerance is the side of a square: a corner goes when the triangle it makes with its neighbours is smaller. A corner that stands out by h over a
/// base of about h has half that, so the line moves by about the tolerance.
GeosPtr simplified(const Geos& geos, const GEOSGeometry* coverage, double tolerance)
{
    return geos.own(GEOSCoverageSimplifyVW_r(geos.handle(), coverage, tolerance, 0));
}

core::MultiPolygon simplifiedAlone(const Geos& geos, const core::MultiPolygon& area, double tolerance)
{
    std::vector<GeosPtr> one;
    one.push_back(geos.area(area));
    if (!one.front()) return area;
    const GeosPtr coverage = geos.collection(GEOS_GEOMETRYCOLLECTION, std::move(one));
    const GeosPtr result = coverage ? simplified(geos, coverage.get(), tolerance) : geos.own(nullptr);
    return result ? geos.areasOf(result.get()) : area;
}

core::MultiLine simplifiedLines(const Geos& geos, const core::MultiLine& lines, double tolerance)
{
    core::MultiLine result;
    for (const core::Line& line : lines) {
        if (lines.size() > 1 && smallerThan(tolerance, line)) continue;
        const GeosPtr shape = line.size() > 2 ? geos.line(line) : geos.own(nullptr);
        const GeosPtr simple = shape ? geos.own(GEOSSimplify_r(geos.handle(), shape.get(), tolerance)) : geos.own(nullptr);
        core::Line now = simple ? geos.pointsOf(simple.get()) : core::Line{};
        if (now.size() < 2) now = line;
        result.push_back(std::move(now));
    }
    return result;
}

/// The areas among the shapes at one level, all together so that shared borders stay shared. False when GEOS cannot take them for a coverage.
bool simplifyTogether(const Geos& geos, std::vector<core::Geometry>& shapes, double tolerance)
{
    std::vector<core::MultiPolygon*> areas;
    std::vector<GeosPtr> members;
    for (core::Geometry& shape : shapes) {
        auto* area = std::get_if<core::MultiPolygon>(&shape);
        if (!area) continue;
        areas.push_back(area);
        members.push_back(geos.area(*area));
        if (!members.back()) return false;
    }
    if (areas.empty()) return true;
    const GeosPtr coverage = geos.collection(GEOS_GEOMETRYCOLLECTION, std::move(members));
    const GeosPtr result = coverage ? simplified(geos, coverage.get(), tolerance) : geos.own(nullptr);
    if (!result || static_cast<std::size_t>(GEOSGetNumGeometries_r(geos.handle(), result.get())) != areas.size()) return false;
    for (std::size_t i = 0; i < areas.size(); ++i) *areas[i] = geos.areasOf(GEOSGetGeometryN_r(geos.handle(), result.get(), static_cast<int>(i)));
    return true;
}

void simplifyApart(const Geos& geos, std::vector<core::Geometry>& shapes, double tolerance)
{
    for (core::Geometry& shape : shapes) {
        if (auto* area = std::get_if<core::MultiPolygon>(&shape)) *area = simplifiedAlone(geos, *area, tolerance);
    }
}

/// What is too small to be seen goes, but not a lone point or a street's only line before it is smaller than the tolerance.
void finish(const Geos& geos, std::vector<core::Geometry>& shapes, double tolerance)
{
    for (core::Geometry& shape : shapes) {
        if (auto* lines = std::get_if<core::MultiLine>(&shape)) {
            *lines = simplifiedLines(geos, *lines, tolerance);
            if (lines->empty() || (lines->size() == 1 && smallerThan(tolerance, lines->front()))) shape = std::monostate{};
        } else if (auto* area = std::get_if<core::MultiPolygon>(&shape)) {
            dropSmallParts(*area, tolerance);
            if (area->empty()) shape = std::monostate{};
        }
    }
}

} // namespace

core::Result<core::DetailLevels> detailLevels(
    std::span<const core::Geometry> shapes, std::span<const double> tolerancesMetres, bool coverage, const core::Job& job)
{
    core::DetailLevels levels;
    std::size_t before = vertexCountOf(shapes);
    if (before <= kFewVertices) return levels;
    const Geos& geos = Geos::ofThisThread();
    const detail::Stoppable stoppable(job);
    // Each level is made from the finer one, which is small already.
    std::vector<core::Geometry> current(shapes.begin(), shapes.end());
    for (std::size_t i = 0; i < tolerancesMetres.size(); ++i) {
        const double tolerance = tolerancesMetres[i];
        job.tell(static_cast<double>(i) / static_cast<double>(tolerancesMetres.size()), "drawing with fewer points");
        const bool together = coverage && simplifyTogether(geos, current, tolerance);
        if (!together) simplifyApart(geos, current, tolerance);
        if (job.stopped()) return detail::geosFailure(job, "simplify shapes");
        finish(geos, current, tolerance);
        const std::size_t now = vertexCountOf(current);
        if (static_cast<double>(now) > kWorthKeeping * static_cast<double>(before)) continue;
        before = now;
        levels.push_back({.toleranceMetres = tolerance, .shapes = current});
    }
    return levels;
}

} // namespace hereabouts::gis
