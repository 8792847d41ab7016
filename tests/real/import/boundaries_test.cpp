// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/intake/import.h"

#include "tests/gis/read/source_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <map>
#include <string>

using namespace hereabouts;
using core::RegisterKind;

namespace {

/// Previews and commits one real source into a new place with that home CRS.
struct Imported {
    test::SourceFolder folder;
    gis::ImportPreview preview;
    core::SnapshotPtr place;

    Imported(const char* file, RegisterKind kind, int epsg, const std::map<std::string, std::string>& mapping = {})
    {
        const std::filesystem::path source = std::filesystem::path(HEREABOUTS_REAL_DATA) / "boundaries" / file;
        if (!std::filesystem::exists(source)) SKIP("skipped: no real data");
        auto opened = gis::PlaceFile::create(folder / "place.sqlite", {.name = "Real", .epsg = epsg});
        REQUIRE(opened.has_value());
        auto shown = gis::previewImport(*opened, {.source = source, .kind = kind, .mapping = mapping});
        INFO((shown ? shown->obstacle() : shown.error().message));
        REQUIRE(shown.has_value());
        REQUIRE(shown->canCommit());
        preview = std::move(*shown);
        const auto done = gis::commitImport(*opened, preview);
        INFO((done ? "" : done.error().message));
        REQUIRE(done.has_value());
        place = opened->snapshot().value();
    }

    [[nodiscard]] double groundKm2() const
    {
        const core::RegisterTable& table = place->at(preview.request.kind);
        double sum = 0;
        for (std::size_t row = 0; row < table.size(); ++row) sum += table.groundSquareMetres(row);
        return sum / 1e6;
    }
    [[nodiscard]] std::size_t rows() const { return place->at(preview.request.kind).size(); }
};

// Sums made by another program: ogr2ogr into an equal-area projection of the place (+proj=laea), then ST_Area.
constexpr double kWiltshireKm2 = 3257.756, kRegionsKm2 = 428195.794, kWellingtonKm2 = 289.995;

} // namespace

TEST_CASE("Wiltshire's 98 wards come in whole, with their codes", "[real]")
{
    const Imported wards("uk/wards_E06000054.json", RegisterKind::Wards, 27700);
    CHECK(wards.rows() == 98);
    CHECK(wards.preview.batch.rejected.empty());
    CHECK(wards.preview.batch.edition == "wards 2013"); // its columns are WD13CD and WD13NM
    CHECK_THAT(wards.groundKm2(), Catch::Matchers::WithinRel(kWiltshireKm2, 1e-5));
    CHECK_THAT(wards.groundKm2(), Catch::Matchers::WithinRel(3255.0, 0.003)); // the county's published land area
}

TEST_CASE("Wiltshire's 1,541 output areas come in, the invalid ones repaired and listed", "[real]")
{
    const Imported areas("uk/oa2011_E06000054.json", RegisterKind::SmallAreas, 27700);
    CHECK(areas.rows() == 1541);
    CHECK(areas.preview.batch.repaired.size() >= 10);
    CHECK_THAT(areas.groundKm2(), Catch::Matchers::WithinRel(3255.0, 0.003));
}

TEST_CASE("Portland's 26 features named A/B are overlap records and no communities", "[real]")
{
    const Imported hoods("us/portland_neighborhoods_districtr.geojson", RegisterKind::Communities, 32610);
    const auto drawn
        = std::ranges::count_if(hoods.preview.batch.overlaps, [](const core::CommunityOverlap& overlap) { return overlap.note.contains("Drawn"); });
    CHECK(drawn == 26);
    const auto& names = hoods.place->at(RegisterKind::Communities).text("name");
    for (std::size_t row = 0; row < hoods.rows(); ++row) CHECK_FALSE(names.at(row).contains('/'));
    CHECK(hoods.rows() >= 122);
}

TEST_CASE("Wellington's suburbs come in, the invalid ones repaired and listed", "[real]")
{
    const Imported suburbs("nz/wellington_suburbs.geojson", RegisterKind::Communities, 2193);
    CHECK(suburbs.rows() == 57);
    CHECK(suburbs.preview.batch.repaired.size() >= 6);
    CHECK_THAT(suburbs.groundKm2(), Catch::Matchers::WithinRel(kWellingtonKm2, 1e-5));
}

TEST_CASE("New Zealand's regions with the Chathams span no world", "[real]")
{
    const Imported regions("nz/rc2018_generalised_dbgeonz.gpkg", RegisterKind::Wards, 2193);
    CHECK(regions.rows() == 17);
    CHECK_THAT(regions.groundKm2(), Catch::Matchers::WithinRel(kRegionsKm2, 1e-5));
    core::Box bounds;
    for (const core::Geometry& geometry : regions.place->at(RegisterKind::Wards).geometries()) bounds.include(core::boundsOf(geometry));
    CHECK(bounds.width() < 2.5e6);
}

TEST_CASE("the Chathams with longitudes beyond 180 have their true size", "[real]")
{
    const Imported chathams("nasty/nsi_chatham_lon_gt_180.geojson", RegisterKind::Communities, 2193, {{"name", "=Chatham Islands"}});
    REQUIRE(chathams.rows() == 1);
    core::Box bounds = core::boundsOf(chathams.place->at(RegisterKind::Communities).geometry(0));
    CHECK(bounds.width() < 500e3);
    CHECK(bounds.minX > 2.2e6);
}
