// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/draw/journal.h"
#include "core/draw/sketch.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

using namespace hereabouts;
using core::Point;
using core::Sketch;
using core::SketchEdit;
using core::SketchQuestion;
namespace edit = core::edit;

namespace {

Sketch drawn(const std::vector<SketchEdit>& edits)
{
    Sketch sketch;
    for (const SketchEdit& e : edits) REQUIRE(sketch.apply(e).has_value());
    return sketch;
}

Sketch square(double side = 10)
{
    return drawn({edit::Append{{{0, 0}}}, edit::Append{{{side, 0}}}, edit::Append{{{side, side}}}, edit::Append{{{0, side}}}, edit::Close{}});
}

} // namespace

TEST_CASE("four clicks and a close are a square, however it turns", "[draw]")
{
    CHECK(core::planarArea(square().shape()) == 100);
    const Sketch clockwise = drawn({edit::Append{{{0, 0}, {0, 10}, {10, 10}, {10, 0}}}, edit::Close{}});
    CHECK(core::planarArea(clockwise.shape()) == 100);
    CHECK(clockwise.shape().front().outer == core::Ring{{10, 0}, {10, 10}, {0, 10}, {0, 0}, {10, 0}});
    CHECK(square().question() == SketchQuestion::None);
}

TEST_CASE("two clicks are asked about, and stay", "[draw]")
{
    Sketch sketch = drawn({edit::Append{{{0, 0}}}, edit::Append{{{10, 0}}}});
    const auto closed = sketch.apply(edit::Close{});
    REQUIRE_FALSE(closed.has_value());
    CHECK(closed.error().message.contains("this one has 2"));
    CHECK(sketch.question() == SketchQuestion::TwoClicks);
    CHECK(sketch.rings().front().vertices.size() == 2);
    CHECK(Sketch().question() == SketchQuestion::NothingDrawn);
    REQUIRE(sketch.apply(edit::Append{{{5, 0}}}).has_value());
    CHECK(sketch.question() == SketchQuestion::EnclosesNothing);
    CHECK_FALSE(sketch.apply(edit::Close{}).has_value());
    REQUIRE(sketch.apply(edit::Append{{{5, 5}}}).has_value());
    CHECK(sketch.question() == SketchQuestion::StillOpen);
}

TEST_CASE("a double click adds one vertex, and positions come to stand on the centimetre", "[draw]")
{
    Sketch sketch = drawn({edit::Append{{{0.004, -0.004}}}});
    CHECK(sketch.rings().front().vertices.front() == Point{0, 0});
    CHECK_FALSE(sketch.apply(edit::Append{{{0, 0.001}}}).has_value());
    CHECK(sketch.rings().front().vertices.size() == 1);
}

TEST_CASE("positions that are no place are refused by name and change nothing", "[draw]")
{
    Sketch sketch = square();
    const Sketch before = sketch;
    for (const double bad : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(), 1e9}) {
        CHECK_FALSE(sketch.apply(edit::Append{{{bad, 0}}}).has_value());
        CHECK_FALSE(sketch.apply(edit::Move{0, 0, {0, bad}}).has_value());
        CHECK_FALSE(sketch.apply(edit::Insert{0, 0, {0, bad}}).has_value());
        CHECK_FALSE(sketch.apply(edit::MoveWhole{bad, 0}).has_value());
    }
    CHECK(sketch.looksLike(before));
    CHECK_FALSE(sketch.apply(edit::Move{7, 0, {1, 1}}).has_value());
    CHECK_FALSE(sketch.apply(edit::Erase{0, 4}).has_value());
    CHECK(sketch.looksLike(before));
}

TEST_CASE("a hole is a hole of its part, and goes with it", "[draw]")
{
    Sketch sketch = square();
    for (const SketchEdit& e :
        std::vector<SketchEdit>{edit::AddPart{{{20, 0}, {30, 0}, {30, 10}}}, edit::StartHole{0}, edit::Append{{{2, 2}, {4, 2}, {4, 4}, {2, 4}}}, edit::Close{}})
        REQUIRE(sketch.apply(e).has_value());
    CHECK(core::planarArea(sketch.shape()) == 100 - 4 + 50);
    CHECK(sketch.shape().front().holes.size() == 1);
    CHECK(core::outerOf(sketch.rings(), 1) == 0);
    CHECK(core::outerOf(sketch.rings(), 2) == 2);
    REQUIRE(sketch.apply(edit::RemoveRing{0}).has_value());
    CHECK(core::planarArea(sketch.shape()) == 50);
    REQUIRE(sketch.apply(edit::Undo{}).has_value());
    CHECK(core::planarArea(sketch.shape()) == 146);
}

TEST_CASE("a stretch is replaced going forward, over the ring's beginning too", "[draw]")
{
    Sketch sketch = square();
    REQUIRE(sketch.apply(edit::Reroute{0, 0, 1, {{4, -2}, {6, -2}}}).has_value());
    CHECK(sketch.rings().front().vertices == std::vector<Point>{{0, 0}, {4, -2}, {6, -2}, {10, 0}, {10, 10}, {0, 10}});
    REQUIRE(sketch.apply(edit::Reroute{0, 5, 3, {{-1, 10}, {-1, 0}}}).has_value());
    CHECK(sketch.rings().front().vertices == std::vector<Point>{{10, 0}, {10, 10}, {0, 10}, {-1, 10}, {-1, 0}});
    REQUIRE(sketch.apply(edit::Undo{}).has_value());
    REQUIRE(sketch.apply(edit::Undo{}).has_value());
    CHECK(sketch.looksLike(square()));
    CHECK_FALSE(sketch.apply(edit::Reroute{0, 0, 3, {}}).has_value());
}

TEST_CASE("Esc steps back one vertex and never loses the drawing", "[draw]")
{
    Sketch sketch = drawn({edit::Append{{{0, 0}}}, edit::Append{{{10, 0}}}, edit::Append{{{10, 10}}}});
    const Sketch before = sketch;
    std::size_t left = 3;
    while (auto back = sketch.stepBack()) {
        REQUIRE(sketch.apply(*back).has_value());
        --left;
        CHECK((sketch.rings().empty() ? 0 : sketch.rings().front().vertices.size()) == left);
    }
    CHECK(left == 0);
    while (sketch.canRedo()) REQUIRE(sketch.apply(edit::Redo{}).has_value());
    CHECK(sketch.looksLike(before));
    // After another edit it is the last vertex that goes, and that can be undone.
    REQUIRE(sketch.apply(edit::Move{0, 0, {1, 1}}).has_value());
    REQUIRE(sketch.apply(*sketch.stepBack()).has_value());
    CHECK(sketch.rings().front().vertices == std::vector<Point>{{1, 1}, {10, 0}});
    CHECK_FALSE(square().stepBack().has_value());
}

TEST_CASE("a whole boundary moves by command alone, and comes back to the centimetre", "[draw]")
{
    Sketch sketch = square();
    REQUIRE(sketch.apply(edit::MoveWhole{0.1, -1000.07}).has_value());
    CHECK(sketch.rings().front().vertices.front() == Point{0.1, -1000.07});
    REQUIRE(sketch.apply(edit::Undo{}).has_value());
    CHECK(sketch.looksLike(square()));
}

namespace {

/// Any edit at all, sensible or not.
SketchEdit anyEdit(std::mt19937_64& random, const Sketch& sketch)
{
    const auto below = [&](std::size_t n) { return static_cast<std::uint32_t>(random() % std::max<std::size_t>(n, 1)); };
    const auto somewhere = [&] { return Point{static_cast<double>(random() % 2000) / 100, static_cast<double>(random() % 2000) / 100}; };
    const auto some = [&] {
        std::vector<Point> points;
        for (std::size_t i = 0, n = 1 + random() % 4; i < n; ++i) points.push_back(somewhere());
        return points;
    };
    const std::uint32_t ring = below(sketch.rings().size());
    const std::size_t count = sketch.rings().empty() ? 1 : sketch.rings()[ring].vertices.size();
    switch (random() % 16) {
    case 0: return edit::Close{};
    case 1: return edit::StartHole{ring};
    case 2: return edit::Insert{ring, below(count + 1), somewhere()};
    case 3: return edit::Move{ring, below(count), somewhere()};
    case 4: return edit::Erase{ring, below(count)};
    case 5: return edit::Reroute{ring, below(count), below(count), some()};
    case 6: return edit::AddPart{some()};
    case 7: return edit::RemoveRing{ring};
    case 8: return edit::MoveWhole{somewhere().x, somewhere().y};
    case 9: return edit::Become{"painted", {core::SketchRing{some(), false, true}, ring, core::SketchRing{some(), true, true}}};
    case 10:
    case 11: return edit::Undo{};
    case 12: return edit::Redo{};
    default: return edit::Append{some()};
    }
}

} // namespace

TEST_CASE("a drawing comes back from its journal, its past with it, whatever was done", "[draw]")
{
    std::mt19937_64 random(7);
    for (int round = 0; round < 40; ++round) {
        Sketch sketch;
        std::string journal;
        for (int i = 0; i < 200; ++i) {
            const SketchEdit next = anyEdit(random, sketch);
            const Sketch before = sketch;
            if (!sketch.apply(next)) {
                REQUIRE(sketch.looksLike(before));
                continue;
            }
            journal += core::encodeEdit(next) + '\n';
            const auto read = core::decodeEdit(core::encodeEdit(next));
            REQUIRE(read.has_value());
            REQUIRE(core::encodeEdit(*read) == core::encodeEdit(next));
        }
        core::Replay again = core::replay(Sketch(), journal);
        REQUIRE_FALSE(again.stopped.has_value());
        CHECK(again.bytes == journal.size());
        REQUIRE(again.sketch.looksLike(sketch));
        while (sketch.canUndo()) {
            REQUIRE(sketch.apply(edit::Undo{}).has_value());
            REQUIRE(again.sketch.apply(edit::Undo{}).has_value());
            REQUIRE(again.sketch.looksLike(sketch));
        }
        CHECK(sketch.rings().empty());
    }
}

TEST_CASE("undo and redo come back to the very same drawing", "[draw]")
{
    std::mt19937_64 random(11);
    for (int round = 0; round < 40; ++round) {
        Sketch sketch;
        std::vector<Sketch> past{sketch};
        while (past.size() < 80) {
            const SketchEdit next = anyEdit(random, sketch);
            if (std::holds_alternative<edit::Undo>(next) || std::holds_alternative<edit::Redo>(next) || !sketch.apply(next)) continue;
            past.push_back(sketch);
        }
        for (std::size_t i = past.size() - 1; i-- > 0;) {
            REQUIRE(sketch.apply(edit::Undo{}).has_value());
            REQUIRE(sketch.looksLike(past[i]));
        }
        for (std::size_t i = 1; i < past.size(); ++i) {
            REQUIRE(sketch.apply(edit::Redo{}).has_value());
            REQUIRE(sketch.looksLike(past[i]));
        }
    }
}

TEST_CASE("a journal cut anywhere gives the edits that were whole", "[draw]")
{
    const std::string journal = "append 0.00 0.00 10.00 0.00\nappend 10.00 10.00\nclose\nmove 0 1 12.50 0.00\n";
    for (std::size_t length = 0; length <= journal.size(); ++length) {
        const core::Replay replay = core::replay(Sketch(), journal.substr(0, length));
        CHECK_FALSE(replay.stopped.has_value());
        CHECK(replay.bytes <= length);
        CHECK((replay.bytes == 0 || journal[replay.bytes - 1] == '\n'));
        CHECK(journal.substr(replay.bytes, length - replay.bytes).find('\n') == std::string::npos);
    }
    const core::Replay whole = core::replay(Sketch(), journal);
    CHECK(whole.edits == 4);
    CHECK(core::planarArea(whole.sketch.shape()) == 62.5);
}

TEST_CASE("a line that is no edit ends the replay and is named", "[draw]")
{
    for (const std::string bad :
        {"wobble 1", "move 0", "move 0 0 1.00 nan", "append 1.00", "close now", "become x keep", "become x part 3 0 0", "insert 99 0 1 1", ""}) {
        const core::Replay replay = core::replay(Sketch(), "append 0.00 0.00\n" + bad + "\nappend 5.00 5.00\n");
        INFO(bad);
        CHECK(replay.edits == 1);
        REQUIRE(replay.stopped.has_value());
        CHECK(replay.stopped->message.starts_with("Line 2 of the journal"));
    }
}
