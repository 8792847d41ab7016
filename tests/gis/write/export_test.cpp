// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/write/export.h"

#include "gis/write/detail/text_formats.h"
#include "gis/write/text_table.h"
#include "tests/core/joined/made_place.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <sstream>
#include <unistd.h>

using namespace hereabouts;
using namespace hereabouts::gis;
using hereabouts::test::MadePlace;
using enum core::RegisterKind;

namespace {

namespace fs = std::filesystem;

class TempFolder {
public:
    TempFolder() : m_path(fs::temp_directory_path() / ("hereabouts-write-" + std::to_string(::getpid()))) { fs::create_directories(m_path); }
    ~TempFolder() { fs::remove_all(m_path); }
    fs::path operator/(const char* name) const { return m_path / name; }
    [[nodiscard]] std::size_t files() const { return static_cast<std::size_t>(std::distance(fs::directory_iterator(m_path), {})); }

private:
    fs::path m_path;
};

std::string textOfFile(const fs::path& file)
{
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

core::PlaceSnapshot place()
{
    MadePlace made;
    const core::MultiPolygon square{{.outer = {{1500000, 5700000}, {1501000, 5700000}, {1501000, 5701000}, {1500000, 5701000}, {1500000, 5700000}}, .holes = {}}};
    made.add(Communities, {{"code", "C1"}, {"name", "Mānuka, \"upper\""}, {"note", "=HYPERLINK(1)"}, {"capacity_grant", std::int64_t{123456}}}, square);
    made.add(Communities, {{"code", "C2"}, {"name", "Beyond boundaries"}});
    made.add(Anchors, {{"code", "A1"}, {"name", "Port"}, {"site", "Quay"}}, core::Point{1600000, 5700000});
    made.add(Payments, {{"anchor", "A1"}, {"supplier_name", "-Minus Ltd"}, {"paid_on", std::int64_t{20000}}, {"amount", std::int64_t{-50}}});
    made.add(Ballots, {{"receipt", "secret"}, {"area", "PKC"}, {"choices", "P1;P2"}});
    made.add(Members, {{"community", "C1"}, {"name", "Aroha Private"}, {"address", "1 Hidden Lane"}});
    made.add(Officers, {{"community", "C1"}, {"role", "Chair"}, {"name", "Public Person"}, {"private_contact", "021 000"}});
    made.add(Relationships, {{"code", "R1"}, {"name", "Kept at home"}, {"sharing", "not for export"}}, square);
    made.add(Relationships, {{"code", "R2"}, {"name", "Nothing said"}}, square);
    made.add(Relationships, {{"code", "R3"}, {"name", "May go"}, {"sharing", "may be shared"}}, square);
    return made.place();
}

core::Result<ExportReport> write(const char* layer, const fs::path& file) { return exportPlace(place(), *exportNamed(place(), layer), file); }

} // namespace

TEST_CASE("a spreadsheet runs nothing of what is exported, and numbers stay numbers", "[csv]")
{
    const TempFolder folder;
    REQUIRE(write("communities", folder / "c.csv").has_value());
    const std::string text = textOfFile(folder / "c.csv");
    CHECK(text.starts_with("code,name,"));
    CHECK(text.contains("\"Mānuka, \"\"upper\"\"\""));
    CHECK(text.contains("'=HYPERLINK(1)"));
    CHECK(text.contains("1234.56"));

    REQUIRE(write("payments", folder / "p.csv").has_value());
    CHECK(textOfFile(folder / "p.csv").contains("\"'-Minus Ltd\",-0.50"));
    CHECK(csvCell("＝1+1", true, false) == "\"'＝1+1\"");
    CHECK(csvCell("=1+1", true, true) == "=1+1");
}

TEST_CASE("points leave with longitude and latitude, longitude first", "[csv]")
{
    const TempFolder folder;
    REQUIRE(write("anchors", folder / "a.csv").has_value());
    // EPSG:2193 has its central meridian, 173° E, at 1,600,000 m east.
    CHECK(textOfFile(folder / "a.csv").contains(",173,-3"));
}

TEST_CASE("GeoJSON has every row, those without a shape too", "[geojson]")
{
    const TempFolder folder;
    REQUIRE(write("communities", folder / "c.geojson").has_value());
    const std::string text = textOfFile(folder / "c.geojson");
    CHECK(text.contains("\"type\":\"Polygon\""));
    CHECK(text.contains("\"geometry\":null"));
    CHECK(text.contains("\"capacity_grant\":1234.56"));
}

TEST_CASE("a ballot's receipt leaves only in a copy of everything", "[secrecy]")
{
    const TempFolder folder;
    for (const char* const name : {"b.csv", "b.geojson", "b.gpkg"}) {
        REQUIRE(write("ballots", folder / name).has_value());
        CHECK_FALSE(textOfFile(folder / name).contains("secret"));
    }
    REQUIRE(write("all", folder / "all.gpkg").has_value());
    CHECK(textOfFile(folder / "all.gpkg").contains("secret"));
}

TEST_CASE("what cannot be written is refused in words and leaves no file", "[export]")
{
    const TempFolder folder;
    const auto ending = write("communities", folder / "c.docx");
    REQUIRE_FALSE(ending.has_value());
    CHECK(ending.error().message.contains("c.docx"));
    CHECK(write("all", folder / "all.csv").error().code == core::ErrorCode::BadInput);
    CHECK(write("payments", folder / "p.fgb").error().code == core::ErrorCode::BadInput);
    CHECK(write("communities", (folder / "missing") / "c.csv").error().code == core::ErrorCode::NotFound);
    CHECK(exportNamed(place(), "parishes").error().code == core::ErrorCode::UnknownId);
    CHECK(folder.files() == 0);
}

TEST_CASE("a stopped export leaves the old file as it was", "[export]")
{
    const TempFolder folder;
    std::ofstream(folder / "c.gpkg") << "old";
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = exportPlace(place(), *exportNamed(place(), "communities"), folder / "c.gpkg", {.stop = stop.get_token(), .report = {}});
    REQUIRE_FALSE(stopped.has_value());
    CHECK(stopped.error().code == core::ErrorCode::Cancelled);
    CHECK(textOfFile(folder / "c.gpkg") == "old");
    CHECK(folder.files() == 1);
}

TEST_CASE("FlatGeobuf and GeoPackage take rows with and without a shape", "[export]")
{
    const TempFolder folder;
    REQUIRE(write("communities", folder / "c.fgb").has_value());
    REQUIRE(write("communities", folder / "c.gpkg").has_value());
    CHECK(textOfFile(folder / "c.fgb").starts_with("fgb"));
    CHECK(textOfFile(folder / "c.gpkg").starts_with("SQLite format 3"));
    CHECK(folder.files() == 2);
}

TEST_CASE("members, private contacts and boundaries that their owners keep are in no export", "[privacy]")
{
    const TempFolder folder;
    CHECK(write("members", folder / "members.csv").error().code == core::ErrorCode::Refused);
    CHECK_FALSE(fs::exists(folder / "members.csv"));
    REQUIRE(write("officers", folder / "officers.csv"));
    CHECK(textOfFile(folder / "officers.csv").contains("Public Person"));
    CHECK_FALSE(textOfFile(folder / "officers.csv").contains("021 000"));
    const auto relationships = write("relationships", folder / "relationships.geojson");
    REQUIRE(relationships);
    CHECK(relationships->layers[0].rows == 1);
    CHECK(relationships->notes.size() == 1);
    CHECK_FALSE(textOfFile(folder / "relationships.geojson").contains("Kept at home"));
    const auto all = write("all", folder / "all.gpkg");
    REQUIRE(all);
    const std::string whole = textOfFile(folder / "all.gpkg");
    for (const char* word : {"Aroha Private", "1 Hidden Lane", "021 000", "Kept at home", "Nothing said"}) CHECK_FALSE(whole.contains(word));
    CHECK(whole.contains("May go"));
}
