// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gis/store/sample_place.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace hereabouts {

using core::ErrorCode;
using core::RegisterKind;
using gis::PlaceFile;
using test::batchFor;
using test::mustImport;
using test::mustRead;
using test::newPlace;
using test::openPlace;
using test::rowsOf;

TEST_CASE("every register comes back from the file as it went in", "[store]")
{
    const test::TemporaryFolder folder;
    {
        PlaceFile place = newPlace(folder / "coast.place");
        for (const RegisterKind kind : core::kAllRegisters) mustImport(place, batchFor(kind, 12));
    }
    PlaceFile place = openPlace(folder / "coast.place");
    const core::SnapshotPtr snapshot = mustRead(place);
    CHECK(snapshot->district.name == "Test Coast");
    CHECK(snapshot->district.epsg == 2193);
    CHECK(snapshot->district.currency == "NZD");
    CHECK(snapshot->district.fictional);
    for (const RegisterKind kind : core::kAllRegisters) {
        if (kind == RegisterKind::Ballots) continue; // comes back in another order, on purpose
        INFO(core::specOf(kind).name);
        std::vector<core::Record> expected = batchFor(kind, 12).rows;
        std::int64_t id = 0;
        for (core::Record& record : expected) record.id = ++id;
        CHECK(rowsOf(*snapshot, kind) == expected);
    }
}

TEST_CASE("ballots come back whole and in an order that is not that of the file they came from", "[store][secrecy]")
{
    const test::TemporaryFolder folder;
    PlaceFile place = newPlace(folder / "coast.place");
    const gis::ImportBatch batch = batchFor(RegisterKind::Ballots, 200);
    mustImport(place, batch);
    std::vector<core::Record> kept = rowsOf(*mustRead(place), RegisterKind::Ballots);
    REQUIRE(kept.size() == 200);
    CHECK(std::ranges::count_if(kept, [&](const core::Record& ballot) { return batch.rows[static_cast<std::size_t>(ballot.id - 1)].values == ballot.values; }) < 20);
    const auto receipt = [](const core::Record& record) { return std::get<std::string>(record.values.front()); };
    std::vector<std::string> receiptsKept, receiptsGiven;
    std::ranges::transform(kept, std::back_inserter(receiptsKept), receipt);
    std::ranges::transform(batch.rows, std::back_inserter(receiptsGiven), receipt);
    std::ranges::sort(receiptsKept);
    std::ranges::sort(receiptsGiven);
    CHECK(receiptsKept == receiptsGiven);
}

TEST_CASE("a place that has not changed gives the same snapshot, and a change renews only its register", "[store]")
{
    const test::TemporaryFolder folder;
    PlaceFile place = newPlace(folder / "coast.place");
    mustImport(place, batchFor(RegisterKind::Wards, 3));
    const core::SnapshotPtr before = mustRead(place);
    CHECK(mustRead(place) == before);
    mustImport(place, batchFor(RegisterKind::Payments, 3));
    const core::SnapshotPtr after = mustRead(place);
    CHECK(after != before);
    CHECK(after->revision > before->revision);
    CHECK(after->registers[static_cast<std::size_t>(RegisterKind::Wards)] == before->registers[static_cast<std::size_t>(RegisterKind::Wards)]);
    CHECK(after->at(RegisterKind::Payments).size() == 3);
    CHECK(before->at(RegisterKind::Payments).size() == 0);
}

TEST_CASE("what another program commits is in the next snapshot", "[store]")
{
    const test::TemporaryFolder folder;
    PlaceFile place = newPlace(folder / "coast.place");
    const core::SnapshotPtr before = mustRead(place);
    {
        PlaceFile other = openPlace(folder / "coast.place");
        mustImport(other, batchFor(RegisterKind::Anchors, 4));
    }
    const core::SnapshotPtr after = mustRead(place);
    CHECK(after->at(RegisterKind::Anchors).size() == 4);
    CHECK(after->revision > before->revision);
}

TEST_CASE("the edition that came in last is named first", "[store]")
{
    const test::TemporaryFolder folder;
    PlaceFile place = newPlace(folder / "coast.place");
    for (const std::string edition : {"wards 2028", "wards 2025"}) {
        gis::ImportBatch batch = batchFor(RegisterKind::Wards, 5);
        for (core::Record& record : batch.rows) record.values[*core::specOf(RegisterKind::Wards).fieldIndex("edition")] = edition;
        mustImport(place, batch);
    }
    const auto& editions = mustRead(place)->editions;
    REQUIRE(editions.size() == 2);
    CHECK(editions[0].name == "wards 2025");
    CHECK(editions[1].name == "wards 2028");
    CHECK(editions[1].areas == 5);
}

TEST_CASE("drawings at a coarser scale are kept with their rows", "[store]")
{
    const test::TemporaryFolder folder;
    PlaceFile place = newPlace(folder / "coast.place");
    gis::ImportBatch batch = batchFor(RegisterKind::Wards, 2);
    batch.details = {{.toleranceMetres = 5, .shapes = {test::square(0, 0, 1), test::square(1, 0, 1)}}, {.toleranceMetres = 50, .shapes = {test::square(0, 0, 2), {}}}};
    mustImport(place, batch);
    mustImport(place, batchFor(RegisterKind::Wards, 1, 2)); // too small to need any
    const core::SnapshotPtr snapshot = mustRead(place);
    const core::DetailLevels& details = *snapshot->details[static_cast<std::size_t>(RegisterKind::Wards)];
    REQUIRE(details.size() == 2);
    CHECK(details[0].toleranceMetres == 5);
    CHECK(details[0].shapes[0] == core::Geometry{test::square(0, 0, 1)});
    CHECK(details[1].shapes[0] == core::Geometry{test::square(0, 0, 2)});
    CHECK(details[1].shapes[1] == core::Geometry{}); // smaller than the tolerance
    CHECK(details[1].shapes[2] == snapshot->at(RegisterKind::Wards).geometry(2));
}

TEST_CASE("a drawing made of a shape that has moved since is no longer shown", "[store]")
{
    const test::TemporaryFolder folder;
    PlaceFile place = newPlace(folder / "coast.place");
    gis::ImportBatch batch = batchFor(RegisterKind::Wards, 2);
    batch.details = {{.toleranceMetres = 5, .shapes = {test::square(0, 0, 1), test::square(1, 0, 1)}}};
    mustImport(place, batch);
    const core::MultiPolygon moved = test::square(1'500'000, 5'500'000, 10);
    REQUIRE(place.apply({gis::SetShape{.kind = RegisterKind::Wards, .id = 1, .geometry = moved}}, "Moved a border"));
    const auto wards = static_cast<std::size_t>(RegisterKind::Wards);
    CHECK(mustRead(place)->details[wards]->front().shapes[0] == core::Geometry{moved});
    CHECK(mustRead(place)->details[wards]->front().shapes[1] == core::Geometry{test::square(1, 0, 1)});
    REQUIRE(place.undo());
    CHECK(mustRead(place)->details[wards]->front().shapes[0] == core::Geometry{test::square(0, 0, 1)});
}

TEST_CASE("a moved border is measured on the ellipsoid", "[store]")
{
    const test::TemporaryFolder folder;
    PlaceFile place = newPlace(folder / "coast.place");
    mustImport(place, batchFor(RegisterKind::Wards, 1));
    REQUIRE(place.apply({gis::SetShape{.kind = RegisterKind::Wards, .id = 1, .geometry = test::square(1'600'000, 5'500'000, 1000)}}, "Moved a border"));
    // On the central meridian of NZTM (x = 1,600,000) a metre of the grid is 1 / 0.9996 m on the ground.
    const double area = mustRead(place)->at(RegisterKind::Wards).groundSquareMetres(0);
    CHECK(std::abs(area - 1e6 / (0.9996 * 0.9996)) < 10);
}

TEST_CASE("rejected and repaired rows are kept with their reasons", "[store]")
{
    const test::TemporaryFolder folder;
    PlaceFile place = newPlace(folder / "coast.place");
    gis::ImportBatch batch = batchFor(RegisterKind::Communities, 2);
    batch.rejected = {{.row = 7, .field = "code", .reason = "There is no code.", .values = {{"NAME", "Ōtara"}, {"CODE", ""}}}};
    batch.repaired = {{.row = 1, .code = "C01", .wasSquareMetres = 10.5, .nowSquareMetres = 10.25, .reason = "its line crosses itself"}};
    batch.mapping = {{"code", "CODE"}, {"name", "NAME"}};
    batch.headingsFingerprint = "CODE|NAME";
    CHECK(mustImport(place, batch).what == "Imported 2 communities from communities.gpkg, 1 rejected");
    const auto rejects = place.rejects();
    REQUIRE(rejects.has_value());
    REQUIRE(rejects->size() == 1);
    CHECK(rejects->front().source == "communities.gpkg");
    CHECK(rejects->front().row.row == 7);
    CHECK(rejects->front().row.values == std::vector<std::pair<std::string, std::string>>{{"NAME", "Ōtara"}, {"CODE", ""}});
    const auto repairs = place.repairs();
    REQUIRE(repairs.has_value());
    REQUIRE(repairs->size() == 1);
    CHECK(repairs->front().row.nowSquareMetres == 10.25);
    CHECK(place.rememberedMapping(RegisterKind::Communities, "CODE|NAME").value() == batch.mapping);
    CHECK_FALSE(place.rememberedMapping(RegisterKind::Wards, "CODE|NAME").value().has_value());
}

TEST_CASE("the values of a rejected ballot are never kept", "[store][secrecy]")
{
    const test::TemporaryFolder folder;
    PlaceFile place = newPlace(folder / "coast.place");
    gis::ImportBatch batch = batchFor(RegisterKind::Ballots, 1);
    batch.rejected = {{.row = 2, .field = "choices", .reason = "No choice.", .values = {{"voter", "Aroha"}}}};
    mustImport(place, batch);
    CHECK(place.rejects().value().front().row.values.empty());
}

TEST_CASE("a copy is a place with the same content", "[store]")
{
    const test::TemporaryFolder folder;
    PlaceFile place = newPlace(folder / "coast.place");
    for (const RegisterKind kind : core::kAllRegisters) mustImport(place, batchFor(kind, 6));
    REQUIRE(place.copyTo(folder / "copy.place"));
    PlaceFile copy = openPlace(folder / "copy.place");
    CHECK(test::sameContent(*mustRead(place), *mustRead(copy)));
    CHECK(place.copyTo(folder / "copy.place").error().code == ErrorCode::Refused);
    CHECK(copy.checkDatabase().value().empty());
}

TEST_CASE("a place is made only once, in a folder that is there, in a projected CRS", "[store]")
{
    const test::TemporaryFolder folder;
    newPlace(folder / "coast.place");
    CHECK(PlaceFile::create(folder / "coast.place", test::kCoast).error().code == ErrorCode::Refused);
    CHECK(PlaceFile::create(folder / "nowhere" / "coast.place", test::kCoast).error().code == ErrorCode::NotFound);
    for (const int epsg : {4326, 0, 999999}) {
        INFO(epsg);
        CHECK(PlaceFile::create(folder / "other.place", {.name = "Other", .epsg = epsg}).error().code == ErrorCode::BadInput);
        CHECK_FALSE(std::filesystem::exists(folder / "other.place"));
    }
}

TEST_CASE("a place is made in the home CRS of any country", "[store]")
{
    const test::TemporaryFolder folder;
    for (const int epsg : {2193, 27700, 32610, 3793, 6543, 2227}) {
        const auto path = folder / std::format("{}.place", epsg);
        const auto place = PlaceFile::create(path, {.name = "Elsewhere", .epsg = epsg, .currency = "GBP"});
        INFO(epsg << ": " << (place ? "" : place.error().message));
        CHECK((place || place.error().code == ErrorCode::BadInput)); // 2227 is in feet
    }
}

TEST_CASE("an overlap keeps what two communities say of it", "[store]")
{
    const test::TemporaryFolder folder;
    PlaceFile place = newPlace(folder / "coast.place");
    gis::ImportBatch batch = batchFor(RegisterKind::Communities, 2);
    batch.overlaps = {{.first = "C02", .second = "C01", .squareMetres = 125.5}};
    mustImport(place, batch);
    core::CommunityOverlap disputed = mustRead(place)->overlaps[0];
    disputed.agreement = core::OverlapAgreement::Disputed;
    disputed.note = "The wharf is claimed by both.";
    std::swap(disputed.first, disputed.second);
    REQUIRE(place.apply({gis::SetOverlap{disputed}}, "Disputed an overlap"));
    const auto overlap = mustRead(place)->overlaps.at(0);
    CHECK(overlap.first == "C01");
    CHECK(overlap.agreement == core::OverlapAgreement::Disputed);
    CHECK(overlap.note == "The wharf is claimed by both.");
    CHECK(place.apply({gis::RemoveOverlap{"C01", "C99"}}, "Forgot an overlap").error().code == ErrorCode::UnknownId);
    REQUIRE(place.undo());
    CHECK(mustRead(place)->overlaps.at(0).agreement == core::OverlapAgreement::NotAsked);
}

} // namespace hereabouts
