// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/intake/import.h"

#include "core/base/date.h"
#include "tests/gis/read/source_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace hereabouts;
using core::RegisterKind;
using test::SourceFolder;

namespace {

gis::PlaceFile newPlace(const SourceFolder& folder)
{
    auto place = gis::PlaceFile::create(folder / "place.sqlite", {.name = "Test", .epsg = 2193, .currency = "NZD"});
    INFO((place ? "" : place.error().message));
    REQUIRE(place.has_value());
    return std::move(*place);
}

gis::ImportPreview preview(gis::PlaceFile& place, const gis::ImportRequest& request)
{
    auto result = gis::previewImport(place, request);
    INFO((result ? "" : result.error().message));
    REQUIRE(result.has_value());
    return std::move(*result);
}

void commit(gis::PlaceFile& place, const gis::ImportRequest& request)
{
    const gis::ImportPreview shown = preview(place, request);
    INFO(shown.obstacle());
    const auto done = gis::commitImport(place, shown);
    INFO((done ? "" : done.error().message));
    REQUIRE(done.has_value());
}

} // namespace

TEST_CASE("areas in degrees come home as valid areas with their ground measured", "[intake]")
{
    const SourceFolder folder;
    gis::PlaceFile place = newPlace(folder);
    commit(place, {.source = folder.write("wards 2025.geojson", test::kThreeAreas), .kind = RegisterKind::Wards});
    const auto snapshot = place.snapshot().value();
    const core::RegisterTable& wards = snapshot->at(RegisterKind::Wards);
    REQUIRE(wards.size() == 3);
    CHECK(wards.text("name").at(0) == "Ōtāhuhu");
    CHECK(wards.text("edition").at(0) == "wards 2025");
    CHECK(wards.integers("population")[1] == 800);
    // 0.1° by 0.1° at 41° S: about 8.42 km by 11.10 km.
    CHECK_THAT(wards.groundSquareMetres(0), Catch::Matchers::WithinRel(8.42e3 * 11.10e3, 0.005));
}

TEST_CASE("a code that is in the place already is rejected by name, and the mapping is remembered", "[intake]")
{
    const SourceFolder folder;
    gis::PlaceFile place = newPlace(folder);
    const gis::ImportRequest request{.source = folder.write("wards 2025.geojson", test::kThreeAreas), .kind = RegisterKind::Wards};
    commit(place, request);
    const gis::ImportPreview again = preview(place, request);
    CHECK_FALSE(again.canCommit());
    REQUIRE(again.batch.rejected.size() == 3);
    CHECK(again.batch.rejected[0].reason.contains("'A'"));
    CHECK(again.mapping.front().remembered);
    gis::ImportRequest later = request;
    later.edition = "wards 2028";
    CHECK(preview(place, later).batch.rows.size() == 3);
}

TEST_CASE("points without a CRS are asked about, and what fits is offered", "[intake]")
{
    const SourceFolder folder;
    gis::PlaceFile place = newPlace(folder);
    commit(place, {.source = folder.write("boards 2025.geojson", test::kThreeAreas), .kind = RegisterKind::Boards});
    gis::ImportRequest request{
        .source = folder.write("anchors.csv", "code,name,site,easting,northing\nA1,Port,Main,1750000,5458000\n"), .kind = RegisterKind::Anchors};
    const gis::ImportPreview asked = preview(place, request);
    CHECK_FALSE(asked.canCommit());
    CHECK(asked.obstacle().contains("coordinate reference system"));
    REQUIRE(asked.crsGuess.has_value());
    CHECK(asked.crsGuess->epsg == 2193);
    request.crs = asked.crsGuess->definition;
    CHECK(preview(place, request).canCommit());
}

TEST_CASE("words in a column of commitments that say none are a no, and a column of yes and no decides over words", "[intake]")
{
    const SourceFolder folder;
    gis::PlaceFile place = newPlace(folder);
    commit(place, {.source = folder.write("anchors.csv", "code,name,site,commitment\nA1,Port,Quay,None yet.\nA2,Hospital,Main,Local food\nA3,Trust,Office,\n"), .kind = RegisterKind::Anchors});
    commit(place, {.source = folder.write("more.csv", "code,name,site,commitment,committed,target percent,commitment due\n"
                                                      "A4,Works,Depot,None yet,yes,40,30/06/2028\nA5,School,Hall,Halls open,no,,\n"),
                      .kind = RegisterKind::Anchors});
    const auto snapshot = place.snapshot().value();
    const core::RegisterTable& anchors = snapshot->at(RegisterKind::Anchors);
    REQUIRE(anchors.size() == 5);
    CHECK(anchors.integers("committed")[0] == 0);
    CHECK(anchors.integers("committed")[1] == 1);
    CHECK(anchors.integers("committed")[2] == core::kNoInteger);
    CHECK(anchors.integers("committed")[3] == 1);
    CHECK(anchors.reals("commitment_target_percent")[3] == 40);
    CHECK(anchors.integers("commitment_due")[3] == core::Date::fromIso("2028-06-30")->days());
    CHECK(anchors.integers("committed")[4] == 0);
}

TEST_CASE("latitude before longitude is noticed and mended by one word", "[intake]")
{
    const SourceFolder folder;
    gis::PlaceFile place = newPlace(folder);
    commit(place, {.source = folder.write("boards 2025.geojson", test::kThreeAreas), .kind = RegisterKind::Boards});
    gis::ImportRequest request{
        .source = folder.write("a.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"P1","title":"Seat"},
        "geometry":{"type":"Point","coordinates":[-40.95,174.15]}}]})"),
        .kind = RegisterKind::Proposals};
    const gis::ImportPreview asked = preview(place, request);
    INFO(asked.obstacle());
    REQUIRE_FALSE(asked.canCommit());
    REQUIRE(asked.crsGuess.has_value());
    request.crs = asked.crsGuess->definition;
    const gis::ImportPreview mended = preview(place, request);
    CHECK(mended.canCommit());
    CHECK(mended.batch.rows.size() == 1);
    CHECK(mended.batch.warnings.empty());
}

TEST_CASE("payments add up to the cent, and one that stands twice is kept and told", "[intake]")
{
    const SourceFolder folder;
    gis::PlaceFile place = newPlace(folder);
    const gis::ImportPreview shown = preview(place,
        {.source = folder.write("pay.csv",
             "Body,Date,Supplier,Amount\nA1,13/04/2026,Ink Ltd,\"£1,234.50\"\nA1,14/04/2026,Ink Ltd,(34.50)\nA1,14/04/2026,Ink Ltd,(34.50)\n"
             "A1,31/04/2026,Ink Ltd,5\nA1,15/04/2026,Ink Ltd,many\n"),
            .kind = RegisterKind::Payments});
    REQUIRE(shown.batch.rows.size() == 3);
    REQUIRE(shown.batch.rejected.size() == 2);
    CHECK(shown.batch.rejected[0].field == "paid_on");
    CHECK(shown.batch.rejected[0].row == 4);
    CHECK(shown.batch.rejected[1].field == "amount");
    CHECK(std::ranges::any_of(shown.batch.warnings, [](const core::Finding& finding) { return finding.message.contains("1,165.50"); }));
    CHECK(std::ranges::any_of(shown.batch.warnings, [](const core::Finding& finding) { return finding.row == 3 && finding.message.contains("row 2"); }));
}

TEST_CASE("a ballot that is blank, too long, repeated or names nothing is rejected and its choices forgotten", "[intake]")
{
    const SourceFolder folder;
    gis::PlaceFile place = newPlace(folder);
    commit(place,
        {.source = folder.write("proposals.csv", "code,title,stage\nP1,Seat,on ballot\nP2,Tree,on ballot\nP3,Moat,feasible\n"),
            .kind = RegisterKind::Proposals});
    const gis::ImportPreview shown = preview(place,
        {.source = folder.write("ballots.csv", "receipt,choices\nr1,P2;P1\nr2,\nr1,P1\nr3,P3\nr4,P1;P1\nr5,P1;P2;P3;P4;P5;P6\n"),
            .kind = RegisterKind::Ballots});
    REQUIRE(shown.batch.rows.size() == 2);
    CHECK(std::get<std::string>(shown.batch.rows[0].values[3]) == "P1;P2");
    CHECK(shown.batch.rejected.size() == 4);
    for (const gis::RejectedRow& row : shown.batch.rejected) CHECK(row.values.empty());
}

TEST_CASE("a feature named A/B is ground that both share", "[intake]")
{
    const SourceFolder folder;
    gis::PlaceFile place = newPlace(folder);
    std::string text(test::kThreeAreas);
    text.replace(text.find("Whangārei"), std::string("Whangārei").size(), "Ōtāhuhu/Pōneke");
    const gis::ImportPreview shown = preview(place, {.source = folder.write("hoods.geojson", text), .kind = RegisterKind::Communities});
    REQUIRE(shown.batch.rows.size() == 2);
    REQUIRE(shown.batch.overlaps.size() == 1);
    CHECK(shown.batch.overlaps[0].first == "A");
    CHECK(shown.batch.overlaps[0].second == "C");
    CHECK_THAT(shown.batch.rows[0].groundSquareMetres, Catch::Matchers::WithinRel(2 * shown.batch.overlaps[0].squareMetres, 0.001));
}

TEST_CASE("a bow-tie is repaired and listed; a line or a flat ring is no ward", "[intake]")
{
    const SourceFolder folder;
    gis::PlaceFile place = newPlace(folder);
    const gis::ImportPreview shown = preview(place,
        {.source = folder.write("wards.geojson", R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"code":"A","name":"Bow"},"geometry":{"type":"Polygon","coordinates":[[[174,-41],[174.1,-40.9],[174.1,-41],[174,-40.9],[174,-41]]]}},
        {"type":"Feature","properties":{"code":"B","name":"Line"},"geometry":{"type":"LineString","coordinates":[[174,-41],[174.1,-40.9]]}},
        {"type":"Feature","properties":{"code":"C","name":"Flat"},"geometry":{"type":"Polygon","coordinates":[[[174,-41],[174.1,-41],[174,-41],[174,-41]]]}},
        {"type":"Feature","properties":{"code":"D","name":"Far"},"geometry":{"type":"Polygon","coordinates":[[[174,-41],[174.1,-99],[174,-41.1],[174,-41]]]}}]})"),
            .kind = RegisterKind::Wards});
    INFO(shown.obstacle());
    CHECK(shown.batch.rows.size() == 1);
    CHECK(shown.batch.repaired.size() == 1);
    CHECK(shown.batch.rejected.size() == 3);
}

TEST_CASE("points are no wards, and a file of them is refused as a whole", "[intake]")
{
    const SourceFolder folder;
    gis::PlaceFile place = newPlace(folder);
    const gis::ImportPreview shown = preview(place, {.source = folder.write("towns.csv", "code,name,lon,lat\nA,Ohai,174,-41\n"), .kind = RegisterKind::Wards});
    CHECK(shown.obstacle().contains("no areas"));
}

TEST_CASE("the year in a heading of areas names their edition, before the file's name and this year do", "[intake]")
{
    const auto editionOf = [](const std::string& file, const std::string& code, const std::string& name) {
        const SourceFolder folder;
        gis::PlaceFile place = newPlace(folder);
        std::string text(test::kThreeAreas);
        for (const auto& [from, to] : {std::pair<std::string, std::string>{"\"code\"", '"' + code + '"'}, {"\"name\"", '"' + name + '"'}}) {
            // The CRS of a GeoJSON has a name of its own; only the properties of features are renamed.
            for (std::size_t at = text.find(from, text.find("\"features\"")); at != std::string::npos; at = text.find(from, at + to.size()))
                text.replace(at, from.size(), to);
        }
        return preview(place, {.source = folder.write(file, text), .kind = RegisterKind::Wards, .mapping = {{"code", code}, {"name", name}}}).batch.edition;
    };
    CHECK(editionOf("wards.geojson", "WD13CD", "WD13NM") == "wards 2013");
    CHECK(editionOf("wards 2026.geojson", "WD99CD", "WD99NM") == "wards 1999");
    CHECK(editionOf("wards.geojson", "WARD2022_V1_00", "WARD2022_V1_00_NAME") == "wards 2022");
    CHECK(editionOf("wards.geojson", "SA22023_V1_00", "label") == "wards 2023");
    CHECK(editionOf("wards 2028.geojson", "id2", "label") == "wards 2028");
}
