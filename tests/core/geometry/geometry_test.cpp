// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/geometry.h"
#include "core/geometry/orientation.h"
#include "core/geometry/web_mercator.h"
#include "tests/core/drawn_map.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

using namespace hereabouts;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using core::Box;
using core::Geometry;
using core::MultiPolygon;
using core::Point;

TEST_CASE("a drawn area is as large as its squares, holes and parts included", "[geometry]")
{
    const test::DrawnMap map(R"(A A A . B
                                A . A B .
                                A A A . .)");
    CHECK(core::planarArea(map.area('A')) == 8);
    CHECK(map.area('A').size() == 1);
    CHECK(map.area('A').front().holes.size() == 1);
    CHECK(core::planarArea(map.area('B')) == 2);
    CHECK(map.area('B').size() == 2);
    CHECK(core::vertexCount(Geometry{map.area('A')}) == 13 + 5);
}

TEST_CASE("an area measures the same far from zero and whichever way its rings turn", "[geometry]")
{
    MultiPolygon area{{.outer = {{1e7, 1e7}, {1e7 + 0.2, 1e7}, {1e7 + 0.2, 1e7 + 0.1}, {1e7, 1e7 + 0.1}, {1e7, 1e7}}, .holes = {}}};
    CHECK_THAT(core::planarArea(area), WithinRel(0.02, 1e-6));
    const double before = core::planarArea(area);
    std::ranges::reverse(area.front().outer);
    CHECK(core::planarArea(area) == before);
}

TEST_CASE("an area covers its inside, its edges and its corners, and not its holes", "[geometry]")
{
    const test::DrawnMap map(R"(A A A
                                A . A
                                A A A)");
    const MultiPolygon area = map.area('A');
    CHECK(core::covers(area, {0.5, 0.5}));
    CHECK(core::covers(area, {0, 0}));
    CHECK(core::covers(area, {3, 1.5}));
    CHECK(core::covers(area, {1, 1.5}));
    CHECK_FALSE(core::covers(area, {1.5, 1.5}));
    CHECK_FALSE(core::covers(area, {std::nextafter(3.0, 4.0), 1.5}));
}

TEST_CASE("the point that stands for an area is inside it", "[geometry]")
{
    const test::DrawnMap map(R"(C C C C R R R
                                C . . . R . R
                                C C C C R R R)");
    for (const char letter : {'C', 'R'}) CHECK(core::covers(map.area(letter), core::representativePoint(Geometry{map.area(letter)})));
    CHECK(core::representativePoint(Geometry{}) == Point{0, 0});
    CHECK(core::representativePoint(Geometry{Point{4, 5}}) == Point{4, 5});
    CHECK(core::representativePoint(Geometry{MultiPolygon{}}) == Point{0, 0});
}

TEST_CASE("a box of nothing is empty and grows to what it is given", "[geometry]")
{
    Box box;
    CHECK(box.empty());
    CHECK(box.width() == 0);
    CHECK_FALSE(box.contains({0, 0}));
    box.include(Point{2, 3});
    box.include(Point{-1, 5});
    CHECK(box == Box{-1, 3, 2, 5});
    CHECK(core::boundsOf(Geometry{}).empty());
}

TEST_CASE("the side of a line is exact where floating point is not", "[orientation]")
{
    // p is on the line from a to b but for the last bit of one coordinate.
    const Point a{12, 12};
    const Point b{24, 24};
    const double bit = std::nextafter(0.5, 1.0) - 0.5;
    CHECK(core::sideOf(a, b, {0.5, 0.5}) == 0);
    for (int i = 1; i < 200; ++i) {
        CHECK(core::sideOf(a, b, {0.5, 0.5 + i * bit}) == 1);
        CHECK(core::sideOf(a, b, {0.5 + i * bit, 0.5}) == -1);
    }
    CHECK(core::onSegment(a, b, {18, 18}));
    CHECK_FALSE(core::onSegment(a, b, {0.5, 0.5}));
    CHECK_FALSE(core::onSegment(a, b, {18, std::nextafter(18.0, 19.0)}));
}

TEST_CASE("turning a triangle keeps its side, swapping two corners turns it over", "[orientation]")
{
    std::mt19937 dice(GENERATE(1U, 2U));
    std::uniform_int_distribution<int> step(-3, 3);
    std::size_t wrong = 0;
    for (int i = 0; i < 20'000; ++i) {
        // All but in line, at the scale of a national grid.
        const auto near = [&](double t) { return Point{1'500'000 + t * 0.1 + step(dice) * 2.3e-10, 5'700'000 + t * 0.3 + step(dice) * 9.4e-10}; };
        const Point a = near(0);
        const Point b = near(1);
        const Point c = near(2);
        const int side = core::sideOf(a, b, c);
        if (core::sideOf(b, c, a) != side || core::sideOf(c, a, b) != side || core::sideOf(b, a, c) != -side) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("Web Mercator has Greenwich and the equator in its middle and goes on beyond 180 degrees", "[mercator]")
{
    const Point middle = core::toWebMercator({0, 0});
    CHECK_THAT(middle.x, WithinAbs(0.5, 1e-15));
    CHECK_THAT(middle.y, WithinAbs(0.5, 1e-15));
    CHECK_THAT(core::toWebMercator({183.5, -44}).x - core::toWebMercator({-176.5, -44}).x, WithinAbs(1, 1e-15));
    CHECK(core::toWebMercator({0, -41}).y > 0.5);
    CHECK(std::isfinite(core::toWebMercator({0, -90}).y));
    for (const double lat : {-84.0, -41.3, 0.0, 51.5, 84.0}) {
        const core::LonLat back = core::fromWebMercator(core::toWebMercator({174.8, lat}));
        CHECK_THAT(back.lon, WithinAbs(174.8, 1e-11));
        CHECK_THAT(back.lat, WithinAbs(lat, 1e-11));
    }
}
