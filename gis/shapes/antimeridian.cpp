// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/shapes/antimeridian.h"

#include "gis/shapes/detail/geos.h"

#include <cmath>
#include <utility>

namespace hereabouts::gis {

namespace {

using detail::Geos;
using detail::GeosPtr;

constexpr double kTurn = 360;
constexpr double kSeam = 1e-7; ///< Degrees, about 1 cm: closer to 180° than this is on it.

/// Goes on beyond 180 where the line jumps. @return The turns between first and last point: not 0 for a ring around a pole.
int followed(core::Line& line)
{
    double shift = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double from = line[i - 1].x;
        const double step = line[i].x + shift - from;
        if (step > kTurn / 2)
            shift -= kTurn;
        else if (step < -kTurn / 2)
            shift += kTurn;
        line[i].x += shift;
    }
    return static_cast<int>(shift / kTurn);
}

void move(core::Line& line, double degrees)
{
    for (core::Point& p : line) p.x += degrees;
}

/// Whole turns that bring this longitude within half a turn of the middle.
double turnsTowards(double middle, double longitude)
{
    return kTurn * std::round((middle - longitude) / kTurn);
}

bool reachesSeam(const core::Box& box)
{
    const auto on180 = [](double x) { return std::abs(std::abs(std::remainder(x, kTurn)) - kTurn / 2) < kSeam; };
    return on180(box.minX) || on180(box.maxX);
}

void unwrap(core::Polygon& polygon, double middle)
{
    core::Ring outer = polygon.outer;
    if (outer.size() < 2 || followed(outer) != 0) return;
    // From -180 to 180 in one step is nowhere on the seam and everywhere in a box around the world.
    if (core::boundsOf(outer).width() < kSeam) return;
    move(outer, turnsTowards(middle, core::boundsOf(outer).centre().x));
    polygon.outer = std::move(outer);
    const double centre = core::boundsOf(polygon.outer).centre().x;
    for (core::Ring& hole : polygon.holes) {
        core::Ring whole = hole;
        if (whole.size() < 2 || followed(whole) != 0) continue;
        move(whole, turnsTowards(centre, core::boundsOf(whole).centre().x));
        hole = std::move(whole);
    }
}

/// Joins the parts that end on 180°; the others stay as they are, valid or not.
core::Result<core::MultiPolygon> joinedAtSeam(core::MultiPolygon area)
{
    core::MultiPolygon cut;
    core::MultiPolygon whole;
    for (core::Polygon& polygon : area) (reachesSeam(core::boundsOf(polygon.outer)) ? cut : whole).push_back(std::move(polygon));
    if (cut.size() >= 2) {
        const Geos& geos = Geos::ofThisThread();
        const GeosPtr parts = geos.area(cut);
        // Parts that are not valid by themselves are for settle() to repair and to tell of.
        const GeosPtr joined = parts ? geos.unionOf(parts.get()) : geos.own(nullptr);
        if (joined) cut = geos.areasOf(joined.get());
    }
    for (core::Polygon& polygon : cut) whole.push_back(std::move(polygon));
    return whole;
}

core::Box strip(double west)
{
    return {west, -1'000, west + kTurn, 1'000};
}

/// The parts of one geometry inside each strip of 360°, moved into -180…180.
template <typename Take> core::Result<void> cutIntoStrips(const GEOSGeometry* shape, const core::Box& bounds, const Take& take)
{
    const Geos& geos = Geos::ofThisThread();
    const int first = static_cast<int>(std::floor((bounds.minX + kTurn / 2) / kTurn));
    const int last = static_cast<int>(std::ceil((bounds.maxX + kTurn / 2) / kTurn)) - 1;
    for (int turn = first; turn <= last; ++turn) {
        const core::Box box = strip(turn * kTurn - kTurn / 2);
        const GeosPtr window = geos.own(GEOSGeom_createRectangle_r(geos.handle(), box.minX, box.minY, box.maxX, box.maxY));
        const GeosPtr piece = geos.own(GEOSIntersection_r(geos.handle(), shape, window.get()));
        if (!piece) return detail::geosFailure({}, "cut a shape at 180 degrees");
        take(piece.get(), -turn * kTurn);
    }
    return {};
}

bool insideOneStrip(const core::Box& bounds)
{
    return bounds.empty() || (bounds.minX >= -kTurn / 2 && bounds.maxX <= kTurn / 2);
}

core::Result<core::MultiPolygon> split(const core::MultiPolygon& area)
{
    core::MultiPolygon result;
    const Geos& geos = Geos::ofThisThread();
    for (const core::Polygon& polygon : area) {
        const core::Box bounds = core::boundsOf(polygon.outer);
        if (insideOneStrip(bounds)) {
            result.push_back(polygon);
            continue;
        }
        const GeosPtr shape = geos.polygon(polygon);
        if (!shape) return detail::geosFailure({}, "read a shape");
        const auto done = cutIntoStrips(shape.get(), bounds, [&](const GEOSGeometry* piece, double shift) {
            for (core::Polygon& part : geos.areasOf(piece)) {
                move(part.outer, shift);
                for (core::Ring& hole : part.holes) move(hole, shift);
                result.push_back(std::move(part));
            }
        });
        if (!done) return std::unexpected(done.error());
    }
    return result;
}

void appendLines(const Geos& geos, const GEOSGeometry* piece, double shift, core::MultiLine& into)
{
    const int type = GEOSGeomTypeId_r(geos.handle(), piece);
    if (type == GEOS_LINESTRING) {
        core::Line line = geos.pointsOf(piece);
        move(line, shift);
        if (line.size() >= 2) into.push_back(std::move(line));
        return;
    }
    const int members = type >= GEOS_MULTIPOINT ? GEOSGetNumGeometries_r(geos.handle(), piece) : 0;
    for (int i = 0; i < members; ++i) appendLines(geos, GEOSGetGeometryN_r(geos.handle(), piece, i), shift, into);
}

core::Result<core::MultiLine> split(const core::MultiLine& lines)
{
    core::MultiLine result;
    const Geos& geos = Geos::ofThisThread();
    for (const core::Line& line : lines) {
        const core::Box bounds = core::boundsOf(line);
        if (insideOneStrip(bounds)) {
            result.push_back(line);
            continue;
        }
        const GeosPtr shape = geos.line(line);
        if (!shape) return detail::geosFailure({}, "read a line");
        const auto done = cutIntoStrips(shape.get(), bounds, [&](const GEOSGeometry* piece, double shift) { appendLines(geos, piece, shift, result); });
        if (!done) return std::unexpected(done.error());
    }
    return result;
}

} // namespace

core::Result<core::Geometry> unwrapAntimeridian(core::Geometry degrees, double middleLongitude)
{
    if (auto* point = std::get_if<core::Point>(&degrees); point && std::isfinite(point->x)) point->x += turnsTowards(middleLongitude, point->x);
    if (auto* lines = std::get_if<core::MultiLine>(&degrees)) {
        for (core::Line& line : *lines) {
            followed(line);
            if (!line.empty()) move(line, turnsTowards(middleLongitude, core::boundsOf(line).centre().x));
        }
    }
    if (auto* area = std::get_if<core::MultiPolygon>(&degrees)) {
        for (core::Polygon& polygon : *area) unwrap(polygon, middleLongitude);
        auto joined = joinedAtSeam(std::move(*area));
        if (!joined) return std::unexpected(joined.error());
        return core::Geometry(std::move(*joined));
    }
    return degrees;
}

core::Result<core::Geometry> clipSplitAntimeridian(core::Geometry degrees)
{
    if (auto* point = std::get_if<core::Point>(&degrees); point && std::isfinite(point->x)) {
        if (point->x < -kTurn / 2 || point->x > kTurn / 2) point->x = std::remainder(point->x, kTurn);
    }
    if (const auto* lines = std::get_if<core::MultiLine>(&degrees)) {
        return split(*lines).transform([](core::MultiLine cut) { return core::Geometry(std::move(cut)); });
    }
    if (const auto* area = std::get_if<core::MultiPolygon>(&degrees)) {
        return split(*area).transform([](core::MultiPolygon cut) { return core::Geometry(std::move(cut)); });
    }
    return degrees;
}

} // namespace hereabouts::gis
