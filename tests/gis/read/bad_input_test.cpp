// SPDX-License-Identifier: GPL-3.0-or-later
#include "source_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <thread>

using namespace hereabouts;
using core::ErrorCode;
using test::SourceFolder;

namespace {

core::Error refusal(const std::filesystem::path& source)
{
    const test::Reading reading = test::read(source);
    REQUIRE_FALSE(reading.rows.has_value());
    CHECK(reading.rows.error().message.contains(source.filename().string()));
    INFO(reading.rows.error().message);
    return reading.rows.error();
}

std::string content(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST_CASE("a file that is not there, a folder and an empty file are refused by name", "[read]")
{
    const SourceFolder folder;
    CHECK(refusal(folder / "no.geojson").code == ErrorCode::NotFound);
    std::filesystem::create_directory(folder / "maps");
    CHECK(refusal(folder / "maps").code == ErrorCode::BadInput);
    CHECK(refusal(folder.write("empty.gpkg", "")).message.contains("0 bytes"));
}

TEST_CASE("a Shapefile without its companion says which to copy", "[read]")
{
    const SourceFolder folder;
    const auto shape = folder.converted(folder.write("from.geojson", test::kThreeAreas), "areas.shp", "-f 'ESRI Shapefile'");
    CHECK(refusal(folder / "areas.dbf").message.contains("areas.shp"));
    std::filesystem::remove(folder / "areas.shx");
    CHECK(refusal(shape).message.contains("areas.shx"));
}

TEST_CASE("a file cut short anywhere is refused or gives whole rows, and never ends the reader", "[read]")
{
    const std::string name = GENERATE("areas.geojson", "areas.gpkg", "areas.fgb", "areas.kml", "areas.kmz", "areas.shz", "areas.shp", "areas.xlsx", "areas.csv");
    const SourceFolder folder;
    const auto from = folder.write("from.geojson", test::kThreeAreas);
    const auto source = name == "areas.geojson" ? from : folder.converted(from, name, name.ends_with("shz") || name.ends_with("shp") ? "-f 'ESRI Shapefile'" : "");
    const std::string whole = content(source);
    REQUIRE_FALSE(whole.empty());
    for (std::size_t part = 1; part < 8; ++part) {
        const auto cut = folder.write("cut-" + name, std::string_view(whole).substr(0, whole.size() * part / 8));
        if (name == "areas.shp") {
            for (const char* ending : {"shx", "dbf"}) std::filesystem::copy_file(folder / std::format("areas.{}", ending), folder / std::format("cut-areas.{}", ending), std::filesystem::copy_options::overwrite_existing);
        }
        const test::Reading reading = test::read(cut);
        INFO(name << " cut to " << part << "/8: " << (reading.rows ? "read" : reading.rows.error().message));
        CHECK((reading.rows.has_value() || !reading.rows.error().message.contains("ended the import worker")));
        if (name != "areas.csv") CHECK_FALSE(reading.rows.has_value());
    }
}

TEST_CASE("other files named like maps are refused for what they are", "[read]")
{
    const SourceFolder folder;
    CHECK(refusal(folder.write("cat.geojson", "\x89PNG\r\n\x1A\n\0\0\0")).code == ErrorCode::Unreadable);
    CHECK(refusal(folder.write("list.json", "[1,2,3]")).message.contains("list"));
    CHECK(refusal(folder.write("page.kml", "<!DOCTYPE html><html></html>")).message.contains("'html'"));
}

TEST_CASE("a layer that is not there is answered with those that are", "[read]")
{
    const SourceFolder folder;
    const auto source = folder.converted(folder.write("from.geojson", test::kThreeAreas), "areas.gpkg", "-f GPKG -nln suburbs");
    const auto reading = test::read(gis::ReadRequest{.source = source, .layer = "towns"});
    REQUIRE_FALSE(reading.rows.has_value());
    CHECK(reading.rows.error().message.contains("'suburbs'"));
}

TEST_CASE("text that is not what the file says is refused with its row", "[read]")
{
    const SourceFolder folder;
    const auto shape = folder.converted(folder.write("from.geojson", test::kThreeAreas), "areas.shp", "-f 'ESRI Shapefile' -lco ENCODING=CP1257");
    folder.write("areas.cpg", "UTF-8");
    CHECK(refusal(shape).message.contains("row 1"));
    CHECK(test::read(gis::ReadRequest{.source = shape, .encoding = "CP1257"}).cells.at(2).at(1) == "Pōneke");
}

TEST_CASE("a reading that is stopped ends at once", "[read]")
{
    const SourceFolder folder;
    std::string many = "a,b\n";
    for (int i = 0; i < 400'000; ++i) many += "1,2\n";
    std::stop_source stop;
    std::size_t rows = 0;
    const auto result = gis::readSource({.source = folder.write("many.csv", many)},
        {.described = [](const auto&) { return core::Result<void>{}; },
            .rows = [&](const gis::SourceBatch& batch) {
                rows += batch.size();
                stop.request_stop();
                return core::Result<void>{};
            }},
        {.stop = stop.get_token()});
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().code == ErrorCode::Cancelled);
    CHECK(rows < 400'000);
}
