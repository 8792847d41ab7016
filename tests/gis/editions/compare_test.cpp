// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/editions/compare.h"

#include "tests/app/small_place.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace hereabouts;
using namespace std::string_literals;
using Catch::Matchers::WithinRel;
using core::RegisterKind;

namespace {

core::SnapshotPtr placeWithEditions()
{
    test::SmallPlace place = test::fourCorners();
    // Harbour is 6 km from (1, 1) and shares ground with Old Town, 6 km from (5, 5). Before it was 3 km from (1, 1), and a draft reaches into SE.
    place.add(RegisterKind::Boundaries, {{"community", "C01"s}, {"edition", "first"s}, {"line", "identity"s}, {"state", "superseded"s}, {"valid_from", std::int64_t{1000}}}, test::square(1, 1, 3));
    place.add(RegisterKind::Boundaries, {{"community", "C01"s}, {"edition", "draft"s}, {"line", "identity"s}, {"state", "draft"s}, {"valid_from", std::int64_t{2000}}}, test::square(3, 1, 9));
    place.add(RegisterKind::Boundaries, {{"community", "C01"s}, {"edition", "in words"s}});
    return place.snapshot();
}

} // namespace

TEST_CASE("what a line gains and keeps is the new line, what it loses and keeps the old one", "[editions]")
{
    const core::SnapshotPtr place = placeWithEditions();
    const auto change = gis::compareLines(*place, "C01", "first", "draft");
    REQUIRE(change.has_value());
    CHECK_THAT(change->kept.squareMetres + change->lost.squareMetres, WithinRel(9e6, 2e-3)); // 3 km squared, on the ground
    CHECK_THAT(change->kept.squareMetres + change->gained.squareMetres, WithinRel(81e6, 2e-3));
    CHECK(change->areasEntered == std::vector<std::string>{"Board SE (boards 2025)"});
    CHECK(change->areasLeft.empty());
    CHECK(change->newlyShared == std::vector<std::string>{"Old Town"});
    const auto back = gis::compareLines(*place, "C01", "draft", "first");
    REQUIRE(back.has_value());
    CHECK(back->gained.squareMetres == change->lost.squareMetres);
    CHECK(back->areasLeft == change->areasEntered);
    CHECK(back->noLongerShared == change->newlyShared);
}

TEST_CASE("people are gained with the ground that their small area's middle stands on", "[editions]")
{
    const core::SnapshotPtr place = placeWithEditions();
    const auto change = gis::compareLines(*place, "C01", "first", "present"); // the middle of SW is at (5, 5): in the present line alone
    REQUIRE(change.has_value());
    REQUIRE(change->gained.people.has_value());
    CHECK(change->gained.people->people == 1'000);
    CHECK(change->lost.squareMetres == 0);
    CHECK(change->sentence.starts_with("From first to present: gains 27"));
    CHECK(change->sentence.contains("and 1,000 people, loses 0.0 ha and 0 people, keeps"));
    CHECK(gis::compareLines(*place, "C01", "present", "present")->sentence == "The two lines are the same.");
}

TEST_CASE("a line that is not there, and one without a shape, are named", "[editions]")
{
    const core::SnapshotPtr place = placeWithEditions();
    const auto lines = gis::linesOf(*place, "C01");
    REQUIRE(lines.size() == 4);
    CHECK(lines.back().isPresent);
    const auto unknown = gis::compareLines(*place, "C01", "2031", "present");
    REQUIRE_FALSE(unknown.has_value());
    CHECK(unknown.error().message.contains("no line \"2031\"; it has \"in words\", \"first\", \"draft\", \"present\""));
    CHECK(gis::compareLines(*place, "C01", "in words", "present").error().message == "The line \"in words\" has no shape to compare.");
    CHECK(gis::compareLines(*place, "C99", "first", "present").error().message == "There is no community \"C99\" in this place.");
}
