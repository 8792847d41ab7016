// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/draw/neighbours.h"
#include "tests/core/drawn_map.h"

#include <catch2/catch_test_macros.hpp>

#include <span>
#include <vector>

using namespace hereabouts;
using core::MultiPolygon;
using core::Neighbours;
using core::Point;
using core::Snap;

namespace {

const test::DrawnMap& map()
{
    static const test::DrawnMap map(R"(A A B B
                                       A A B B
                                       C C C C)");
    return map;
}

std::vector<MultiPolygon> shapes()
{
    return {map().area('A'), map().area('B'), map().area('C')};
}

double areaAfter(std::size_t shape, const std::vector<core::NeighbourEdit>& edits)
{
    std::vector<core::NeighbourEdit> own;
    for (const auto& edit : edits) {
        if (edit.at.shape == shape) own.push_back(edit);
    }
    const auto result = core::edited(shapes()[shape], own);
    REQUIRE(result.has_value());
    return core::planarArea(*result);
}

} // namespace

TEST_CASE("a click snaps to a vertex before a line, to a line before nothing", "[draw]")
{
    const auto all = shapes();
    const Neighbours neighbours(all);
    const Snap vertex = neighbours.snap({2.1, 2.9}, 0.3);
    CHECK(vertex.kind == Snap::Kind::OnVertex);
    CHECK(vertex.at == Point{2, 3});
    const Snap line = neighbours.snap({2.1, 2.5}, 0.3);
    CHECK(line.kind == Snap::Kind::OnLine);
    CHECK(line.at == Point{2, 2.5});
    const Snap free = neighbours.snap({2.5, 2.504}, 0.3);
    CHECK(free.kind == Snap::Kind::Free);
    CHECK(free.at == Point{2.5, 2.5});
}

TEST_CASE("a corner that three areas share moves in all of them, and no ground is lost", "[draw]")
{
    const auto all = shapes();
    const Neighbours neighbours(all);
    const auto edits = neighbours.moveTogether({2, 1}, {2.5, 1.5});
    CHECK(edits.size() == 3);
    CHECK(areaAfter(0, edits) + areaAfter(1, edits) + areaAfter(2, edits) == 12);
    CHECK(areaAfter(0, edits) == 4); // Its corner moves along the line between the two beside it.
    CHECK(areaAfter(1, edits) == 3.5);
    CHECK(areaAfter(2, edits) == 4.5);
    CHECK(neighbours.moveTogether({2.01, 1}, {0, 0}).empty());
}

TEST_CASE("a shared stretch becomes another in the neighbour too, whichever way its ring turns", "[draw]")
{
    auto all = shapes();
    std::ranges::reverse(all[1].front().outer);
    const Neighbours neighbours(all);
    const auto edits = neighbours.rerouteTogether({{2, 1}, {2, 2}, {2, 3}}, {{2, 1}, {3, 2}, {2, 3}});
    REQUIRE(edits.size() == 2);
    std::vector<double> areas;
    for (const auto& edit : edits) areas.push_back(core::planarArea(*core::edited(all[edit.at.shape], std::span(&edit, 1))));
    CHECK(areas == std::vector<double>{5, 3});
    const auto inserted = neighbours.rerouteTogether({{2, 1}, {2, 2}}, {{2, 1}, {2.5, 1.5}, {2, 2}});
    CHECK(inserted.size() == 2);
    CHECK(neighbours.rerouteTogether({{2, 1}, {2, 3}}, {{2, 1}, {3, 2}, {2, 3}}).empty());
}

TEST_CASE("stretches over the beginning of a ring are shared like any", "[draw]")
{
    const auto all = shapes();
    const auto& ring = all[2].front().outer;
    // A stretch of C's ring with its first vertex in the middle.
    const core::Line stretch{ring[ring.size() - 2], ring[0], ring[1]};
    const Neighbours neighbours(all);
    const auto edits = neighbours.rerouteTogether(stretch, {stretch.front(), {-3, -3}, stretch.back()});
    REQUIRE(edits.size() == 1);
    CHECK(edits.front().removed == 1);
    const auto result = core::edited(all[2], edits);
    REQUIRE(result.has_value());
    CHECK(core::planarArea(*result) == 4 + 3);
    CHECK(result->front().outer.front() == result->front().outer.back());
}

TEST_CASE("the stretches that a line shares are named by neighbour and by where they are", "[draw]")
{
    const auto all = shapes();
    const Neighbours neighbours(all);
    const auto shared = neighbours.sharedWith({{0, 1}, {1, 1}, {2, 1}, {3, 1}, {3, 5}});
    REQUIRE(shared.size() == 3);
    CHECK(shared[0] == core::SharedStretch{0, 0, 2});
    CHECK(shared[1] == core::SharedStretch{1, 2, 3});
    CHECK(shared[2] == core::SharedStretch{2, 0, 3});
}

TEST_CASE("a neighbour is not moved to nothing", "[draw]")
{
    const std::vector<MultiPolygon> triangle{{{.outer = {{0, 0}, {1, 0}, {0, 1}, {0, 0}}, .holes = {}}}};
    const Neighbours neighbours(triangle);
    const auto edits = neighbours.rerouteTogether({{0, 0}, {1, 0}, {0, 1}}, {{0, 0}, {0, 1}});
    REQUIRE(edits.size() == 1);
    CHECK_FALSE(core::edited(triangle.front(), edits).has_value());
}
