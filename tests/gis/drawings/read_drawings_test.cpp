// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/drawings/read_drawings.h"

#include "tests/gis/read/source_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <format>

using namespace hereabouts;

namespace {

std::string feature(std::string_view who, std::string_view coordinates)
{
    return std::format(R"({{"type":"Feature","properties":{{"who":"{}","hood":"Bay"}},"geometry":{{"type":"Polygon","coordinates":[{}]}}}})", who, coordinates);
}

constexpr auto kSquare = "[[171.5,-39.25],[171.51,-39.25],[171.51,-39.24],[171.5,-39.24],[171.5,-39.25]]";
constexpr auto kBowTie = "[[171.5,-39.25],[171.51,-39.24],[171.51,-39.25],[171.5,-39.24],[171.5,-39.25]]";
constexpr auto kTwoClicks = "[[171.5,-39.25],[171.51,-39.25],[171.5,-39.25]]";
constexpr auto kWorld = "[[-170,-60],[170,-60],[170,60],[-170,60],[-170,-60]]";

} // namespace

TEST_CASE("each drawing is used, repaired and listed, or rejected with a reason", "[drawings]")
{
    const test::SourceFolder folder;
    const auto file = folder.write("drawn.geojson",
        std::format(R"({{"type":"FeatureCollection","features":[{},{},{},{},{{"type":"Feature","properties":{{"who":"e","hood":"Bay"}},"geometry":null}},
            {{"type":"Feature","properties":{{"who":"f","hood":"Bay"}},"geometry":{{"type":"Point","coordinates":[171.5,-39.25]}}}}]}})",
            feature("a", kSquare), feature("b", kBowTie), feature("c", kTwoClicks), feature("d", kWorld)));
    const auto read = gis::readDrawings({.source = file, .where = {{"hood", "Bay"}}, .personField = "who"});
    INFO((read ? "" : read.error().message));
    REQUIRE(read.has_value());
    CHECK(read->epsg == 32759); // UTM 59 south holds 171.5° E
    CHECK(read->read == 6);
    CHECK(read->drawings.size() + read->rejected.size() == 6);
    REQUIRE(read->drawings.size() == 2);
    CHECK(read->drawings[0].person == "a");
    CHECK(read->drawings[1].groups.at("hood") == "Bay");
    REQUIRE(read->repaired.size() == 1);
    CHECK(read->repaired[0].row == 2);
    CHECK(read->repaired[0].reason.contains("crosses itself"));
    REQUIRE(read->rejected.size() == 4);
    for (const auto& each : read->rejected) CHECK_FALSE(each.reason.empty());
}

TEST_CASE("a condition on a field that is not there is refused with the fields that are", "[drawings]")
{
    const test::SourceFolder folder;
    const auto file = folder.write("drawn.geojson", std::format(R"({{"type":"FeatureCollection","features":[{}]}})", feature("a", kSquare)));
    const auto read = gis::readDrawings({.source = file, .where = {{"suburb", "Bay"}}, .personField = {}});
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == core::ErrorCode::UnknownId);
    CHECK(read.error().message.contains("who, hood"));
    const auto none = gis::readDrawings({.source = file, .where = {{"hood", "Hill"}}, .personField = {}});
    REQUIRE_FALSE(none.has_value());
    CHECK(none.error().message.contains("No row"));
}
