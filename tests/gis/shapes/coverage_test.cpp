// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/shapes/coverage.h"
#include "gis/shapes/overlay.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>
#include <random>

using namespace hereabouts;
using Catch::Matchers::WithinAbs;
using gis::CoverageFaultKind;

namespace {

core::Ring ringOf(double west, double south, double east, double north)
{
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

core::MultiPolygon box(double west, double south, double east, double north)
{
    return {core::Polygon{.outer = ringOf(west, south, east, north), .holes = {}}};
}

std::vector<gis::CoverageFault> faultsOf(const std::vector<core::MultiPolygon>& areas)
{
    auto faults = gis::coverageFaults(areas);
    REQUIRE(faults.has_value());
    return std::move(*faults);
}

/// A line from `from` to `to` that wanders up to 20 m to both sides, less near its ends, the same whenever it is asked for.
core::Line wandering(core::Point from, core::Point to, unsigned seed, int points)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> aside(-20, 20);
    const core::Point along{to.x - from.x, to.y - from.y};
    const double length = std::hypot(along.x, along.y);
    core::Line line{from};
    for (int i = 1; i < points; ++i) {
        const double t = static_cast<double>(i) / points;
        const double off = aside(random) * std::min(1.0, 4 * std::min(t, 1 - t)) / length;
        line.push_back({std::round((from.x + t * along.x - off * along.y) * 100) / 100, std::round((from.y + t * along.y + off * along.x) * 100) / 100});
    }
    line.push_back(to);
    return line;
}

/// n × n wards of one kilometre whose borders wander: a coverage with 4 × points vertices a ward.
std::vector<core::Geometry> wards(int n, int points)
{
    const auto seed = [n](int x, int y, bool up) { return static_cast<unsigned>((y * (n + 1) + x) * 2 + (up ? 1 : 0)); };
    const auto corner = [](int x, int y) { return core::Point{x * 1000.0, y * 1000.0}; };
    const auto append = [](core::Ring& ring, core::Line side, bool backwards) {
        if (backwards) std::ranges::reverse(side);
        ring.insert(ring.end(), side.begin() + (ring.empty() ? 0 : 1), side.end());
    };
    std::vector<core::Geometry> result;
    for (int y = 0; y < n; ++y) {
        for (int x = 0; x < n; ++x) {
            core::Ring ring;
            append(ring, wandering(corner(x, y), corner(x + 1, y), seed(x, y, false), points), false);
            append(ring, wandering(corner(x + 1, y), corner(x + 1, y + 1), seed(x + 1, y, true), points), false);
            append(ring, wandering(corner(x, y + 1), corner(x + 1, y + 1), seed(x, y + 1, false), points), true);
            append(ring, wandering(corner(x, y), corner(x, y + 1), seed(x, y, true), points), true);
            result.push_back(core::MultiPolygon{core::Polygon{.outer = ring, .holes = {}}});
        }
    }
    return result;
}

std::vector<core::MultiPolygon> areasOf(const std::vector<core::Geometry>& shapes)
{
    std::vector<core::MultiPolygon> areas;
    for (const core::Geometry& shape : shapes) areas.push_back(std::get<core::MultiPolygon>(shape));
    return areas;
}

} // namespace

TEST_CASE("wards that share every border have no faults", "[coverage]")
{
    CHECK(faultsOf({box(0, 0, 100, 100), box(100, 0, 200, 100), box(0, 100, 200, 200)}).empty());
    CHECK(faultsOf(areasOf(wards(6, 25))).empty());
    CHECK(faultsOf({}).empty());
    CHECK(faultsOf({box(0, 0, 1, 1), {}, box(50, 50, 51, 51)}).empty());
}

TEST_CASE("ground that two wards claim is an overlap of the two", "[coverage]")
{
    const auto faults = faultsOf({box(0, 0, 100, 100), box(90, 0, 200, 100)});
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].kind == CoverageFaultKind::Overlap);
    CHECK(faults[0].areas == std::vector<std::size_t>{0, 1});
    CHECK(faults[0].squareMetres == 1'000);
    CHECK(core::covers(faults[0].shape, faults[0].where));
}

TEST_CASE("an area wholly inside another overlaps it", "[coverage]")
{
    const auto faults = faultsOf({box(0, 0, 100, 100), box(20, 20, 60, 60)});
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].kind == CoverageFaultKind::Overlap);
    CHECK(faults[0].squareMetres == 1'600);
}

TEST_CASE("a hole that nobody claims is a gap of all who border it", "[coverage]")
{
    // Four boxes around a courtyard of 20 × 20 m.
    const auto faults = faultsOf({box(0, 0, 60, 40), box(60, 0, 100, 60), box(40, 60, 100, 100), box(0, 40, 40, 100)});
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].kind == CoverageFaultKind::Gap);
    CHECK(faults[0].squareMetres == 400);
    CHECK(faults[0].areas == std::vector<std::size_t>{0, 1, 2, 3});
    CHECK(faults[0].where == core::Point{50, 50});
}

TEST_CASE("an island in a lake is not part of the lake's gap", "[coverage]")
{
    core::MultiPolygon shore = box(0, 0, 100, 100);
    core::Ring lake = ringOf(20, 20, 80, 80);
    std::ranges::reverse(lake);
    shore.front().holes.push_back(lake);
    const auto faults = faultsOf({shore, box(40, 40, 60, 60)});
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].squareMetres == 3'200);
    CHECK(faults[0].areas == std::vector<std::size_t>{0, 1});
}

TEST_CASE("an overlap or gap less than two metres wide is a sliver", "[coverage]")
{
    const auto overlap = faultsOf({box(0, 0, 100, 100), box(99, 0, 200, 100)});
    REQUIRE(overlap.size() == 1);
    CHECK(overlap[0].kind == CoverageFaultKind::Sliver);
    const auto gap = faultsOf({box(0, 0, 100, 10), box(0, 10, 10, 100), box(90, 10, 100, 100), box(10, 11, 90, 100)});
    REQUIRE(gap.size() == 1);
    CHECK(gap[0].kind == CoverageFaultKind::Sliver);
    CHECK(gap[0].squareMetres == 80);
}

TEST_CASE("the same shape twice is a duplicate", "[coverage]")
{
    const auto faults = faultsOf({box(0, 0, 100, 100), box(100, 0, 200, 100), box(0, 0, 100, 100)});
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].kind == CoverageFaultKind::Duplicate);
    CHECK(faults[0].areas == std::vector<std::size_t>{0, 2});
}

TEST_CASE("the rounding of a corner on a neighbour's edge is no fault", "[coverage]")
{
    // The corner (33.33, 0.00) lies a few millimetres off the neighbour's slanting edge.
    const core::MultiPolygon south{{.outer = {{0, 0}, {0, -50}, {100, -50}, {100, 0.02}, {0, 0}}, .holes = {}}};
    const core::MultiPolygon west{{.outer = {{0, 0}, {33.33, 0.01}, {33.33, 50}, {0, 50}, {0, 0}}, .holes = {}}};
    const core::MultiPolygon east{{.outer = {{33.33, 0.01}, {100, 0.02}, {100, 50}, {33.33, 50}, {33.33, 0.01}}, .holes = {}}};
    CHECK(faultsOf({south, west, east}).empty());
}

TEST_CASE("faults come largest first", "[coverage]")
{
    const auto faults = faultsOf({box(0, 0, 100, 100), box(95, 0, 200, 100), box(150, 0, 300, 100)});
    REQUIRE(faults.size() == 2);
    CHECK(faults[0].squareMetres == 5'000);
    CHECK(faults[1].squareMetres == 500);
}

TEST_CASE("the overlaps of communities are every pair that shares ground, in order", "[coverage]")
{
    const std::vector<core::MultiPolygon> communities{box(0, 0, 10, 10), box(5, 0, 15, 10), box(15, 0, 20, 10), box(0, 0, 20, 1)};
    const auto shared = gis::overlapsBetween(communities);
    REQUIRE(shared.has_value());
    REQUIRE(shared->size() == 4);
    CHECK(((*shared)[0].first == 0 && (*shared)[0].second == 1 && (*shared)[0].squareMetres == 50));
    CHECK(((*shared)[1].first == 0 && (*shared)[1].second == 3 && (*shared)[1].squareMetres == 10));
    CHECK(((*shared)[2].first == 1 && (*shared)[2].second == 3 && (*shared)[2].squareMetres == 10));
    CHECK(((*shared)[3].first == 2 && (*shared)[3].second == 3 && (*shared)[3].squareMetres == 5));
}

TEST_CASE("union and intersection together hold the ground of both areas", "[overlay]")
{
    const core::MultiPolygon a = box(0, 0, 10, 10);
    const core::MultiPolygon b = box(5, 5, 25, 25);
    const std::vector<core::MultiPolygon> both{a, b};
    const double either = core::planarArea(*gis::unionOf(both));
    const double shared = core::planarArea(*gis::intersection(a, b));
    CHECK(shared == 25);
    CHECK(either + shared == core::planarArea(a) + core::planarArea(b));
    CHECK(gis::intersection(a, box(10, 0, 20, 10))->empty());
}

TEST_CASE("at every level of detail wards still share their borders", "[detail]")
{
    const std::vector<core::Geometry> full = wards(8, 60);
    const double tolerances[] = {15, 40, 120};
    const auto levels = gis::detailLevels(full, tolerances, true);
    REQUIRE(levels.has_value());
    REQUIRE(levels->size() == 3);
    std::size_t before = 0;
    for (const core::Geometry& shape : full) before += core::vertexCount(shape);
    double ground = 0;
    for (const core::MultiPolygon& area : areasOf(full)) ground += core::planarArea(area);
    for (const core::DetailLevel& level : *levels) {
        REQUIRE(level.shapes.size() == full.size());
        CHECK(faultsOf(areasOf(level.shapes)).empty());
        std::size_t vertices = 0;
        double sum = 0;
        for (const core::Geometry& shape : level.shapes) vertices += core::vertexCount(shape);
        for (const core::MultiPolygon& area : areasOf(level.shapes)) sum += core::planarArea(area);
        CHECK(vertices < before);
        before = vertices;
        CHECK_THAT(sum, WithinAbs(ground, ground * 0.01));
    }
}

TEST_CASE("what is smaller than the tolerance is not drawn, and points always are", "[detail]")
{
    std::vector<core::Geometry> shapes = wards(6, 60);
    shapes.push_back(box(20'000, 0, 20'030, 30));
    shapes.push_back(core::Point{1, 2});
    shapes.push_back(core::MultiLine{wandering({0, 0}, {5000, 0}, 1, 100)});
    const double tolerances[] = {10, 50};
    const auto levels = gis::detailLevels(shapes, tolerances, true);
    REQUIRE(levels.has_value());
    const auto& fine = levels->front().shapes;
    const auto& coarse = levels->back().shapes;
    CHECK(std::holds_alternative<core::MultiPolygon>(fine[36]));
    CHECK(std::holds_alternative<std::monostate>(coarse[36]));
    CHECK(std::get<core::Point>(coarse[37]) == core::Point{1, 2});
    const auto& road = std::get<core::MultiLine>(coarse[38]).front();
    CHECK(road.size() < 101);
    CHECK((road.front() == core::Point{0, 0} && road.back() == core::Point{5000, 0}));
}

TEST_CASE("few shapes are drawn as they are", "[detail]")
{
    const double tolerances[] = {5, 20};
    CHECK(gis::detailLevels(wards(2, 20), tolerances, true)->empty());
    const double tiny[] = {0.01};
    CHECK(gis::detailLevels(wards(6, 60), tiny, true)->empty());
    CHECK(gis::detailLevels(std::vector<core::Geometry>(100'000, core::Point{1, 1}), tolerances, false)->empty());
}

TEST_CASE("a stopped job ends the work", "[coverage]")
{
    std::stop_source source;
    source.request_stop();
    const core::Job stopped{.stop = source.get_token()};
    const auto areas = areasOf(wards(6, 60));
    const auto faults = gis::coverageFaults(areas, stopped);
    REQUIRE_FALSE(faults.has_value());
    CHECK(faults.error().code == core::ErrorCode::Cancelled);
    const double tolerances[] = {5};
    CHECK(gis::detailLevels(wards(6, 60), tolerances, true, stopped).error().code == core::ErrorCode::Cancelled);
}
