// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/command.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <format>
#include <string>
#include <string_view>

using namespace hereabouts;
using Catch::Matchers::WithinRel;

namespace {

// Five squares, each a hundredth of a degree further east, and a line of two clicks; the first person draws twice.
std::string drawings()
{
    std::string features;
    for (int i = 0; i < 7; ++i) {
        const double west = 171.5 + 0.01 * (i < 5 ? i : 0);
        const std::string ring = i == 6 ? "[[171.5,-39.25],[171.51,-39.25],[171.5,-39.25]]"
                                        : std::format("[[{0},-39.25],[{1},-39.25],[{1},-39.2],[{0},-39.2],[{0},-39.25]]", west, west + 0.05);
        features += std::format(R"({}{{"type":"Feature","properties":{{"who":"{}"}},"geometry":{{"type":"Polygon","coordinates":[{}]}}}})", i == 0 ? "" : ",",
            i == 5 ? 0 : i, ring);
    }
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

} // namespace

TEST_CASE("agreement counts drawings, tells of each that it could not use, and writes the line", "[cli]")
{
    const test::Command command;
    command.write("drawn.geojson", drawings());
    const auto ran = command.run("agreement drawn.geojson --person who --level 0.6 --cell 10 -o line.geojson --json");
    INFO(ran.err);
    REQUIRE(ran.code == 3);
    const auto said = ran.json();
    CHECK(said["drawings"]["read"] == 7);
    CHECK(said["drawings"]["used"] == 5);
    CHECK(said["drawings"]["rejected"] == 1);
    CHECK(said["drawings"]["superseded"] == 1);
    CHECK(said["rejected"][0]["row"] == 7);
    CHECK(said["crs"] == "EPSG:32759");
    CHECK(said["people"].is_null());
    CHECK(said["at_least"] == 3);
    // Three of five squares hold from 171.52 to 171.57: 0.05 degrees are 4.318 km east and 5.551 km north there.
    CHECK_THAT(said["area_m2"].get<double>(), WithinRel(4318.0 * 5551, 0.002));
    CHECK(said["area_lower_m2"] <= said["area_m2"]);
    CHECK(said["area_m2"] <= said["area_upper_m2"]);
    CHECK(said["bands"].size() == 4);
    const auto written = nlohmann::json::parse(command.read("line.geojson"));
    REQUIRE(written["features"].size() == 5);
    CHECK(written["features"][0]["properties"]["kind"] == "line");
}

TEST_CASE("agreement refuses what makes no sense in one sentence", "[cli]")
{
    const test::Command command;
    command.write("drawn.geojson", drawings());
    CHECK(command.run("agreement drawn.geojson --level 2").code == 2);
    CHECK(command.run("agreement drawn.geojson --where who").code == 2);
    CHECK(command.run("agreement drawn.geojson --community Bay").code == 1);
    CHECK(command.run("agreement drawn.geojson -o drawn.geojson").code == 1);
    CHECK(command.run("agreement none.geojson").code == 1);
    CHECK(command.read("drawn.geojson") == drawings());
}

TEST_CASE("agreement in a place takes a person's drawing of the latest day and counts the people inside", "[cli]")
{
    const test::Command command;
    const auto square = [](double west, std::string_view properties) {
        return std::format(
            R"({{"type":"Feature","properties":{{{1}}},"geometry":{{"type":"Polygon","coordinates":[[[{0},-39.25],[{2},-39.25],[{2},-39.2],[{0},-39.2],[{0},-39.25]]]}}}})",
            west, properties, west + 0.05);
    };
    // The second drawing is the older one; each small area is as wide as a drawing.
    command.write("drawn.geojson",
        R"({"type":"FeatureCollection","features":[)" + square(171.5, R"("community":"Bay","person":"a","drawn_on":"2026-03-02")") + ","
            + square(171.6, R"("community":"Bay","person":"a","drawn_on":"2026-03-01")") + ","
            + square(171.7, R"("community":"Hill","person":"b","drawn_on":"2026-03-01")") + "]}");
    command.write("small.geojson",
        R"({"type":"FeatureCollection","features":[)" + square(171.5, R"("code":"1","name":"One","population":120)") + ","
            + square(171.6, R"("code":"2","name":"Two","population":70)") + "]}");
    REQUIRE(command.run("new p.place --name Coast --crs EPSG:2193").code == 0);
    REQUIRE(command.run("import p.place small-areas small.geojson --edition 2026").code == 0);
    const auto imported = command.run("import p.place drawings drawn.geojson");
    INFO(imported.out + imported.err);
    REQUIRE(imported.code == 0);
    const auto ran = command.run("agreement p.place --community Bay --json");
    INFO(ran.err);
    REQUIRE(ran.code == 0);
    const auto said = ran.json();
    CHECK(said["drawings"]["used"] == 1);
    CHECK(said["drawings"]["superseded"] == 1);
    CHECK(said["drawings"]["left_out"] == 1);
    CHECK(said["people"] == 120);
    CHECK(said["crs"] == "EPSG:2193");
    CHECK(command.run("agreement p.place --community Dale").code == 1);
}
