// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/text/encoding.h"
#include "gis/text/fold.h"

#include <catch2/catch_test_macros.hpp>

using namespace hereabouts;

TEST_CASE("a name typed with combining macrons is the same bytes as one typed without", "[text]")
{
    CHECK(gis::normalised("O\xCC\x84ta\xCC\x84huhu") == "Ōtāhuhu");
    CHECK(gis::normalised("Ōtāhuhu") == "Ōtāhuhu");
    CHECK(gis::normalised("a\x01" "b\0c") == "ab");
}

TEST_CASE("folding takes off case, macrons and hyphens", "[text]")
{
    CHECK(gis::fold("Ōtāhuhu") == "otahuhu");
    CHECK(gis::fold("  PORT   KŌWHAI—West ") == "port kowhai west");
    CHECK(gis::fold("under-review") == "under review");
    CHECK(gis::fold("Straße") == "strasse");
}

TEST_CASE("a heading is its letters and digits", "[text]")
{
    CHECK(gis::foldedHeading("WD13_NM") == "wd13nm");
    CHECK(gis::foldedHeading(" Net Amount (£) ") == "netamount");
    CHECK(gis::foldedHeading("Kōwhai") == "kowhai");
}

TEST_CASE("overlong and cut UTF-8 is not UTF-8", "[text]")
{
    CHECK(gis::isValidUtf8("Pōneke"));
    CHECK_FALSE(gis::isValidUtf8("\xC0\xAF"));
    CHECK_FALSE(gis::isValidUtf8("P\xC5"));
    CHECK_FALSE(gis::isValidUtf8("\xED\xA0\x80"));
}

TEST_CASE("an encoding is certain only by its mark, its zeros or well-formed UTF-8", "[text]")
{
    CHECK(gis::guessEncoding("\xEF\xBB\xBFname").mark == 3);
    CHECK(gis::guessEncoding(std::string_view("n\0a\0m\0e\0", 8)).name == "UTF-16LE");
    CHECK(gis::guessEncoding("Whangārei").certain);
    const auto french = gis::guessEncoding("Caf\xE9 de la gare \x80");
    CHECK(french.name == "CP1252");
    CHECK_FALSE(french.certain);
    CHECK(gis::guessEncoding("P\xF4neke").name == "CP1257");
}

TEST_CASE("the three names come back the same from every encoding that can hold them", "[text]")
{
    CHECK(gis::decoded("\xD4t\xE2huhu Whang\xE2rei P\xF4neke", "CP1257") == "Ōtāhuhu Whangārei Pōneke");
    CHECK(gis::decoded(std::string_view("\xFF\xFEP\0\x4D\x01n\0", 8), "UTF-16LE") == "Pōn");
    CHECK(gis::decoded("\xEF\xBB\xBFPōneke", "UTF-8") == "Pōneke");
    CHECK(gis::decoded("Caf\xE9", "CP1252") == "Café");
}

TEST_CASE("bytes that are not in the encoding named are refused at their place", "[text]")
{
    const auto bad = gis::decoded("ab\xFFz", "UTF-8");
    REQUIRE_FALSE(bad.has_value());
    CHECK(bad.error().code == core::ErrorCode::Unreadable);
    CHECK(bad.error().message.starts_with("Byte 3"));
    CHECK(gis::decoded("x", "KLINGON").error().code == core::ErrorCode::BadInput);
}
