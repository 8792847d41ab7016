// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/geometry/geometry.h"

#include <geos_c.h>

#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace hereabouts::gis::detail {

/// The home CRS's grid, in metres.
inline constexpr double kGrid = 0.01;

struct GeosCloser {
    GEOSContextHandle_t handle = nullptr;
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(handle, geometry); }
    void operator()(char* text) const { GEOSFree_r(handle, text); }
};
using GeosPtr = std::unique_ptr<GEOSGeometry, GeosCloser>;
using GeosText = std::unique_ptr<char, GeosCloser>;

/// GEOS for the thread that asks. Results that are null mean that GEOS refused; why() says what it said.
class Geos {
public:
    [[nodiscard]] static Geos& ofThisThread();
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;
    ~Geos();

    [[nodiscard]] GEOSContextHandle_t handle() const { return m_handle; }
    [[nodiscard]] GeosPtr own(GEOSGeometry* geometry) const { return {geometry, GeosCloser{m_handle}}; }
    [[nodiscard]] const std::string& why() const { return m_why; }

    /// Rings of fewer than four points are left out, open ones are closed. Null when a coordinate is beyond GEOS.
    [[nodiscard]] GeosPtr area(const core::MultiPolygon& area) const;
    [[nodiscard]] GeosPtr polygon(const core::Polygon& polygon) const;
    [[nodiscard]] GeosPtr line(const core::Line& line) const;
    /// Takes all members; an empty vector gives an empty collection.
    [[nodiscard]] GeosPtr collection(int type, std::vector<GeosPtr> members) const;

    /// The areas of any geometry, points and lines in it left out; outer rings counter-clockwise.
    [[nodiscard]] core::MultiPolygon areasOf(const GEOSGeometry* geometry) const;
    [[nodiscard]] core::Line pointsOf(const GEOSGeometry* lineOrRing) const;

    /// Tries on the coordinates as they are, then, where noise defeats GEOS, snapped to the grid.
    [[nodiscard]] GeosPtr intersection(const GEOSGeometry* a, const GEOSGeometry* b) const;
    [[nodiscard]] GeosPtr unionOf(const GEOSGeometry* areas) const;
    [[nodiscard]] double areaOf(const GEOSGeometry* geometry) const;

private:
    Geos();
    void appendAreas(const GEOSGeometry* geometry, core::MultiPolygon& into) const;
    [[nodiscard]] GeosPtr ring(const core::Ring& ring) const;

    GEOSContextHandle_t m_handle = nullptr;
    std::string m_why;
};

/// While it lives, long GEOS work of this thread ends as soon as the job is to stop.
class Stoppable {
public:
    explicit Stoppable(const core::Job& job);
    Stoppable(const Stoppable&) = delete;
    Stoppable& operator=(const Stoppable&) = delete;
    ~Stoppable();

private:
    const std::stop_token* m_before = nullptr;
};

/// Cancelled if the job is to stop, otherwise Failed with what GEOS said.
[[nodiscard]] std::unexpected<core::Error> geosFailure(const core::Job& job, const std::string& doing);

[[nodiscard]] bool turnsLeft(const core::Ring& ring); ///< Counter-clockwise.

} // namespace hereabouts::gis::detail
