// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/open_window.h"

#include <QFile>

using namespace hereabouts;
using namespace hereabouts::test;
using namespace std::string_literals;

TEST_CASE("a click on the map names the board, the communities and the money there", "[ui]")
{
    OpenWindow open(fourCorners());
    const QQuickItem* map = open.item("map");
    // The district is 20 km high between margins of 24 pixels; (6 km, 6 km) is in board SW where Harbour and Old Town overlap.
    const double kilometre = (map->height() - 48) / 20;
    open.clickMap({map->width() / 2 - 4 * kilometre, map->height() / 2 + 4 * kilometre});

    REQUIRE(open.until([&] { return open.desk.card()->isShown(); }));
    const QString words = wordsOf(*open.desk.card()->lines());
    INFO(words.toStdString());
    CHECK(words.contains(QStringLiteral("Board SW|Community board")));
    CHECK(words.contains(QStringLiteral("Harbour|Harbour is recognised by the council; it has given no public contact; it shares this spot with Old Town, which is agreed between them.")));
    CHECK(words.contains(QStringLiteral("\n1,000 people (centroid); 360–1,000 across methods|recognised")));
    CHECK(words.contains(QStringLiteral("\n0 people (centroid); 0–540 across methods|provisional")));
    CHECK(words.contains(QStringLiteral("Shared ground|Harbour and Old Town|agreed")));
    CHECK(words.contains(QStringLiteral("$500,000")));
    CHECK(open.desk.selection()->count() == 1);
}

TEST_CASE("a name with a slip of the finger is found, and Enter goes there", "[ui]")
{
    OpenWindow open(fourCorners());
    QQuickItem* field = open.item("searchField");
    field->forceActiveFocus();
    for (const char letter : "mlil"s) QTest::keyClick(open.window, letter);

    REQUIRE(open.until([&] { return open.desk.search()->results()->rowCount() > 0; }));
    CHECK(open.desk.search()->results()->lines().front().title == QStringLiteral("Mill Lane"));
    QTest::keyClick(open.window, Qt::Key_Return);
    REQUIRE(open.until([&] { return open.desk.card()->isShown(); }));
    CHECK(open.desk.selection()->count() == 1);
}

TEST_CASE("rows chosen in the table are chosen on the map, and back", "[ui]")
{
    OpenWindow open(fourCorners());
    open.desk.setTableOpen(true);
    app::RegisterSheet& sheet = *open.desk.sheet();
    sheet.setKind(core::RegisterKind::Proposals);
    sheet.click(0, false, false);
    sheet.click(1, true, false);
    CHECK(open.desk.selection()->count() == 2);
    CHECK(open.desk.marks()->rowCount() == 2);

    open.desk.selection()->select({{.kind = core::RegisterKind::Communities, .id = 2}});
    CHECK(sheet.kind() == core::RegisterKind::Communities);
    CHECK(sheet.index(1, 0).data(app::RegisterSheet::SelectedRole).toBool());
    CHECK_FALSE(sheet.index(0, 0).data(app::RegisterSheet::SelectedRole).toBool());
    CHECK(sheet.tabSeparated().count(u'\n') == 2);
}

TEST_CASE("a file is looked at before it is written, and what it brought can be taken back", "[ui]")
{
    OpenWindow open(fourCorners());
    const QString path = open.folder.filePath(QStringLiteral("localities.csv"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("name,lon,lat\nUpper End,174.50,-38.80\nLower End,174.52,-38.81\n");
    file.close();

    open.desk.setPage(app::Desk::ImportOpen);
    app::ImportPage& intake = *open.desk.intake();
    intake.choose(QUrl::fromLocalFile(path));
    REQUIRE(open.until([&] { return !intake.isReading(); }));
    INFO(intake.refusal().toStdString() << intake.summary().toStdString() << wordsOf(*intake.problems()).toStdString());
    CHECK(intake.kind() == static_cast<int>(core::RegisterKind::Localities));
    if (!intake.crsGuess().isEmpty()) {
        intake.takeGuess();
        REQUIRE(open.until([&] { return !intake.isReading(); }));
    }
    REQUIRE(intake.canCommit());
    CHECK(open.desk.place()->snapshot()->at(core::RegisterKind::Localities).size() == 0);

    intake.commit();
    REQUIRE(open.until([&] { return open.desk.place()->snapshot()->at(core::RegisterKind::Localities).size() == 2; }));
    CHECK(open.desk.page() == app::Desk::NoPage);
    QTest::keySequence(open.window, QKeySequence::Undo);
    REQUIRE(open.until([&] { return open.desk.place()->snapshot()->at(core::RegisterKind::Localities).size() == 0; }));
    CHECK_FALSE(open.desk.place()->redoable().isEmpty());
}

TEST_CASE("markup in a name is shown as it is written, wherever it stands", "[ui]")
{
    const std::string name = "<img src=\"file:///nowhere.png\"><b>Harbour</b>";
    SmallPlace place = fourCorners();
    place.add(RegisterKind::Communities, {{"code", "C09"s}, {"name", name}, {"status", "recognised"s}}, square(1, 14, 4));
    place.add(RegisterKind::Priorities, {{"code", "X-01"s}, {"plan", "P01"s}, {"rank", std::int64_t{3}}, {"theme", name}, {"statement", name}});
    OpenWindow open(place);
    open.desk.setTableOpen(true);
    open.desk.sheet()->setKind(core::RegisterKind::Communities);
    open.desk.chooser()->setView(app::OverlayChooser::PrioritiesView);
    open.desk.chooser()->setPriorityView(1);
    open.desk.search()->setTyped(QStringLiteral("harbour"));
    open.desk.selection()->visit({.kind = core::RegisterKind::Communities, .id = 5});
    REQUIRE(open.until([&] { return open.desk.card()->isShown(); }));
    QTest::qWait(300);
    CHECK_FALSE(open.window->grabWindow().isNull());
    CHECK(open.desk.card()->title().toStdString() == name);
}

TEST_CASE("the map is moved and zoomed by the keyboard alone", "[ui]")
{
    OpenWindow open(fourCorners());
    open.item("districtMap")->forceActiveFocus();
    const double zoom = open.tiles()->zoomLevel();
    const QGeoCoordinate centre = open.tiles()->center();
    QTest::keyClick(open.window, Qt::Key_Plus);
    CHECK(open.tiles()->zoomLevel() > zoom);
    QTest::keyClick(open.window, Qt::Key_Right);
    CHECK(open.tiles()->center().longitude() > centre.longitude());
    QTest::keyClick(open.window, Qt::Key_Home);
    CHECK(std::abs(open.tiles()->zoomLevel() - zoom) < 0.01);
    QTest::keyClick(open.window, Qt::Key_Return);
    CHECK(open.until([&] { return open.desk.card()->isShown(); }));
}

TEST_CASE("an outline is gone when the pointer has left", "[ui]")
{
    OpenWindow open(fourCorners());
    const auto outlines = [&open] {
        int count = 0;
        QList<QQuickItem*> items{open.item("map")};
        for (qsizetype i = 0; i < items.size(); ++i) {
            items.append(items[i]->childItems());
            count += items[i]->inherits("QDeclarativePolygonMapItem") && items[i]->isVisible() ? 1 : 0;
        }
        return count;
    };
    const QGeoCoordinate centre = open.tiles()->center();
    for (int i = 0; i < 8; ++i) {
        open.desk.selection()->hover(QGeoCoordinate(centre.latitude() + 0.01 * i, centre.longitude() + 0.01), open.tiles()->zoomLevel());
        open.desk.selection()->leave();
    }
    open.desk.selection()->hover(QGeoCoordinate(centre.latitude() + 0.02, centre.longitude() + 0.02), open.tiles()->zoomLevel());
    CHECK(open.until([&] { return outlines() == 1; }));
    open.desk.selection()->leave();
    CHECK(open.until([&] { return outlines() == 0; }, 3000));
}
