// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/joined/comparison.h"
#include "core/joined/headlines.h"
#include "core/joined/place_search.h"
#include "core/joined/references.h"
#include "core/joined/standing.h"
#include "core/joined/whats_here.h"
#include "core/joined/written.h"
#include "tests/core/joined/made_place.h"

#include <catch2/catch_test_macros.hpp>

using namespace hereabouts::core;
using hereabouts::test::DrawnMap;
using hereabouts::test::MadePlace;
using enum RegisterKind;

namespace {

std::int64_t n(std::int64_t number)
{
    return number;
}

std::string lowered(std::string_view text)
{
    std::string small(text);
    for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return small;
}

/// One board of two squares; C1 holds both, C2 the right one, C3 has no boundary.
MadePlace smallPlace()
{
    MadePlace made;
    made.addAreas(Boards, "boards 2025", "A A");
    made.add(SmallAreas, {{"code", "1"}, {"edition", "small areas 2023"}, {"population", n(60)}}, DrawnMap("a .").area('a'));
    made.add(SmallAreas, {{"code", "2"}, {"edition", "small areas 2023"}, {"population", n(40)}}, DrawnMap(". a").area('a'));
    made.add(Communities, {{"code", "C1"}, {"name", "Harbour"}, {"status", "applicant"}}, DrawnMap("a a").area('a'));
    made.add(Communities, {{"code", "C2"}, {"name", "Wharf Street"}, {"status", "recognised"}}, DrawnMap(". a").area('a'));
    made.add(Communities, {{"code", "C3"}, {"name", "Beyond boundaries"}, {"status", "recognised"}});
    made.addOverlap({.first = "C1", .second = "C2", .agreement = OverlapAgreement::Disputed, .squareMetres = 1, .note = "since 2019"});
    made.add(Plans, {{"code", "P1"}, {"community", "C2"}, {"title", "Our street"}, {"status", "current"}});
    made.add(Priorities, {{"code", "1"}, {"plan", "P1"}, {"rank", n(2)}, {"theme", "halls"}, {"statement", "Mend the roof"}, {"progress", "funded"}});
    made.add(Priorities, {{"code", "2"}, {"plan", "P1"}, {"rank", n(1)}, {"theme", "flooding"}, {"statement", "Clear the drains"}, {"progress", "answered"}},
        Point{1.5, 0.5});
    made.add(Proposals, {{"code", "Q1"}, {"title", "Lights"}, {"cost", n(100'00)}, {"result", "won"}}, Point{1.5, 0.9});
    made.add(Proposals, {{"code", "Q2"}, {"title", "Far bench"}}, Point{900, 0.9});
    made.add(Ballots, {{"receipt", "r1"}, {"area", "A"}, {"choices", "Q1;Q2"}});
    made.add(Ballots, {{"receipt", "r2"}, {"area", "A"}, {"choices", "Q1"}});
    made.add(Anchors, {{"code", "A1"}, {"name", "Hospital"}, {"site", "Main"}, {"commitment", "40% by 2028"}}, Point{0.5, 0.5});
    made.add(Anchors, {{"code", "A1"}, {"name", "Hospital"}, {"site", "Clinic"}}, Point{700, 0.5});
    made.add(Anchors, {{"code", "A2"}, {"name", "Port"}, {"site", "Quay"}, {"commitment", "Under discussion"}, {"committed", std::int64_t{0}}}, Point{0.5, 0.1});
    made.add(Suppliers, {{"code", "S1"}, {"name", "Local"}, {"location_basis", "operating"}}, Point{0.5, 0.5});
    made.add(Payments, {{"anchor", "A1"}, {"supplier", "S1"}, {"supplier_name", "Local"}, {"paid_on", n(20'000)}, {"amount", n(750'00)}});
    made.add(Payments, {{"anchor", "A1"}, {"supplier", "S7"}, {"supplier_name", "Unknown"}, {"paid_on", n(20'001)}, {"amount", n(250'00)}});
    return made;
}

const Headline& named(const std::vector<Headline>& all, std::string_view name)
{
    const auto found = std::ranges::find(all, name, &Headline::name);
    REQUIRE(found != all.end());
    return *found;
}

} // namespace

TEST_CASE("one card tells every register's word on a point", "[here]")
{
    const PlaceSnapshot place = smallPlace().place();
    const WhatsHere here = whatsHere(place, {1.5, 0.5}, 10);

    REQUIRE(here.areas.size() == 2);
    CHECK(here.areas[0].edition == "boards 2025");
    CHECK(here.areas[1].code == "2");
    REQUIRE(here.communities.size() == 2);
    CHECK(here.communities[1].name == "Wharf Street");
    REQUIRE(here.overlaps.size() == 1);
    CHECK(here.overlaps[0].agreement == OverlapAgreement::Disputed);
    REQUIRE(here.priorities.size() == 2);
    CHECK(here.priorities[0].statement == "Clear the drains");
    CHECK(here.priorities[0].metres == 0);
    CHECK_FALSE(here.priorities[1].metres.has_value());
    REQUIRE(here.proposals.size() == 1);
    CHECK(here.proposals[0].votes == 2);
    REQUIRE(here.anchors.size() == 2);
    REQUIRE(here.money.has_value());
    CHECK(here.money->total.minor() == 750'00);
    CHECK(here.money->perHead == 7.5);
}

TEST_CASE("a point at sea belongs to nobody, and says so", "[here]")
{
    const WhatsHere here = whatsHere(smallPlace().place(), {-500, -500}, 10);
    CHECK(here.outside());
    CHECK(here.priorities.empty());
    CHECK_FALSE(here.money.has_value());
}

TEST_CASE("distance to a ring counts from its edge outside and is nothing inside", "[here]")
{
    const Geometry square = DrawnMap("a").area('a');
    CHECK(distanceTo(square, {0.5, 0.5}) == 0);
    CHECK(distanceTo(square, {4, 5}) == 5);
    CHECK(distanceTo(MultiLine{{{0, 0}, {10, 0}}}, {5, 2}) == 2);
}

TEST_CASE("headlines count each person once, and say what would change them", "[headlines]")
{
    const std::vector<Headline> all = headlines(smallPlace().place());
    REQUIRE(all.size() == 5);
    CHECK(named(all, "coverage").figure == "40%"); // the applicant covers nobody yet
    CHECK(named(all, "coverage").sentence == "40 of 100 people");
    CHECK(named(all, "priorities").figure == "2 → 2 → 1 → 1 → 0");
    CHECK(named(all, "ballots").figure == "$100");
    CHECK(named(all, "ballots").sentence.contains("2% of residents"));
    CHECK(named(all, "kept").figure == "75%");
    CHECK(named(all, "kept").sentence.contains("between 75% and 100%"));
    CHECK(named(all, "commitments").figure == "1 of 2");
}

TEST_CASE("people of shared ground are covered once", "[headlines]")
{
    MadePlace made = smallPlace();
    made.add(Communities, {{"code", "C4"}, {"name", "Also the street"}, {"status", "provisional"}}, DrawnMap(". a").area('a'));
    CHECK(named(headlines(made.place()), "coverage").sentence == "40 of 100 people");
}

TEST_CASE("a ballot gives a proposal one vote however often it names it", "[here]")
{
    MadePlace made = smallPlace();
    made.add(Proposals, {{"code", "Q3"}, {"title", "Unloved"}}, Point{1.5, 0.9});
    made.add(Ballots, {{"receipt", "r3"}, {"area", "A"}, {"choices", "Q2;Q2; Q1;Q9"}});
    const auto votes = votesByProposal(made.place());
    CHECK(votes.size() == 2); // Q9 is no proposal; nobody chose Q3
    CHECK(votes.at("Q1") == 3);
    CHECK(votes.at("Q2") == 2);
}

TEST_CASE("an empty place has no headlines rather than zeros", "[headlines]")
{
    CHECK(headlines(MadePlace().place()).empty());
}

TEST_CASE("a road drawn in pieces is found once, over all of them", "[search]")
{
    MadePlace made = smallPlace();
    made.add(Basemap, {{"feature", "road"}, {"name", "Quay Road"}}, MultiLine{{{0, 0}, {1, 0}}});
    made.add(Basemap, {{"feature", "road"}, {"name", "Quay Road"}}, MultiLine{{{1, 0}, {5, 0}}});
    const PlaceSearch search = PlaceSearch::build(made.place(), lowered);

    const auto found = search.find("quay r");
    REQUIRE(found.size() == 1);
    CHECK(found[0].title == "Quay Road");
    CHECK(found[0].where.maxX == 5);
}

TEST_CASE("a community comes before a proposal of the same name, and whaf finds Wharf Street", "[search]")
{
    MadePlace made = smallPlace();
    made.add(Proposals, {{"code", "Q3"}, {"title", "Wharf Street"}}, Point{0, 0});
    const auto found = PlaceSearch::build(made.place(), lowered).find("whaf");
    REQUIRE(found.size() == 2);
    CHECK(found[0].kind == Communities);
    CHECK(found[1].kind == Proposals);
}

TEST_CASE("codes that name nothing are told once for each code", "[references]")
{
    const auto ends = looseEnds(smallPlace().place());
    REQUIRE(ends.size() == 1);
    CHECK(ends[0].code == "S7");
    CHECK(ends[0].rows == 1);
}

TEST_CASE("payments dated outside the year of all the others are told, and of several years none", "[references]")
{
    MadePlace one;
    MadePlace several;
    for (std::int64_t i = 0; i < 300; ++i)
        one.add(Payments, {{"anchor", "A1"}, {"supplier_name", "S"}, {"paid_on", n(20'270 + i)}, {"amount", n(1)}}); // from 2025-07-01
    one.add(Payments, {{"anchor", "A1"}, {"reference", "late"}, {"supplier_name", "S"}, {"paid_on", n(20'270 + 371)}, {"amount", n(1)}});
    for (std::int64_t i = 0; i < 30; ++i) several.add(Payments, {{"anchor", "A1"}, {"supplier_name", "S"}, {"paid_on", n(20'000 + 40 * i)}, {"amount", n(1)}});

    const auto ends = looseEnds(one.place());
    REQUIRE(ends.size() == 1);
    CHECK(ends[0].code == "late");
    CHECK(looseEnds(several.place()).empty());
}

TEST_CASE("a place is identical to itself whatever the order of its rows and rings", "[diff]")
{
    MadePlace first;
    MadePlace second;
    const MultiPolygon square{{.outer = {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}, .holes = {}}};
    const MultiPolygon sameBegunElsewhere{{.outer = {{1, 1}, {0, 1}, {0, 0}, {1, 0}, {1, 1}}, .holes = {}}};
    first.add(Communities, {{"code", "C1"}, {"name", "One"}}, square).add(Communities, {{"code", "C2"}, {"name", "Two"}});
    second.add(Communities, {{"code", "C2"}, {"name", "Two"}}).add(Communities, {{"code", "C1"}, {"name", "One"}}, sameBegunElsewhere);
    CHECK(compare(first.place(), second.place()).identical());
}

TEST_CASE("a moved vertex, a changed field, a missing row and a repeated payment are each one difference", "[diff]")
{
    const auto pay = [](MadePlace& made) { made.add(Payments, {{"anchor", "A1"}, {"supplier_name", "Twice"}, {"amount", n(5)}}); };
    MadePlace first;
    MadePlace second;
    first.add(Communities, {{"code", "C1"}, {"name", "One"}}, DrawnMap("a").area('a')).add(Anchors, {{"code", "A1"}, {"name", "Port"}, {"site", "Quay"}});
    second.add(Communities, {{"code", "C1"}, {"name", "Uno"}}, DrawnMap("aa").area('a'));
    pay(first);
    pay(second);
    pay(second);

    const Comparison comparison = compare(first.place(), second.place());
    REQUIRE(comparison.count == 4);
    CHECK(comparison.differences[0].field == "name");
    CHECK(comparison.differences[1].field == "geometry");
    CHECK(comparison.differences[2].kind == DifferenceKind::OnlyInFirst);
    CHECK(comparison.differences[3].kind == DifferenceKind::OnlyInSecond);
}

TEST_CASE("rows that share a key are compared by what they hold, in whatever order they stand", "[diff]")
{
    const auto parcel = [](MadePlace& made, const char* map) { made.add(Basemap, {{"feature", "parcel"}, {"name", "8"}}, DrawnMap(map).area('a')); };
    MadePlace first;
    MadePlace second;
    for (const char* const map : {"a", "aa", "aaa"}) parcel(first, map);
    for (const char* const map : {"aaa", "a", "aa"}) parcel(second, map);
    CHECK(compare(first.place(), second.place()).identical());

    parcel(first, "aaaa");
    parcel(second, "aaaaa");
    const Comparison comparison = compare(first.place(), second.place());
    REQUIRE(comparison.count == 1);
    CHECK(comparison.differences[0].field == "geometry");
    CHECK(comparison.differences[0].key.contains("parcel"));
}

TEST_CASE("two places of other names, or of which one is made up, are not identical", "[diff]")
{
    PlaceSnapshot first = MadePlace().place();
    PlaceSnapshot second = first;
    second.district.name = "Another";
    second.district.fictional = !first.district.fictional;
    const Comparison comparison = compare(first, second);
    REQUIRE(comparison.count == 2);
    CHECK(comparison.differences[0].field == "name");
    CHECK(comparison.differences[1].field == "fictional");
}

TEST_CASE("money is written with its cents only where there are some", "[written]")
{
    CHECK(writtenMoney(Money::fromMinor(93'870'000), "NZD") == "$938,700");
    CHECK(writtenMoney(Money::fromMinor(-1'250), "GBP") == "-£12.50");
    CHECK(writtenMoney(Money::fromMinor(120'000), "CHF") == "1,200 CHF");
    CHECK(writtenMoney(Money::fromMinor(-50), "EUR") == "-€0.50");
    CHECK(writtenDate(0) == "1970-01-01");
}
