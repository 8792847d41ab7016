// SPDX-License-Identifier: GPL-3.0-or-later
#include "source_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <set>

using namespace hereabouts;
using test::SourceFolder;

namespace {

std::size_t columnNamed(const test::Reading& reading, std::string_view name)
{
    const auto& columns = reading.description.columns();
    std::size_t i = 0;
    while (i < columns.size() && columns[i] != name && !(name == "name" && columns[i] == "Name")) ++i;
    REQUIRE(i < columns.size());
    return i;
}

} // namespace

TEST_CASE("three areas with macrons read the same from every format that can hold them", "[read]")
{
    struct Case {
        std::string name, options, format;
    };
    const auto made = GENERATE(Case{"areas.gpkg", "-f GPKG", "GeoPackage"}, Case{"areas.fgb", "-f FlatGeobuf", "FlatGeobuf"}, Case{"areas.shp", "-f 'ESRI Shapefile' -lco ENCODING=UTF-8", "Shapefile"},
        Case{"areas.shz", "-f 'ESRI Shapefile' -lco ENCODING=UTF-8", "zipped Shapefile"}, Case{"areas.kml", "-f LIBKML", "KML"}, Case{"areas.kmz", "-f LIBKML", "KMZ"},
        Case{"areas.geojsonl", "-f GeoJSONSeq", "GeoJSON text sequence"}, Case{"areas.sqlite", "-f SQLite -dsco SPATIALITE=YES", "SpatiaLite"},
        Case{"areas.geojson", "-f GeoJSON", "GeoJSON"}, Case{"areas.csv", "-f CSV -lco GEOMETRY=AS_WKT", "CSV"});
    const SourceFolder folder;
    const auto source = folder.converted(folder.write("from.geojson", test::kThreeAreas), made.name, made.options);
    REQUIRE_FALSE(source.empty());

    const test::Reading reading = test::read(source);

    INFO(made.name << ": " << (reading.rows ? "" : reading.rows.error().message));
    REQUIRE(reading.rows == 3);
    CHECK(reading.description.format == made.format);
    const std::size_t name = columnNamed(reading, "name");
    std::set<std::string> names; // FlatGeobuf keeps an order of its own
    for (const auto& cells : reading.cells) names.insert(cells[name]);
    CHECK(names == std::set<std::string>{"Ōtāhuhu", "Whangārei", "Pōneke"});
    CHECK(reading.shapeBytes[0] > 90);
    CHECK((made.format == "CSV") == reading.description.crs.empty());
}

TEST_CASE("numbers come as their shortest text, and what is not there as nothing", "[read]")
{
    const SourceFolder folder;
    const test::Reading reading = test::read(folder.write("areas.geojson", test::kThreeAreas));
    REQUIRE(reading.rows == 3);
    CHECK(reading.cells[0] == std::vector<std::string>{"A", "Ōtāhuhu", "1200", "0.5"});
    CHECK(reading.cells[2] == std::vector<std::string>{"C", "Pōneke", "", ""});
    CHECK(reading.description.crs == "EPSG:4326");
}

TEST_CASE("TopoJSON names no coordinate system, so none is taken for granted", "[read]")
{
    const SourceFolder folder;
    const auto source = folder.write("areas.topojson", R"({"type":"Topology","objects":{"areas":{"type":"GeometryCollection","geometries":[
        {"type":"Polygon","arcs":[[0]],"properties":{"name":"Pōneke"}}]}},"arcs":[[[174.0,-41.0],[174.1,-41.0],[174.1,-40.9],[174.0,-41.0]]]})");
    const test::Reading reading = test::read(source);
    REQUIRE(reading.rows == 1);
    CHECK(reading.description.format == "TopoJSON");
    CHECK(reading.description.crs.empty());
}

TEST_CASE("a sheet's headings are found below its title lines", "[read]")
{
    const SourceFolder folder;
    const test::Reading reading = test::read(folder.write("spend.csv", "Payments over $500;;\nApril 2026;;\nDate;Supplier;Amount\n01/04/2026;\"Pōneke; Ltd\";1.234,50\n"));
    REQUIRE(reading.rows == 1);
    CHECK(reading.description.columns() == std::vector<std::string>{"Date", "Supplier", "Amount"});
    CHECK(reading.cells[0][1] == "Pōneke; Ltd");
    CHECK(reading.findings.size() == 1);
}

TEST_CASE("a workbook reads like a sheet of text, dates in ISO form", "[read]")
{
    const SourceFolder folder;
    const auto csv = folder.write("pay.csv", "when,name,amount\n2026-04-01,Ōtāhuhu Works,12.5\n2026-04-02,Pōneke Paint,3\n");
    const auto source = folder.converted(csv, "pay.xlsx", "-f XLSX -oo AUTODETECT_TYPE=YES");
    REQUIRE_FALSE(source.empty());
    const test::Reading reading = test::read(source);
    INFO((reading.rows ? "" : reading.rows.error().message));
    REQUIRE(reading.rows == 2);
    CHECK(reading.description.columns() == std::vector<std::string>{"when", "name", "amount"});
    CHECK(reading.cells[0] == std::vector<std::string>{"2026-04-01", "Ōtāhuhu Works", "12.5"});
}

TEST_CASE("a table in CP1257 is read as such, and said to be a guess", "[read]")
{
    const SourceFolder folder;
    const auto source = folder.write("towns.csv", "name,people\n\xD4t\xE2huhu,1\nWhang\xE2rei,2\nP\xF4neke,3\n");
    const test::Reading guessed = test::read(source);
    REQUIRE(guessed.rows == 3);
    CHECK(guessed.cells[2][0] == "Pōneke");
    CHECK_FALSE(guessed.description.encodingCertain);
    const test::Reading said = test::read(gis::ReadRequest{.source = source, .encoding = "CP1252"});
    CHECK(said.cells[2][0] == "Pôneke");
    CHECK(said.description.encodingCertain);
}

TEST_CASE("UTF-16 and a byte order mark are read for certain", "[read]")
{
    const SourceFolder folder;
    const test::Reading wide = test::read(folder.write("wide.csv", std::string_view("\xFF\xFEn\0a\0m\0e\0,\0x\0\n\0P\0\x4D\x01n\0,\0y\0\n\0", 28)));
    INFO((wide.rows ? "" : wide.rows.error().message));
    REQUIRE(wide.rows == 1);
    CHECK(wide.cells[0][0] == "Pōn");
    CHECK(wide.description.encoding == "UTF-16LE");
    const test::Reading marked = test::read(folder.write("marked.csv", "\xEF\xBB\xBFname,x\nPōneke,1\n"));
    CHECK(marked.description.columns().front() == "name");
}

TEST_CASE("a ragged row is turned away by its number and with its cells, and the rest come in", "[read]")
{
    const SourceFolder folder;
    const test::Reading reading = test::read(folder.write("ragged.csv", "name,amount\nInk,5\nPaper, thick,6\nPens,7\n"));
    REQUIRE(reading.rows == 2);
    REQUIRE(reading.findings.size() == 1);
    CHECK(reading.findings[0].row == 2);
    CHECK(reading.findings[0].severity == core::Severity::Rejected);
    CHECK(reading.findings[0].values == std::vector<std::pair<std::string, std::string>>{{"name", "Paper"}, {"amount", " thick"}, {"hereabouts_beyond", "6"}});
}
