// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/crs/guess.h"
#include "gis/crs/projection.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>

using namespace hereabouts;

TEST_CASE("New Zealand's grid is known by every way of writing its code", "[crs]")
{
    for (const char* text : {"EPSG:2193", "2193", " epsg:2193 ", "urn:ogc:def:crs:EPSG::2193", "http://www.opengis.net/def/crs/EPSG/0/2193"}) {
        const auto crs = gis::crsFromText(text);
        REQUIRE(crs.has_value());
        CHECK(crs->epsg == 2193);
        CHECK(crs->definition == "EPSG:2193");
        CHECK(crs->name == "NZGD2000 / New Zealand Transverse Mercator 2000");
        CHECK_FALSE(crs->geographic);
    }
}

TEST_CASE("GeoJSON's CRS84 is longitude and latitude", "[crs]")
{
    for (const char* text : {"urn:ogc:def:crs:OGC:1.3:CRS84", "OGC:CRS84", "EPSG:4326", "EPSG:4979"}) {
        const auto crs = gis::crsFromText(text);
        REQUIRE(crs.has_value());
        CHECK(crs->geographic);
    }
    CHECK(gis::crsFromText("OGC:CRS84")->epsg == 4326);
}

TEST_CASE("the text of an ESRI .prj file is recognised as Britain's grid", "[crs]")
{
    const auto crs = gis::crsFromText(
        R"(PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936",SPHEROID["Airy_1830",6377563.396,299.3249646]],)"
        R"(PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",400000.0],)"
        R"(PARAMETER["False_Northing",-100000.0],PARAMETER["Central_Meridian",-2.0],PARAMETER["Scale_Factor",0.9996012717],)"
        R"(PARAMETER["Latitude_Of_Origin",49.0],UNIT["Meter",1.0]])");
    REQUIRE(crs.has_value());
    CHECK(crs->epsg == 27700);
}

TEST_CASE("a projection with no code is kept by its text", "[crs]")
{
    const std::string wkt
        = R"(PROJCS["Town grid",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],)"
          R"(UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",-40.5],)"
          R"(PARAMETER["central_meridian",175.2],PARAMETER["scale_factor",1],PARAMETER["false_easting",7000],PARAMETER["false_northing",9000],UNIT["metre",1]])";
    const auto crs = gis::crsFromText(wkt);
    REQUIRE(crs.has_value());
    CHECK(crs->epsg == 0);
    CHECK(crs->definition == wkt);
    const auto home = gis::Reprojection::create(*crs, 2193);
    REQUIRE(home.has_value());
}

TEST_CASE("heights beside a projection are left aside", "[crs]")
{
    const auto crs = gis::crsFromText("EPSG:7405"); // British National Grid + ODN height
    REQUIRE(crs.has_value());
    CHECK(crs->epsg == 27700);
}

TEST_CASE("a text that is no coordinate system is refused with what to write instead", "[crs]")
{
    for (const char* text : {"", "   ", "EPSG:0", "EPSG:999999", "Neverland grid", "EPSG:5703", "EPSG:4978", "GEOGCS[\"unfinished",
             "+proj=longlat +nadgrids=/etc/passwd", "+init=/etc/passwd", R"(PROJCS["x",EXTENSION["PROJ4","+nadgrids=/etc/passwd"]])", "EPSG:-5", "12x"}) {
        const auto refused = gis::crsFromText(text);
        INFO(text);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == core::ErrorCode::BadInput);
        CHECK(refused.error().message.find("EPSG:2193") != std::string::npos);
    }
}

namespace {
const core::Box kWellington{1'740'000, 5'410'000, 1'760'000, 5'440'000}; // EPSG:2193
}

TEST_CASE("coordinates without a name are guessed by where they land", "[crs]")
{
    const auto home = gis::guessCrs({1'745'000, 5'420'000, 1'750'000, 5'430'000}, 2193, kWellington);
    REQUIRE(home.has_value());
    CHECK((home->crs.epsg == 2193 && !home->looksSwapped));

    const auto degrees = gis::guessCrs({174.7, -41.35, 174.9, -41.2}, 2193, kWellington);
    REQUIRE(degrees.has_value());
    CHECK((degrees->crs.epsg == 4326 && !degrees->looksSwapped));

    const auto web = gis::guessCrs({19'445'000, -5'060'000, 19'470'000, -5'040'000}, 2193, kWellington);
    REQUIRE(web.has_value());
    CHECK(web->crs.epsg == 3857);
}

TEST_CASE("latitude before longitude is noticed", "[crs]")
{
    const core::Box latFirst{-41.35, 174.7, -41.2, 174.9};
    const auto guess = gis::guessCrs(latFirst, 2193, kWellington);
    REQUIRE(guess.has_value());
    CHECK((guess->crs.epsg == 4326 && guess->looksSwapped));
    CHECK(gis::looksSwapped(latFirst, 2193, kWellington));
    CHECK_FALSE(gis::looksSwapped({174.7, -41.35, 174.9, -41.2}, 2193, kWellington));
    CHECK_FALSE(gis::looksSwapped({-2.2, 51.0, -1.5, 51.7}, 2193, kWellington));
}

TEST_CASE("coordinates that land nowhere near are not guessed at", "[crs]")
{
    CHECK_FALSE(gis::guessCrs({-2.2, 51.0, -1.5, 51.7}, 2193, kWellington).has_value()); // Wiltshire
    CHECK_FALSE(gis::guessCrs({}, 2193, kWellington).has_value());
    CHECK_FALSE(gis::guessCrs({NAN, 0, NAN, 1}, 2193, kWellington).has_value());
}

TEST_CASE("before a district has shapes its CRS's area of use stands in for it", "[crs]")
{
    const auto guess = gis::guessCrs({174.7, -41.35, 174.9, -41.2}, 2193, {});
    REQUIRE(guess.has_value());
    CHECK(guess->crs.epsg == 4326);
}
