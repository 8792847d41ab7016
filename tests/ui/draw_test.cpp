// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/open_window.h"

#include <algorithm>
#include <cmath>

using namespace hereabouts;
using namespace hereabouts::test;

namespace {

void moveOver(const OpenWindow& open, QPoint at) { QTest::mouseMove(open.window, open.item("map")->mapToScene(at).toPoint()); }

/// The middle of the map, moved by so many pixels.
QPoint fromMiddle(const OpenWindow& open, int right, int down)
{
    return {static_cast<int>(open.item("map")->width() / 2) + right, static_cast<int>(open.item("map")->height() / 2) + down};
}

} // namespace

TEST_CASE("corners are clicked on the map; a crossing is shown before it is accepted, and Esc takes back one corner", "[ui][draw]")
{
    OpenWindow open(fourCorners());
    app::DrawingBoard& board = *open.desk.board();
    open.desk.setPage(app::Desk::DrawOpen);
    board.beginNew();
    board.setSnapping(false);
    REQUIRE(board.isActive());
    for (const QPoint at : {QPoint(-80, -80), QPoint(80, -80), QPoint(80, 80)}) open.clickMap(fromMiddle(open, at.x(), at.y()));
    REQUIRE(board.sketch().rings().size() == 1);
    CHECK(board.sketch().rings()[0].vertices.size() == 3);

    moveOver(open, fromMiddle(open, 0, 90));
    CHECK(open.until([&] { return board.faultsAhead().empty(); }, 1000));
    moveOver(open, fromMiddle(open, 0, -140)); // over the first piece
    CHECK(open.until([&] { return board.faultsAhead().size() == 1; }));
    CHECK(board.faults().empty()); // nothing is accepted yet

    open.item("map")->forceActiveFocus();
    QTest::keyClick(open.window, Qt::Key_Escape);
    CHECK(board.sketch().rings()[0].vertices.size() == 2);
    CHECK_FALSE(board.canTake());
    CHECK_FALSE(board.question().isEmpty()); // two clicks are asked about
    board.redo(); // Esc is a step back that can be taken forward again
    CHECK(board.sketch().rings()[0].vertices.size() == 3);
    QTest::keyClick(open.window, Qt::Key_Return);
    CHECK(board.canTake());

    QTest::keyClick(open.window, Qt::Key_S);
    CHECK(board.isSnapping());
}

TEST_CASE("a stray drag moves the map and never the boundary; a drag on a corner moves that corner alone, and undo puts it back", "[ui][draw]")
{
    OpenWindow open(fourCorners());
    app::DrawingBoard& board = *open.desk.board();
    board.beginFor(QStringLiteral("C01"));
    REQUIRE(open.until([&] { return board.isActive() && board.isReady(); }));
    board.setSnapping(false);
    QTest::qWait(300); // the boundary has come into view
    const auto before = board.sketch().rings();
    const QPointF middle = fromMiddle(open, -120, 0);
    const auto at = [&](QPointF map) { return open.item("map")->mapToScene(map).toPoint(); };
    QTest::mousePress(open.window, Qt::LeftButton, {}, at(middle));
    for (int step = 1; step <= 5; ++step) QTest::mouseMove(open.window, at(middle + QPointF(8.0 * step, 4.0 * step)));
    QTest::mouseRelease(open.window, Qt::LeftButton, {}, at(middle + QPointF(40, 20)));
    CHECK(board.sketch().rings() == before);
    CHECK_FALSE(board.canUndo());
    // By keys: the first corner is chosen and moved by Ctrl with an arrow.
    open.item("districtMap")->forceActiveFocus();
    QTest::keyClick(open.window, Qt::Key_N);
    REQUIRE(board.isCornerChosen());
    QTest::keyClick(open.window, Qt::Key_Right, Qt::ControlModifier);
    REQUIRE(board.canUndo());
    CHECK(board.sketch().rings()[0].vertices[0].x > before[0].vertices[0].x);
    CHECK(std::equal(before[0].vertices.begin() + 1, before[0].vertices.end(), board.sketch().rings()[0].vertices.begin() + 1));
    open.desk.undo();
    CHECK(board.sketch().rings() == before);
}

TEST_CASE("small areas are painted in and out by brush and from the list, and counted", "[ui][draw]")
{
    OpenWindow open(fourCorners());
    app::DrawingBoard& board = *open.desk.board();
    board.beginNew();
    board.setTool(3);
    REQUIRE(board.paints());
    REQUIRE(open.until([&] { return board.isReady(); }));
    const QVariantList areas = board.smallAreas(QStringLiteral("se"));
    REQUIRE(areas.size() == 1);
    CHECK_FALSE(areas[0].toMap()[QStringLiteral("in")].toBool());
    board.paintArea(areas[0].toMap()[QStringLiteral("index")].toInt(), true);
    CHECK(board.facts()->facts().people == 2000);
    open.clickMap(fromMiddle(open, -100, 100)); // the brush on the south-west corner
    CHECK(board.facts()->facts().people == 3000);
    CHECK(board.sketch().shape().size() == 1); // two areas that touch are one ground
    open.clickMap(fromMiddle(open, -100, 100));
    CHECK(board.facts()->facts().people == 2000);
    board.undo();
    CHECK(board.facts()->facts().people == 3000);
}

TEST_CASE("a line is traced along a road and shown before it is taken", "[ui][draw]")
{
    OpenWindow open(fourCorners());
    app::DrawingBoard& board = *open.desk.board();
    board.beginNew();
    board.setTool(2);
    REQUIRE(open.until([&] { return board.isReady(); }));
    const double kilometre = (open.item("map")->height() - 48) / 20;
    const auto onRoad = [&](double x, double y) { return fromMiddle(open, static_cast<int>((x - 10) * kilometre), static_cast<int>((10 - y) * kilometre)); };
    open.clickMap(onRoad(2, 4)); // Mill Lane runs north at 2 km
    REQUIRE(board.isDrawingLine());
    moveOver(open, onRoad(2, 16));
    CHECK(open.until([&] { return board.preview().line.size() >= 1; }));
    CHECK(board.advice().contains(QStringLiteral("Mill Lane")));
    CHECK(board.sketch().rings()[0].vertices.size() == 1); // shown, not taken
    open.clickMap(onRoad(2, 16));
    const auto& line = board.sketch().rings()[0].vertices;
    REQUIRE(line.size() >= 2);
    for (const core::Point& corner : line) CHECK(std::abs(corner.x - line.front().x) < 0.011); // along the straight lane
}

TEST_CASE("a drawing is there again, stroke for stroke, when the window is opened anew", "[ui][draw]")
{
    OpenWindow open(fourCorners());
    app::DrawingBoard& board = *open.desk.board();
    board.beginNew();
    board.setSnapping(false);
    for (const QPoint at : {QPoint(-80, -80), QPoint(80, -80), QPoint(80, 80)}) open.clickMap(fromMiddle(open, at.x(), at.y()));
    const auto drawn = board.sketch().rings();
    bool written = false; // everything asked before this has been done
    open.desk.place()->ask<bool>(
        {}, [](gis::PlaceFile&, const core::Job&) -> core::Result<bool> { return true; }, &open.desk,
        [&written](const core::Result<bool>&) { written = true; });
    REQUIRE(open.until([&] { return written; }));

    app::Desk again(false);
    again.place()->openFile(open.path());
    REQUIRE(open.until([&] { return again.board()->unfinished().size() == 1 && again.scene()->isReady(); }));
    again.board()->resume(again.board()->unfinished()[0].toMap()[QStringLiteral("code")].toString());
    CHECK(again.board()->sketch().rings() == drawn);
    CHECK(again.board()->canUndo());
}

TEST_CASE("what taking a line would mend is said before it is taken", "[ui][draw]")
{
    OpenWindow open(fourCorners());
    app::DrawingBoard& board = *open.desk.board();
    open.desk.setPage(app::Desk::DrawOpen);
    board.beginNew();
    board.setSnapping(false);
    for (const QPoint at : {QPoint(-80, -80), QPoint(80, 80), QPoint(80, -80), QPoint(-80, 80)}) open.clickMap(fromMiddle(open, at.x(), at.y())); // a bow-tie
    open.item("map")->forceActiveFocus();
    QTest::keyClick(open.window, Qt::Key_Return);
    CHECK_FALSE(board.faults().empty());
    CHECK(board.mending().isEmpty());
    REQUIRE(board.canTake());
    const std::size_t changes = open.desk.place()->history().size();
    board.foresee();
    REQUIRE(open.until([&] { return board.mending().contains(QStringLiteral("crosses itself")); }));
    CHECK(board.mending().contains(QStringLiteral("ha mended")));
    CHECK(open.desk.place()->history().size() == changes); // nothing is taken yet
}

TEST_CASE("a line that is taken is the community's own, and one undo of the place takes all of it back", "[ui][draw]")
{
    OpenWindow open(fourCorners());
    app::DrawingBoard& board = *open.desk.board();
    board.beginFor(QStringLiteral("C04")); // beyond boundaries until now
    REQUIRE(open.until([&] { return board.isActive() && board.isReady(); }));
    board.setTool(3);
    board.paintArea(board.smallAreas(QStringLiteral("nw"))[0].toMap()[QStringLiteral("index")].toInt(), true);
    board.take({{QStringLiteral("adopted"), true}, {QStringLiteral("source"), QStringLiteral("Hui at the hall")}});
    const auto own = [&] { return open.desk.place()->snapshot()->at(core::RegisterKind::Communities).geometry(3); };
    REQUIRE(open.until([&] { return std::holds_alternative<core::MultiPolygon>(own()); }));
    CHECK(open.desk.place()->snapshot()->at(core::RegisterKind::Boundaries).size() == 1);
    CHECK_FALSE(board.isActive());
    open.desk.undo();
    REQUIRE(open.until([&] { return std::holds_alternative<std::monostate>(own()); }));
    CHECK(open.desk.place()->snapshot()->at(core::RegisterKind::Boundaries).size() == 0);
}

TEST_CASE("the ground within a walk is taken in along the roads, and a line says in words what it runs along", "[ui][draw]")
{
    OpenWindow open(fourCorners());
    app::DrawingBoard& board = *open.desk.board();
    board.beginNew();
    REQUIRE(open.until([&] { return board.isReady(); }));
    board.setTool(5);
    REQUIRE(board.walks());
    board.setWalkMetres(1200);
    const double kilometre = (open.item("map")->height() - 48) / 20;
    open.clickMap(fromMiddle(open, static_cast<int>(-8 * kilometre), static_cast<int>(5 * kilometre))); // Mill Lane, 2 km east, 5 km north
    REQUIRE(board.sketch().rings().size() == 1);
    const core::Box reached = core::boundsOf(board.sketch().shape());
    CHECK(std::abs(reached.height() - 2400) < 60); // 1,200 m along the lane each way
    CHECK(std::abs(reached.width() - 100) < 40); // 50 m aside of it

    board.discard();
    board.beginNew();
    REQUIRE(open.until([&] { return board.isReady(); }));
    const auto at = [&](double x, double y) { return fromMiddle(open, static_cast<int>((x - 10) * kilometre), static_cast<int>((10 - y) * kilometre)); };
    board.setTool(2);
    open.clickMap(at(2, 4));
    open.clickMap(at(2, 16));
    board.setTool(0);
    board.setSnapping(false);
    open.clickMap(at(7, 13));
    board.finishLine();
    REQUIRE(board.canTake());
    INFO(board.inWords().toStdString());
    CHECK(board.inWords().contains(QStringLiteral("Mill Lane")));
    CHECK(board.inWords().contains(QStringLiteral("in a straight line")));
}
