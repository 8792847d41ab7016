// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/plain_ring.h"

#include <catch2/catch_test_macros.hpp>

using namespace hereabouts::core;

namespace {

/// In centimetres, closed.
Ring ringOf(std::initializer_list<Point> centimetres)
{
    Ring ring;
    for (const Point p : centimetres) ring.push_back({p.x / 100, p.y / 100});
    ring.push_back(ring.front());
    return ring;
}

} // namespace

TEST_CASE("a ring that never meets itself is plain, whichever way it turns and however crooked", "[geometry]")
{
    CHECK(isPlainRing(ringOf({{0, 0}, {4, 0}, {4, 4}, {0, 4}})));
    CHECK(isPlainRing(ringOf({{0, 4}, {4, 4}, {4, 0}, {0, 0}})));
    CHECK(isPlainRing(ringOf({{0, 0}, {2, 0}, {4, 0}, {4, 4}}))); // a vertex in the middle of an edge
    CHECK(isPlainRing(ringOf({{0, 0}, {9, 0}, {9, 9}, {6, 9}, {6, 2}, {3, 2}, {3, 9}, {0, 9}}))); // a U
    CHECK(isPlainRing(ringOf({{0, 0}, {1, 0}, {0, 1}}))); // the smallest there is
}

TEST_CASE("a ring that crosses, touches or goes back over itself is left to a closer look", "[geometry]")
{
    CHECK_FALSE(isPlainRing(ringOf({{0, 0}, {4, 4}, {4, 0}, {0, 4}}))); // a bow-tie
    CHECK_FALSE(isPlainRing(ringOf({{0, 0}, {4, 0}, {2, 2}, {4, 4}, {0, 4}, {2, 2}}))); // two triangles that share a corner
    CHECK_FALSE(isPlainRing(ringOf({{0, 0}, {8, 0}, {8, 8}, {4, 0}, {0, 8}}))); // a corner on an edge
    CHECK_FALSE(isPlainRing(ringOf({{0, 0}, {4, 0}, {8, 0}, {4, 0}, {4, 4}}))); // a spike
    CHECK_FALSE(isPlainRing(ringOf({{0, 0}, {4, 0}, {2, 0}}))); // there and back
    CHECK_FALSE(isPlainRing(ringOf({{0, 0}, {4, 0}})));
    CHECK_FALSE(isPlainRing(ringOf({{0, 0}, {4, 0}, {4, 0}, {4, 4}}))); // a point twice
    CHECK_FALSE(isPlainRing({{0, 0}, {4, 0}, {4, 4}, {0, 4}})); // open
    CHECK_FALSE(isPlainRing(ringOf({{0, 0}, {4e12, 0}, {4e12, 4e12}}))); // beyond the grid
    CHECK_FALSE(isPlainRing({}));
}
