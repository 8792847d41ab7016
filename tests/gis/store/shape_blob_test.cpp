// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/detail/shape_blob.h"
#include "gis/store/detail/sqlite.h"
#include "tests/gis/store/sample_place.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>

namespace hereabouts {

using core::Geometry;
using gis::detail::Database;
using gis::detail::fromShapeBlob;
using gis::detail::Statement;
using gis::detail::toShapeBlob;

namespace {

std::vector<std::byte> blobOf(const Geometry& geometry)
{
    std::vector<std::byte> blob;
    toShapeBlob(geometry, 2193, blob);
    return blob;
}

const std::vector<Geometry> kShapes{core::Point{1.5, -2.25}, core::MultiLine{{{0, 0}, {3, 4}}, {{10, 10}, {11, 11}, {12, 10}}}, test::square(100, 200, 40, true),
    core::MultiPolygon{test::square(0, 0, 10).front(), test::square(20, 0, 10, true).front()}};

/// SpatiaLite itself, over a file of its own.
std::unique_ptr<Database> spatialite(const test::TemporaryFolder& folder)
{
    auto database = Database::createNew(folder / "scratch.sqlite", std::chrono::seconds(1));
    database->startSpatialite();
    return database;
}

} // namespace

TEST_CASE("a shape is written as SpatiaLite writes it, byte for byte", "[store][shape]")
{
    const test::TemporaryFolder folder;
    const auto database = spatialite(folder);
    const std::vector<std::string> texts{"POINT(1.5 -2.25)", "MULTILINESTRING((0 0, 3 4), (10 10, 11 11, 12 10))",
        "MULTIPOLYGON(((100 200, 140 200, 140 240, 100 240, 100 200), (110 210, 130 210, 130 230, 110 230, 110 210)))",
        "MULTIPOLYGON(((0 0, 10 0, 10 10, 0 10, 0 0)), ((20 0, 30 0, 30 10, 20 10, 20 0), (22.5 2.5, 27.5 2.5, 27.5 7.5, 22.5 7.5, 22.5 2.5)))"};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        INFO(texts[i]);
        Statement select = database->prepare("SELECT GeomFromText(?, 2193)");
        select.bind(1, std::string_view(texts[i]));
        REQUIRE(select.step());
        const auto theirs = select.bytes(0);
        CHECK(std::vector<std::byte>(theirs.begin(), theirs.end()) == blobOf(kShapes[i]));
        CHECK(fromShapeBlob(theirs, 2193).value() == kShapes[i]);
    }
}

TEST_CASE("single, three-dimensional and compressed shapes of other programs are read", "[store][shape]")
{
    const test::TemporaryFolder folder;
    const auto database = spatialite(folder);
    const auto read = [&](const std::string& sql) {
        Statement select = database->prepare(sql);
        REQUIRE(select.step());
        const auto geometry = fromShapeBlob(select.bytes(0), 2193);
        INFO(sql << ": " << (geometry ? "" : geometry.error().message));
        REQUIRE(geometry.has_value());
        return *geometry;
    };
    CHECK(read("SELECT GeomFromText('POINTZ(1 2 3)', 2193)") == Geometry{core::Point{1, 2}});
    CHECK(read("SELECT GeomFromText('MULTIPOINT(1 2)', 2193)") == Geometry{core::Point{1, 2}});
    CHECK(read("SELECT GeomFromText('LINESTRINGM(0 0 5, 3 4 6)', 2193)") == Geometry{core::MultiLine{{{0, 0}, {3, 4}}}});
    CHECK(read("SELECT GeomFromText('POLYGONZM((0 0 1 2, 8 0 1 2, 8 8 1 2, 0 8 1 2, 0 0 1 2))', 2193)") == Geometry{test::square(0, 0, 8)});
    CHECK(read("SELECT CompressGeometry(GeomFromText('POLYGON((0 0, 8 0, 8 8, 0 8, 0 0))', 2193))") == Geometry{test::square(0, 0, 8)});
    CHECK(read("SELECT CompressGeometry(GeomFromText('POLYGONZM((0 0 1 2, 8 0 1 2, 8 8 1 2, 0 8 1 2, 0 0 1 2))', 2193))") == Geometry{test::square(0, 0, 8)});
}

TEST_CASE("a damaged shape is refused wherever it is cut and never read past its end", "[store][shape]")
{
    for (const Geometry& shape : kShapes) {
        const std::vector<std::byte> whole = blobOf(shape);
        CHECK(fromShapeBlob(whole, 2193).value() == shape);
        CHECK_FALSE(fromShapeBlob(whole, 27700).has_value());
        for (std::size_t length = 1; length < whole.size(); ++length) {
            const std::vector<std::byte> cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
            CHECK_FALSE(fromShapeBlob(cut, 2193).has_value());
        }
        for (std::size_t at = 0; at < whole.size(); ++at) {
            for (const unsigned mask : {0x01U, 0x80U, 0xFFU}) {
                std::vector<std::byte> flipped = whole;
                flipped[at] ^= static_cast<std::byte>(mask);
                const auto geometry = fromShapeBlob(flipped, 2193);
                CHECK((!geometry || gis::detail::isFinite(*geometry)));
            }
        }
    }
}

TEST_CASE("coordinates that are not finite are refused on the way in from another program", "[store][shape]")
{
    CHECK_FALSE(fromShapeBlob(blobOf(core::Point{std::nan(""), 1}), 2193).has_value());
    CHECK_FALSE(fromShapeBlob(blobOf(core::MultiLine{{{0, 0}, {std::numeric_limits<double>::infinity(), 1}}}), 2193).has_value());
}

TEST_CASE("a shape's mark changes with any of its coordinates", "[store][shape]")
{
    const auto mark = [](const Geometry& geometry) { return gis::detail::markOf(blobOf(geometry)); };
    CHECK(mark(kShapes[2]) == mark(kShapes[2]));
    CHECK(mark(core::Point{1, 2}) != mark(core::Point{2, 1}));
    CHECK(mark(test::square(0, 0, 10)) != mark(test::square(0, 0, 10.01)));
}

} // namespace hereabouts
