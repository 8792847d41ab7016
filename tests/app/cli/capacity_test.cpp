// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/command.h"

#include <catch2/catch_test_macros.hpp>

using hereabouts::test::Command;
using hereabouts::test::Ran;

TEST_CASE("the sample's capacity money is told per head and per group, and what is late is named", "[command][capacity]")
{
    const Command command;
    REQUIRE(command.run("sample rata.place").code == 0);
    const Ran ran = command.run("capacity rata.place --year 2025/26 --on 2026-11-23 --json");
    REQUIRE(ran.code == 0);
    const auto report = ran.json();
    CHECK(report["awarded"] == 62'000);
    CHECK(report["per_head"] == 1.34);
    CHECK(report["people_without_group"] == 12'623);
    for (const auto& group : report["groups"]) {
        if (group["code"] == "C15") CHECK(group["per_head"] == 3.42);
        if (group["code"] == "C17") CHECK(group["per_head"].is_null()); // no boundary
    }
    REQUIRE(report["overdue"].size() == 1);
    CHECK(report["overdue"][0]["community"] == "C12");
    CHECK(report["overdue"][0]["days_late"] == 419);
    CHECK(ran.err.empty());
    CHECK(command.run("capacity rata.place").out.contains("−$9,744, not enough"));
    const Ran unknown = command.run("capacity rata.place --year 1990");
    CHECK(unknown.code == 1);
    CHECK(unknown.err.contains("There is no grant round of \"1990\""));
    CHECK(command.run("capacity rata.place --on yesterday").code == 1);
}
