// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/crs/guess.h"
#include "gis/crs/projection.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>
#include <numbers>

using namespace hereabouts;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

core::MultiPolygon square(double west, double south, double side)
{
    return {core::Polygon{.outer = {{west, south}, {west + side, south}, {west + side, south + side}, {west, south + side}, {west, south}}, .holes = {}}};
}

gis::Projection projection(int epsg)
{
    auto made = gis::Projection::create(epsg);
    REQUIRE(made.has_value());
    return std::move(*made);
}

} // namespace

TEST_CASE("a point goes to longitude and latitude and comes back to the same centimetre", "[crs]")
{
    for (const int epsg : {2193, 27700, 32756, 3035}) {
        const gis::Projection p = projection(epsg);
        const core::Point home
            = epsg == 3035 ? core::Point{4'321'000, 3'210'000} : core::Point{epsg == 2193 ? 1'748'735.55 : 400'000.0, epsg == 2193 ? 5'427'916.48 : 200'000.0};
        const core::Point back = p.fromLonLat(p.toLonLat(home));
        CHECK_THAT(back.x, WithinAbs(home.x, 0.001));
        CHECK_THAT(back.y, WithinAbs(home.y, 0.001));
    }
}

TEST_CASE("the origin of New Zealand's grid lies at 173 degrees east, longitude first", "[crs]")
{
    // LINZS25002: false easting 1,600,000 m at 173° E; the equator would be at northing 10,000,000 m.
    const core::LonLat origin = projection(2193).toLonLat({1'600'000, 10'000'000});
    CHECK_THAT(origin.lon, WithinAbs(173.0, 1e-9));
    CHECK_THAT(origin.lat, WithinAbs(0.0, 1e-9));
}

TEST_CASE("the Chathams lie beyond 180 degrees and not on the other side of the world", "[crs]")
{
    const gis::Projection nz = projection(2193);
    const core::Point chathams = nz.fromLonLat({183.5, -44.0});
    const core::Point written = nz.fromLonLat({-176.5, -44.0});
    CHECK_THAT(chathams.x, WithinAbs(written.x, 0.001));
    CHECK_THAT(nz.toLonLat(chathams).lon, WithinAbs(183.5, 1e-8));
}

TEST_CASE("a square of one kilometre on the grid has one square kilometre on the ground, but for the grid's scale", "[crs]")
{
    // Transverse Mercator on its central meridian has the scale 0.9996, so that a grid square covers 1 / 0.9996² of its own area.
    const double onMeridian = projection(2193).groundArea(square(1'599'500, 5'427'000, 1'000));
    CHECK_THAT(onMeridian, WithinRel(1e6 / (0.9996 * 0.9996), 1e-6));
    CHECK_THAT(onMeridian, WithinRel(1e6, 1e-3));
}

TEST_CASE("a hole is taken out of the ground", "[crs]")
{
    const gis::Projection nz = projection(2193);
    core::MultiPolygon ring = square(1'700'000, 5'400'000, 3'000);
    const double whole = nz.groundArea(ring);
    ring.front().holes.push_back(square(1'701'000, 5'401'000, 1'000).front().outer);
    CHECK_THAT(nz.groundArea(ring) + nz.groundArea(square(1'701'000, 5'401'000, 1'000)), WithinRel(whole, 1e-12));
}

TEST_CASE("a large area measures as much in one piece as in its quarters", "[crs]")
{
    const gis::Projection nz = projection(2193);
    const double whole = nz.groundArea(square(1'500'000, 5'300'000, 200'000));
    double quarters = 0;
    for (const double east : {1'500'000.0, 1'600'000.0}) {
        for (const double north : {5'300'000.0, 5'400'000.0}) quarters += nz.groundArea(square(east, north, 100'000));
    }
    CHECK_THAT(quarters, WithinRel(whole, 1e-9));
}

TEST_CASE("a degree of latitude at 45 south is 111.13 km long", "[crs]")
{
    const gis::Projection nz = projection(2193);
    const core::MultiLine line{{nz.fromLonLat({173, -45.5}), nz.fromLonLat({173, -44.5})}};
    CHECK_THAT(nz.groundLength(line), WithinAbs(111'132, 20)); // 111,132 m: the mean over the ellipsoid's meridian at 45°
}

TEST_CASE("Britain's grid says that it is some metres off without its correction grid", "[crs]")
{
    const std::string note = projection(27700).accuracyNote();
    if (note.empty()) SKIP("the OSTN15 grid is installed here");
    CHECK(note.find("OSTN15") != std::string::npos);
    CHECK(note.starts_with("about 3 m"));
    CHECK(note.ends_with("is not installed"));
    CHECK(projection(2193).accuracyNote().empty());
}

TEST_CASE("only a known projection in metres can be a home", "[crs]")
{
    for (const int epsg : {0, -1, 999'999, 4326, 2264 /* US feet */, 5703 /* heights */}) {
        const auto refused = gis::Projection::create(epsg);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == core::ErrorCode::BadInput);
        CHECK(refused.error().message.find(std::to_string(epsg)) != std::string::npos);
    }
}

TEST_CASE("coordinates in the home CRS are not touched", "[crs]")
{
    const auto same = gis::Reprojection::create(*gis::crsFromText("EPSG:27700"), 27700);
    REQUIRE(same.has_value());
    std::vector<core::Point> points{{400'000.123456789, 200'000.987654321}};
    const auto before = points;
    same->apply(points);
    CHECK(points == before);
}

TEST_CASE("a projection in feet is brought home in metres", "[crs]")
{
    // EPSG:2913 is Oregon North in international feet with its false easting at 2,500,000 m: 8,202,099.738 ft.
    const auto feet = gis::Reprojection::create(*gis::crsFromText("2913"), 32610);
    REQUIRE(feet.has_value());
    std::vector<core::Point> pair{{7'640'000, 680'000}, {7'641'000, 680'000}};
    feet->apply(pair);
    CHECK_THAT(std::hypot(pair[1].x - pair[0].x, pair[1].y - pair[0].y), WithinRel(304.8, 1e-3));
}

TEST_CASE("a place without an answer is not finite and not a wrong place", "[crs]")
{
    const auto web = gis::Reprojection::create(*gis::crsFromText("4326"), 2193);
    REQUIRE(web.has_value());
    std::vector<core::Point> points{{5'000'000, 4'000'000}, {NAN, 10}};
    web->apply(points);
    for (const core::Point p : points) CHECK_FALSE((std::isfinite(p.x) && std::isfinite(p.y)));
}

TEST_CASE("a straight line means the same ground however many points stand on it", "[crs]")
{
    for (const int epsg : {2193, 27700, 32633, 3035}) {
        const gis::Projection home = projection(epsg);
        const core::Point middle = home.fromLonLat({home.middleLongitude() + 1, epsg == 2193 ? -41.0 : 52.0});
        for (const double side : {50.0, 130.0, 1'700.0, 40'000.0}) {
            const core::Point a = middle, b{a.x + side, a.y + side / 7}, c{a.x + side / 3, a.y + side};
            core::Ring coarse{a, b, c, a};
            core::Ring fine;
            constexpr int kPieces = 400;
            for (std::size_t i = 0; i + 1 < coarse.size(); ++i) {
                for (int k = 0; k < kPieces; ++k) {
                    const double t = static_cast<double>(k) / kPieces;
                    fine.push_back({coarse[i].x + t * (coarse[i + 1].x - coarse[i].x), coarse[i].y + t * (coarse[i + 1].y - coarse[i].y)});
                }
            }
            fine.push_back(a);
            INFO(epsg << ", side " << side);
            CHECK_THAT(home.groundArea({{.outer = coarse, .holes = {}}}), WithinRel(home.groundArea({{.outer = fine, .holes = {}}}), side < 100 ? 5e-6 : 2e-7));
        }
    }
}

TEST_CASE("ground round the South Pole has its area", "[crs]")
{
    const gis::Projection antarctic = projection(3031);
    core::Ring ring;
    constexpr int kCorners = 720;
    for (int i = 0; i <= kCorners; ++i) {
        const double turn = 2 * std::numbers::pi * (i % kCorners) / kCorners;
        ring.push_back({1e6 * std::cos(turn), 1e6 * std::sin(turn)});
    }
    // A cap of 1,000 km on the map is one of 1,027.6 km on the ground, as EPSG:3031 is true at 71° S and smaller at the pole.
    CHECK_THAT(antarctic.groundArea({{.outer = ring, .holes = {}}}), WithinRel(3.32e12, 0.01));
}
