// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/write/reject_table.h"

#include "gis/intake/import.h"
#include "tests/gis/read/source_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>

using namespace hereabouts;
using core::RegisterKind;
using test::SourceFolder;

namespace {

gis::PlaceFile newPlace(const SourceFolder& folder)
{
    auto place = gis::PlaceFile::create(folder / "place.sqlite", {.name = "Test", .epsg = 2193, .currency = "NZD"});
    REQUIRE(place.has_value());
    return std::move(*place);
}

gis::ImportPreview brought(gis::PlaceFile& place, const std::filesystem::path& file, RegisterKind kind)
{
    auto shown = gis::previewImport(place, {.source = file, .kind = kind, .crs = "EPSG:2193"});
    INFO((shown ? shown->obstacle() : shown.error().message));
    REQUIRE(shown.has_value());
    if (shown->canCommit()) REQUIRE(gis::commitImport(place, *shown).has_value());
    return std::move(*shown);
}

std::string& cellUnder(gis::TextTable& table, std::size_t row, std::string_view heading)
{
    const auto at = std::ranges::find(table.headings, heading);
    REQUIRE(at != table.headings.end());
    return table.rows[row][static_cast<std::size_t>(at - table.headings.begin())];
}

} // namespace

TEST_CASE("rows that could not even be read are written out, mended and brought in again", "[write][rejects]")
{
    const SourceFolder folder;
    gis::PlaceFile place = newPlace(folder);
    const auto first = brought(place,
        folder.write("anchors.csv",
            "code,name,site,wkt\n"
            "A1,Port,Quay,POINT (1750000 5458000)\n"
            "A2,Trust, of Homes,Office,POINT (1751000 5458000)\n"
            "A3,Polytechnic,Campus,POINT (1752000 five)\n"),
        RegisterKind::Anchors);
    CHECK(first.batch.rows.size() == 1);

    gis::TextTable table = gis::tableOfRejects(place.rejects().value());
    REQUIRE(table.rows.size() == 2);
    CHECK(cellUnder(table, 0, "code") == "A2");
    CHECK(cellUnder(table, 0, "name") == "Trust");
    CHECK(cellUnder(table, 0, gis::kBeyondHeading) == "POINT (1751000 5458000)");
    CHECK(cellUnder(table, 1, "code") == "A3");
    CHECK(cellUnder(table, 1, "wkt") == "POINT (1752000 five)");

    cellUnder(table, 0, "name") = "Trust, of Homes";
    cellUnder(table, 0, "site") = "Office";
    cellUnder(table, 0, "wkt") = "POINT (1751000 5458000)";
    cellUnder(table, 0, gis::kBeyondHeading).clear();
    cellUnder(table, 1, "wkt") = "POINT (1752000 5458000)";
    REQUIRE(gis::writeCsv(table, folder / "mended.csv", false));
    const auto second = brought(place, folder / "mended.csv", RegisterKind::Anchors);
    CHECK(second.batch.rejected.empty());

    const auto snapshot = place.snapshot().value();
    const core::RegisterTable& anchors = snapshot->at(RegisterKind::Anchors);
    REQUIRE(anchors.size() == 3);
    CHECK(anchors.text("name").at(1) == "Trust, of Homes");
    CHECK(std::get<core::Point>(anchors.geometries()[2]) == core::Point{1752000, 5458000});
}

TEST_CASE("a ragged row that nobody mended is turned away again, not taken in under the wrong headings", "[write][rejects]")
{
    const SourceFolder folder;
    gis::PlaceFile place = newPlace(folder);
    brought(place, folder.write("anchors.csv", "code,name,site\nA1,Port,Quay\nA2,Trust, of Homes,Office\n"), RegisterKind::Anchors);
    REQUIRE(gis::writeCsv(gis::tableOfRejects(place.rejects().value()), folder / "same.csv", false));

    const auto again = brought(place, folder / "same.csv", RegisterKind::Anchors);
    CHECK(again.batch.rows.empty());
    REQUIRE(again.batch.rejected.size() == 1);
    CHECK(again.batch.rejected.front().reason.contains("hereabouts_beyond"));
    CHECK(place.snapshot().value()->at(RegisterKind::Anchors).size() == 1);
}

TEST_CASE("a ragged ballot leaves no word of how it was cast", "[write][rejects][secrecy]")
{
    const SourceFolder folder;
    gis::PlaceFile place = newPlace(folder);
    const auto shown = brought(place, folder.write("ballots.csv", "receipt,area,choices\nr1,PKC,P1\nr2,PKC,P1,P2\n"), RegisterKind::Ballots);
    REQUIRE_FALSE(shown.batch.rejected.empty());
    for (const gis::RejectedRow& row : shown.batch.rejected) CHECK(row.values.empty());
}
