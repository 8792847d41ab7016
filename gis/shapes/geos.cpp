// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/shapes/detail/geos.h"

#include <algorithm>
#include <format>
#include <mutex>
#include <stdexcept>
#include <utility>

namespace hereabouts::gis::detail {

namespace {

thread_local const std::stop_token* t_stop = nullptr;

/// GEOS has one interrupt flag for all threads. An exception thrown from the callback, which GEOS turns into a failed call, ends this thread's work alone.
void stopIfAsked()
{
    if (t_stop && t_stop->stop_requested()) throw std::runtime_error("stopped");
}

double twiceSignedArea(const core::Ring& ring)
{
    double sum = 0;
    const core::Point origin = ring.front();
    for (std::size_t i = 1; i < ring.size(); ++i) {
        sum += (ring[i - 1].x - origin.x) * (ring[i].y - origin.y) - (ring[i].x - origin.x) * (ring[i - 1].y - origin.y);
    }
    return sum;
}

} // namespace

bool turnsLeft(const core::Ring& ring)
{
    return !ring.empty() && twiceSignedArea(ring) > 0;
}

Geos::Geos() : m_handle(GEOS_init_r())
{
    GEOSContext_setErrorMessageHandler_r(m_handle, [](const char* message, void* self) { static_cast<Geos*>(self)->m_why = message; }, this);
    static std::once_flag registered;
    std::call_once(registered, [] { GEOS_interruptRegisterCallback(stopIfAsked); });
}

Geos::~Geos()
{
    GEOS_finish_r(m_handle);
}

Geos& Geos::ofThisThread()
{
    thread_local Geos geos;
    return geos;
}

GeosPtr Geos::ring(const core::Ring& ring) const
{
    if (ring.front() == ring.back()) {
        GEOSCoordSequence* sequence = GEOSCoordSeq_copyFromBuffer_r(m_handle, &ring.front().x, static_cast<unsigned>(ring.size()), 0, 0);
        return own(sequence ? GEOSGeom_createLinearRing_r(m_handle, sequence) : nullptr);
    }
    core::Ring closed = ring;
    closed.push_back(ring.front());
    if (closed.front() != closed.back()) return own(nullptr); // a coordinate that is not even equal to itself
    return this->ring(closed);
}

GeosPtr Geos::polygon(const core::Polygon& polygon) const
{
    if (polygon.outer.size() < 4) return own(GEOSGeom_createEmptyPolygon_r(m_handle));
    GeosPtr outer = ring(polygon.outer);
    if (!outer) return outer;
    std::vector<GeosPtr> holes;
    for (const core::Ring& hole : polygon.holes) {
        if (hole.size() < 4) continue;
        holes.push_back(ring(hole));
        if (!holes.back()) return own(nullptr);
    }
    std::vector<GEOSGeometry*> raw;
    for (GeosPtr& hole : holes) raw.push_back(hole.release());
    return own(GEOSGeom_createPolygon_r(m_handle, outer.release(), raw.data(), static_cast<unsigned>(raw.size())));
}

GeosPtr Geos::area(const core::MultiPolygon& area) const
{
    if (area.size() == 1) return polygon(area.front());
    std::vector<GeosPtr> members;
    for (const core::Polygon& part : area) {
        members.push_back(polygon(part));
        if (!members.back()) return own(nullptr);
    }
    return collection(GEOS_MULTIPOLYGON, std::move(members));
}

GeosPtr Geos::line(const core::Line& line) const
{
    if (line.size() < 2) return own(GEOSGeom_createEmptyLineString_r(m_handle));
    GEOSCoordSequence* sequence = GEOSCoordSeq_copyFromBuffer_r(m_handle, &line.front().x, static_cast<unsigned>(line.size()), 0, 0);
    return own(sequence ? GEOSGeom_createLineString_r(m_handle, sequence) : nullptr);
}

GeosPtr Geos::collection(int type, std::vector<GeosPtr> members) const
{
    std::vector<GEOSGeometry*> raw;
    for (GeosPtr& member : members) raw.push_back(member.release());
    return own(GEOSGeom_createCollection_r(m_handle, type, raw.data(), static_cast<unsigned>(raw.size())));
}

core::Line Geos::pointsOf(const GEOSGeometry* lineOrRing) const
{
    const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(m_handle, lineOrRing);
    unsigned size = 0;
    if (!sequence || !GEOSCoordSeq_getSize_r(m_handle, sequence, &size)) return {};
    core::Line points(size);
    if (size && !GEOSCoordSeq_copyToBuffer_r(m_handle, sequence, &points.front().x, 0, 0)) return {};
    return points;
}

void Geos::appendAreas(const GEOSGeometry* geometry, core::MultiPolygon& into) const
{
    if (GEOSGeomTypeId_r(m_handle, geometry) != GEOS_POLYGON) {
        const int members = GEOSGeomTypeId_r(m_handle, geometry) >= GEOS_MULTIPOINT ? GEOSGetNumGeometries_r(m_handle, geometry) : 0;
        for (int i = 0; i < members; ++i) appendAreas(GEOSGetGeometryN_r(m_handle, geometry, i), into);
        return;
    }
    if (GEOSisEmpty_r(m_handle, geometry)) return;
    core::Polygon polygon;
    polygon.outer = pointsOf(GEOSGetExteriorRing_r(m_handle, geometry));
    if (!turnsLeft(polygon.outer)) std::ranges::reverse(polygon.outer);
    const int holes = GEOSGetNumInteriorRings_r(m_handle, geometry);
    for (int i = 0; i < holes; ++i) {
        polygon.holes.push_back(pointsOf(GEOSGetInteriorRingN_r(m_handle, geometry, i)));
        if (turnsLeft(polygon.holes.back())) std::ranges::reverse(polygon.holes.back());
    }
    into.push_back(std::move(polygon));
}

core::MultiPolygon Geos::areasOf(const GEOSGeometry* geometry) const
{
    core::MultiPolygon result;
    if (geometry) appendAreas(geometry, result);
    return result;
}

GeosPtr Geos::intersection(const GEOSGeometry* a, const GEOSGeometry* b) const
{
    GeosPtr shared = own(GEOSIntersection_r(m_handle, a, b));
    if (!shared && !(t_stop && t_stop->stop_requested())) shared = own(GEOSIntersectionPrec_r(m_handle, a, b, kGrid));
    return shared;
}

GeosPtr Geos::unionOf(const GEOSGeometry* areas) const
{
    GeosPtr whole = own(GEOSUnaryUnion_r(m_handle, areas));
    if (!whole && !(t_stop && t_stop->stop_requested())) whole = own(GEOSUnaryUnionPrec_r(m_handle, areas, kGrid));
    return whole;
}

double Geos::areaOf(const GEOSGeometry* geometry) const
{
    double area = 0;
    return geometry && GEOSArea_r(m_handle, geometry, &area) ? area : 0;
}

Stoppable::Stoppable(const core::Job& job) : m_before(std::exchange(t_stop, &job.stop)) { }
Stoppable::~Stoppable()
{
    t_stop = m_before;
}

std::unexpected<core::Error> geosFailure(const core::Job& job, const std::string& doing)
{
    if (job.stopped()) return core::fail(core::ErrorCode::Cancelled, "Stopped; nothing was changed.");
    return core::fail(core::ErrorCode::Failed, std::format("The geometry engine could not {}: {}.", doing, Geos::ofThisThread().why()));
}

} // namespace hereabouts::gis::detail
