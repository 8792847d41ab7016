// SPDX-License-Identifier: GPL-3.0-or-later
// GeoJSON has two readers, a quick one for what most programs write and GDAL for the rest. Each file here is read by both, GDAL being given a feature with a
// member that means nothing and that the quick one leaves to it.
#include "gis/read/source.h"
#include "tests/gis/read/source_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <format>
#include <fstream>
#include <sstream>

using namespace hereabouts;

namespace {

struct ReadBack {
    gis::SourceDescription description;
    std::vector<std::string> cells;
    std::vector<std::vector<std::byte>> shapes;
    std::string trouble;
};

ReadBack readBack(const std::filesystem::path& path)
{
    ReadBack back;
    const auto rows = gis::readSource({.source = path, .layer = {}, .encoding = {}},
        {.choose = {},
            .described = [&](const gis::SourceDescription& description) -> core::Result<void> {
                back.description = description;
                return {};
            },
            .rows = [&](const gis::SourceBatch& batch) -> core::Result<void> {
                for (std::size_t row = 0; row < batch.size(); ++row) {
                    for (std::size_t c = 0; c < back.description.columns().size(); ++c) back.cells.emplace_back(batch.cell(row, c));
                    back.shapes.emplace_back(batch.shape(row).begin(), batch.shape(row).end());
                }
                return {};
            },
            .found = {}});
    if (!rows) back.trouble = rows.error().message;
    return back;
}

void checkAlike(const test::SourceFolder& folder, const std::string& text)
{
    INFO(text.substr(0, 600));
    constexpr std::string_view kFeature = "\"Feature\"";
    for (const char* const reader : {"quick", "gdal"}) std::filesystem::create_directories(folder / reader);
    std::string unusual = text;
    unusual.insert(unusual.find(kFeature) + kFeature.size(), R"(,"unusual":1)");
    const ReadBack quick = readBack(folder.write("quick/wards.geojson", text));
    const ReadBack gdal = readBack(folder.write("gdal/wards.geojson", unusual));
    CHECK(quick.trouble == gdal.trouble);
    if (!quick.trouble.empty() || !gdal.trouble.empty()) return;
    CHECK(quick.description.format == gdal.description.format);
    CHECK(quick.description.crs == gdal.description.crs);
    CHECK(quick.description.crsSource == gdal.description.crsSource);
    CHECK(quick.description.encoding == gdal.description.encoding);
    CHECK(quick.description.encodingCertain == gdal.description.encodingCertain);
    REQUIRE(quick.description.layers.size() == 1);
    CHECK(quick.description.layers[0].name == gdal.description.layers[0].name);
    CHECK(quick.description.columns() == gdal.description.columns());
    CHECK(quick.cells == gdal.cells);
    CHECK(quick.shapes == gdal.shapes);
}

std::string collection(const std::string& features, const std::string& more = {})
{
    return std::format(R"({{"type":"FeatureCollection",{}"features":[{}]}})", more, features);
}

std::string feature(
    const std::string& properties, const std::string& geometry = R"({"type":"Point","coordinates":[174.5,-41.25]})", const std::string& more = {})
{
    return std::format(R"({{"type":"Feature","properties":{},"geometry":{}{}}})", properties, geometry, more);
}

} // namespace

TEST_CASE("the quick GeoJSON reader gives what GDAL gives, whatever the cells hold", "[read]")
{
    const test::SourceFolder folder;
    for (const char* const pair : {R"(1|2)", R"(1|2.5)", R"(-0|0)", R"(3000000000|-3000000000)", R"(9223372036854775807|1)", R"(9223372036854775808|1)",
             R"(1e3|0.1)", R"(1e300|1e-300)", R"(1e400|1)", R"(0.1|1e15)", R"(true|false)", R"(true|3)", R"("a"|"b")", R"("a"|1)", R"(1|"a")", R"(null|null)",
             R"(null|1)", R"("x"|null)", R"(""|"")", R"("2026-01-02"|"2025-12-31")", R"("2026-01-02"|"later")", R"("2026-01-02"|"")",
             R"("2026/01/02"|"2026/01/03")", R"("2026-01-02T10:11:12"|"2026-01-02T00:00:00")", R"("2026-13-02"|"2026-01-02")", R"("2026-02-31"|"2026-01-02")",
             R"("0026-02-03"|"2026-01-02")", R"("10-20-30"|"1-2-3")", R"("12:30"|"13:45")", R"("2026-01-02"|"12:30")", R"("2026-01-02 "|"2026-01-02")",
             R"(" 2026-01-02"|"2026-01-02")", R"("-5-6-7"|"1-2-3")", R"("1-2"|"3-4")", R"([1,2]|[3])", R"(["a"]|["b","c"])", R"({"a":1}|{"a":2})",
             R"("caf\u00e9"|"\ud83d\ude00")", R"("\ud83d"|"x")", R"("a\u0000b"|"x")", R"("Tōtara"|"Ngā Mata")", R"("line\nbreak"|"tab\t\"quote\"")",
             R"("007"|"1e5")", R"(1.0|2.0)", R"(12345678901234567890.5|1)"}) {
        const std::string text(pair);
        const std::size_t bar = text.find('|');
        const std::string first = text.substr(0, bar), second = text.substr(bar + 1);
        checkAlike(
            folder, collection(feature(std::format(R"({{"code":"A","v":{}}})", first)) + "," + feature(std::format(R"({{"code":"B","v":{}}})", second))));
    }
}

TEST_CASE("the quick GeoJSON reader gives what GDAL gives, however the columns come", "[read]")
{
    const test::SourceFolder folder;
    for (const char* const pair : {R"({"a":1,"b":2}|{"a":1})", R"({"a":1,"b":2}|{"b":1})", R"({"a":1,"b":2}|{"b":1,"a":2})", R"({"a":1}|{"a":1,"b":2})",
             R"({"a":1}|{"b":2,"a":1})", R"({}|{})", R"({}|{"a":1})", R"({"a":1,"a":2}|{"a":3})", R"({"a":1,"A":2}|{"a":3,"A":4})",
             R"({"id":1,"name":"x"}|{"id":2,"name":"y"})", R"({"fid":1}|{"fid":2})", R"({"":1}|{"":2})", R"(null|{"a":1})", R"({"na\u0304":1}|{"nā":2})",
             R"({"type":"x","geometry":"y"}|{"type":"z","geometry":"w"})", R"({"OGC_FID":7}|{"OGC_FID":8})"}) {
        const std::string text(pair);
        const std::size_t bar = text.find('|');
        checkAlike(folder, collection(feature(text.substr(0, bar)) + "," + feature(text.substr(bar + 1))));
    }
    checkAlike(
        folder, collection(feature(R"({"a":1})", "null", R"(,"id":5)") + "," + feature(R"({"a":2})", R"({"type":"Point","coordinates":[1,2]})", R"(,"id":5)")));
    checkAlike(folder, collection(feature(R"({"a":1})", "null", R"(,"id":"x")") + "," + feature(R"({"a":2})")));
    checkAlike(folder, collection(feature(R"({"a":1})", "null", R"(,"id":-3)") + "," + feature(R"({"a":2})")));
    checkAlike(folder, collection(feature(R"({"a":1})", R"({"type":"Point","coordinates":[1,2]})", R"(,"bbox":[1,2,1,2])")));
}

TEST_CASE("the quick GeoJSON reader gives what GDAL gives, whatever the shapes are", "[read]")
{
    const test::SourceFolder folder;
    for (const char* const geometry : {R"({"type":"Point","coordinates":[174.5,-41.25]})", R"({"coordinates":[1,2],"type":"Point"})",
             R"({"type":"Point","coordinates":[1,2,3]})", R"({"type":"Point","coordinates":[1]})", R"({"type":"Point","coordinates":[]})",
             R"({"type":"Point","coordinates":["1","2"]})", R"({"type":"Point","coordinates":[1,2],"bbox":[1,2,1,2]})",
             R"({"type":"LineString","coordinates":[[0,0],[1,1.5]]})", R"({"type":"LineString","coordinates":[]})",
             R"({"type":"MultiPoint","coordinates":[[0,0],[1,1]]})", R"({"type":"MultiLineString","coordinates":[[[0,0],[1,1]],[[2,2],[3,3],[4,5]]]})",
             R"({"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]]]})",
             R"({"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]})",
             R"({"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4]]]})", R"({"type":"Polygon","coordinates":[[[0,0],[4,0]]]})",
             R"({"type":"Polygon","coordinates":[[[0,0]]]})", R"({"type":"Polygon","coordinates":[]})", R"({"type":"Polygon","coordinates":[[]]})",
             R"({"type":"MultiPolygon","coordinates":[[[[0,0],[4,0],[4,4],[0,0]]],[[[10,0],[14,0],[14,4],[10,0]]]]})",
             R"({"type":"MultiPolygon","coordinates":[]})", R"({"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]})",
             R"({"type":"polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]]]})", R"({"type":"Point"})", R"({})", R"({"type":"Point","coordinates":null})",
             R"({"type":"Point","coordinates":[1e2,-2E-3]})", R"({"type":"Point","coordinates":[1e999,0]})", R"("nonsense")"}) {
        checkAlike(folder, collection(feature(R"({"a":1})", geometry) + "," + feature(R"({"a":2})", "null")));
    }
    checkAlike(folder, collection(feature(R"({"a":1})", "null") + "," + feature(R"({"a":2})", "null")));
}

TEST_CASE("the quick GeoJSON reader gives what GDAL gives, whatever stands around the features", "[read]")
{
    const test::SourceFolder folder;
    for (const char* const more : {R"("name":"Wards of 2028",)", R"("name":"",)", R"("name":7,)", R"("title":"Wards",)", R"("bbox":[1,2,3,4],)",
             R"("description":"of the council",)", R"("numberMatched":2,)", R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2193"}},)",
             R"("crs":{"type":"name","properties":{"name":"EPSG:27700"}},)", R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},)",
             R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4326"}},)",
             R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC::CRS84"}},)", R"("crs":{"type":"name","properties":{"name":"nonsense"}},)",
             R"("crs":null,)", R"("crs":{"properties":{"name":"EPSG:3857"},"type":"name"},)",
             R"("crs":{"type":"link","properties":{"href":"x","type":"proj4"}},)", R"("crs":{"type":"EPSG","properties":{"code":2193}},)",
             R"("xy_coordinate_resolution":0.1,)", R"("name":"a","name":"b",)", R"("\u006eame":"x",)"}) {
        checkAlike(folder, collection(feature(R"({"a":1})") + "," + feature(R"({"a":2})"), more));
    }
    checkAlike(folder, R"({"features":[)" + feature(R"({"a":1})") + R"(],"type":"FeatureCollection","name":"after"})");
    checkAlike(folder, "\xEF\xBB\xBF" + collection(feature(R"({"a":"é"})")));
    checkAlike(folder, "  \r\n" + collection(" " + feature(R"({"a":1})") + "\n,\t" + feature(R"({"a":2})") + "\n") + "\n\n");
    checkAlike(folder, collection(feature(R"({"a":1})")) + "trailing");
    checkAlike(folder, collection(feature(R"({"a":1})") + "," + feature(R"({"a":2})")).substr(0, 150));
    checkAlike(folder, collection(feature(R"({"a":1})") + ",," + feature(R"({"a":2})")));
    checkAlike(folder,
        collection(feature(R"({"a":"\)"
                           "\xC3\x28\"}")));
}

TEST_CASE("a feature at the very end of the file, and one of a megabyte, are read whole", "[read]")
{
    const test::SourceFolder folder;
    std::string ring = "[0,0]";
    for (int i = 1; i < 60'000; ++i) ring += std::format(",[{:.6f},{:.6f}]", i * 0.001, (i % 7) * 0.01);
    checkAlike(
        folder, collection(feature(R"({"a":1})") + "," + feature(R"({"a":2})", std::format(R"({{"type":"Polygon","coordinates":[[{},[0,0]]]}})", ring))));
}

TEST_CASE("real GeoJSON reads the same by both readers", "[read][real]")
{
    const std::filesystem::path real(HEREABOUTS_REAL_DATA);
    if (!std::filesystem::exists(real)) SKIP("skipped: no real data");
    const test::SourceFolder folder;
    int compared = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(real)) {
        const std::string ending = entry.path().extension().string();
        if ((ending != ".geojson" && ending != ".json") || entry.file_size() > 4'000'000) continue;
        std::ostringstream text;
        text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        if (!text.view().contains("\"FeatureCollection\"") || !text.view().contains("\"Feature\"")) continue;
        checkAlike(folder, text.str());
        ++compared;
    }
    CHECK(compared >= 10);
}
