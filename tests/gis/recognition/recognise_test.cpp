// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/recognition/recognise.h"

#include "core/recognition/line_hash.h"
#include "tests/gis/store/sample_place.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>

using namespace hereabouts;
using core::RegisterKind;
using test::mustRead;
using test::square;

namespace {

constexpr double kX = 1'600'000, kY = 5'700'000;
constexpr std::int64_t kDay = 20'000; // 2024-10-04

gis::Edit added(RegisterKind kind, const std::vector<std::pair<std::string_view, core::Value>>& values, core::Geometry shape = {})
{
    const core::RegisterSpec& spec = core::specOf(kind);
    core::Record record{.values = std::vector<core::Value>(spec.fields.size()), .geometry = std::move(shape)};
    for (const auto& [name, value] : values) record.values[spec.fieldIndex(name).value()] = value;
    return gis::AddRow{kind, std::move(record)};
}

void must(gis::PlaceFile& place, const std::vector<gis::Edit>& edits, const std::string& what = "Test")
{
    const auto done = place.apply(edits, what);
    if (!done) FAIL(done.error().message);
}

/// Alder, an applicant with a line of 100 ha that is its edition 2024, and one draft.
gis::PlaceFile alder(const std::filesystem::path& path)
{
    gis::PlaceFile place = test::newPlace(path);
    must(place,
        {added(RegisterKind::Communities, {{"code", "A"}, {"name", "Alder"}, {"status", "applicant"}}, square(kX, kY, 1000)),
            added(RegisterKind::Boundaries, {{"community", "A"}, {"edition", "2024"}, {"line", "identity"}, {"state", "current"}, {"valid_from", kDay - 100}},
                square(kX, kY, 1000)),
            added(RegisterKind::Boundaries, {{"community", "A"}, {"edition", "draft"}, {"line", "identity"}, {"state", "draft"}}, square(kX, kY, 800))});
    return place;
}

const core::ChecklistTemplate kRules{.name = "ours",
    .title = "Ours",
    .publicityWeeks = 6,
    .reviewYears = 5,
    .criteria = {{.code = "line", .title = "A line", .test = core::CriterionTest::BoundaryDrawn}}};

gis::WeighedEndorsement only(gis::PlaceFile& place)
{
    const auto weighed = gis::weighedEndorsements(*mustRead(place), "A");
    REQUIRE(weighed.has_value());
    REQUIRE(weighed->size() == 1);
    return weighed->front();
}

gis::NewEndorsement endorsed(const std::string& edition)
{
    return {.community = "A",
        .edition = edition,
        .step = "endorsed",
        .givenBy = "Annual meeting",
        .givenOn = kDay,
        .votesFor = 30,
        .votesAgainst = 2,
        .document = {}};
}

void mustEndorse(gis::PlaceFile& place, const gis::NewEndorsement& given)
{
    const auto change = gis::endorse(*mustRead(place), given);
    if (!change) FAIL(change.error().message);
    must(place, change->edits, change->what);
}

} // namespace

TEST_CASE("a recognition is one change: state, review, step and the line it was given for; one undo brings all back", "[recognition]")
{
    const test::TemporaryFolder folder;
    gis::PlaceFile place = alder(folder / "coast.place");
    const core::SnapshotPtr before = mustRead(place);
    const auto move = core::decideRecognition(
        *before, 0, &kRules, {.to = "recognised", .why = "Meeting 12.", .by = "Board", .on = kDay, .despite = {}, .review = std::nullopt});
    REQUIRE(move.has_value());
    const gis::RecognitionChange change = gis::changeOf(*before, *move);
    const auto written = place.apply(change.edits, change.what, change.why);
    REQUIRE(written.has_value());
    CHECK(written->what == "Alder: applicant → recognised");
    CHECK(written->why == "Meeting 12.");
    const core::SnapshotPtr after = mustRead(place);
    CHECK(after->at(RegisterKind::Communities).text("status").at(0) == "recognised");
    CHECK(after->at(RegisterKind::Communities).integers("review_due")[0] == core::monthsAfter(kDay, 60));
    const core::RegisterTable& steps = after->at(RegisterKind::RecognitionSteps);
    REQUIRE(steps.size() == 1);
    CHECK(steps.text("decided_by").at(0) == "Board");
    CHECK(steps.text("checklist").at(0) == "ours");
    CHECK(only(place).line.step == "council recognised");
    CHECK(only(place).line.edition == "2024");
    CHECK(only(place).line.standing == core::EndorsementStanding::Stands);
    REQUIRE(place.undo().has_value());
    CHECK(test::sameContent(*before, *mustRead(place)));
    REQUIRE(place.redo().has_value());
    CHECK(test::sameContent(*after, *mustRead(place)));
}

TEST_CASE("the hash of a line is the same after it was written to the place file and read again", "[recognition]")
{
    const test::TemporaryFolder folder;
    core::MultiPolygon odd = square(kX + 0.1, kY + 0.07, 333.33, true);
    odd[0].outer[1].y += 12.34;
    const std::string hash = core::lineHash(odd);
    {
        gis::PlaceFile place = test::newPlace(folder / "coast.place");
        must(place, {added(RegisterKind::Communities, {{"code", "A"}, {"name", "Alder"}}, odd)});
        CHECK(core::lineHash(mustRead(place)->at(RegisterKind::Communities).geometry(0)) == hash);
    }
    gis::PlaceFile again = test::openPlace(folder / "coast.place");
    CHECK(core::lineHash(mustRead(again)->at(RegisterKind::Communities).geometry(0)) == hash);
}

TEST_CASE("a line changed later breaks its endorsement and says by how much ground", "[recognition]")
{
    const test::TemporaryFolder folder;
    gis::PlaceFile place = alder(folder / "coast.place");
    mustEndorse(place, endorsed(""));
    CHECK(only(place).sentence == "Given for the line of 2024-06-26, which is the line there is.");
    // 100 m to the east: 10 ha gained in the east, 10 ha lost in the west.
    must(place, {gis::SetShape{RegisterKind::Communities, 1, square(kX + 100, kY, 1000)}});
    const gis::WeighedEndorsement broken = only(place);
    CHECK(broken.line.standing == core::EndorsementStanding::LineChanged);
    CHECK_THAT(broken.gainedSquareMetres.value(), Catch::Matchers::WithinRel(100'000, 0.01));
    CHECK(broken.sentence == "Given for the line of 2024-06-26, which has changed since: +10.0 ha, −10.0 ha.");
    must(place, {gis::SetShape{RegisterKind::Communities, 1, square(kX, kY, 1000.01)}});
    CHECK(only(place).sentence == "Given for the line of 2024-06-26, which has changed since: +21 m², −0 m².");
    // The edition is changed in its place as well: nothing holds the line any more.
    must(place, {gis::SetShape{RegisterKind::Boundaries, 1, square(kX, kY, 1000.01)}});
    CHECK(only(place).line.standing == core::EndorsementStanding::LineNotHeld);
    CHECK(only(place).sentence == "Given for the line of 2024-06-26, which has changed since; it is not held any more, so by how much cannot be told.");
    must(place, {gis::SetShape{RegisterKind::Communities, 1, square(kX, kY, 1000)}});
    CHECK(only(place).line.standing == core::EndorsementStanding::Stands);
}

TEST_CASE("an endorsed draft is no endorsed line until the community takes it", "[recognition]")
{
    const test::TemporaryFolder folder;
    gis::PlaceFile place = alder(folder / "coast.place");
    mustEndorse(place, endorsed("draft"));
    CHECK(only(place).sentence == "Given for 'draft', which is a draft and not the line there is.");
    must(place, {gis::SetShape{RegisterKind::Communities, 1, square(kX, kY, 800)}});
    CHECK(only(place).line.standing == core::EndorsementStanding::Stands);
}

TEST_CASE("what cannot be endorsed is told", "[recognition]")
{
    const test::TemporaryFolder folder;
    gis::PlaceFile place = alder(folder / "coast.place");
    must(place, {added(RegisterKind::Communities, {{"code", "B"}, {"name", "Birch"}})});
    const auto troubleOf = [&](gis::NewEndorsement given) {
        const auto change = gis::endorse(*mustRead(place), given);
        return change ? std::string() : change.error().message;
    };
    CHECK(troubleOf(endorsed("1999")) == "A has no boundary edition '1999'.");
    gis::NewEndorsement other = endorsed("");
    other.community = "B";
    CHECK(troubleOf(other) == "Birch has no line that could be endorsed.");
    other.community = "Z";
    CHECK(troubleOf(other) == "There is no community 'Z' in this place.");
    other = endorsed("");
    other.step = "liked";
    CHECK(troubleOf(other) == "\"liked\" is no step of an endorsement.");
}
