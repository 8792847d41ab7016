// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/detail/sqlite.h"
#include "tests/gis/store/outside_hand.h"
#include "tests/gis/store/sample_place.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdio>
#include <thread>

namespace hereabouts {

using core::ErrorCode;
using core::RegisterKind;
using gis::PlaceFile;
using test::batchFor;
using test::mustImport;
using test::mustRead;
using test::newPlace;
using test::openPlace;
using test::OutsideHand;

namespace {

std::string outputOf(const std::string& command)
{
    std::string output;
    FILE* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe);
    char buffer[4096];
    while (const std::size_t count = fread(buffer, 1, sizeof buffer, pipe)) output.append(buffer, count);
    pclose(pipe);
    return output;
}

bool isInstalled(const std::string& program) { return std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) == 0; }

} // namespace

TEST_CASE("the sqlite3 program and we change one place by turns, and neither loses anything", "[store][others]")
{
    if (!isInstalled("sqlite3")) SKIP("skipped: sqlite3 is not installed");
    const test::TemporaryFolder folder;
    const auto path = folder / "coast.place";
    PlaceFile place = newPlace(path);
    mustImport(place, batchFor(RegisterKind::Anchors, 6));
    for (int round = 0; round < 6; ++round) {
        REQUIRE(place.apply({gis::SetField{.kind = RegisterKind::Anchors, .id = round % 3 + 1, .field = "address", .value = std::format("ours {}", round)}}, "Ours"));
        CHECK(outputOf(std::format("sqlite3 '{}' \"UPDATE anchors SET address = 'theirs {}' WHERE id = {}; SELECT count(*) FROM history\"", path.string(), round, round % 3 + 4))
            == std::format("{}\n", round + 2));
        const core::SnapshotPtr snapshot = mustRead(place);
        CHECK(snapshot->at(RegisterKind::Anchors).text("address").at(static_cast<std::size_t>(round % 3)) == std::format("ours {}", round));
        CHECK(snapshot->at(RegisterKind::Anchors).text("address").at(static_cast<std::size_t>(round % 3 + 3)) == std::format("theirs {}", round));
    }
    CHECK(place.checkDatabase().value().empty());
}

TEST_CASE("a change of a row that another program has changed since is not taken back", "[store][others]")
{
    const test::TemporaryFolder folder;
    PlaceFile place = newPlace(folder / "coast.place");
    mustImport(place, batchFor(RegisterKind::Anchors, 2));
    REQUIRE(place.apply({gis::SetField{.kind = RegisterKind::Anchors, .id = 1, .field = "name", .value = "Ours"}, gis::SetField{.kind = RegisterKind::Anchors, .id = 2, .field = "name", .value = "Ours too"}}, "Renamed"));
    OutsideHand(folder / "coast.place").run("UPDATE anchors SET name = 'Theirs' WHERE id = 2");
    const auto refused = place.undo();
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == ErrorCode::Refused);
    CHECK(refused.error().message.contains("anchors"));
    const core::SnapshotPtr snapshot = mustRead(place);
    CHECK(snapshot->at(RegisterKind::Anchors).text("name").at(0) == "Ours");
    CHECK(snapshot->at(RegisterKind::Anchors).text("name").at(1) == "Theirs");
    CHECK_FALSE(place.history().value().back().undone);
}

TEST_CASE("a place that another program is writing is told to be busy, and works when that is done", "[store][others]")
{
    const test::TemporaryFolder folder;
    newPlace(folder / "coast.place");
    auto place = PlaceFile::open(folder / "coast.place", std::chrono::milliseconds(60));
    REQUIRE(place);
    {
        OutsideHand hand(folder / "coast.place");
        hand.run("BEGIN IMMEDIATE");
        const auto refused = place->commitImport(batchFor(RegisterKind::Wards, 2));
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == ErrorCode::Busy);
        CHECK(refused.error().message.contains("coast.place"));
        CHECK(mustRead(*place)->at(RegisterKind::Wards).size() == 0); // reading goes on
    }
    CHECK(place->commitImport(batchFor(RegisterKind::Wards, 2)).has_value());
}

TEST_CASE("waiting for another program ends when the job is stopped", "[store][others]")
{
    const test::TemporaryFolder folder;
    PlaceFile place = newPlace(folder / "coast.place");
    OutsideHand hand(folder / "coast.place");
    hand.run("BEGIN IMMEDIATE");
    std::stop_source stop;
    const std::jthread stopper([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        stop.request_stop();
    });
    const auto begun = std::chrono::steady_clock::now();
    CHECK_FALSE(place.commitImport(batchFor(RegisterKind::Wards, 2), {.stop = stop.get_token()}).has_value());
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(5));
}

TEST_CASE("two of us write at the same time and both come through", "[store][others]")
{
    const test::TemporaryFolder folder;
    newPlace(folder / "coast.place");
    const auto write = [&](int first) {
        auto place = PlaceFile::open(folder / "coast.place");
        for (int i = 0; place && i < 25; ++i) {
            if (!place->commitImport(batchFor(RegisterKind::Localities, 1, first + i))) return false;
        }
        return place.has_value();
    };
    bool otherCameThrough = false;
    std::jthread other([&] { otherCameThrough = write(1000); });
    CHECK(write(0));
    other.join();
    CHECK(otherCameThrough);
    PlaceFile place = openPlace(folder / "coast.place");
    CHECK(mustRead(place)->at(RegisterKind::Localities).size() == 50);
    CHECK(place.history().value().size() == 50);
}

TEST_CASE("a trigger that rolls back takes the whole import with it and nothing that was there before", "[store][others]")
{
    const test::TemporaryFolder folder;
    PlaceFile place = newPlace(folder / "coast.place");
    mustImport(place, batchFor(RegisterKind::Anchors, 3));
    OutsideHand(folder / "coast.place").run("CREATE TRIGGER no BEFORE INSERT ON anchors WHEN NEW.workforce = 3 BEGIN SELECT RAISE(ROLLBACK, 'not this one'); END");
    const auto refused = place.commitImport(batchFor(RegisterKind::Anchors, 12, 5)); // the row with workforce 3 is in its middle, good ones after it
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().message.contains("not this one"));
    CHECK(mustRead(place)->at(RegisterKind::Anchors).size() == 3);
    CHECK(place.history().value().size() == 1);
    CHECK(place.checkDatabase().value().empty());
}

TEST_CASE("an import with a bad row writes nothing at all", "[store]")
{
    const test::TemporaryFolder folder;
    PlaceFile place = newPlace(folder / "coast.place");
    mustImport(place, batchFor(RegisterKind::Boards, 3));
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto refusalOf = [&](core::Geometry geometry) {
        gis::ImportBatch batch = batchFor(RegisterKind::Boards, 5, 10);
        batch.rows[3].geometry = std::move(geometry);
        const auto refused = place.commitImport(batch);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == ErrorCode::BadInput);
        CHECK(refused.error().message.contains("code 13"));
        return refused.error().message;
    };
    CHECK(refusalOf(test::square(nan, 0, 1)).contains("finite"));
    CHECK(refusalOf(test::square(0, std::numeric_limits<double>::infinity(), 1)).contains("finite"));
    CHECK(refusalOf(core::Point{1, 2}).contains("kind"));
    CHECK(refusalOf(core::MultiPolygon{{.outer = {{0, 0}, {1, 0}, {1, 1}, {0, 1}}, .holes = {}}}).contains("closed"));
    CHECK(refusalOf({}).contains("kind"));
    gis::ImportBatch twice = batchFor(RegisterKind::Boards, 2, 10);
    twice.rows.push_back(batchFor(RegisterKind::Boards, 1).rows.front());
    CHECK(place.commitImport(twice).error().message.contains("already"));
    CHECK(mustRead(place)->at(RegisterKind::Boards).size() == 3);
    CHECK(place.history().value().size() == 1);
}

TEST_CASE("a stopped import leaves no trace", "[store]")
{
    const test::TemporaryFolder folder;
    PlaceFile place = newPlace(folder / "coast.place");
    const core::SnapshotPtr before = mustRead(place);
    std::stop_source stop;
    core::Job job{.stop = stop.get_token(), .report = [&](double share, std::string_view) {
        if (share > 0.5) stop.request_stop();
    }};
    const auto stopped = place.commitImport(batchFor(RegisterKind::Localities, 5000), job);
    REQUIRE_FALSE(stopped.has_value());
    CHECK(stopped.error().code == ErrorCode::Cancelled);
    CHECK(mustRead(place) == before);
    CHECK(place.history().value().empty());
}

TEST_CASE("a border that another program drew is measured when it is read", "[store][others]")
{
    const test::TemporaryFolder folder;
    PlaceFile place = newPlace(folder / "coast.place");
    mustImport(place, batchFor(RegisterKind::Wards, 1));
    {
        auto gisProgram = gis::detail::Database::openExisting(folder / "coast.place", std::chrono::seconds(5));
        gisProgram->startSpatialite();
        gisProgram->run("UPDATE wards SET geom = GeomFromText('MULTIPOLYGON(((1600000 5500000, 1601000 5500000, 1601000 5501000, 1600000 5501000, 1600000 5500000)))', 2193);"
                        "INSERT INTO wards (code, name, edition, geom) VALUES ('N', 'New', 'test 2025', "
                        "GeomFromText('MULTIPOLYGON(((1600000 5500000, 1602000 5500000, 1602000 5501000, 1600000 5501000, 1600000 5500000)))', 2193))");
    }
    const core::RegisterTable& wards = mustRead(place)->at(RegisterKind::Wards);
    REQUIRE(wards.size() == 2);
    CHECK(std::abs(wards.groundSquareMetres(0) - 1.0008e6) < 10);
    CHECK(std::abs(wards.groundSquareMetres(1) - 2.0016e6) < 20);
    CHECK(place.checkDatabase().value().empty());
}

TEST_CASE("a value that another program wrote and no register can hold is told by the check", "[store][others]")
{
    const test::TemporaryFolder folder;
    PlaceFile place = newPlace(folder / "coast.place");
    mustImport(place, batchFor(RegisterKind::Payments, 2));
    OutsideHand(folder / "coast.place").run("UPDATE payments SET paid_on = 'next week' WHERE id = 2");
    CHECK(mustRead(place)->at(RegisterKind::Payments).integers("paid_on")[1] == core::kNoInteger);
    const auto findings = place.checkDatabase().value();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].field == "paid_on");
    CHECK(findings[0].message.contains("next week"));
}

TEST_CASE("OGR lists points, lines and areas as layers of their own", "[store][others]")
{
    if (!isInstalled("ogrinfo")) SKIP("skipped: ogrinfo is not installed");
    const test::TemporaryFolder folder;
    {
        PlaceFile place = newPlace(folder / "coast.place");
        for (const RegisterKind kind : core::kAllRegisters) mustImport(place, batchFor(kind, 8));
    }
    const std::string layers = outputOf(std::format("ogrinfo -ro -q '{}'", (folder / "coast.place").string()));
    for (const std::string layer : {"wards (Multi Polygon)", "boards (Multi Polygon)", "small_areas (Multi Polygon)", "communities (Multi Polygon)", "anchors (Point)",
             "suppliers (Point)", "basemap_points (Point)", "basemap_lines (Multi Line String)", "basemap_areas (Multi Polygon)", "proposals_points (Point)"}) {
        INFO(layer);
        CHECK(layers.contains(layer));
    }
    const std::string lines = outputOf(std::format("ogrinfo -ro -so '{}' basemap_lines", (folder / "coast.place").string()));
    CHECK(lines.contains("Feature Count: 2"));
    CHECK(lines.contains("NZGD2000"));
    const std::string payments = outputOf(std::format("ogrinfo -ro -so '{}' payments", (folder / "coast.place").string()));
    CHECK(payments.contains("paid_on: Date"));
}

TEST_CASE("anybody's SQLite sees money in whole units, dates as dates and a style for each layer", "[store][others]")
{
    const test::TemporaryFolder folder;
    PlaceFile place = newPlace(folder / "coast.place");
    gis::ImportBatch batch = batchFor(RegisterKind::Payments, 1);
    const core::RegisterSpec& spec = core::specOf(RegisterKind::Payments);
    batch.rows[0].values[*spec.fieldIndex("amount")] = std::int64_t{-1234};
    batch.rows[0].values[*spec.fieldIndex("paid_on")] = std::int64_t{20178};
    mustImport(place, batch);
    OutsideHand hand(folder / "coast.place");
    CHECK(hand.ask("SELECT amount, paid_on FROM payments_in_whole_units") == "-12.34|2025-03-31");
    CHECK(hand.ask("SELECT amount FROM payments") == "-1234");
    CHECK(hand.ask("SELECT count(*) FROM geometry_columns g WHERE NOT EXISTS (SELECT 1 FROM layer_styles s WHERE s.f_geometry_column = g.f_geometry_column "
                   "AND s.f_table_name LIKE g.f_table_name || '%' AND s.useAsDefault AND s.styleQML LIKE '<!DOCTYPE qgis%')") == "0");
    CHECK(hand.ask("SELECT count(*) FROM geometry_columns WHERE spatial_index_enabled <> 1") == "0");
    CHECK(hand.ask("SELECT unit FROM explained_columns WHERE table_name = 'payments' AND column_name = 'amount'").contains("hundredths"));
}

} // namespace hereabouts
