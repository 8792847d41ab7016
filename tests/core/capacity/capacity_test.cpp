// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capacity/capacity_report.h"

#include "tests/app/small_place.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace hereabouts;
using namespace std::string_literals;
using Catch::Matchers::WithinAbs;
using core::Money;
using core::RegisterKind;
using test::SmallPlace;

namespace {

constexpr std::int64_t kToday = 20'000;

SmallPlace& grant(SmallPlace& place, std::string code, std::string community, std::string round, std::int64_t awarded, std::int64_t due, bool acquitted)
{
    test::Told told{{"code", std::move(code)}, {"community", std::move(community)}, {"round", std::move(round)}, {"awarded", awarded}, {"paid", awarded}, {"acquittal_due", due}};
    if (acquitted) told.emplace_back("acquitted_on", due - 10);
    return place.add(RegisterKind::Grants, told);
}

/// Boards of 1,000 to 4,000 people; Harbour holds the middle of SW, Quiet that of NE, Old Town and Fellowship those of none.
SmallPlace fundedCorners()
{
    SmallPlace place = test::fourCorners();
    place.add(RegisterKind::GrantRounds, {{"code", "R1"s}, {"title", "Running costs"s}, {"funding_year", "2025/26"s}, {"budget", std::int64_t{5'000'00}}});
    place.add(RegisterKind::GrantRounds, {{"code", "R0"s}, {"title", "Running costs before"s}, {"funding_year", "2024/25"s}, {"budget", std::int64_t{900'00}}});
    grant(place, "G1", "C01", "R1", 1'500'00, kToday - 30, false);
    grant(place, "G2", "C04", "R1", 500'00, kToday - 40, true);
    grant(place, "G3", "C01", "R0", 900'00, kToday - 400, true);
    place.add(RegisterKind::Grants, {{"code", "G4"s}, {"community", "C03"s}, {"round", "R1"s}, {"requested", std::int64_t{12'744'00}}});
    return place;
}

} // namespace

TEST_CASE("capacity money is told per head, per group and for people whom no group that got any speaks for", "[capacity]")
{
    const core::SnapshotPtr place = fundedCorners().snapshot();
    const auto held = core::heldPeople(*place);
    REQUIRE(held.has_value());
    const auto report = core::capacityReport(*place, &*held, "", kToday);
    REQUIRE(report.has_value());
    CHECK(report->year == "2025/26");
    CHECK(report->years == std::vector<std::string>{"2025/26", "2024/25"});
    CHECK(report->awarded == Money::fromMinor(2'000'00));
    CHECK(report->groupsFunded() == 2);
    CHECK_THAT(report->perGroup().value(), WithinAbs(1'000, 1e-9));
    CHECK_THAT(report->perHead().value(), WithinAbs(0.2, 1e-9)); // 10,000 people
    CHECK(report->withoutGroup == 9'000); // all but the 1,000 of SW
    CHECK(report->sentence
        == "$2,000 went to 2 groups in 2025/26, $0.20 a head of everybody here and $1,000 a group; 9,000 people live where no group that got any speaks for them.");
    REQUIRE(report->groups.size() == 4);
    CHECK_THAT(report->groups[0].perHead().value(), WithinAbs(1.5, 1e-9));
    CHECK_FALSE(report->groups[3].perHead().has_value()); // no line
}

TEST_CASE("groups' money adds up to the year's, and the years to all of it", "[capacity]")
{
    const core::SnapshotPtr place = fundedCorners().snapshot();
    Money sum;
    for (const char* const year : {"2025/26", "2024/25"}) {
        const auto report = core::capacityReport(*place, nullptr, year, kToday);
        REQUIRE(report.has_value());
        Money groups;
        for (const core::GroupMoney& group : report->groups) groups += group.awarded;
        CHECK(groups == report->awarded);
        sum += report->awarded;
        CHECK_FALSE(report->withoutGroup.has_value()); // nobody is counted without small areas
    }
    CHECK(core::capacityReport(*place, nullptr, "all", kToday)->awarded == sum);
    const auto unknown = core::capacityReport(*place, nullptr, "1999/00", kToday);
    REQUIRE_FALSE(unknown.has_value());
    CHECK(unknown.error().message == "There is no grant round of \"1999/00\"; there are rounds of 2025/26, 2024/25, and \"all\".");
}

TEST_CASE("a round says what would be left if all that is asked for were granted", "[capacity]")
{
    const core::SnapshotPtr place = fundedCorners().snapshot();
    const auto balances = core::roundBalances(*place);
    REQUIRE(balances.size() == 2);
    CHECK(balances[0].left() == Money::fromMinor(3'000'00));
    CHECK(balances[0].sentence("NZD") == "Running costs: $5,000, $2,000 awarded, $3,000 left; $12,744 is asked for: −$9,744, not enough.");
    CHECK(balances[1].sentence("NZD") == "Running costs before: $900, $900 awarded, $0 left.");
    CHECK_FALSE(core::overdraws(balances[0], Money::fromMinor(3'000'00), "NZD").has_value());
    CHECK(core::overdraws(balances[0], Money::fromMinor(12'744'00), "NZD") == "Running costs has $3,000 left, and $12,744 is to be awarded: −$9,744, not enough");
}

TEST_CASE("what was paid and not accounted for in time is named with its days", "[capacity]")
{
    const core::SnapshotPtr place = fundedCorners().snapshot();
    const auto report = core::capacityReport(*place, nullptr, "", kToday);
    REQUIRE(report.has_value());
    REQUIRE(report->overdue.size() == 1);
    CHECK(report->overdue[0].grant == "G1");
    CHECK(report->overdue[0].daysLate == 30);
    CHECK(report->overdue[0].sentence == "Harbour has not accounted for $1,500 (G1): due 2024-09-04, 30 days ago.");
}
