// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/open_window.h"

#include <QAbstractItemModelTester>

using namespace hereabouts;
using namespace hereabouts::test;

namespace {

/// Qt's own checker on every model of the desk, while the window uses them too.
void watch(app::Desk& desk)
{
    for (QAbstractItemModel* model : std::initializer_list<QAbstractItemModel*>{desk.layers(), desk.legend(), desk.marks(), desk.sheet(), desk.history(), desk.check(),
             desk.headlines(), desk.card()->lines(), desk.search()->results(), desk.intake()->mapping()}) {
        new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::Fatal, model);
    }
}

} // namespace

TEST_CASE("the models keep Qt's rules through layers, overlays, sorting, filtering and selecting", "[ui]")
{
    OpenWindow open(fourCorners());
    watch(open.desk);
    app::LayerList& layers = *open.desk.layers();
    REQUIRE(layers.rowCount() > 3);
    const QString top = layers.index(0).data(app::LayerList::TitleRole).toString();
    layers.moveLayer(0, 2);
    CHECK(layers.index(2).data(app::LayerList::TitleRole).toString() == top);
    layers.moveLayer(2, 0);
    CHECK(layers.index(0).data(app::LayerList::TitleRole).toString() == top);
    layers.setShown(1, false);
    layers.setLayerOpacity(2, 0.5);
    CHECK(open.desk.scene()->choices()[open.desk.scene()->choices().size() - 3].opacity == 0.5);

    open.desk.chooser()->setView(app::OverlayChooser::SpendView);
    REQUIRE(open.until([&] { return open.desk.legend()->rowCount() > 0; }));
    open.desk.legend()->selectEntry(0);
    CHECK(open.desk.selection()->count() > 0);

    app::RegisterSheet& sheet = *open.desk.sheet();
    sheet.setKind(core::RegisterKind::Payments);
    REQUIRE(sheet.rowCount() == 4);
    sheet.sortBy(5);
    CHECK(sheet.index(0, 5).data().toString() == QStringLiteral("200,000.00"));
    sheet.sortBy(5);
    CHECK(sheet.index(0, 5).data().toString() == QStringLiteral("4,000,000.00"));
    sheet.setFilter(QStringLiteral("300,000"));
    CHECK(sheet.rowCount() == 1);
    sheet.setFilter({});
    CHECK(sheet.rowCount() == 4);
}

TEST_CASE("manual breaks that are no numbers are refused in words and change nothing on the map", "[ui]")
{
    OpenWindow open(fourCorners());
    app::OverlayChooser& chooser = *open.desk.chooser();
    chooser.setView(app::OverlayChooser::SpendView);
    chooser.setMethod(static_cast<int>(core::ClassMethod::Manual));
    chooser.setBreaks(QStringLiteral("400000, 1000000"));
    REQUIRE(open.until([&] { return open.desk.legend()->rowCount() > 0; }));
    CHECK(chooser.request().classes.breaks == std::vector<double>{400'000, 1'000'000});
    chooser.setBreaks(QStringLiteral("many"));
    CHECK(chooser.breaksFault().contains(QStringLiteral("“many” is not a number")));
    CHECK(chooser.request().classes.breaks == std::vector<double>{400'000, 1'000'000});
}

TEST_CASE("a check finds the gap between areas and puts it on the map", "[ui]")
{
    SmallPlace place = fourCorners();
    // A ring of four wards round a hole of 1 km².
    using namespace std::string_literals;
    const auto slab = [](double x, double y, double w, double h) {
        const core::Point a = spot(x, y), b = spot(x + w, y + h);
        return core::MultiPolygon{{.outer = {a, {b.x, a.y}, b, {a.x, b.y}, a}, .holes = {}}};
    };
    place.add(RegisterKind::Wards, {{"code", "S"s}, {"name", "South"s}, {"edition", "wards 2025"s}}, slab(0, 0, 3, 1));
    place.add(RegisterKind::Wards, {{"code", "N"s}, {"name", "North"s}, {"edition", "wards 2025"s}}, slab(0, 2, 3, 1));
    place.add(RegisterKind::Wards, {{"code", "W"s}, {"name", "West"s}, {"edition", "wards 2025"s}}, slab(0, 1, 1, 1));
    place.add(RegisterKind::Wards, {{"code", "E"s}, {"name", "East"s}, {"edition", "wards 2025"s}}, slab(2, 1, 1, 1));
    OpenWindow open(place);
    open.desk.check()->check();
    REQUIRE(open.until([&] { return open.desk.check()->isDone(); }));
    bool found = false;
    for (int row = 0; row < open.desk.check()->rowCount(); ++row) {
        const QModelIndex index = open.desk.check()->index(row);
        if (index.data(app::CheckPage::TitleRole).toString() != QStringLiteral("Gap, 100 ha")) continue;
        found = true;
        CHECK(index.data(app::CheckPage::OnMapRole).toBool());
        CHECK(index.data(app::CheckPage::PositionRole).value<QGeoCoordinate>().isValid());
    }
    CHECK(found);
}
