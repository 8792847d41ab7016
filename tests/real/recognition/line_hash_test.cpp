// SPDX-License-Identifier: GPL-3.0-or-later
// Lines that people drew and councils keep: a hash must name the same line wherever it was written and read, and no two lines.
#include "core/recognition/line_hash.h"

#include "gis/intake/import.h"
#include "gis/recognition/checklists.h"
#include "gis/recognition/recognise.h"
#include "gis/write/export.h"
#include "tests/gis/read/source_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <map>
#include <set>
#include <string>

using namespace hereabouts;
using core::RegisterKind;

namespace {

std::filesystem::path portland() { return std::filesystem::path(HEREABOUTS_REAL_DATA) / "boundaries/us/portland_neighborhoods_districtr.geojson"; }

gis::PlaceFile placeOf(const std::filesystem::path& path, const std::filesystem::path& communities)
{
    auto place = gis::PlaceFile::create(path, {.name = "Portland", .epsg = 32610});
    REQUIRE(place.has_value());
    const auto shown = gis::previewImport(*place, {.source = communities, .kind = RegisterKind::Communities});
    REQUIRE(shown.has_value());
    REQUIRE(gis::commitImport(*place, *shown).has_value());
    return std::move(*place);
}

/// Community code → the hash of its line.
std::map<std::string, std::string> hashesIn(const core::PlaceSnapshot& place)
{
    const core::RegisterTable& table = place.at(RegisterKind::Communities);
    std::map<std::string, std::string> hashes;
    for (std::size_t row = 0; row < table.size(); ++row) hashes.emplace(table.text("code").at(row), core::lineHash(table.geometry(row)));
    return hashes;
}

} // namespace

TEST_CASE("the lines of Portland's neighbourhoods keep their hashes through the place file, GeoPackage and longitude and latitude", "[real]")
{
    if (!std::filesystem::exists(portland())) SKIP("skipped: no real data");
    const test::SourceFolder folder;
    std::map<std::string, std::string> hashes;
    {
        gis::PlaceFile place = placeOf(folder / "first.place", portland());
        hashes = hashesIn(*place.snapshot().value());
        for (const char* const file : {"out.gpkg", "out.geojson"})
            REQUIRE(gis::exportPlace(*place.snapshot().value(), {.kind = RegisterKind::Communities}, folder / file).has_value());
    }
    CHECK(hashes.size() == 128);
    std::set<std::string> distinct;
    for (const auto& [code, hash] : hashes) distinct.insert(hash);
    CHECK(distinct.size() == hashes.size() - 1); // Denney Whitford and Raleigh West are drawn only as the ground that they share.
    CHECK(hashes.at("DENNEY-WHITFORD") == hashes.at("RALEIGH-WEST"));
    CHECK(hashesIn(*gis::PlaceFile::open(folder / "first.place").value().snapshot().value()) == hashes);
    for (const char* const file : {"out.gpkg", "out.geojson"}) {
        INFO(file);
        gis::PlaceFile again = placeOf(folder / (std::string(file) + ".place"), folder / file);
        CHECK(hashesIn(*again.snapshot().value()) == hashes);
    }
}

TEST_CASE("Portland's neighbourhoods are held against Portland's checklist, and what the file does not hold cannot be told", "[real]")
{
    if (!std::filesystem::exists(portland())) SKIP("skipped: no real data");
    const test::SourceFolder folder;
    gis::PlaceFile file = placeOf(folder / "first.place", portland());
    const core::SnapshotPtr place = file.snapshot().value();
    const auto checklist = gis::shippedChecklist("portland");
    REQUIRE(checklist.has_value());
    std::map<std::string, std::map<core::Verdict, int>> verdicts;
    for (std::size_t row = 0; row < place->at(RegisterKind::Communities).size(); ++row) {
        for (const auto& answer : core::checkRecognition(*place, row, *checklist, 20'000)) {
            ++verdicts[answer.criterion.code][answer.verdict];
            CHECK_FALSE(answer.sentence.empty());
        }
    }
    const int all = static_cast<int>(place->at(RegisterKind::Communities).size());
    CHECK(verdicts["households"][core::Verdict::CannotBeTold] == all);
    CHECK(verdicts["open-membership"][core::Verdict::CannotBeTold] == all);
    CHECK(verdicts["rules"][core::Verdict::Unmet] == all);
    CHECK(verdicts["dispute"][core::Verdict::Met] == all);
    // Each community that shares ground, and no other, has shared ground to agree on.
    std::set<std::string> sharing;
    for (const core::CommunityOverlap& overlap : place->overlaps) sharing.insert({overlap.first, overlap.second});
    CHECK(verdicts["overlaps"][core::Verdict::Unmet] == static_cast<int>(sharing.size()));
    CHECK(sharing.size() > 30);
}
