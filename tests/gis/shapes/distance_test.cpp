// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/shapes/distance.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>

using namespace hereabouts;

namespace {

core::MultiPolygon square(double x, double y, double side)
{
    return {{.outer = {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}, .holes = {}}};
}

double between(const core::Geometry& a, const core::Geometry& b)
{
    const auto distance = gis::distanceBetween(a, b);
    REQUIRE(distance.has_value());
    CHECK(gis::distanceBetween(b, a) == distance);
    return *distance;
}

} // namespace

TEST_CASE("shapes that touch, share ground or lie inside one another are no distance apart", "[distance]")
{
    CHECK(between(square(0, 0, 10), square(10, 0, 10)) == 0);
    CHECK(between(square(0, 0, 10), square(5, 5, 10)) == 0);
    CHECK(between(square(0, 0, 10), square(4, 4, 1)) == 0);
    CHECK(between(square(0, 0, 10), core::Point{3, 3}) == 0);
    CHECK(between(square(0, 0, 10), core::MultiLine{{{-5, 5}, {15, 5}}}) == 0);
}

TEST_CASE("the distance between shapes is the shortest way from one to the other", "[distance]")
{
    CHECK(between(square(0, 0, 10), square(13, 14, 2)) == 5);
    CHECK(between(core::Point{0, 0}, core::MultiLine{{{3, -9}, {3, 9}}, {{100, 0}, {101, 0}}}) == 3);

    core::MultiPolygon ring = square(0, 0, 10);
    ring.front().holes.push_back(square(2, 2, 6).front().outer);
    CHECK(between(ring, core::Point{5, 5}) == 3); // from inside its hole
    CHECK(std::isinf(between(square(0, 0, 1), core::Geometry{})));
}
