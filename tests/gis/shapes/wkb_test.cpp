// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/shapes/wkb.h"

#include <catch2/catch_test_macros.hpp>

#include <initializer_list>
#include <random>
#include <string>

using namespace hereabouts;

namespace {

std::vector<std::byte> bytesOf(const std::string& hex)
{
    std::vector<std::byte> bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) bytes.push_back(static_cast<std::byte>(std::stoi(hex.substr(i, 2), nullptr, 16)));
    return bytes;
}

const core::Ring kOuter{{0, 0}, {9, 0}, {9, 9}, {0, 9}, {0, 0}};
const core::Ring kHole{{1, 1}, {1, 2}, {2, 2}, {1, 1}};
const core::MultiPolygon kTwoIslands{{.outer = kOuter, .holes = {kHole}}, {.outer = {{20, 0}, {30, 0}, {25, 5.5}, {20, 0}}, .holes = {}}};

} // namespace

TEST_CASE("every shape comes back from its bytes as it went in", "[wkb]")
{
    const core::Geometry shapes[]
        = {core::Geometry(), core::Point{1748735.55, -5427916.48}, core::MultiLine{{{0, 0}, {1, 1}}, {{2, 2}, {3, 3}, {4, 2}}}, kTwoIslands};
    for (const core::Geometry& shape : shapes) {
        const auto back = gis::fromWkb(gis::toWkb(shape));
        REQUIRE(back.has_value());
        CHECK(*back == shape);
    }
    CHECK(gis::toWkb({}).empty());
}

TEST_CASE("the bytes are those of the standard", "[wkb]")
{
    CHECK(gis::toWkb(core::Point{1, 2}) == bytesOf("0101000000000000000000F03F0000000000000040"));
}

TEST_CASE("big-endian, Z, M and EWKB headers are read and the third dimension dropped", "[wkb]")
{
    const core::Geometry expected = core::Point{1, 2};
    for (const char* hex : {"00000000013FF00000000000004000000000000000", // big-endian
             "01E9030000000000000000F03F00000000000000400000000000001440", // ISO POINT Z
             "01B90B0000000000000000F03F000000000000004000000000000014400000000000001840", // ISO POINT ZM
             "0101000080000000000000F03F00000000000000400000000000001440", // EWKB POINT Z
             "0101000020E6100000000000000000F03F0000000000000040", // EWKB with SRID 4326
             "010400000001000000"
             "0101000000000000000000F03F0000000000000040", // MULTIPOINT of one
             "010700000001000000"
             "0101000000000000000000F03F0000000000000040"}) { // collection of one
        const auto point = gis::fromWkb(bytesOf(hex));
        INFO(hex);
        REQUIRE(point.has_value());
        CHECK(*point == expected);
    }
}

TEST_CASE("a shape with nothing in it is no shape", "[wkb]")
{
    for (const char* hex : {"010600000000000000", "010300000000000000", "010700000000000000", "0101000000000000000000F87F000000000000F87F"}) {
        const auto nothing = gis::fromWkb(bytesOf(hex));
        REQUIRE(nothing.has_value());
        CHECK(std::holds_alternative<std::monostate>(*nothing));
    }
}

TEST_CASE("a collection of points and lines, several points in one row, and curves are refused", "[wkb]")
{
    const std::string point = "0101000000000000000000F03F0000000000000040";
    const std::string line = "010200000002000000"
                             "00000000000000000000000000000000"
                             "000000000000F03F000000000000F03F";
    for (const std::string& hex :
        {"010700000002000000" + point + line, "010400000002000000" + point + point, std::string("010800000000000000"), std::string("FF01000000")}) {
        const auto refused = gis::fromWkb(bytesOf(hex));
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == core::ErrorCode::BadInput);
    }
}

TEST_CASE("a count larger than the bytes that follow is refused and not believed", "[wkb]")
{
    CHECK_FALSE(gis::fromWkb(bytesOf("0102000000FFFFFFFF")).has_value());
    CHECK_FALSE(gis::fromWkb(bytesOf("0106000000FFFFFFFF0103000000FFFFFFFF")).has_value());
}

TEST_CASE("nesting has an end", "[wkb]")
{
    std::string hex;
    for (int i = 0; i < 100'000; ++i) hex += "010700000001000000";
    CHECK_FALSE(gis::fromWkb(bytesOf(hex)).has_value());
}

TEST_CASE("bytes cut short are refused at every length and changed bytes never do harm", "[wkb]")
{
    const std::vector<std::byte> whole = gis::toWkb(kTwoIslands);
    for (std::size_t size = 1; size < whole.size(); ++size) CHECK_FALSE(gis::fromWkb(std::span(whole).first(size)).has_value());

    std::mt19937 random(11);
    for (int i = 0; i < 20'000; ++i) {
        std::vector<std::byte> changed = whole;
        for (int k = 0; k < 3; ++k) changed[random() % changed.size()] = static_cast<std::byte>(random() & 0xFF);
        if (const auto read = gis::fromWkb(changed)) CHECK(core::vertexCount(*read) <= whole.size() / 16);
    }
}
