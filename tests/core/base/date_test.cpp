// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <utility>

namespace hereabouts::core {

TEST_CASE("a date and its days since 1970 are two names of one day", "[base][date]")
{
    for (const auto& [days, iso] :
        {std::pair{0, "1970-01-01"}, {-1, "1969-12-31"}, {20'178, "2025-03-31"}, {-719'162, "0001-01-01"}, {2'932'896, "9999-12-31"}}) {
        const auto date = Date::fromDays(days);
        REQUIRE(date);
        CHECK(date->iso() == iso);
        CHECK(Date::fromIso(iso) == date);
    }
    for (std::int64_t days = -719'162; days <= 2'932'896; days += 97) {
        const Date date = Date::fromDays(days).value();
        REQUIRE(Date::fromIso(date.iso()) == date);
        REQUIRE(Date::fromCalendar(date.year(), date.month(), date.day()) == date);
    }
}

TEST_CASE("days that the calendar lacks are no dates", "[base][date]")
{
    CHECK(Date::fromCalendar(2024, 2, 29)); // a leap year
    CHECK(Date::fromCalendar(2000, 2, 29)); // a century that is one
    CHECK_FALSE(Date::fromCalendar(1900, 2, 29));
    CHECK_FALSE(Date::fromCalendar(2025, 2, 29));
    CHECK_FALSE(Date::fromCalendar(2025, 13, 1));
    CHECK_FALSE(Date::fromCalendar(2025, -1, 1));
    CHECK_FALSE(Date::fromCalendar(2025, 4, 31));
    CHECK_FALSE(Date::fromCalendar(2025, 4, 257)); // 1 if it were cut to a byte
    CHECK_FALSE(Date::fromCalendar(0, 1, 1));
    CHECK_FALSE(Date::fromCalendar(10'000, 1, 1));
    CHECK_FALSE(Date::fromDays(-719'163));
    CHECK_FALSE(Date::fromDays(2'932'897));
}

TEST_CASE("text is a date only as year-month-day, with a time after it at most", "[base][date]")
{
    CHECK(Date::fromIso("2024-02-29T10:00:00Z") == Date::fromIso("2024-02-29"));
    CHECK(Date::fromIso("2024-02-29 10:00") == Date::fromIso("2024-02-29"));
    for (const std::string bad :
        {"", "2025-02-29", "2025-13-01", "0000-01-01", "31/03/2025", "2025-3-31", "20250331", "2025-03-311", "2025-03-31x", "-025-03-31"}) {
        CHECK_FALSE(Date::fromIso(bad).has_value());
    }
}

TEST_CASE("between two dates lie so many days", "[base][date]")
{
    const auto on = [](std::string_view text) { return Date::fromIso(text).value(); };
    CHECK(on("2025-07-01") - on("2025-06-30") == 1);
    CHECK(on("2024-03-01") - on("2024-02-28") == 2);
    CHECK(on("2025-01-01") - on("2026-01-01") == -365);
    CHECK(on("2025-01-01") < on("2025-01-02"));
    CHECK(Date() == on("1970-01-01"));
}

} // namespace hereabouts::core
