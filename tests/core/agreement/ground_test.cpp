// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/certified_area.h"
#include "core/agreement/contour.h"
#include "tests/core/agreement/drawn.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <numeric>

using namespace hereabouts;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

/// A grid of one-metre cells as drawn: '#' inside; the first line is the north.
core::CountGrid gridOf(const std::vector<std::string>& lines)
{
    core::CountGrid grid({.origin = {0, 0}, .cell = 1, .columns = static_cast<std::int32_t>(lines[0].size()), .rows = static_cast<std::int32_t>(lines.size())});
    for (std::size_t line = 0; line < lines.size(); ++line) {
        for (std::size_t column = 0; column < lines[line].size(); ++column) {
            const double x = static_cast<double>(column);
            const double y = static_cast<double>(lines.size() - 1 - line);
            if (lines[line][column] == '#') grid.add({{.outer = test::rectangle(x, y, x + 1, y + 1), .holes = {}}}, 1);
        }
    }
    return grid;
}

bool passesEachCornerOnce(const core::Ring& ring)
{
    core::Ring corners(ring.begin(), ring.end() - 1);
    std::ranges::sort(corners);
    return std::ranges::adjacent_find(corners) == corners.end();
}

} // namespace

TEST_CASE("a ring of cells is one part with one hole", "[agreement]")
{
    const auto line = core::contourOf(gridOf({"####", "#..#", "####"}), 1);
    REQUIRE(line.size() == 1);
    CHECK(line[0].outer == test::rectangle(0, 0, 4, 3));
    REQUIRE(line[0].holes.size() == 1);
    CHECK(core::planarArea(line) == 10);
}

TEST_CASE("cells that touch at a corner are parts of their own, and holes that do are holes of their own", "[agreement]")
{
    const auto apart = core::contourOf(gridOf({"#.", ".#"}), 1);
    CHECK(apart.size() == 2);
    const auto holes = core::contourOf(gridOf({"####", "#.##", "##.#", "####"}), 1);
    REQUIRE(holes.size() == 1);
    CHECK(holes[0].holes.size() == 2);
    // A ring that closes on itself at a corner only: its inside is a hole that touches the outer line there.
    const auto closing = core::contourOf(gridOf({"###.", "#.#.", "##.#", "...#"}), 1);
    CHECK(core::planarArea(closing) == 9);
    for (const core::Polygon& part : closing) {
        CHECK(passesEachCornerOnce(part.outer));
        for (const core::Ring& hole : part.holes) CHECK(passesEachCornerOnce(hole));
    }
}

TEST_CASE("an island in a lake is a part of its own", "[agreement]")
{
    const auto line = core::contourOf(gridOf({"#####", "#...#", "#.#.#", "#...#", "#####"}), 1);
    REQUIRE(line.size() == 2);
    CHECK(line[0].holes.size() + line[1].holes.size() == 1);
    CHECK(core::planarArea(line) == 17);
}

TEST_CASE("drawings with holes and parts are counted without their holes", "[agreement]")
{
    const core::MultiPolygon ring{
        {.outer = test::rectangle(0, 0, 30, 30), .holes = {test::rectangle(10, 10, 20, 20)}}, {.outer = test::rectangle(40, 0, 50, 10), .holes = {}}};
    core::CountGrid grid(core::GridFrame::over(core::boundsOf(ring), 1));
    grid.add(ring, 1);
    CHECK(grid.areaOf(1) == 900);
    const std::vector<const core::MultiPolygon*> areas{&ring};
    const core::CertifiedArea area = core::certifiedArea(areas, 1, 0.5);
    CHECK((area.lower <= 900 && 900 <= area.upper));
    CHECK_THAT(area.estimate, WithinRel(900, 0.02));
    CHECK(core::CountGrid::of(grid.frame(), areas).areaOf(1) == 900);
}

TEST_CASE("bounds hold the true area of shared ground and close in as squares shrink", "[agreement]")
{
    // Two triangles over one square: they share the quarter of it between its diagonals, 1000 × 1000 / 4.
    const core::MultiPolygon one{{.outer = {{0, 0}, {1000, 0}, {1000, 1000}, {0, 0}}, .holes = {}}};
    const core::MultiPolygon other{{.outer = {{0, 0}, {1000, 0}, {0, 1000}, {0, 0}}, .holes = {}}};
    const std::vector<const core::MultiPolygon*> areas{&one, &other};
    double width = 1e18;
    for (const double leaf : {16.0, 4.0, 1.0, 0.5}) {
        const core::CertifiedArea area = core::certifiedArea(areas, 2, leaf);
        CHECK((area.lower <= 250'000 && 250'000 <= area.upper));
        CHECK((area.lower <= area.estimate && area.estimate <= area.upper));
        CHECK(area.upper - area.lower < width / 1.9);
        width = area.upper - area.lower;
    }
    CHECK(width / 250'000 < 0.02);
    const core::CertifiedArea either = core::certifiedArea(areas, 1, 1);
    CHECK((either.lower <= 750'000 && 750'000 <= either.upper));
    CHECK(core::certifiedArea(areas, 3, 1).upper == 0);
}

TEST_CASE("depth summed over all ground is what the drawings' own areas add up to", "[agreement]")
{
    const auto drawings = test::crowd(30, 200, 8);
    const auto areas = test::shapesOf(drawings);
    const double sum = std::accumulate(areas.begin(), areas.end(), 0.0, [](double total, const auto* area) { return total + core::planarArea(*area); });
    const core::CertifiedArea depth = core::certifiedDepthSum(areas, 1);
    CHECK((depth.lower <= sum && sum <= depth.upper));
    CHECK_THAT(depth.estimate, WithinRel(sum, 1e-3));
    // The same from the levels: the k-th line counts once for each k.
    double levels = 0;
    for (std::int32_t k = 1; k <= 30; ++k) levels += core::certifiedArea(areas, k, 1).estimate;
    CHECK_THAT(levels, WithinRel(sum, 1e-3));
    const auto grid = core::CountGrid::of(core::GridFrame::over(core::groundHeldBy(areas, 1), 1), areas);
    CHECK_THAT(static_cast<double>(std::accumulate(grid.counts().begin(), grid.counts().end(), std::int64_t{0})), WithinRel(sum, 1e-3));
}

TEST_CASE("no spot outside the ground held by so many is held by so many", "[agreement]")
{
    const auto a = test::box("a", 0, 0, 10, 10);
    const auto b = test::box("b", 5, 5, 20, 20);
    const std::vector<core::Drawing> both{a, b};
    const auto areas = test::shapesOf(both);
    CHECK(core::groundHeldBy(areas, 1) == core::Box{0, 0, 20, 20});
    CHECK(core::groundHeldBy(areas, 2) == core::Box{5, 5, 10, 10});
    CHECK(core::groundHeldBy(areas, 3).empty());
}
