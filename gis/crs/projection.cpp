// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/crs/projection.h"

#include "gis/crs/detail/ground_area.h"
#include "gis/crs/detail/proj.h"

#include <geodesic.h>

#include <cassert>
#include <cmath>
#include <format>
#include <utility>
#include <vector>

namespace hereabouts::gis {

namespace {

constexpr const char* kLonLat = "EPSG:4326";

} // namespace

struct Projection::Engine {
    detail::Pipeline pipeline;
    Crs crs;
    double middle = 0;
    geod_geodesic ellipsoid{};

    [[nodiscard]] core::LonLat lonLat(core::Point home) const
    {
        const PJ_COORD out = proj_trans(pipeline.transform.get(), PJ_FWD, proj_coord(home.x, home.y, 0, HUGE_VAL));
        return {unwrapped(out.xy.x), out.xy.y};
    }

    [[nodiscard]] double unwrapped(double longitude) const
    {
        if (longitude < middle - 180) return longitude + 360;
        if (longitude > middle + 180) return longitude - 360;
        return longitude;
    }

    /// Calls visit(LonLat) for every point of a line and as many between them as detail::kLongestPiece asks for.
    template <typename Visit> void alongGround(const std::vector<core::Point>& line, const Visit& visit) const
    {
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (i > 0) between(line[i - 1], line[i], visit);
            visit(lonLat(line[i]));
        }
    }

    template <typename Visit> void between(core::Point a, core::Point b, const Visit& visit) const
    {
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        if (!(length > detail::kLongestPiece) || length > 1e8) return;
        const int pieces = static_cast<int>(std::ceil(length / detail::kLongestPiece));
        for (int k = 1; k < pieces; ++k) {
            const double t = static_cast<double>(k) / pieces;
            visit(lonLat({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)}));
        }
    }

    [[nodiscard]] double ringArea(const core::Ring& ring) const
    {
        const auto area = detail::ringArea(ring, [this](core::Point home) {
            const core::LonLat at = lonLat(home);
            return detail::stripOf(at.lon, at.lat, ellipsoid.a, ellipsoid.e2);
        });
        return area ? *area : geodesicArea(ring);
    }

    [[nodiscard]] double geodesicArea(const core::Ring& ring) const
    {
        geod_polygon polygon;
        geod_polygon_init(&polygon, 0);
        const core::Ring open(ring.begin(), ring.end() - 1);
        alongGround(open, [&](core::LonLat p) { geod_polygon_addpoint(&ellipsoid, &polygon, p.lat, p.lon); });
        between(open.back(), open.front(), [&](core::LonLat p) { geod_polygon_addpoint(&ellipsoid, &polygon, p.lat, p.lon); });
        double area = 0;
        geod_polygon_compute(&ellipsoid, &polygon, 0, 1, &area, nullptr);
        return std::abs(area);
    }
};

core::Result<Projection> Projection::create(int epsg)
{
    auto home = detail::homeCrs(epsg);
    if (!home) return std::unexpected(std::move(home.error()));
    auto pipeline = detail::pipelineBetween(home->crs.definition, kLonLat, home->place);
    if (!pipeline) return std::unexpected(pipeline.error());

    auto engine = std::make_unique<Engine>();
    engine->pipeline = std::move(*pipeline);
    engine->middle = home->place.empty() ? 0 : home->place.centre().x;
    engine->crs = std::move(home->crs);
    geod_init(&engine->ellipsoid, 6'378'137.0, 1 / 298.257223563);
    return Projection(std::move(engine));
}

Projection::Projection(std::unique_ptr<Engine> engine) : m_engine(std::move(engine)) { }
Projection::Projection(Projection&&) noexcept = default;
Projection& Projection::operator=(Projection&&) noexcept = default;
Projection::~Projection() = default;

core::LonLat Projection::toLonLat(core::Point home) const { return m_engine->lonLat(home); }

void Projection::toLonLat(std::span<const core::Point> home, std::span<core::LonLat> lonLat) const
{
    assert(home.size() == lonLat.size());
    for (std::size_t i = 0; i < home.size(); ++i) lonLat[i] = m_engine->lonLat(home[i]);
}

core::Point Projection::fromLonLat(core::LonLat position) const
{
    const PJ_COORD out = proj_trans(m_engine->pipeline.transform.get(), PJ_INV, proj_coord(position.lon, position.lat, 0, HUGE_VAL));
    return {out.xy.x, out.xy.y};
}

const Crs& Projection::crs() const { return m_engine->crs; }
double Projection::middleLongitude() const { return m_engine->middle; }
const std::string& Projection::accuracyNote() const { return m_engine->pipeline.accuracyNote; }

double Projection::groundArea(const core::MultiPolygon& home) const
{
    double total = 0;
    for (const core::Polygon& polygon : home) {
        total += m_engine->ringArea(polygon.outer);
        for (const core::Ring& hole : polygon.holes) total -= m_engine->ringArea(hole);
    }
    return total;
}

double Projection::groundLength(const core::MultiLine& home) const
{
    double total = 0;
    for (const core::Line& line : home) {
        std::vector<core::LonLat> path;
        m_engine->alongGround(line, [&](core::LonLat p) { path.push_back(p); });
        for (std::size_t i = 1; i < path.size(); ++i) {
            double metres = 0;
            geod_inverse(&m_engine->ellipsoid, path[i - 1].lat, path[i - 1].lon, path[i].lat, path[i].lon, &metres, nullptr, nullptr);
            total += metres;
        }
    }
    return total;
}

} // namespace hereabouts::gis
