// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/joined/people_counter.h"

#include "core/joined/tally.h"
#include "tests/core/joined/made_place.h"

#include <catch2/catch_test_macros.hpp>

using namespace hereabouts;
using namespace hereabouts::core;
using hereabouts::test::MadePlace;
using enum core::RegisterKind;

namespace {

MultiPolygon box(double x, double y, double width, double height)
{
    return {{.outer = {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}}, .holes = {}}};
}

/// Four small areas of 100 m in a row with 10, 20, 30 and 40 people.
PlaceSnapshot fourInARow()
{
    MadePlace made;
    for (int i = 0; i < 4; ++i) {
        made.add(SmallAreas, {{"code", "S" + std::to_string(i)}, {"edition", std::string("small areas 2023")}, {"population", std::int64_t{10 * (i + 1)}}},
            box(100.0 * i, 0, 100, 100));
    }
    made.add(Communities, {{"code", std::string("C1")}, {"name", std::string("Half")}}, box(0, 0, 230, 100));
    PlaceSnapshot place = made.place();
    place.editions = {{.kind = SmallAreas, .name = "small areas 2023", .areas = 4}};
    return place;
}

} // namespace

TEST_CASE("people of a shape come with the range across methods", "[people]")
{
    const PlaceSnapshot place = fourInARow();
    const PeopleCounter counter(place);
    // By centroid the first two areas, 30 people; by ground 30 % of the third one's 30 as well.
    CHECK(counter.of(box(0, 0, 230, 100)) == PeopleCount{.people = 30, .least = 30, .most = 39, .byGround = 39});
    // By centroid three areas, 60 people; by ground a fifth less of the third.
    CHECK(counter.of(box(0, 0, 280, 100)) == PeopleCount{.people = 60, .least = 54, .most = 60, .byGround = 54});
    CHECK(counter.of(box(0, 0, 400, 100)) == PeopleCount{.people = 100, .least = 100, .most = 100, .byGround = 100});
    CHECK_FALSE(counter.of(box(5000, 0, 10, 10)).has_value());
    CHECK(counter.method().contains("small areas 2023"));
}

TEST_CASE("a tally of people says beside each area what other methods give", "[people][tally]")
{
    const PlaceSnapshot place = fourInARow();
    const auto set = areaSetNamed(place, "communities");
    REQUIRE(set);
    const auto counted = tally(place, Measure::Population, *set);
    REQUIRE(counted);
    REQUIRE(counted->areas[0].counted.has_value());
    CHECK(counted->areas[0].value == 30.0);
    CHECK(counted->areas[0].counted->most == 39);
}
