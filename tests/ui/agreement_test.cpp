// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/open_window.h"

#include <QGuiApplication>
#include <QStyleHints>

#include <algorithm>
#include <cmath>

using namespace hereabouts;
using namespace hereabouts::test;
using namespace std::string_literals;
using core::RegisterKind;

namespace {

/// Old Town as six people draw it: four renters the west half, two owners all of it.
SmallPlace drawnOldTown()
{
    SmallPlace place = fourCorners();
    for (int person = 0; person < 6; ++person) {
        const bool rents = person < 4;
        core::MultiPolygon drawn = square(5, 5, 4);
        if (rents) {
            for (core::Point& corner : drawn[0].outer) corner.x = std::min(corner.x, (square(5, 5, 2)[0].outer[1].x));
        }
        place.add(RegisterKind::Drawings, {{"community", "Old Town"s}, {"person", std::to_string(person)}, {"tenure", rents ? "rents"s : "owns"s}}, drawn);
    }
    return place;
}

} // namespace

TEST_CASE("what people draw is counted as they draw it, by group and as one line, and the line goes to the drawing board", "[ui][agreement]")
{
    OpenWindow open(drawnOldTown());
    app::AgreementPage& page = *open.desk.agreement();
    open.desk.setPage(app::Desk::AgreementOpen);
    REQUIRE(open.until([&] { return page.picture() && !page.isCounting(); }));
    CHECK(wordsOf(*page.lines()).contains(QStringLiteral("6 people's drawings")));
    const double half = core::planarArea(page.picture()->line);
    CHECK(std::abs(half - 8e6) < 0.1e6); // all six include the west half: 2 km × 4 km

    page.setShare(0);
    REQUIRE(open.until([&] { return !page.isCounting() && std::abs(core::planarArea(page.picture()->line) - 16e6) < 0.2e6; }));
    page.setShare(1);
    page.setGrouping(1);
    REQUIRE(open.until([&] { return !page.isCounting() && page.groups().size() == 2; }));
    page.setGroup(static_cast<int>(page.groups().indexOf(QStringLiteral("owns"))));
    REQUIRE(open.until([&] { return !page.isCounting() && wordsOf(*page.lines()).contains(QStringLiteral("2 people's drawings")); }));
    CHECK(wordsOf(*page.lines()).contains(QStringLiteral("do not publish")));
    page.setAgainst(static_cast<int>(page.groups().indexOf(QStringLiteral("rents"))));
    REQUIRE(open.until([&] { return !page.isCounting() && page.picture()->bands.size() == 1; }));

    page.setGrouping(0);
    REQUIRE(open.until([&] { return !page.isCounting() && page.groups().isEmpty(); }));
    page.drawOn();
    REQUIRE(open.until([&] { return open.desk.board()->isActive(); }));
    CHECK(open.desk.page() == app::Desk::DrawOpen);
    CHECK(open.desk.board()->title().contains(QStringLiteral("Old Town")));
    CHECK(std::abs(core::planarArea(open.desk.board()->sketch().shape()) - half) < 0.05 * half);
    open.desk.board()->undo(); // the line that the community has comes back
    CHECK(core::planarArea(open.desk.board()->sketch().shape()) == 36e6);
}

TEST_CASE("one more person's drawing counts at once, and no name is kept", "[ui][agreement]")
{
    OpenWindow open(drawnOldTown());
    app::AgreementPage& page = *open.desk.agreement();
    open.desk.setPage(app::Desk::AgreementOpen);
    REQUIRE(open.until([&] { return page.picture() && !page.isCounting(); }));
    page.drawMine();
    app::DrawingBoard& board = *open.desk.board();
    REQUIRE(open.until([&] { return board.isActive() && board.isMine(); }));
    QQuickItem* map = open.item("map");
    for (const QPointF corner : {QPointF(0.3, 0.4), QPointF(0.5, 0.4), QPointF(0.5, 0.6), QPointF(0.3, 0.6), QPointF(0.3, 0.4)}) {
        open.clickMap({corner.x() * map->width(), corner.y() * map->height()});
        QTest::qWait(QGuiApplication::styleHints()->mouseDoubleClickInterval() + 20);
    }
    REQUIRE(board.canTake());
    board.takeMine({{QStringLiteral("name"), QStringLiteral("Old Town")}, {QStringLiteral("tenure"), QStringLiteral("owns")}});
    REQUIRE(open.until([&] { return open.desk.place()->snapshot()->at(RegisterKind::Drawings).size() == 7; }));
    REQUIRE(open.until([&] {
        return open.desk.page() == app::Desk::AgreementOpen && !page.isCounting() && wordsOf(*page.lines()).contains(QStringLiteral("7 people's drawings"));
    }));
}
