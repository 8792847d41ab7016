// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/redraw/new_line.h"

#include "tests/gis/store/sample_place.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace hereabouts {

using core::RegisterKind;
using gis::NewLine;
using test::mustRead;
using test::square;

namespace {

constexpr double kX = 1'600'000, kY = 5'700'000;
constexpr std::int64_t kToday = 20'780; // 2026-11-23

core::Record community(const char* code, const char* name, core::Geometry shape)
{
    const core::RegisterSpec& spec = core::specOf(RegisterKind::Communities);
    core::Record record{.id = 0, .values = std::vector<core::Value>(spec.fields.size()), .geometry = std::move(shape)};
    record.values[0] = std::string(code);
    record.values[1] = std::string(name);
    return record;
}

/// A of 1 km × 1 km, B beside it sharing a quarter, C beyond boundaries.
gis::PlaceFile threeCommunities(const std::filesystem::path& path)
{
    gis::PlaceFile place = test::newPlace(path);
    REQUIRE(
        place.apply({gis::AddRow{RegisterKind::Communities, community("A", "Alder", square(kX, kY, 1000))},
                        gis::AddRow{RegisterKind::Communities, community("B", "Birch", square(kX + 750, kY, 1000))},
                        gis::AddRow{RegisterKind::Communities, community("C", "Clover", core::Geometry{})},
                        gis::SetOverlap{{.first = "A", .second = "B", .agreement = core::OverlapAgreement::Agreed, .squareMetres = 250'000, .note = "Signed"}}},
            "Three communities"));
    return place;
}

core::SnapshotPtr takeAndRead(gis::PlaceFile& place, const NewLine& line)
{
    const auto taken = gis::takeLine(*mustRead(place), line);
    if (!taken) FAIL(taken.error().message);
    const auto written = place.apply(taken->edits, taken->what);
    if (!written) FAIL(written.error().message);
    return mustRead(place);
}

} // namespace

TEST_CASE("a line that a community takes becomes its shape, the line it had is kept as an edition, and one undo brings all back", "[redraw]")
{
    const test::TemporaryFolder folder;
    gis::PlaceFile place = threeCommunities(folder / "coast.place");
    const core::SnapshotPtr before = mustRead(place);
    const core::SnapshotPtr after
        = takeAndRead(place, {.community = "A", .shape = square(kX + 500, kY, 1000), .adopted = true, .source = "Hui at the hall", .today = kToday});
    CHECK(after->at(RegisterKind::Communities).geometry(0) == core::Geometry{square(kX + 500, kY, 1000)});
    const core::RegisterTable& editions = after->at(RegisterKind::Boundaries);
    REQUIRE(editions.size() == 2);
    CHECK(editions.geometry(0) == before->at(RegisterKind::Communities).geometry(0));
    CHECK(editions.text("state").at(0) == "superseded");
    CHECK(editions.text("state").at(1) == "current");
    CHECK(editions.text("follows").at(1) == editions.text("edition").at(0));
    REQUIRE(after->overlaps.size() == 1);
    CHECK(after->overlaps[0].squareMetres == Catch::Approx(750'000).epsilon(0.002)); // NZTM's scale there
    CHECK(after->overlaps[0].agreement == core::OverlapAgreement::Agreed);
    REQUIRE(place.undo());
    CHECK(test::sameContent(*mustRead(place), *before));
}

TEST_CASE("a draft leaves the community's line and its overlaps alone, and is replaced by the next of its name", "[redraw]")
{
    const test::TemporaryFolder folder;
    gis::PlaceFile place = threeCommunities(folder / "coast.place");
    const core::SnapshotPtr before = mustRead(place);
    takeAndRead(place, {.community = "A", .shape = square(kX + 500, kY, 1000), .today = kToday});
    const core::SnapshotPtr after = takeAndRead(place, {.community = "A", .shape = square(kX + 600, kY, 1000), .today = kToday});
    CHECK(after->at(RegisterKind::Communities).geometry(0) == before->at(RegisterKind::Communities).geometry(0));
    CHECK(after->overlaps == before->overlaps);
    REQUIRE(after->at(RegisterKind::Boundaries).size() == 1);
    CHECK(after->at(RegisterKind::Boundaries).geometry(0) == core::Geometry{square(kX + 600, kY, 1000)});
}

TEST_CASE("what was agreed outlives the ground it was about; what nobody spoke of does not", "[redraw]")
{
    const test::TemporaryFolder folder;
    gis::PlaceFile place = threeCommunities(folder / "coast.place");
    core::SnapshotPtr after = takeAndRead(place, {.community = "C", .shape = square(kX + 1700, kY, 500), .adopted = true, .today = kToday});
    REQUIRE(after->overlaps.size() == 2); // B and C share 50 m × 500 m
    after = takeAndRead(place, {.community = "B", .shape = square(kX, kY + 5000, 500), .adopted = true, .today = kToday});
    REQUIRE(after->overlaps.size() == 1);
    CHECK(after->overlaps[0].note == "Signed");
    CHECK(after->overlaps[0].squareMetres == 0);
}

TEST_CASE("a line that crosses itself is repaired and says so; what encloses nothing, or names a community twice, is refused in words", "[redraw]")
{
    const test::TemporaryFolder folder;
    gis::PlaceFile place = threeCommunities(folder / "coast.place");
    const core::PlaceSnapshot& now = *mustRead(place);
    const core::MultiPolygon bow{{.outer = {{kX, kY}, {kX + 100, kY + 100}, {kX + 100, kY}, {kX, kY + 100}, {kX, kY}}, .holes = {}}};
    const auto repaired = gis::takeLine(now, {.name = "Bow Street", .shape = bow, .adopted = true, .today = kToday});
    REQUIRE(repaired);
    CHECK(repaired->shape.repaired);
    CHECK(repaired->community == "BOW-STREET");
    const core::MultiPolygon spike{{.outer = {{kX, kY}, {kX + 100, kY + 100}, {kX, kY}}, .holes = {}}};
    CHECK(gis::takeLine(now, {.community = "A", .shape = spike, .today = kToday}).error().code == core::ErrorCode::BadInput);
    CHECK(gis::takeLine(now, {.name = "alder", .shape = square(kX, kY, 9), .today = kToday}).error().code == core::ErrorCode::BadInput);
    CHECK(gis::takeLine(now, {.name = " ", .shape = square(kX, kY, 9), .today = kToday}).error().code == core::ErrorCode::BadInput);
    CHECK(gis::takeLine(now, {.community = "Z", .shape = square(kX, kY, 9), .today = kToday}).error().code == core::ErrorCode::UnknownId);
}

TEST_CASE("an edition that is restored is the community's line again, and nothing of its past is lost", "[redraw]")
{
    const test::TemporaryFolder folder;
    gis::PlaceFile place = threeCommunities(folder / "coast.place");
    const core::Geometry first = mustRead(place)->at(RegisterKind::Communities).geometry(0);
    core::SnapshotPtr now = takeAndRead(place, {.community = "A", .shape = square(kX + 500, kY, 1000), .adopted = true, .today = kToday});
    const auto back = gis::restoreEdition(*now, "A", std::string(now->at(RegisterKind::Boundaries).text("edition").at(0)), kToday);
    REQUIRE(back);
    REQUIRE(place.apply(back->edits, back->what));
    now = mustRead(place);
    CHECK(now->at(RegisterKind::Communities).geometry(0) == first);
    CHECK(now->at(RegisterKind::Boundaries).size() == 3);
    CHECK(gis::restoreEdition(*now, "A", "no such", kToday).error().code == core::ErrorCode::UnknownId);
}

} // namespace hereabouts
