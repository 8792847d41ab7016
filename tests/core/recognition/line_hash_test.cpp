// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/line_hash.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

using namespace hereabouts;
using core::lineHash;
using core::MultiPolygon;
using core::Ring;

namespace {

Ring square(double x, double y, double side) { return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}; }

/// The ring begun `by` corners later.
Ring begunLater(Ring ring, std::ptrdiff_t by)
{
    ring.pop_back();
    std::ranges::rotate(ring, ring.begin() + by);
    ring.push_back(ring.front());
    return ring;
}

Ring turned(Ring ring)
{
    std::ranges::reverse(ring);
    return ring;
}

const MultiPolygon kTwoParts{{.outer = square(1500000, 5700000, 900), .holes = {square(1500100, 5700100, 50), square(1500300, 5700100, 70.25)}},
    {.outer = square(1502000, 5700000, 300), .holes = {}}};

} // namespace

TEST_CASE("the hash of a line is the SHA-256 of its corners in centimetres, as anybody can recount", "[recognition]")
{
    // printf 'P\nR 0,0 0,100 100,100 100,0\n' | sha256sum
    CHECK(lineHash(MultiPolygon{{.outer = square(0, 0, 1), .holes = {}}}) == "38e2b4fa30821fe5bc5630ed1a6175865b83ac4e9f5fd3b00a1a6335f99c40aa");
    CHECK(lineHash(kTwoParts).size() == 64);
}

TEST_CASE("a line is the same line wherever its rings start, whichever way they turn and in whatever order its parts stand", "[recognition]")
{
    const std::string hash = lineHash(kTwoParts);
    for (std::ptrdiff_t by = 0; by < 4; ++by) {
        MultiPolygon other = kTwoParts;
        other[0].outer = begunLater(turned(other[0].outer), by);
        other[0].holes[1] = begunLater(other[0].holes[1], by);
        CHECK(lineHash(other) == hash);
        std::ranges::reverse(other);
        std::ranges::reverse(other[1].holes);
        CHECK(lineHash(other) == hash);
    }
    MultiPolygon written = kTwoParts;
    written[1].outer.insert(written[1].outer.begin() + 1, written[1].outer[1]);
    CHECK(lineHash(written) == hash);
    written[1].outer[0].x += 0.004; // Less than half a centimetre: the grid takes it.
    CHECK(lineHash(written) == hash);
}

TEST_CASE("a line moved by one centimetre in one corner is another line", "[recognition]")
{
    const std::string hash = lineHash(kTwoParts);
    MultiPolygon moved = kTwoParts;
    moved[0].holes[0][2].y += 0.01;
    CHECK(lineHash(moved) != hash);
    MultiPolygon without = kTwoParts;
    without[0].holes.pop_back();
    CHECK(lineHash(without) != hash);
    without = kTwoParts;
    without.pop_back();
    CHECK(lineHash(without) != hash);
    // A hole of one part given to another part is another line, though the rings are the same.
    MultiPolygon given = kTwoParts;
    given[1].holes.push_back(given[0].holes.back());
    given[0].holes.pop_back();
    CHECK(lineHash(given) != hash);
}

TEST_CASE("the least way round is found for rings that pass a corner more than once", "[recognition]")
{
    // A figure of two squares that touch in the corner (0, 0), which is their least.
    const Ring eight{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}, {20, 5}, {20, 30}, {5, 20}, {0, 0}};
    const std::string hash = lineHash(MultiPolygon{{.outer = eight, .holes = {}}});
    for (std::ptrdiff_t by = 0; by < 8; ++by) {
        CHECK(lineHash(MultiPolygon{{.outer = begunLater(eight, by), .holes = {}}}) == hash);
        CHECK(lineHash(MultiPolygon{{.outer = turned(begunLater(eight, by)), .holes = {}}}) == hash);
    }
    // A circle of 100,000 corners takes no more than a pass or two.
    Ring circle;
    for (int i = 0; i <= 100'000; ++i) circle.push_back({5000 * std::cos(i * 6.283185307179586e-5), 5000 * std::sin(i * 6.283185307179586e-5)});
    circle.back() = circle.front();
    CHECK(lineHash(MultiPolygon{{.outer = circle, .holes = {}}}) == lineHash(MultiPolygon{{.outer = turned(begunLater(circle, 77'777)), .holes = {}}}));
}

TEST_CASE("what has no area has no hash", "[recognition]")
{
    CHECK(lineHash({}).empty());
    CHECK(lineHash(core::Point{1, 2}).empty());
    CHECK(lineHash(MultiPolygon{}).empty());
}
