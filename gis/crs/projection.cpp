// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/crs/projection.h"

#include "gis/crs/detail/proj.h"

#include <geodesic.h>

#include <cassert>
#include <cmath>
#include <format>
#include <numbers>
#include <utility>
#include <vector>

namespace hereabouts::gis {

namespace {

constexpr const char* kLonLat = "EPSG:4326";

/// A straight line of the home CRS is not the shortest way on the ground. Pieces of this length differ from it by less than 10 cm in any national grid.
constexpr double kLongestEdge = 2'000;

/// Metres: so short an edge is straight in longitude and equal-area latitude too, to 0.02 m² beside it.
constexpr double kStraightEdge = 100;

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

    /// Calls visit(LonLat) for every point of a line and as many between them as kLongestEdge asks for.
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
        if (!(length > kLongestEdge) || length > 1e8) return;
        const int pieces = static_cast<int>(std::ceil(length / kLongestEdge));
        for (int k = 1; k < pieces; ++k) {
            const double t = static_cast<double>(k) / pieces;
            visit(lonLat({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)}));
        }
    }

    /// Positions on the ground where the area between an edge and the equator is the sum of products: longitude in radians, and the area in m² between the
    /// equator and the parallel for each radian of it (Snyder 1987, formula 3-12, times half the square of the longer axis).
    struct Strip {
        double longitude;
        double area;
    };
    [[nodiscard]] Strip strip(core::Point home) const
    {
        constexpr double kRadians = std::numbers::pi / 180;
        const core::LonLat at = lonLat(home);
        const double e = std::sqrt(ellipsoid.e2);
        const double sine = std::sin(at.lat * kRadians);
        const double q = (1 - ellipsoid.e2) * (sine / (1 - ellipsoid.e2 * sine * sine) + std::atanh(e * sine) / e);
        return {at.lon * kRadians, ellipsoid.a * ellipsoid.a / 2 * q};
    }

    /// The area between a straight piece of the home CRS and the strip of `origin`: Simpson's rule on a parabola through its ends and its middle.
    [[nodiscard]] double areaBeside(core::Point a, const Strip& from, core::Point b, const Strip& to, const Strip& origin) const
    {
        const double span = to.longitude - from.longitude;
        if (std::hypot(b.x - a.x, b.y - a.y) <= kStraightEdge) return span * ((from.area + to.area) / 2 - origin.area);
        const Strip halfway = strip({(a.x + b.x) / 2, (a.y + b.y) / 2});
        const double bulge = from.longitude - 2 * halfway.longitude + to.longitude;
        return ((from.area - origin.area) * (span - 2 * bulge) + 4 * (halfway.area - origin.area) * span + (to.area - origin.area) * (span + 2 * bulge)) / 6;
    }

    [[nodiscard]] double ringArea(const core::Ring& ring) const
    {
        if (ring.size() < 4) return 0;
        const Strip origin = strip(ring.front());
        double area = 0;
        Strip from = origin;
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const core::Point start = ring[i - 1];
            const core::Point end = ring[i];
            const double length = std::hypot(end.x - start.x, end.y - start.y);
            const int pieces = length > kLongestEdge && length < 1e8 ? static_cast<int>(std::ceil(length / kLongestEdge)) : 1;
            core::Point a = start;
            for (int k = 1; k <= pieces; ++k) {
                const double t = static_cast<double>(k) / pieces;
                const core::Point b = k == pieces ? end : core::Point{start.x + t * (end.x - start.x), start.y + t * (end.y - start.y)};
                const Strip to = strip(b);
                if (std::abs(to.longitude - from.longitude) > std::numbers::pi / 2) return geodesicArea(ring); // round a pole, or beside it
                area += areaBeside(a, from, b, to, origin);
                a = b;
                from = to;
            }
        }
        return std::abs(area);
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
