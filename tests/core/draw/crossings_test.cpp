// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/draw/crossings.h"
#include "core/draw/freehand.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <numbers>
#include <random>
#include <vector>

using namespace hereabouts;
using core::MeetingKind;
using core::Point;
using core::Sketch;
using core::SketchEdge;
namespace edit = core::edit;

namespace {

Sketch drawn(const std::vector<core::SketchEdit>& edits)
{
    Sketch sketch;
    for (const core::SketchEdit& e : edits) REQUIRE(sketch.apply(e).has_value());
    return sketch;
}

} // namespace

TEST_CASE("a bow tie crosses itself in its middle", "[draw]")
{
    const auto found = core::meetingsOf(drawn({edit::Append{{{0, 0}, {10, 10}, {10, 0}, {0, 10.2}}}, edit::Close{}}));
    REQUIRE(found.size() == 1);
    CHECK(found.front().kind == MeetingKind::Cross);
    CHECK(found.front().isFault());
    CHECK(found.front().first == SketchEdge{0, 0});
    CHECK(found.front().second == SketchEdge{0, 2});
    CHECK(found.front().where == Point{5.05, 5.05});
}

TEST_CASE("a line that turns back on itself overlaps, and a ring that comes back to a vertex touches", "[draw]")
{
    const auto spike = core::meetingsOf(drawn({edit::Append{{{0, 0}, {10, 0}, {10, 10}, {10, 4}, {0, 4}}}, edit::Close{}}));
    REQUIRE(spike.size() >= 1);
    CHECK(spike.front().kind == MeetingKind::Overlap);
    const auto pinched = core::meetingsOf(drawn({edit::Append{{{0, 0}, {10, 0}, {5, 5}, {10, 10}, {0, 10}, {5, 5}}}, edit::Close{}}));
    REQUIRE_FALSE(pinched.empty());
    for (const auto& meeting : pinched) {
        CHECK(meeting.kind == MeetingKind::Touch);
        CHECK(meeting.where == Point{5, 5});
        CHECK(meeting.isFault());
    }
}

TEST_CASE("two parts may touch at a corner, and may not pass through each other there", "[draw]")
{
    const edit::AddPart square{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}};
    const auto touching = core::meetingsOf(drawn({square, edit::AddPart{{{10, 10}, {20, 10}, {20, 20}}}}));
    REQUIRE_FALSE(touching.empty());
    for (const auto& meeting : touching) CHECK_FALSE(meeting.isFault());
    // Through the corner at (10, 10), no two pieces crossing between their ends.
    const auto through = core::meetingsOf(drawn({square, edit::AddPart{{{15, 15}, {10, 10}, {5, 5}, {4, 8}, {10, 10}, {12, 18}}}}));
    CHECK(std::ranges::any_of(through, [](const auto& m) { return m.first.ring == 0 && m.isFault(); }));
    CHECK(core::meetingsOf(drawn({square, edit::AddPart{{{11, 0}, {20, 0}, {20, 20}}}})).empty());
}

TEST_CASE("a dragged vertex is told where its two lines would cross before it is let go", "[draw]")
{
    const Sketch square = drawn({edit::Append{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}}, edit::Close{}});
    const core::SketchLines lines(square);
    CHECK(lines.meetingsIfMoved(0, 0, {5, 5}).empty());
    const auto beyond = lines.meetingsIfMoved(0, 0, {20, 5});
    REQUIRE(beyond.size() == 1);
    CHECK(beyond.front().where == Point{10, 7.5});
    CHECK(lines.meetingsIfMoved(0, 0, {5, 10}).size() == 2);
    CHECK(lines.meetingsIfMoved(0, 9, {5, 10}).empty());
}

TEST_CASE("a click that would cross the line so far is told so, and so is the line that would close it", "[draw]")
{
    const core::SketchLines lines(drawn({edit::Append{{{0, 0}, {10, 0}, {10, 10}}}}));
    CHECK(lines.meetingsIfAppended({0, 10}, true).empty());
    const auto across = lines.meetingsIfAppended({5, -5});
    REQUIRE(across.size() == 1);
    CHECK(across.front().where == Point{6.67, 0});
    CHECK(lines.meetingsIfAppended({20, -5}).empty());
    CHECK(lines.meetingsIfAppended({12, -1}, true).empty());
    CHECK(lines.meetingsIfAppended({5, 5}, true).empty());
    CHECK(lines.meetingsIfAppended({12, 0.5}, true).size() == 1); // Closing from there passes through the upright side.
    CHECK(lines.meetingsIfAppended({0, 0}).empty());
}

TEST_CASE("what the grid finds is what looking at every pair finds, moved or not", "[draw]")
{
    std::mt19937_64 random(3);
    const auto somewhere = [&] { return Point{static_cast<double>(random() % 30), static_cast<double>(random() % 30)}; };
    for (int round = 0; round < 300; ++round) {
        std::vector<Point> vertices;
        for (std::size_t i = 0, n = 3 + random() % 9; i < n; ++i) vertices.push_back(somewhere());
        Sketch sketch;
        if (!sketch.apply(edit::AddPart{vertices})) continue;
        const auto& ring = sketch.rings().front().vertices;
        const auto vertex = static_cast<std::uint32_t>(random() % ring.size());
        const Point to = somewhere();
        Sketch moved = sketch;
        if (!moved.apply(edit::Move{0, vertex, to})) continue;
        const auto all = core::meetingsOf(moved);
        const auto isOfTheVertex = [&](SketchEdge e) { return e.vertex == vertex || (e.vertex + 1) % ring.size() == vertex; };
        std::vector<core::Meeting> expected;
        for (const auto& m : all) {
            if (isOfTheVertex(m.first) || isOfTheVertex(m.second)) expected.push_back(m);
        }
        REQUIRE(core::SketchLines(sketch).meetingsIfMoved(0, vertex, to) == expected);
        // Every pair, by the definition.
        std::size_t pairs = 0;
        const auto& after = moved.rings().front().vertices;
        const std::size_t n = after.size();
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = i + 1; j < n; ++j) {
                const core::GridSegment s{*core::toGrid(after[i]), *core::toGrid(after[i + 1])};
                const core::GridSegment t{*core::toGrid(after[j]), *core::toGrid(after[(j + 1) % n])};
                const bool joined = j == i + 1 || (i == 0 && j == n - 1);
                if (!joined && core::meet(s, t)) ++pairs;
                if (joined) pairs += std::ranges::any_of(all, [&](const auto& m) { return m.first.vertex == i && m.second.vertex == j; }) ? 1 : 0;
            }
        }
        REQUIRE(all.size() == pairs);
    }
}

TEST_CASE("a freehand track keeps to its tolerance with few vertices", "[draw]")
{
    std::mt19937_64 random(5);
    std::vector<Point> track;
    for (int i = 0; i <= 2000; ++i) {
        const double angle = std::numbers::pi * 2 * i / 2000;
        track.push_back({500 * std::cos(angle) + static_cast<double>(random() % 100) / 100, 300 * std::sin(angle) + static_cast<double>(random() % 100) / 100});
    }
    for (const double tolerance : {2.0, 5.0, 20.0}) {
        const std::vector<Point> line = core::thinned(track, tolerance);
        CHECK(static_cast<double>(line.size()) < 250 / std::sqrt(tolerance));
        CHECK(std::hypot(line.front().x - track.front().x, line.front().y - track.front().y) < 0.01);
        CHECK(std::hypot(line.back().x - track.back().x, line.back().y - track.back().y) < 0.01);
        for (const Point p : track) {
            double nearest = 1e9;
            for (std::size_t i = 1; i < line.size(); ++i) {
                const Point at = core::nearestOn({*core::toGrid(line[i - 1]), *core::toGrid(line[i])}, p);
                nearest = std::min(nearest, std::hypot(at.x - p.x, at.y - p.y));
            }
            REQUIRE(nearest <= tolerance + 0.02);
        }
    }
    CHECK(core::thinned({{0, 0}, {1, 0}, {2, 0}, {3, 0}}, 0.5) == std::vector<Point>{{0, 0}, {3, 0}});
    CHECK(core::thinned({{0, 0}, {9, 0}, {0, 0}}, 0.5) == std::vector<Point>{{0, 0}, {9, 0}, {0, 0}});
    CHECK(core::thinned({}, 1).empty());
    CHECK(core::thinned({{1, 1}, {1, 1}}, 1) == std::vector<Point>{{1, 1}});
}
