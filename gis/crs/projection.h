// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/geometry.h"
#include "core/geometry/point.h"

#include <memory>
#include <optional>
#include <span>
#include <string>

namespace hereabouts::gis {

/// A coordinate reference system as a person or a file names it.
struct Crs {
    int epsg = 0; ///< 0 when it has no EPSG code.
    std::string name; ///< "NZGD2000 / New Zealand Transverse Mercator 2000".
    std::string definition; ///< What PROJ understands: "EPSG:2193" or WKT.
    bool geographic = false; ///< Degrees, not metres.

    friend bool operator==(const Crs&, const Crs&) = default;
};

/// Understands "EPSG:2193", "2193", an OGC URN, or WKT (ESRI's too). Fails with BadInput and what to write instead.
[[nodiscard]] core::Result<Crs> crsFromText(const std::string& text);

/// Between a place's home CRS and longitude/latitude (WGS 84, longitude first). Longitudes come out within 180° of the middle of the CRS's area of use,
/// so a place across the antimeridian is one piece (0…360). Not for use by two threads at once: make one each.
class Projection {
public:
    /// Fails with BadInput if the code is unknown or not a projected CRS in metres.
    [[nodiscard]] static core::Result<Projection> create(int epsg);
    Projection(Projection&&) noexcept;
    Projection& operator=(Projection&&) noexcept;
    ~Projection();

    [[nodiscard]] core::LonLat toLonLat(core::Point home) const;
    [[nodiscard]] core::Point fromLonLat(core::LonLat position) const; ///< Not finite where the projection has no answer.
    /// The same for many points at once. @pre lonLat.size() == home.size()
    void toLonLat(std::span<const core::Point> home, std::span<core::LonLat> lonLat) const;
    /// The longitude that all others are kept within 180° of.
    [[nodiscard]] double middleLongitude() const;
    [[nodiscard]] const Crs& crs() const;
    /// "about 3 m: grid uk_os_OSTN15_NTv2 is not installed", or empty when the transformation is as good as it gets.
    [[nodiscard]] const std::string& accuracyNote() const;

    /// Area and length on the ellipsoid, in m² and m: the area within the lines as they run in the home CRS, through the equal-area latitude (Snyder 1987, 3-12);
    /// the length geodesic, after Karney 2013, through PROJ.
    [[nodiscard]] double groundArea(const core::MultiPolygon& home) const;
    [[nodiscard]] double groundLength(const core::MultiLine& home) const;

private:
    struct Engine;
    explicit Projection(std::unique_ptr<Engine> engine);
    std::unique_ptr<Engine> m_engine;
};

/// From any CRS into a home CRS. Coordinates in traditional order: x/longitude first, whatever the CRS's own axis order says.
class Reprojection {
public:
    [[nodiscard]] static core::Result<Reprojection> create(const Crs& from, int homeEpsg);
    Reprojection(Reprojection&&) noexcept;
    Reprojection& operator=(Reprojection&&) noexcept;
    ~Reprojection();

    /// In place; points without an answer become not finite.
    void apply(std::span<core::Point> points) const;
    [[nodiscard]] core::Geometry apply(core::Geometry geometry) const;
    [[nodiscard]] const std::string& accuracyNote() const;

private:
    struct Engine;
    explicit Reprojection(std::unique_ptr<Engine> engine);
    std::unique_ptr<Engine> m_engine;
};

} // namespace hereabouts::gis
