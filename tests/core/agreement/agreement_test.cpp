// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/agreement.h"

#include "tests/core/agreement/drawn.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>

using namespace hereabouts;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using core::Agreement;

namespace {

// Four people on a strip of ten-metre squares: all hold 30…40, three 20…40, two 10…40, one 0…40.
std::vector<core::Drawing> stairs()
{
    return {test::box("a", 0, 0, 40, 10), test::box("b", 10, 0, 40, 10), test::box("c", 20, 0, 40, 10), test::box("d", 30, 0, 40, 10)};
}

} // namespace

TEST_CASE("the line at a share holds what at least that share of people drew", "[agreement]")
{
    const auto agreement = Agreement::of(stairs(), {.cell = 5}).value();
    CHECK(agreement.gridArea(0.25) == 400);
    CHECK(agreement.gridArea(0.5) == 300);
    CHECK(agreement.gridArea(0.75) == 200);
    CHECK(agreement.gridArea(0.8) == 100); // 3.2 people are four
    CHECK(agreement.gridArea(1) == 100);
    CHECK(agreement.lineAt(0.5) == core::MultiPolygon{{.outer = test::rectangle(10, 0, 40, 10), .holes = {}}});
    CHECK(agreement.lineAt(1) == core::MultiPolygon{{.outer = test::rectangle(30, 0, 40, 10), .holes = {}}});
    CHECK(core::planarArea(agreement.contested()) == 200); // 0…10 is held by a quarter, 10…20 by half
    CHECK(agreement.depthAt({5, 5}) == 1);
    CHECK(agreement.depthAt({35, 5}) == 4);
    CHECK(agreement.depthAt({50, 5}) == 0);
}

TEST_CASE("a share of ten people asks for so many whole people", "[agreement]")
{
    CHECK(core::drawingsFor(0.7, 10) == 7);
    CHECK(core::drawingsFor(0.5, 7) == 4);
    CHECK(core::drawingsFor(0.1, 3) == 1);
    CHECK(core::drawingsFor(0.0, 3) == 1);
    CHECK(core::drawingsFor(1.0, 17'059) == 17'059);
}

TEST_CASE("one person has one vote: the last drawing counts and earlier ones are listed", "[agreement]")
{
    auto drawings = stairs();
    drawings.insert(drawings.begin(), test::box("d", 0, 0, 1, 1));
    drawings.push_back(test::box("d", 30, 0, 40, 10));
    const auto agreement = Agreement::of(drawings, {.cell = 5}).value();
    CHECK(agreement.size() == 4);
    REQUIRE(agreement.superseded().size() == 2);
    CHECK(agreement.superseded().front().shape == test::box("d", 0, 0, 1, 1).shape);
    for (const double share : {0.25, 0.5, 0.75, 1.0}) CHECK(agreement.lineAt(share) == Agreement::of(stairs(), {.cell = 5}).value().lineAt(share));
}

TEST_CASE("the order in which people draw changes nothing", "[agreement]")
{
    auto drawings = test::crowd(60, 400, 4);
    const auto forward = Agreement::of(drawings).value();
    std::ranges::reverse(drawings);
    const auto backward = Agreement::of(drawings).value();
    for (const double share : core::kBandShares) {
        CHECK(forward.lineAt(share) == backward.lineAt(share));
        CHECK_THAT(forward.certifiedArea(share).estimate, WithinRel(backward.certifiedArea(share).estimate, 1e-12));
    }
    CHECK(forward.stability(0.5)->median == backward.stability(0.5)->median);
    CHECK(forward.stability(0.5)->moreNeeded == backward.stability(0.5)->moreNeeded);
}

TEST_CASE("drawings added and taken out one by one give what a count from nothing gives", "[agreement]")
{
    const auto drawings = test::crowd(50, 400, 9);
    auto live = Agreement::of({}).value();
    CHECK(live.lineAt(0.5).empty());
    for (const core::Drawing& drawing : drawings) REQUIRE(live.add(drawing).has_value());
    const auto recounted = Agreement::of(drawings).value();
    for (const double share : core::kBandShares) CHECK(live.gridArea(share) == recounted.gridArea(share));

    REQUIRE(live.add(test::box("person 7", 1'570'000, 5'180'000, 1'570'100, 5'180'100)).has_value());
    CHECK(live.size() == 50);
    for (int i = 0; i < 49; ++i) CHECK(live.remove("person " + std::to_string(i)));
    CHECK_FALSE(live.remove("person 0"));
    const auto last = Agreement::of({drawings.back()}).value();
    CHECK(live.gridArea(1) == last.gridArea(1));
}

TEST_CASE("a line of more people lies within the line of fewer", "[agreement]")
{
    const auto agreement = Agreement::of(test::crowd(40, 300, 2)).value();
    double before = 1e18;
    for (const double share : {0.1, 0.25, 0.5, 0.75, 0.8, 0.9}) {
        const core::MultiPolygon line = agreement.lineAt(share);
        const double area = core::planarArea(line);
        CHECK_THAT(area, WithinRel(agreement.gridArea(share), 1e-12));
        CHECK(area <= before);
        before = area;
        const auto& frame = agreement.grid().frame();
        const auto needed = core::drawingsFor(share, agreement.size());
        for (std::int32_t row = 0; row < frame.rows; row += 3) {
            for (std::int32_t column = 0; column < frame.columns; column += 3)
                REQUIRE(core::covers(line, frame.centre(column, row)) == (agreement.grid().at(column, row) >= needed));
        }
    }
}

TEST_CASE("a drawing without ground or a grid too fine for its ground is refused by name, and nothing changes", "[agreement]")
{
    auto agreement = Agreement::of(stairs(), {.cell = 5}).value();
    const auto refused = agreement.add({.person = "e", .row = 12, .shape = {}, .groups = {}});
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().message.contains("row 12"));
    const auto across = agreement.add(test::box("world", -2e7, -1e7, 2e7, 1e7));
    REQUIRE_FALSE(across.has_value());
    CHECK(across.error().message.contains("40000 by 20000 km"));
    CHECK(agreement.size() == 4);
    CHECK(agreement.gridArea(0.5) == 300);
    CHECK_FALSE(Agreement::of(stairs(), {.cell = 0}).has_value());
}

TEST_CASE("one drawing across the world among twenty does not spoil the grid and is flagged", "[agreement]")
{
    auto drawings = test::crowd(20, 300, 6);
    const double without = Agreement::of(drawings).value().gridArea(0.5);
    drawings.push_back(test::box("world", -2e7, -1e7, 2e7, 1e7));
    const auto agreement = Agreement::of(drawings).value();
    CHECK(agreement.gridArea(0.5) <= without * 1.1);
    CHECK(agreement.depthAt({0, 0}) == 1);
    const auto outliers = agreement.outliers();
    REQUIRE(outliers.size() == 2);
    CHECK(outliers[0].drawing == 20);
    CHECK(outliers[0].reason == core::OutlierReason::FarAway);
    CHECK(outliers[1].reason == core::OutlierReason::TooLarge);
}

TEST_CASE("outliers are told with the measure that makes them so", "[agreement]")
{
    std::vector<core::Drawing> drawings;
    for (int i = 0; i < 8; ++i) drawings.push_back(test::box("p" + std::to_string(i), i, 0, i + 100.0, 100));
    drawings.push_back(test::box("far", 5000, 0, 5100, 100));
    drawings.push_back(test::box("tiny", 40, 40, 50, 50));
    const auto found = Agreement::of(drawings).value().outliers();
    REQUIRE(found.size() == 2);
    CHECK(found[0].drawing == 8);
    CHECK(found[0].reason == core::OutlierReason::FarAway);
    CHECK(found[1].drawing == 9);
    CHECK(found[1].sentence() == "it has 1% of the median drawing's ground");
}

TEST_CASE("people who all draw the same line are stable, and few who differ need more", "[agreement]")
{
    std::vector<core::Drawing> same;
    for (int i = 0; i < 10; ++i) same.push_back(test::box("p" + std::to_string(i), 0, 0, 300, 300));
    const auto steady = Agreement::of(same).value().stability(0.5);
    REQUIRE(steady.has_value());
    CHECK(steady->median == 1);
    CHECK(steady->moreNeeded == 0);

    const auto few = Agreement::of(test::crowd(8, 400, 3)).value().stability(0.5);
    const auto many = Agreement::of(test::crowd(200, 400, 3)).value().stability(0.5);
    REQUIRE((few && many));
    CHECK(few->median < many->median);
    CHECK(few->low <= few->median);
    CHECK(few->moreNeeded.value_or(1) > 0);
    CHECK_FALSE(Agreement::of({same[0], same[1]}).value().stability(0.5).has_value());
}

TEST_CASE("groups are counted by themselves and their difference is of shares", "[agreement]")
{
    std::vector<core::Drawing> drawings;
    for (const char* person : {"a", "b"})
        drawings.push_back(test::drawn(person, {{.outer = test::rectangle(0, 0, 10, 10), .holes = {}}}, {{"tenure", "renter"}}));
    for (const char* person : {"c", "d", "e", "f"})
        drawings.push_back(test::drawn(person, {{.outer = test::rectangle(0, 0, 20, 10), .holes = {}}}, {{"tenure", "owner"}}));
    drawings.push_back(test::box("g", 0, 0, 20, 10));
    const auto all = Agreement::of(drawings, {.cell = 10}).value();
    const auto groups = all.byGroup("tenure").value();
    REQUIRE(groups.size() == 3);
    CHECK(groups.at("renter").size() == 2);
    CHECK(groups.at("").size() == 1);
    const auto difference = all.difference(groups.at("renter"), groups.at("owner"));
    const auto& frame = all.grid().frame();
    CHECK_THAT(difference[frame.index(0, 0)], WithinAbs(0, 1e-6));
    CHECK_THAT(difference[frame.index(1, 0)], WithinAbs(-1, 1e-6));
}

TEST_CASE("an area that one-metre squares do not know well enough is measured with smaller ones", "[agreement]")
{
    const auto drawings = test::crowd(20, 60, 5);
    const auto rough = Agreement::of(drawings, {.within = 1}).value().certifiedArea(0.5);
    const auto fine = Agreement::of(drawings, {.within = 0.002}).value().certifiedArea(0.5);
    CHECK(rough.leafMetres == 1);
    CHECK(fine.leafMetres < 1);
    CHECK(fine.upper - fine.lower < rough.upper - rough.lower);
    CHECK((rough.lower <= fine.lower && fine.upper <= rough.upper));
}
