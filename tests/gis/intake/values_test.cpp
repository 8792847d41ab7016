// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/intake/headings.h"
#include "gis/intake/values.h"

#include <catch2/catch_test_macros.hpp>

using namespace hereabouts;

TEST_CASE("amounts are whole cents however ledgers write them", "[intake]")
{
    CHECK(gis::moneyFromText("£1,234.50", false) == 123450);
    CHECK(gis::moneyFromText("(1,234.50)", false) == -123450);
    CHECK(gis::moneyFromText("1234.5-", false) == -123450);
    CHECK(gis::moneyFromText("NZD 12", false) == 1200);
    CHECK(gis::moneyFromText("-1 234,50 €", true) == -123450);
    CHECK(gis::moneyFromText("19.989999999999998", false) == 1999);
    CHECK(gis::moneyFromText("90071992547409.91", false) == 9007199254740991);
}

TEST_CASE("what is no amount in whole cents is not made one", "[intake]")
{
    for (const char* text : {"12.345", "1,23", "12,34,567", "$1.2m", "abc", "1e400", "nan", "--", "1.2.3"}) {
        INFO(text);
        CHECK_FALSE(gis::moneyFromText(text, false).has_value());
    }
}

TEST_CASE("dates are days, and days that do not exist are none", "[intake]")
{
    CHECK(gis::dateFromText("1970-01-02", true) == 1);
    CHECK(gis::dateFromText("2/1/1970", true) == 1);
    CHECK(gis::dateFromText("1/2/1970", false) == 1);
    CHECK(gis::dateFromText("02-Jan-70", true) == 1);
    CHECK(gis::dateFromText("25570", true) == 1);
    CHECK(gis::dateFromText("2026-04-01T12:30:00", true) == gis::dateFromText("1 April 2026", true));
    CHECK_FALSE(gis::dateFromText("31/04/2026", true).has_value());
    CHECK_FALSE(gis::dateFromText("29.02.2025", true).has_value());
}

TEST_CASE("one date with a day over 12 settles the whole column", "[intake]")
{
    gis::StyleJudge judge;
    judge.see("03/04/2026");
    CHECK(judge.style().ambiguousDates);
    judge.see("04/13/2026");
    CHECK_FALSE(judge.style().ambiguousDates);
    CHECK_FALSE(judge.style().dayFirst);
}

TEST_CASE("a star in a heading stands for any letters and digits", "[intake]")
{
    CHECK(gis::headingMatches("wd13nm", "wd*nm"));
    CHECK(gis::headingMatches("sa12023v1", "sa1*"));
    CHECK_FALSE(gis::headingMatches("wd13cd", "wd*nm"));
    const auto mapping = gis::proposedMapping(core::specOf(core::RegisterKind::Wards), {"WD13CD", "WD13CDO", "WD13NM", "WD13NMW"});
    CHECK(mapping.at("code") == "WD13CD");
    CHECK(mapping.at("name") == "WD13NM");
}
