// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/draw/crossings.h"
#include "core/draw/reshape.h"
#include "tests/core/drawn_map.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>
#include <numbers>
#include <random>
#include <variant>
#include <vector>

using namespace hereabouts;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using core::Point;
using core::Sketch;
namespace edit = core::edit;

namespace {

Sketch sketchOf(const char* drawing)
{
    auto sketch = Sketch::of(test::DrawnMap(drawing).area('A'));
    REQUIRE(sketch.has_value());
    return *std::move(sketch);
}

std::vector<double> areasOf(const Sketch& sketch)
{
    std::vector<double> areas;
    for (const core::Polygon& part : sketch.shape()) areas.push_back(core::planarArea({part}));
    std::ranges::sort(areas);
    return areas;
}

} // namespace

TEST_CASE("a line from side to side cuts a part in two, and a hole on its way opens", "[draw]")
{
    Sketch sketch = sketchOf(R"(A A A A
                                A . A A
                                A A A A)");
    const auto cut = core::cutBy(sketch, {{-1, 1.5}, {5, 1.5}});
    REQUIRE(cut.has_value());
    REQUIRE(sketch.apply(*cut).has_value());
    CHECK(areasOf(sketch) == std::vector<double>{5.5, 5.5});
    CHECK(core::meetingsOf(sketch).size() > 0);
    for (const auto& meeting : core::meetingsOf(sketch)) CHECK(meeting.kind != core::MeetingKind::Cross);
    REQUIRE(sketch.apply(edit::Undo{}).has_value());
    CHECK(areasOf(sketch) == std::vector<double>{11});
}

TEST_CASE("a line that ends inside, stays outside or runs along the boundary cuts nothing", "[draw]")
{
    const Sketch sketch = sketchOf("A A A A");
    for (const core::Line& line : std::vector<core::Line>{{{-1, 0.5}, {2, 0.5}}, {{-1, 2}, {5, 2}}, {{0, 0}, {4, 0}}, {{1, 0.2}, {3, 0.8}}, {}})
        CHECK_FALSE(core::cutBy(sketch, line).has_value());
}

TEST_CASE("a line drawn round in a part cuts out an island", "[draw]")
{
    Sketch sketch = sketchOf(R"(A A A A
                                A A A A
                                A A A A)");
    const auto cut = core::cutBy(sketch, {{1, 1}, {2, 1}, {2, 2}, {1, 2}, {1, 1}});
    REQUIRE(cut.has_value());
    REQUIRE(sketch.apply(*cut).has_value());
    CHECK(areasOf(sketch) == std::vector<double>{1, 11});
}

TEST_CASE("cuts lose no ground, whatever the line", "[draw]")
{
    std::mt19937_64 random(9);
    int done = 0;
    for (int round = 0; round < 200; ++round) {
        std::vector<Point> vertices;
        for (int i = 0; i < 17; ++i) {
            const double angle = 2 * std::numbers::pi * i / 17;
            const double far = 30 + static_cast<double>(random() % 7000) / 100;
            vertices.push_back({far * std::cos(angle), far * std::sin(angle)});
        }
        Sketch sketch;
        REQUIRE(sketch.apply(edit::AddPart{vertices}).has_value());
        core::Line line;
        for (std::size_t i = 0, n = 2 + random() % 5; i < n; ++i)
            line.push_back({static_cast<double>(random() % 30000) / 100 - 150, static_cast<double>(random() % 30000) / 100 - 150});
        const double before = core::planarArea(sketch.shape());
        const auto cut = core::cutBy(sketch, line);
        if (!cut) continue;
        ++done;
        REQUIRE(sketch.apply(*cut).has_value());
        REQUIRE(sketch.shape().size() > 1);
        REQUIRE_THAT(core::planarArea(sketch.shape()), WithinAbs(before, 3));
    }
    CHECK(done > 100);
}

TEST_CASE("painting keeps the rings it does not touch, and says where nothing changes", "[draw]")
{
    Sketch sketch = sketchOf("A A . A");
    const core::MultiPolygon right = sketch.shape();
    // The engine's part, by hand: the square at the right grows to the right.
    const core::Overlay grown = [&](const core::MultiPolygon& a, const core::MultiPolygon&) -> core::Result<core::MultiPolygon> {
        core::MultiPolygon result = a;
        result.back().outer = {{3, 0}, {5, 0}, {5, 1}, {3, 1}, {3, 0}};
        return result;
    };
    const auto paint = core::painted(sketch, right, grown);
    REQUIRE(paint.has_value());
    REQUIRE(paint->rings.size() == 2);
    CHECK(std::holds_alternative<std::uint32_t>(paint->rings.front()));
    CHECK(std::holds_alternative<core::SketchRing>(paint->rings.back()));
    REQUIRE(sketch.apply(*paint).has_value());
    CHECK(areasOf(sketch) == std::vector<double>{2, 2});
    const core::Overlay same = [](const core::MultiPolygon& a, const core::MultiPolygon&) -> core::Result<core::MultiPolygon> { return a; };
    CHECK_FALSE(core::painted(sketch, right, same).has_value());
    CHECK_FALSE(core::wiped(sketch, right, same).has_value());
    const auto join
        = core::joined(sketch, 0, 1, [](const auto& a, const auto& b) -> core::Result<core::MultiPolygon> { return core::MultiPolygon{a.front(), b.front()}; });
    REQUIRE_FALSE(join.has_value());
    CHECK(join.error().message.contains("do not touch"));
}

TEST_CASE("a painted ring goes on as it was written where it has not changed", "[draw]")
{
    Sketch sketch;
    REQUIRE(sketch.apply(edit::AddPart{{{10, 10}, {10, 0}, {0, 0}, {0, 10}}}).has_value()); // Turning right.
    const auto grown = core::becoming(sketch, "painted", {{.outer = {{0, 0}, {20, 0}, {20, 10}, {10, 10}, {0, 10}, {0, 0}}, .holes = {}}});
    REQUIRE(sketch.apply(grown).has_value());
    CHECK(sketch.rings().front().vertices == std::vector<Point>{{10, 10}, {20, 10}, {20, 0}, {0, 0}, {0, 10}});
}

TEST_CASE("a circle round a point has the circle's ground", "[draw]")
{
    Sketch sketch;
    REQUIRE(sketch.apply(core::circleRound({1500000, 5700000}, 400)).has_value());
    CHECK_THAT(core::planarArea(sketch.shape()), WithinRel(std::numbers::pi * 400 * 400, 1e-5));
    CHECK(core::meetingsOf(sketch).empty());
}
