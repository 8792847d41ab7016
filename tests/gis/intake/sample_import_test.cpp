// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/intake/import.h"

#include "tests/gis/read/source_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

using namespace hereabouts;
using core::RegisterKind;

TEST_CASE("the sample district comes in through the same import as anybody's files", "[intake]")
{
    const std::filesystem::path samples(HEREABOUTS_SAMPLES);
    std::ifstream in(samples / "manifest.json");
    const auto manifest = nlohmann::json::parse(in);
    const test::SourceFolder folder;
    auto place = gis::PlaceFile::create(folder / "place.sqlite", {.name = manifest["district"]["name"], .epsg = manifest["district"]["epsg"]});
    REQUIRE(place.has_value());
    std::size_t ballotsTurnedAway = 0;
    std::vector<std::string> drawingsTurnedAway;
    for (const auto& entry : manifest["imports"]) {
        gis::ImportRequest request{.source = samples / entry["file"].get<std::string>(), .kind = core::registerNamed(entry["kind"].get<std::string>()).value(), .edition = entry.value("edition", "")};
        if (entry.contains("crs")) request.crs = entry["crs"].get<std::string>();
        if (entry.contains("mapping")) request.mapping = entry["mapping"].get<std::map<std::string, std::string>>();
        const auto shown = gis::previewImport(*place, request);
        INFO(request.source.filename().string() << ": " << (shown ? shown->obstacle() : shown.error().message));
        REQUIRE(shown.has_value());
        REQUIRE(shown->canCommit());
        if (request.kind == RegisterKind::Communities) {
            REQUIRE(shown->batch.repaired.size() == 1);
            CHECK(shown->batch.repaired.front().code == "C16");
        }
        if (request.kind == RegisterKind::Ballots) ballotsTurnedAway = shown->batch.rejected.size();
        else if (request.kind == RegisterKind::Drawings) {
            for (const gis::RejectedRow& row : shown->batch.rejected) drawingsTurnedAway.push_back(row.field);
        } else if (!shown->batch.rejected.empty()) FAIL(shown->batch.rejected.front().row << " " << shown->batch.rejected.front().field << " " << shown->batch.rejected.front().reason);
        REQUIRE(gis::commitImport(*place, *shown).has_value());
    }
    const auto snapshot = place->snapshot().value();
    CHECK(snapshot->at(RegisterKind::Boards).size() == 12);
    CHECK(snapshot->at(RegisterKind::SmallAreas).size() == 320);
    CHECK(snapshot->at(RegisterKind::Communities).size() == 20);
    CHECK(snapshot->at(RegisterKind::Proposals).size() == 120);
    CHECK(snapshot->at(RegisterKind::Ballots).size() == 3000);
    CHECK(ballotsTurnedAway == 57);
    CHECK(drawingsTurnedAway == std::vector<std::string>{"geometry"});
    CHECK(snapshot->at(RegisterKind::Drawings).size() == 161);
    CHECK(snapshot->at(RegisterKind::Boundaries).size() == 23);
    CHECK(snapshot->at(RegisterKind::Members).size() == 8);
    std::int64_t cents = 0;
    for (const std::int64_t amount : snapshot->at(RegisterKind::Payments).integers("amount")) cents += amount;
    CHECK(snapshot->at(RegisterKind::Payments).size() == 20'000);
    CHECK(cents == 26'750'000'000);
}
