// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gis/store/sample_place.h"

#include <catch2/catch_test_macros.hpp>

#include <vector>

namespace hereabouts {

using core::ErrorCode;
using core::RegisterKind;
using gis::AddRow;
using gis::PlaceFile;
using gis::RemoveOverlap;
using gis::RemoveRow;
using gis::SetField;
using gis::SetOverlap;
using gis::SetShape;
using test::batchFor;
using test::mustImport;
using test::mustRead;
using test::newPlace;
using test::openPlace;
using test::sameContent;

namespace {

/// Imports, edits of values and of shapes, an agreement: one step each.
void takeStep(PlaceFile& place, int step)
{
    const auto must = [](const core::Result<gis::HistoryRow>& row) {
        if (!row) FAIL(row.error().message);
    };
    switch (step) {
    case 0: {
        gis::ImportBatch batch = batchFor(RegisterKind::Communities, 4);
        batch.overlaps = {{.first = "C01", .second = "C02", .squareMetres = 50}};
        batch.rejected = {{.row = 9, .field = "code", .reason = "No code.", .values = {{"A", "b"}}}};
        return must(place.commitImport(batch));
    }
    case 1: return must(place.commitImport(batchFor(RegisterKind::Payments, 50)));
    case 2:
        return must(
            place.apply({SetField{.kind = RegisterKind::Communities, .id = 1, .field = "name", .value = "Whāroa"}}, "Renamed a community", "Its own spelling"));
    case 3: return must(place.commitImport(batchFor(RegisterKind::Proposals, 8)));
    case 4:
        return must(place.apply({SetShape{.kind = RegisterKind::Proposals, .id = 1, .geometry = test::square(1'500'000, 5'500'000, 70)},
                                    SetShape{.kind = RegisterKind::Proposals, .id = 2, .geometry = core::Geometry{}},
                                    SetField{.kind = RegisterKind::Proposals, .id = 3, .field = "cost", .value = std::int64_t{123456}}},
            "Redrew three proposals"));
    case 5:
        return must(place.apply({SetOverlap{{.first = "C01",
                                    .second = "C02",
                                    .agreement = core::OverlapAgreement::Agreed,
                                    .squareMetres = 50,
                                    .note = "Shared ground",
                                    .parties = "Both",
                                    .document = "D1",
                                    .settledOn = 20000}}},
            "Agreed an overlap"));
    case 6: {
        core::Record added = batchFor(RegisterKind::Communities, 6).rows.back();
        added.id = 0;
        return must(place.apply({AddRow{RegisterKind::Communities, added}, RemoveRow{RegisterKind::Proposals, 2}, RemoveOverlap{"C01", "C02"},
                                    SetOverlap{{.first = "C03", .second = "C04", .squareMetres = 7}}},
            "Added a community"));
    }
    default: return must(place.commitImport(batchFor(RegisterKind::Ballots, 30)));
    }
}

constexpr int kSteps = 8;

} // namespace

TEST_CASE("undoing everything gives the place before, redoing everything the place after, also by another start of the program", "[store][history]")
{
    const test::TemporaryFolder folder;
    std::vector<core::SnapshotPtr> states;
    {
        PlaceFile place = newPlace(folder / "coast.place");
        states.push_back(mustRead(place));
        for (int step = 0; step < kSteps; ++step) {
            takeStep(place, step);
            states.push_back(mustRead(place));
        }
    }
    for (int round = 0; round < 2; ++round) {
        for (int step = kSteps; step > 0; --step) {
            PlaceFile place = openPlace(folder / "coast.place");
            REQUIRE(place.undo());
            INFO("after undoing step " << step - 1);
            CHECK(sameContent(*mustRead(place), *states[static_cast<std::size_t>(step - 1)]));
        }
        PlaceFile place = openPlace(folder / "coast.place");
        CHECK(place.undo().error().code == ErrorCode::NotFound);
        CHECK(place.rejects().value().empty());
        for (int step = 0; step < kSteps; ++step) {
            REQUIRE(place.redo());
            INFO("after redoing step " << step);
            CHECK(sameContent(*mustRead(place), *states[static_cast<std::size_t>(step + 1)]));
        }
        CHECK(place.redo().error().code == ErrorCode::NotFound);
        CHECK(place.rejects().value().size() == 1);
        CHECK(place.checkDatabase().value().empty());
    }
}

TEST_CASE("every change is one row of the history, with who, what and why", "[store][history]")
{
    const test::TemporaryFolder folder;
    PlaceFile place = newPlace(folder / "coast.place");
    CHECK(place.history().value().empty());
    for (int step = 0; step < kSteps; ++step) takeStep(place, step);
    const auto history = place.history().value();
    REQUIRE(history.size() == kSteps);
    CHECK(history[1].what == "Imported 50 payments from payments.gpkg");
    CHECK(history[2].what == "Renamed a community");
    CHECK(history[2].why == "Its own spelling");
    CHECK_FALSE(history[2].who.empty());
    CHECK(history[2].when.size() == std::string("2025-03-31T02:15:09Z").size());
    for (std::size_t i = 0; i < history.size(); ++i) CHECK(history[i].number == static_cast<std::int64_t>(i) + 1);
}

TEST_CASE("after an undo a new change ends what could be redone, and the history still shows it", "[store][history]")
{
    const test::TemporaryFolder folder;
    PlaceFile place = newPlace(folder / "coast.place");
    for (int step = 0; step < 3; ++step) takeStep(place, step);
    REQUIRE(place.undo());
    CHECK(place.history().value()[2].undone);
    CHECK_FALSE(place.history().value()[2].dropped);
    takeStep(place, 3);
    const auto history = place.history().value();
    REQUIRE(history.size() == 4);
    CHECK(history[2].dropped);
    CHECK_FALSE(history[3].undone);
    CHECK(place.redo().error().code == ErrorCode::NotFound);
    const auto undone = place.undo();
    REQUIRE(undone);
    CHECK(undone->number == 4);
}

TEST_CASE("the history tells a change field by field", "[store][history]")
{
    const test::TemporaryFolder folder;
    PlaceFile place = newPlace(folder / "coast.place");
    takeStep(place, 3);
    REQUIRE(place.apply({SetField{.kind = RegisterKind::Proposals, .id = 3, .field = "cost", .value = std::int64_t{-5}}}, "Wrong").error().code
        == ErrorCode::BadInput);
    const auto edit = place.apply({SetField{.kind = RegisterKind::Proposals, .id = 3, .field = "cost", .value = std::int64_t{123456}}}, "New estimate");
    REQUIRE(edit);
    auto detail = place.historyDetail(edit->number).value();
    REQUIRE(detail.size() == 1);
    CHECK(detail[0].table == "proposals");
    CHECK(detail[0].row == 3);
    CHECK(detail[0].field == "cost");
    CHECK(detail[0].before == "246.90");
    CHECK(detail[0].after == "1234.56");
    CHECK(place.historyDetail(1, 5).value().size() == 5);
    REQUIRE(place.undo());
    CHECK(place.historyDetail(edit->number).value().size() == 1);
    REQUIRE(place.undo());
    detail = place.historyDetail(1, 300).value();
    CHECK_FALSE(detail.empty());
    CHECK(detail.front().before.empty());
    CHECK(place.historyDetail(99).error().code == ErrorCode::NotFound);
}

TEST_CASE("an edit of a row that is gone, of an unknown field or of the wrong kind changes nothing", "[store][history]")
{
    const test::TemporaryFolder folder;
    PlaceFile place = newPlace(folder / "coast.place");
    mustImport(place, batchFor(RegisterKind::Wards, 3));
    const core::SnapshotPtr before = mustRead(place);
    const gis::Edit good = SetField{.kind = RegisterKind::Wards, .id = 1, .field = "name", .value = "New name"};
    const double infinity = std::numeric_limits<double>::infinity();
    const std::vector<std::pair<gis::Edit, ErrorCode>> bad{
        {SetField{.kind = RegisterKind::Wards, .id = 99, .field = "name", .value = "x"}, ErrorCode::NotFound},
        {SetField{.kind = RegisterKind::Wards, .id = 2, .field = "colour", .value = "x"}, ErrorCode::BadInput},
        {SetField{.kind = RegisterKind::Wards, .id = 2, .field = "name", .value = std::int64_t{1}}, ErrorCode::BadInput},
        {SetField{.kind = RegisterKind::Wards, .id = 2, .field = "name", .value = core::Value{}}, ErrorCode::BadInput},
        {SetField{.kind = RegisterKind::Wards, .id = 2, .field = "population", .value = std::int64_t{-1}}, ErrorCode::BadInput},
        {SetField{.kind = RegisterKind::Wards, .id = 2, .field = "code", .value = "code 0 Ōtāhuhu"}, ErrorCode::BadInput},
        {SetShape{.kind = RegisterKind::Wards, .id = 2, .geometry = core::Point{1, 2}}, ErrorCode::BadInput},
        {SetShape{.kind = RegisterKind::Wards, .id = 2, .geometry = core::Geometry{}}, ErrorCode::BadInput},
        {SetShape{.kind = RegisterKind::Wards, .id = 2, .geometry = test::square(0, infinity, 1)}, ErrorCode::BadInput},
        {RemoveRow{RegisterKind::Wards, 99}, ErrorCode::NotFound},
        {RemoveOverlap{"C01", "C02"}, ErrorCode::UnknownId},
        {AddRow{RegisterKind::Wards, {}}, ErrorCode::BadInput},
        {AddRow{RegisterKind::Wards, before->at(RegisterKind::Wards).record(0)}, ErrorCode::BadInput},
    };
    for (const auto& [edit, code] : bad) {
        const auto refused = place.apply({good, edit}, "Both or neither");
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == code);
        INFO(refused.error().message);
        CHECK(mustRead(place) == before);
    }
    CHECK(place.history().value().size() == 1);
}

TEST_CASE("what a place is called is changed, taken back and done again like anything else", "[store][history]")
{
    const test::TemporaryFolder folder;
    PlaceFile place = newPlace(folder / "coast.place");
    const core::District before = mustRead(place)->district;
    mustImport(place, batchFor(RegisterKind::Communities, 2));
    core::District after = before;
    after.name = "Another Coast";
    after.currency = "GBP";
    after.fictional = !before.fictional;
    REQUIRE(place.apply({gis::SetDistrict{after}}, "Renamed the place").has_value());
    CHECK(mustRead(place)->district == after);
    const auto detail = place.historyDetail(2);
    REQUIRE(detail.has_value());
    REQUIRE(detail->size() == 3);
    CHECK(detail->front().before == before.name);
    CHECK(detail->front().after == "Another Coast");
    for (int round = 0; round < 2; ++round) {
        REQUIRE(place.undo().has_value());
        CHECK(mustRead(place)->district == before);
        REQUIRE(place.undo().has_value());
        REQUIRE(place.redo().has_value());
        REQUIRE(place.redo().has_value());
        CHECK(mustRead(place)->district == after);
    }
    core::District moved = after;
    moved.epsg = 27700;
    const auto refused = place.apply({gis::SetDistrict{moved}}, "Moved the place");
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == ErrorCode::BadInput);
    CHECK(mustRead(place)->district == after);
}

} // namespace hereabouts
