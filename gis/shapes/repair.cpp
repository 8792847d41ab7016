// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/shapes/repair.h"

#include "core/geometry/plain_ring.h"
#include "gis/shapes/detail/geos.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <string_view>
#include <utility>

namespace hereabouts::gis {

namespace {

using detail::Geos;
using detail::GeosPtr;

constexpr double kCellsPerMetre = 100;
constexpr double kFarthest = 1e8; ///< Metres: more than twice around the Earth, beyond any home CRS.

double onGrid(double metres)
{
    return std::round(metres * kCellsPerMetre) / kCellsPerMetre + 0.0;
} // + 0.0 makes -0 a plain 0
core::Point onGrid(core::Point p)
{
    return {onGrid(p.x), onGrid(p.y)};
}

bool onEarth(core::Point p)
{
    return std::abs(p.x) <= kFarthest && std::abs(p.y) <= kFarthest;
} // false for NaN too

const core::Point* firstOffEarth(const core::Line& line)
{
    const auto found = std::ranges::find_if_not(line, onEarth);
    return found == line.end() ? nullptr : &*found;
}

const core::Point* firstOffEarth(const core::MultiPolygon& area)
{
    for (const core::Polygon& polygon : area) {
        if (const auto* p = firstOffEarth(polygon.outer)) return p;
        for (const core::Ring& hole : polygon.holes) {
            if (const auto* p = firstOffEarth(hole)) return p;
        }
    }
    return nullptr;
}

std::unexpected<core::Error> refuseOffEarth(core::Point p)
{
    if (!std::isfinite(p.x) || !std::isfinite(p.y)) {
        return core::fail(
            core::ErrorCode::BadInput, "A coordinate of its shape is not a number in the place's coordinate system: mend it at the source or check the CRS.");
    }
    return core::fail(core::ErrorCode::BadInput, std::format("A coordinate of its shape ({:.0f}, {:.0f}) is not on this Earth: check the CRS.", p.x, p.y));
}

std::unexpected<core::Error> refuseVanished(std::string_view what)
{
    return core::fail(core::ErrorCode::BadInput, std::format("Its shape vanishes: {}; draw it anew.", what));
}

core::Line roundedOnce(const core::Line& line)
{
    core::Line result;
    result.reserve(line.size());
    for (const core::Point p : line) {
        const core::Point rounded = onGrid(p);
        if (result.empty() || result.back() != rounded) result.push_back(rounded);
    }
    return result;
}

bool enclosesNothing(const core::Ring& ring)
{
    return ring.size() < 4 || std::ranges::all_of(ring, [&](core::Point p) { return p == ring.front() || p == ring[1]; });
}

/// What was found odd about the rings before any engine looked at them.
struct RoundedArea {
    core::MultiPolygon area;
    std::string oddity;
};

void turn(core::Ring& ring, bool left)
{
    if (detail::turnsLeft(ring) != left) std::ranges::reverse(ring);
}

RoundedArea rounded(const core::MultiPolygon& raw)
{
    RoundedArea result;
    for (const core::Polygon& polygon : raw) {
        core::Polygon now{.outer = roundedOnce(polygon.outer), .holes = {}};
        if (enclosesNothing(polygon.outer)) result.oddity = "a part of it encloses no ground";
        if (enclosesNothing(now.outer)) continue;
        turn(now.outer, true);
        for (const core::Ring& hole : polygon.holes) {
            core::Ring nowHole = roundedOnce(hole);
            if (enclosesNothing(hole)) result.oddity = "a hole in it takes away no ground";
            if (enclosesNothing(nowHole)) continue;
            turn(nowHole, false);
            now.holes.push_back(std::move(nowHole));
        }
        result.area.push_back(std::move(now));
    }
    return result;
}

/// Closes what was left open; true if anything was.
bool closeRings(core::MultiPolygon& area)
{
    bool any = false;
    const auto close = [&any](core::Ring& ring) {
        if (ring.empty() || ring.front() == ring.back()) return;
        ring.push_back(ring.front());
        any = true;
    };
    for (core::Polygon& polygon : area) {
        close(polygon.outer);
        std::ranges::for_each(polygon.holes, close);
    }
    return any;
}

std::string_view inWords(std::string_view geosReason)
{
    constexpr std::pair<std::string_view, std::string_view> kWords[] = {
        {"Ring Self-intersection", "its line touches itself"},
        {"Self-intersection", "its line crosses itself"},
        {"Hole lies outside shell", "a hole lies outside it"},
        {"Holes are nested", "a hole lies inside another"},
        {"Nested shells", "a part lies inside another"},
        {"Interior is disconnected", "its inside is cut apart by a hole"},
        {"Duplicate Rings", "a part is drawn twice"},
        {"Too few points", "a part encloses no ground"},
    };
    for (const auto& [reason, words] : kWords) {
        if (geosReason.starts_with(reason)) return words;
    }
    return "its line makes no valid area";
}

/// Why GEOS finds it invalid and where; empty when it is valid.
std::string whyInvalid(const Geos& geos, const GEOSGeometry* area)
{
    char* reasonText = nullptr;
    GEOSGeometry* place = nullptr;
    const char valid = GEOSisValidDetail_r(geos.handle(), area, 0, &reasonText, &place);
    const detail::GeosText reason(reasonText, detail::GeosCloser{geos.handle()});
    const GeosPtr where = geos.own(place);
    if (valid == 1) return {};
    double x = 0;
    double y = 0;
    const std::string_view words = inWords(reason ? reason.get() : "");
    if (!where || !GEOSGeomGetX_r(geos.handle(), where.get(), &x) || !GEOSGeomGetY_r(geos.handle(), where.get(), &y)) return std::string(words);
    return std::format("{} near {:.1f}, {:.1f}", words, x, y);
}

GeosPtr madeValid(const Geos& geos, const GEOSGeometry* area)
{
    const std::unique_ptr<GEOSMakeValidParams, void (*)(GEOSMakeValidParams*)> params(
        GEOSMakeValidParams_create_r(geos.handle()), [](GEOSMakeValidParams* p) { GEOSMakeValidParams_destroy_r(Geos::ofThisThread().handle(), p); });
    GEOSMakeValidParams_setMethod_r(geos.handle(), params.get(), GEOS_MAKE_VALID_STRUCTURE);
    GEOSMakeValidParams_setKeepCollapsed_r(geos.handle(), params.get(), 0);
    return geos.own(GEOSMakeValidWithParams_r(geos.handle(), area, params.get()));
}

bool isValid(const Geos& geos, const core::MultiPolygon& area)
{
    if (area.size() == 1 && area.front().holes.empty() && core::isPlainRing(area.front().outer)) return true;
    const GeosPtr shape = geos.area(area);
    return shape && GEOSisValid_r(geos.handle(), shape.get()) == 1;
}

/// A valid area put on the grid and still valid. Rounding alone can make lines cross, so GEOS reduces the precision and what it gives is looked at again.
GeosPtr reduced(const Geos& geos, GeosPtr area, core::MultiPolygon& result)
{
    constexpr int kTries = 4;
    for (int i = 0; i < kTries && area; ++i) {
        GeosPtr snapped = geos.own(GEOSGeom_setPrecision_r(geos.handle(), area.get(), detail::kGrid, 0));
        if (!snapped) snapped = std::move(area);
        result = rounded(geos.areasOf(snapped.get())).area;
        if (result.empty() || isValid(geos, result)) return snapped;
        const GeosPtr still = geos.area(result);
        area = still ? madeValid(geos, still.get()) : geos.own(nullptr);
    }
    return geos.own(nullptr);
}

core::Result<SettledShape> settleArea(core::MultiPolygon raw, const core::Job& job)
{
    if (const auto* p = firstOffEarth(raw)) return refuseOffEarth(*p);
    SettledShape settled;
    const bool wasOpen = closeRings(raw);
    RoundedArea fast = rounded(raw);
    settled.wasSquareMetres = core::planarArea(raw);
    settled.reason = wasOpen ? "its line did not come back to where it began" : fast.oddity;
    settled.repaired = !settled.reason.empty();

    const Geos& geos = Geos::ofThisThread();
    const detail::Stoppable stoppable(job);
    if (fast.area.empty()) return refuseVanished("its line encloses no ground");
    if (!isValid(geos, fast.area)) {
        GeosPtr shape = geos.area(raw);
        if (!shape) return detail::geosFailure(job, "read a shape");
        if (const std::string why = whyInvalid(geos, shape.get()); !why.empty()) {
            settled.repaired = true;
            settled.reason = why;
            shape = madeValid(geos, shape.get());
        }
        if (shape) shape = reduced(geos, std::move(shape), fast.area);
        if (!shape) return detail::geosFailure(job, "repair a shape");
    }
    if (fast.area.empty()) return refuseVanished(settled.reason.empty() ? "it is smaller than a centimetre" : settled.reason);
    settled.nowSquareMetres = core::planarArea(fast.area);
    settled.geometry = std::move(fast.area);
    return settled;
}

core::Result<SettledShape> settleLines(const core::MultiLine& raw)
{
    SettledShape settled;
    core::MultiLine lines;
    for (const core::Line& line : raw) {
        if (const auto* p = firstOffEarth(line)) return refuseOffEarth(*p);
        core::Line now = roundedOnce(line);
        if (now.size() >= 2) {
            lines.push_back(std::move(now));
        } else if (std::ranges::adjacent_find(line, std::not_equal_to{}) == line.end()) {
            settled.repaired = true;
            settled.reason = "a part of its line has no length";
        }
    }
    if (lines.empty()) return refuseVanished("its line has no length");
    settled.geometry = std::move(lines);
    return settled;
}

} // namespace

core::Result<SettledShape> settle(core::Geometry geometry, const core::Job& job)
{
    if (job.stopped()) return core::fail(core::ErrorCode::Cancelled, "Stopped; nothing was changed.");
    if (auto* area = std::get_if<core::MultiPolygon>(&geometry)) return settleArea(std::move(*area), job);
    if (const auto* lines = std::get_if<core::MultiLine>(&geometry)) return settleLines(*lines);
    if (const auto* point = std::get_if<core::Point>(&geometry)) {
        if (!onEarth(*point)) return refuseOffEarth(*point);
        return SettledShape{.geometry = onGrid(*point)};
    }
    return SettledShape{};
}

} // namespace hereabouts::gis
