// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/community/coverage_report.h"

#include "core/joined/headlines.h"
#include "core/joined/tally.h"
#include "tests/core/community/four_communities.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace hereabouts;
using Catch::Matchers::WithinAbs;
using core::RegisterKind;

namespace {

core::CoverageReport covered(const core::PlaceSnapshot& place, const core::CountedStates& counted = {}, const std::string& by = {})
{
    const auto held = core::heldPeople(place);
    REQUIRE(held.has_value());
    std::optional<core::AreaSet> areas;
    if (!by.empty()) {
        auto set = core::areaSetNamed(place, by);
        REQUIRE(set.has_value());
        areas = std::move(*set);
    }
    auto report = core::coverageReport(place, *held, counted, areas);
    REQUIRE(report.has_value());
    return std::move(*report);
}

core::CountedStates states(std::string_view list)
{
    auto counted = core::countedStatesFrom(list);
    REQUIRE(counted.has_value());
    return std::move(*counted);
}

} // namespace

TEST_CASE("whoever lives in two communities is covered once", "[community]")
{
    const core::PlaceSnapshot place = test::fourCommunities();
    const core::CoverageReport report = covered(place);

    CHECK(report.district.people == 360);
    CHECK(report.district.covered == 240); // 10 20 50 60 of Alder, 30 70 more of Briar
    CHECK(report.district.inSeveral == 80); // 20 and 60
    CHECK(report.district.uncovered() == 120);
    CHECK(report.communities == 2);
    CHECK(report.withoutLine == std::vector<std::string>{"Dodder"});
    CHECK(report.sentence()
        == "240 of 360 people (66.7%) live in at least one community that is recognised or provisional, 80 (22.2%) in two or more, and 120 in none; in the "
           "most "
           "deprived areas (8–10) 54.5% are in none, in the least deprived (1–3) 0%.");
    CHECK(report.method.starts_with("People of small areas 2023, each counted where a point inside it stands (centroid)."));
}

TEST_CASE("coverage agrees with the figure that a district is opened with", "[community]")
{
    const core::PlaceSnapshot place = test::fourCommunities();
    const auto headlines = core::headlines(place);
    REQUIRE_FALSE(headlines.empty());
    CHECK(headlines.front().sentence == "240 of 360 people");
}

TEST_CASE("the bands of deprivation add up to the district", "[community]")
{
    const core::CoverageReport report = covered(test::fourCommunities());
    REQUIRE(report.bands.size() == 2);
    CHECK(report.bands[0].name() == "deprivation 1–3");
    CHECK(report.bands[0].coverage == core::Coverage{.people = 140, .covered = 140, .inSeveral = 80});
    CHECK(report.bands[1].name() == "deprivation 8–10");
    CHECK(report.bands[1].coverage == core::Coverage{.people = 220, .covered = 100, .inSeveral = 0});
}

TEST_CASE("which states of recognition count is the asker's choice, and stands beside the figure", "[community]")
{
    const core::PlaceSnapshot place = test::fourCommunities();
    const core::CoverageReport wider = covered(place, states("Recognised, provisional,APPLICANT"));
    CHECK(wider.district.covered == 280); // Cedar's 40 more
    CHECK(wider.method.contains("recognised, provisional or applicant"));
    CHECK(covered(place, states("all")).district.covered == 280);
    CHECK(covered(place, states("under-review")).district.covered == 0);
    CHECK(covered(place, states("recognised")).district.covered == 140);
}

TEST_CASE("a word that is no state of recognition is refused by name", "[community]")
{
    const auto refused = core::countedStatesFrom("recognised,blessed");
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().message.contains("\"blessed\""));
    CHECK(refused.error().message.contains("suspended"));
    CHECK_FALSE(core::countedStatesFrom(" , ").has_value());
}

TEST_CASE("communities without a recorded state count unless states are listed", "[community]")
{
    test::MadePlace made;
    made.add(RegisterKind::SmallAreas, {{"code", "a"}, {"edition", "small areas 2023"}, {"population", std::int64_t{7}}}, test::DrawnMap("a").area('a'));
    made.add(RegisterKind::Communities, {{"code", "A"}, {"name", "Alder"}}, test::DrawnMap("A").area('A'));
    const core::PlaceSnapshot place = made.place();
    CHECK(covered(place).district.covered == 7);
    CHECK(covered(place).method.contains("recognised or provisional, or has no recorded state (1);"));
    CHECK(covered(place).sentence().starts_with(
        "7 of 7 people (100%) live in at least one community that is recognised or provisional, or has no recorded state, 0"));
    CHECK(covered(place, states("unrecorded")).sentence().contains("community that is without a recorded state, 0"));
    CHECK(covered(place, states("recognised")).district.covered == 0);
    CHECK(covered(place, states("unrecorded")).district.covered == 7);
    CHECK(covered(place).bands.at(0).name() == "deprivation not known");
}

TEST_CASE("coverage by areas and outside of them is the district's", "[community]")
{
    const core::PlaceSnapshot place = test::fourCommunities();
    for (const std::string by : {"boards", "small-areas"}) {
        const core::CoverageReport report = covered(place, {}, by);
        core::Coverage sum = report.outsideAreas;
        for (const core::AreaCoverage& area : report.areas) {
            sum.people += area.coverage.people;
            sum.covered += area.coverage.covered;
            sum.inSeveral += area.coverage.inSeveral;
        }
        CHECK(sum == report.district);
    }
    const core::CoverageReport report = covered(place, {}, "boards");
    REQUIRE(report.areas.size() == 2);
    CHECK(report.by == "boards 2025");
    CHECK(report.areas[0].code == "E");
    CHECK(report.areas[0].coverage == core::Coverage{.people = 220, .covered = 100, .inSeveral = 0});
    CHECK(report.areas[1].smallAreas == 4);

    const auto communities = core::areaSetNamed(place, "communities");
    REQUIRE(communities.has_value());
    const auto refused = core::coverageReport(place, *core::heldPeople(place), {}, *communities);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == core::ErrorCode::BadInput);
}

TEST_CASE("a community's people are those that a tally by communities gives it", "[community]")
{
    const core::PlaceSnapshot place = test::fourCommunities();
    const auto held = core::heldPeople(place);
    const auto set = core::areaSetNamed(place, "communities");
    REQUIRE((held && set));
    const auto tally = core::tally(place, core::Measure::Population, *set);
    REQUIRE(tally.has_value());
    for (std::size_t i = 0; i < set->rows.size(); ++i) CHECK(static_cast<double>(held->peopleOf(set->rows[i])) == tally->areas[i].value);
    CHECK(held->peopleOf(3) == 0);
}

TEST_CASE("a community beyond the district's edge says what share of it lies there", "[community]")
{
    const auto shares = core::sharesOutsideDistrict(test::fourCommunities());
    REQUIRE(shares.size() == 3); // Dodder has no ground
    CHECK(shares[0].share == 0);
    CHECK(shares[2].name == "Cedar");
    CHECK_THAT(shares[2].share, WithinAbs(0.5, 1e-9));
}

TEST_CASE("without small areas nobody can be counted, and that is said", "[community]")
{
    test::MadePlace made;
    made.add(RegisterKind::Communities, {{"code", "A"}, {"name", "Alder"}}, test::DrawnMap("A").area('A'));
    const auto held = core::heldPeople(made.place());
    REQUIRE_FALSE(held.has_value());
    CHECK(held.error().message.contains("small areas"));
}

TEST_CASE("small areas whose people are not known count nowhere, and are told", "[community]")
{
    test::MadePlace made;
    made.add(RegisterKind::SmallAreas, {{"code", "a"}, {"edition", "s"}, {"population", std::int64_t{7}}}, test::DrawnMap("a b").area('a'));
    made.add(RegisterKind::SmallAreas, {{"code", "b"}, {"edition", "s"}}, test::DrawnMap("a b").area('b'));
    const core::CoverageReport report = covered(made.place());
    CHECK(report.district.people == 7);
    CHECK(report.unknownAreas == 1);
    CHECK(report.method.contains("In one small area the people are not known."));
}
