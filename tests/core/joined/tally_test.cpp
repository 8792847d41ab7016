// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/joined/tally.h"
#include "tests/core/joined/made_place.h"

#include <catch2/catch_test_macros.hpp>

using namespace hereabouts::core;
using hereabouts::test::DrawnMap;
using hereabouts::test::MadePlace;
using enum RegisterKind;

namespace {

std::int64_t n(std::int64_t number) { return number; }

/// Boards A and B, four squares each. Wards W (all of A) and X, Y (halves of B).
MadePlace twoBoards()
{
    MadePlace made;
    made.addAreas(Boards, "boards 2025", "A A B B\nA A B B");
    made.addAreas(Wards, "wards 2025", "W W X Y\nW W X Y");
    return made;
}

Tally tallied(const PlaceSnapshot& place, Measure measure, std::string_view by)
{
    const auto areas = areaSetNamed(place, by);
    REQUIRE(areas.has_value());
    auto result = tally(place, measure, *areas);
    REQUIRE(result.has_value());
    return *result;
}

double valueOf(const Tally& tally, std::string_view code)
{
    const auto area = std::ranges::find(tally.areas, code, &TallyArea::code);
    REQUIRE(area != tally.areas.end());
    REQUIRE(area->value.has_value());
    return *area->value;
}

} // namespace

TEST_CASE("a register's bare name means its newest edition", "[area set]")
{
    MadePlace made;
    made.addAreas(Wards, "wards 2025", "A B").addAreas(Wards, "wards 2028", "A A");

    const auto wards = areaSetNamed(made.place(), "wards");
    REQUIRE(wards.has_value());
    CHECK(wards->name == "wards 2028");
    CHECK(wards->rows == std::vector<std::size_t>{2});
    CHECK(areaSetNamed(made.place(), "Wards-2025")->rows.size() == 2);
}

TEST_CASE("an unknown set of areas is refused with the names there are", "[area set]")
{
    const auto unknown = areaSetNamed(twoBoards().place(), "parishes");
    REQUIRE_FALSE(unknown.has_value());
    CHECK(unknown.error().code == ErrorCode::UnknownId);
    CHECK(unknown.error().message.contains("boards 2025"));
    CHECK(unknown.error().message.contains("wards 2025"));
}

TEST_CASE("people are neither lost nor invented when areas tile the small areas", "[tally]")
{
    MadePlace made = twoBoards();
    made.add(SmallAreas, {{"code", "1"}, {"edition", "small areas 2023"}, {"population", n(100)}}, DrawnMap("a a . .\na a . .").area('a'));
    made.add(SmallAreas, {{"code", "2"}, {"edition", "small areas 2023"}, {"population", n(30)}}, DrawnMap(". . a .\n. . a .").area('a'));
    made.add(SmallAreas, {{"code", "3"}, {"edition", "small areas 2023"}, {"population", n(7)}}, DrawnMap(". . . a\n. . . a").area('a'));

    const Tally people = tallied(made.place(), Measure::Population, "boards");
    CHECK(valueOf(people, "A") == 100);
    CHECK(valueOf(people, "B") == 37);
    CHECK(people.total == 137);
    CHECK(people.outside == 0);
    CHECK(valueOf(tallied(made.place(), Measure::Population, "wards"), "Y") == 7);
}

TEST_CASE("an area too small to hold a small area's point has unknown people, not none", "[tally]")
{
    MadePlace made = twoBoards();
    made.add(SmallAreas, {{"code", "1"}, {"edition", "small areas 2023"}, {"population", n(100)}}, DrawnMap("a a . .\na a . .").area('a'));

    const Tally people = tallied(made.place(), Measure::Population, "boards");
    CHECK(people.areas[0].value == 100);
    CHECK_FALSE(people.areas[1].value.has_value());
}

TEST_CASE("one person may count in two communities, and in the total once", "[tally]")
{
    MadePlace made = twoBoards();
    made.add(SmallAreas, {{"code", "1"}, {"edition", "small areas 2023"}, {"population", n(100)}}, DrawnMap("a a . .\na a . .").area('a'));
    made.add(Communities, {{"code", "C1"}, {"name", "One"}}, DrawnMap("a a a .\na a a .").area('a'));
    made.add(Communities, {{"code", "C2"}, {"name", "Two"}}, DrawnMap("a a a a\na a a a").area('a'));
    made.add(Communities, {{"code", "C3"}, {"name", "Beyond boundaries"}});

    const Tally people = tallied(made.place(), Measure::Population, "communities");
    REQUIRE(people.areas.size() == 2);
    CHECK(valueOf(people, "C1") == 100);
    CHECK(valueOf(people, "C2") == 100);
    CHECK(people.total == 100);
}

TEST_CASE("money adds up to the cent, with what is outside and what has no place told apart", "[tally]")
{
    MadePlace made = twoBoards();
    made.add(Suppliers, {{"code", "S1"}, {"name", "In A"}, {"location_basis", "operating"}}, Point{0.5, 0.5});
    made.add(Suppliers, {{"code", "S2"}, {"name", "Next door"}, {"location_basis", "registered"}}, Point{9, 9});
    made.add(Suppliers, {{"code", "S3"}, {"name", "Far off"}, {"location_basis", "registered"}, {"region", "Auckland"}});
    made.add(Suppliers, {{"code", "S4"}, {"name", "Post box"}, {"location_basis", "none"}, {"region", "Auckland"}});
    made.add(Suppliers, {{"code", "S5"}, {"name", "Somewhere here"}, {"location_basis", "registered"}, {"region", "Testland"}});
    const auto pay = [&](const char* supplier, std::int64_t cents) {
        made.add(Payments, {{"anchor", "A1"}, {"supplier", supplier}, {"supplier_name", "as billed"}, {"paid_on", n(20'000)}, {"amount", n(cents)}});
    };
    pay("S1", 10'010);
    pay("S1", -10); // a credit note
    pay("S2", 700);
    pay("S3", 40);
    pay("S4", 5);
    pay("S5", 3);
    pay("S9", 1); // names no supplier

    const Tally spend = tallied(made.place(), Measure::Spend, "boards");
    CHECK(spend.areas[0].minor == 10'000);
    CHECK(spend.areas[0].value == 100.0);
    CHECK(spend.areas[0].n == 2);
    CHECK(spend.areas[1].value == 0.0);
    CHECK(spend.outsideMinor == 740);
    CHECK(spend.unlocatedMinor == 9);
    CHECK(spend.totalMinor == 10'749);
}

TEST_CASE("ballots reach a ward only through boards that lie whole in it", "[tally]")
{
    MadePlace made = twoBoards();
    const std::vector<std::pair<const char*, const char*>> small{{"1", "a a . .\na a . ."}, {"2", ". . a .\n. . a ."}, {"3", ". . . a\n. . . a"}};
    for (const auto& [code, drawing] : small) {
        made.add(SmallAreas, {{"code", code}, {"edition", "small areas 2023"}, {"population", n(10)}}, DrawnMap(drawing).area('a'));
    }
    for (const char* const area : {"A", "A", "B", "Nowhere"}) made.add(Ballots, {{"receipt", "r"}, {"area", area}, {"choices", "P1"}});

    const Tally byBoard = tallied(made.place(), Measure::Ballots, "boards");
    CHECK(valueOf(byBoard, "A") == 2);
    CHECK(valueOf(byBoard, "B") == 1);
    CHECK(byBoard.unlocated == 1);

    const Tally byWard = tallied(made.place(), Measure::Ballots, "wards");
    CHECK(valueOf(byWard, "W") == 2);
    CHECK_FALSE(byWard.areas[1].value.has_value()); // X and Y cut board B between them
    CHECK_FALSE(byWard.areas[2].value.has_value());
    CHECK(byWard.unlocated == 2);
    CHECK(byWard.total == 4);
    CHECK_FALSE(byWard.method.contains("in no figure")); // nothing is known of the wards that cut B
}

TEST_CASE("ballots known of an area whose figure is unknown are said in words, so that the total can be followed", "[tally]")
{
    // Ward X holds the whole of board A and a piece of B: its two ballots of A are part of a figure that nobody can tell.
    MadePlace made;
    made.addAreas(Boards, "boards 2025", "A A B B");
    made.addAreas(Wards, "wards 2028", "X X X Y");
    for (const auto& [code, drawing] : std::vector<std::pair<const char*, const char*>>{{"1", "a a . ."}, {"2", ". . a ."}, {"3", ". . . a"}}) {
        made.add(SmallAreas, {{"code", code}, {"edition", "small areas 2023"}, {"population", n(10)}}, DrawnMap(drawing).area('a'));
    }
    for (const char* const area : {"A", "A", "B"}) made.add(Ballots, {{"receipt", "r"}, {"area", area}, {"choices", "P1"}});

    const Tally byWard = tallied(made.place(), Measure::Ballots, "wards");
    CHECK_FALSE(byWard.areas[0].value.has_value());
    CHECK(byWard.areas[0].n == 2);
    CHECK(byWard.unlocated == 1);
    CHECK(byWard.total == 3);
    CHECK(byWard.method.contains("2 ballots of whole boards in such areas are in the total and in no figure"));
    CHECK(byWard.method.contains("add up to 2 less"));
}

TEST_CASE("a proposal counts where its site is, and without a site by its area pot", "[tally]")
{
    MadePlace made = twoBoards();
    made.add(Proposals, {{"code", "P1"}, {"title", "Lights"}, {"area_pot", "B"}, {"result", "won"}, {"cost", n(500'000)}}, Point{0.5, 0.5});
    made.add(Proposals, {{"code", "P2"}, {"title", "Bench"}, {"area_pot", "B"}, {"result", "won"}, {"cost", n(20'050)}});
    made.add(Proposals, {{"code", "P3"}, {"title", "Slide"}, {"result", "not funded"}, {"cost", n(7)}});

    const Tally won = tallied(made.place(), Measure::Won, "boards");
    CHECK(won.areas[0].minor == 500'000);
    CHECK(won.areas[1].minor == 20'050);
    CHECK(won.totalMinor == 520'050);
    const Tally count = tallied(made.place(), Measure::Proposals, "boards");
    CHECK(count.total == 3);
    CHECK(count.unlocated == 1);
}

TEST_CASE("priorities of expired plans are not asked for any more", "[tally]")
{
    MadePlace made = twoBoards();
    made.add(Communities, {{"code", "C1"}, {"name", "One"}}, DrawnMap("a a . .\na a . .").area('a'));
    made.add(Plans, {{"code", "P1"}, {"community", "C1"}, {"title", "Now"}, {"status", "current"}});
    made.add(Plans, {{"code", "P2"}, {"community", "C1"}, {"title", "Then"}, {"status", "expired"}});
    made.add(Priorities, {{"code", "1"}, {"plan", "P1"}, {"rank", n(1)}, {"theme", "flooding"}, {"statement", "Clear the drains"}});
    made.add(Priorities, {{"code", "2"}, {"plan", "P2"}, {"rank", n(1)}, {"theme", "flooding"}, {"statement", "Clear the drains"}});
    made.add(Priorities, {{"code", "3"}, {"plan", "P1"}, {"rank", n(2)}, {"theme", "halls"}, {"statement", "Mend the roof"}}, Point{3.5, 0.5});

    const Tally byBoard = tallied(made.place(), Measure::Priorities, "boards");
    CHECK(valueOf(byBoard, "A") == 1); // where its community is
    CHECK(valueOf(byBoard, "B") == 1); // where its own place is
    CHECK(tallied(made.place(), Measure::Priorities, "communities").total == 2);
}

TEST_CASE("a measure without rows is refused, not shown as zero", "[tally]")
{
    const PlaceSnapshot place = twoBoards().place();
    for (const Measure measure : {Measure::Spend, Measure::Ballots, Measure::Proposals, Measure::Won, Measure::Priorities, Measure::Communities, Measure::Population}) {
        const auto none = tally(place, measure, *areaSetNamed(place, "boards"));
        REQUIRE_FALSE(none.has_value());
        CHECK(none.error().code == ErrorCode::NotFound);
    }
    CHECK(tallied(place, Measure::Area, "boards").total == 8);
}
