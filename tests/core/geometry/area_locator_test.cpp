// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/area_locator.h"
#include "tests/core/drawn_map.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

using namespace hereabouts;
using core::AreaLocator;
using core::MultiPolygon;
using core::Point;

namespace {

constexpr std::uint32_t kNone = AreaLocator::kNone;

/// The definition: the first area that covers the point.
std::uint32_t firstCovering(const std::vector<MultiPolygon>& areas, Point point)
{
    for (std::uint32_t i = 0; i < areas.size(); ++i) {
        if (core::covers(areas[i], point)) return i;
    }
    return kNone;
}

/// How many of the points the locator places otherwise than the definition does, one by one or all at once.
std::size_t misplaced(const std::vector<MultiPolygon>& areas, const std::vector<Point>& points)
{
    const AreaLocator locator = AreaLocator::build(areas);
    std::vector<std::uint32_t> together(points.size());
    locator.locate(points, together);
    std::vector<const MultiPolygon*> pointers;
    for (const MultiPolygon& area : areas) pointers.push_back(&area);
    std::vector<std::uint32_t> once(points.size());
    AreaLocator::locateOnce(pointers, points, once);
    std::size_t wrong = once == together ? 0 : 1;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const std::uint32_t expected = firstCovering(areas, points[i]);
        if (together[i] != expected || locator.locate(points[i]) != expected) ++wrong;
    }
    return wrong;
}

MultiPolygon square(double left, double bottom, double side)
{
    return {{.outer = {{left, bottom}, {left + side, bottom}, {left + side, bottom + side}, {left, bottom + side}, {left, bottom}}, .holes = {}}};
}

/// A side × side board of crooked four-cornered areas that share corners, `perSide` crooked steps on each shared edge, rounded to 1 cm.
std::vector<MultiPolygon> crookedBoard(std::mt19937& dice, int side, int perSide, Point origin, double scale, bool onCentimetres)
{
    std::uniform_real_distribution<double> shift(-0.3, 0.3);
    const auto settle = [&](Point p) {
        const Point placed{origin.x + p.x * scale, origin.y + p.y * scale};
        return onCentimetres ? Point{std::round(placed.x * 100) / 100, std::round(placed.y * 100) / 100} : placed;
    };
    const auto index = [&](int x, int y) { return static_cast<std::size_t>(y * (side + 1) + x); };
    std::vector<Point> corners;
    for (int y = 0; y <= side; ++y) {
        for (int x = 0; x <= side; ++x) corners.push_back({x + shift(dice), y + shift(dice)});
    }
    const auto line = [&](Point a, Point b) {
        std::vector<Point> points{settle(a)};
        for (int i = 1; i < perSide; ++i) {
            const double t = static_cast<double>(i) / perSide;
            const double bend = shift(dice) * 0.3;
            points.push_back(settle({a.x + t * (b.x - a.x) - bend * (b.y - a.y), a.y + t * (b.y - a.y) + bend * (b.x - a.x)}));
        }
        points.push_back(settle(b));
        return points;
    };
    std::vector<std::vector<Point>> level(corners.size());
    std::vector<std::vector<Point>> upright(corners.size());
    for (int y = 0; y <= side; ++y) {
        for (int x = 0; x <= side; ++x) {
            if (x < side) level[index(x, y)] = line(corners[index(x, y)], corners[index(x + 1, y)]);
            if (y < side) upright[index(x, y)] = line(corners[index(x, y)], corners[index(x, y + 1)]);
        }
    }
    std::vector<MultiPolygon> areas;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            core::Ring ring;
            const auto add = [&](std::vector<Point> points, bool backwards) {
                if (backwards) std::ranges::reverse(points);
                ring.insert(ring.end(), points.begin(), points.end() - 1);
            };
            add(level[index(x, y)], false);
            add(upright[index(x + 1, y)], false);
            add(level[index(x, y + 1)], true);
            add(upright[index(x, y)], true);
            ring.push_back(ring.front());
            if ((x + y) % 2 == 1) std::ranges::reverse(ring);
            areas.push_back({{.outer = ring, .holes = {}}});
        }
    }
    return areas;
}

/// Points anywhere over the areas, on their vertices, on the middles of their edges, and a rounding beside both.
std::vector<Point> tellingPoints(std::mt19937& dice, const std::vector<MultiPolygon>& areas, std::size_t count)
{
    core::Box box;
    std::vector<Point> vertices;
    for (const MultiPolygon& area : areas) {
        box.include(core::boundsOf(area));
        for (const core::Polygon& polygon : area) vertices.insert(vertices.end(), polygon.outer.begin(), polygon.outer.end());
    }
    box = box.grownBy(std::max(box.width(), box.height()) * 0.05);
    std::uniform_real_distribution<double> x(box.minX, box.maxX);
    std::uniform_real_distribution<double> y(box.minY, box.maxY);
    std::uniform_int_distribution<std::size_t> pick(1, vertices.size() - 1);
    std::vector<Point> points;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t v = pick(dice);
        const Point vertex = vertices[v];
        const Point middle{(vertex.x + vertices[v - 1].x) / 2, (vertex.y + vertices[v - 1].y) / 2};
        points.push_back({x(dice), y(dice)});
        points.push_back(vertex);
        points.push_back({vertex.x, y(dice)});
        points.push_back({x(dice), vertex.y});
        points.push_back(middle);
        points.push_back({std::nextafter(middle.x, box.maxX), middle.y});
        points.push_back({middle.x, std::nextafter(middle.y, box.minY)});
        points.push_back({std::nextafter(vertex.x, box.minX), vertex.y});
    }
    return points;
}

} // namespace

TEST_CASE("each square of a drawn map is in the area it is drawn in", "[locator]")
{
    const test::DrawnMap map(R"(A A A B B
                                A . A B C
                                A A A C C
                                D D . C A)");
    std::vector<MultiPolygon> areas;
    for (const char letter : {'A', 'B', 'C', 'D'}) areas.push_back(map.area(letter));
    const AreaLocator locator = AreaLocator::build(areas);

    for (int y = -1; y <= map.height(); ++y) {
        for (int x = -1; x <= map.width(); ++x) {
            const char letter = map.at(x, y);
            const std::uint32_t expected = letter == '.' ? kNone : static_cast<std::uint32_t>(letter - 'A');
            CHECK(locator.locate(Point{x + 0.25, y + 0.75}) == expected);
        }
    }
}

TEST_CASE("a point on a border belongs to the first of the areas it borders", "[locator]")
{
    const test::DrawnMap map(R"(A B
                                C C)");
    const AreaLocator locator = AreaLocator::build(std::vector{map.area('A'), map.area('B'), map.area('C')});

    CHECK(locator.locate(Point{1, 1.5}) == 0);
    CHECK(locator.locate(Point{1.5, 1}) == 1);
    CHECK(locator.locate(Point{1, 1}) == 0);
    CHECK(locator.locate(Point{2, 1}) == 1);
    CHECK(locator.locate(Point{2, 2}) == 1);
    CHECK(locator.locate(Point{0, 0}) == 2);
    CHECK(locator.locate(Point{2, 0}) == 2);
}

TEST_CASE("the locator finds the first area that covers the point, on edges and corners too", "[locator]")
{
    std::mt19937 dice(GENERATE(1U, 2U, 3U));
    const bool onCentimetres = GENERATE(true, false);

    SECTION("metres of a national grid")
    {
        const auto areas = crookedBoard(dice, 12, 9, {1'500'000, 5'700'000}, 2'000, onCentimetres);
        CHECK(misplaced(areas, tellingPoints(dice, areas, 500)) == 0);
    }
    SECTION("around zero")
    {
        const auto areas = crookedBoard(dice, 12, 5, {-6'000, -6'000}, 1'000, onCentimetres);
        CHECK(misplaced(areas, tellingPoints(dice, areas, 500)) == 0);
    }
    SECTION("ten million metres from zero, areas of some centimetres")
    {
        const auto areas = crookedBoard(dice, 10, 4, {1e7, 1e7}, 0.4, onCentimetres);
        CHECK(misplaced(areas, tellingPoints(dice, areas, 300)) == 0);
    }
    SECTION("degrees")
    {
        const auto areas = crookedBoard(dice, 10, 7, {174, -41}, 0.03, false);
        CHECK(misplaced(areas, tellingPoints(dice, areas, 300)) == 0);
    }
}

TEST_CASE("gaps, overlaps and repeated areas are placed by the same rule", "[locator]")
{
    std::mt19937 dice(7);
    auto areas = crookedBoard(dice, 10, 6, {1'500'000, 5'700'000}, 900, true);
    areas[14].clear();
    areas[55] = areas[54];
    for (core::Polygon& polygon : areas[37]) {
        for (Point& p : polygon.outer) p.x += 250;
    }
    // Two islands in one area, and a pond in a third.
    areas[80].insert(areas[80].end(), areas[12].begin(), areas[12].end());
    areas.push_back(square(1'500'000, 5'700'000, 4'000));
    areas.back().front().holes.push_back(square(1'501'000, 5'701'000, 500).front().outer);

    CHECK(misplaced(areas, tellingPoints(dice, areas, 800)) == 0);
}

TEST_CASE("random triangles strewn over one another are placed by the same rule", "[locator]")
{
    std::mt19937 dice(GENERATE(11U, 12U));
    std::uniform_real_distribution<double> anywhere(0, 1000);
    std::vector<MultiPolygon> areas;
    for (int i = 0; i < 150; ++i) {
        const Point a{anywhere(dice), anywhere(dice)};
        const Point b{a.x + anywhere(dice) / 5, a.y + anywhere(dice) / 5 - 100};
        const Point c{a.x + anywhere(dice) / 5 - 100, a.y + anywhere(dice) / 50};
        areas.push_back({{.outer = {a, b, c, a}, .holes = {}}});
    }
    // A bow tie: one lobe turns left, the other right.
    areas.push_back({{.outer = {{100, 100}, {400, 400}, {400, 100}, {100, 400}, {100, 100}}, .holes = {}}});

    CHECK(misplaced(areas, tellingPoints(dice, areas, 600)) == 0);
}

TEST_CASE("slivers, spikes and upright lines are placed by the same rule", "[locator]")
{
    std::mt19937 dice(5);
    std::vector<MultiPolygon> areas;
    for (int i = 0; i < 200; ++i) {
        const double left = i * 0.01;
        areas.push_back({{.outer = {{left, 0}, {left + 0.01, 0}, {left + 0.01, 5'000}, {left, 5'000}, {left, 0}}, .holes = {}}});
    }
    areas.push_back({{.outer = {{-50, 0}, {0, 0}, {0, 2'500}, {800, 2'500.001}, {0, 2'500.002}, {0, 5'000}, {-50, 5'000}, {-50, 0}}, .holes = {}}});

    CHECK(misplaced(areas, tellingPoints(dice, areas, 800)) == 0);
}

TEST_CASE("the same ground in another order gives the same areas", "[locator]")
{
    std::mt19937 dice(21);
    const auto areas = crookedBoard(dice, 15, 8, {1'500'000, 5'700'000}, 1'000, false);
    std::vector<std::uint32_t> order(areas.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::shuffle(order, dice);
    std::vector<MultiPolygon> shuffled;
    for (const std::uint32_t i : order) shuffled.push_back(areas[i]);
    const AreaLocator first = AreaLocator::build(areas);
    const AreaLocator second = AreaLocator::build(shuffled);

    std::uniform_real_distribution<double> anywhere(0, 15'000);
    std::size_t different = 0;
    for (int i = 0; i < 20'000; ++i) {
        const Point point{1'500'000 + anywhere(dice), 5'700'000 + anywhere(dice)};
        const std::uint32_t a = first.locate(point);
        const std::uint32_t b = second.locate(point);
        if (a != (b == kNone ? kNone : order[b])) ++different;
    }
    CHECK(different == 0);
}

TEST_CASE("no areas, empty areas and points that are nowhere are in none", "[locator]")
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();

    CHECK(AreaLocator().locate(Point{0, 0}) == kNone);
    CHECK(AreaLocator::build(std::vector<MultiPolygon>(3)).locate(Point{0, 0}) == kNone);
    const AreaLocator one = AreaLocator::build(std::vector{MultiPolygon{}, square(0, 0, 1), square(nan, 0, 1)});
    CHECK(one.locate(Point{0.5, 0.5}) == 1);
    CHECK(one.locate(Point{nan, 0.5}) == kNone);
    CHECK(one.locate(Point{0.5, infinity}) == kNone);
    CHECK(one.locate(Point{1.5, 0.5}) == kNone);
}

TEST_CASE("an area flattened to a line holds its line", "[locator]")
{
    const MultiPolygon flat{{.outer = {{0, 0}, {4, 0}, {2, 0}, {0, 0}}, .holes = {}}};
    const AreaLocator locator = AreaLocator::build(std::vector<MultiPolygon>(1, flat));
    CHECK(locator.locate(Point{3, 0}) == 0);
    CHECK(locator.locate(Point{3, 0.1}) == kNone);
}
