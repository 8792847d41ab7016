// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/open_window.h"

#include <QFile>

using namespace hereabouts;
using namespace hereabouts::test;
using core::RegisterKind;

namespace {

int fieldOf(RegisterKind kind, std::string_view name) { return static_cast<int>(core::specOf(kind).fieldIndex(name).value()); }

QString cell(const OpenWindow& open, RegisterKind kind, std::size_t row, std::string_view field)
{
    return app::cellText(*open.desk.place()->snapshot(), kind, row, core::specOf(kind).fieldIndex(field).value());
}

} // namespace

TEST_CASE("what is filled in for a community is saved as one change, and undone as one", "[ui][record]")
{
    OpenWindow open(fourCorners());
    open.desk.selection()->select({{.kind = RegisterKind::Communities, .id = 2}});
    app::RecordPage& record = *open.desk.record();
    record.openSelected();
    REQUIRE(open.desk.page() == app::Desk::RecordOpen);
    CHECK(record.title() == QStringLiteral("Old Town"));
    record.fields()->setText(fieldOf(RegisterKind::Communities, "members"), QStringLiteral("sixty"));
    CHECK(record.problem().contains(QStringLiteral("Members")));
    CHECK_FALSE(open.item("recordSave")->isEnabled());
    record.fields()->setText(fieldOf(RegisterKind::Communities, "members"), QStringLiteral("63"));
    record.fields()->setText(fieldOf(RegisterKind::Communities, "self_description"), QString(9000, u'ā'));
    CHECK(record.problem().isEmpty());
    REQUIRE(open.item("recordSave")->isEnabled());
    REQUIRE(open.until([&] { return open.item("recordSave")->mapToScene({10, 10}).y() > 400; })); // the page is laid out
    QTest::mouseClick(open.window, Qt::LeftButton, {}, open.item("recordSave")->mapToScene({10, 10}).toPoint());
    REQUIRE(open.until([&] { return cell(open, RegisterKind::Communities, 1, "members") == QStringLiteral("63"); }));
    CHECK(cell(open, RegisterKind::Communities, 1, "self_description").size() == 9000);
    CHECK_FALSE(record.isEdited());
    open.desk.undo();
    REQUIRE(open.until([&] { return cell(open, RegisterKind::Communities, 1, "members").isEmpty(); }));
    CHECK(cell(open, RegisterKind::Communities, 1, "self_description").isEmpty());
}

TEST_CASE("an officer is added to a community, and taking the community out takes its officers with it, until undone", "[ui][record]")
{
    OpenWindow open(fourCorners());
    app::RecordPage& record = *open.desk.record();
    record.open({.kind = RegisterKind::Communities, .id = 1});
    record.addMore(static_cast<int>(RegisterKind::Officers));
    CHECK(record.isNew());
    record.fields()->setText(fieldOf(RegisterKind::Officers, "role"), QStringLiteral("Chair"));
    CHECK(record.problem().contains(QStringLiteral("Name")));
    record.fields()->setText(fieldOf(RegisterKind::Officers, "name"), QStringLiteral("Mere Example"));
    record.save();
    const auto officers = [&] { return open.desk.place()->snapshot()->at(RegisterKind::Officers).size(); };
    REQUIRE(open.until([&] { return officers() == 1; }));
    REQUIRE(open.until([&] { return record.title() == QStringLiteral("Harbour"); }));
    CHECK(wordsOf(*record.more()).contains(QStringLiteral("Mere Example")));
    record.remove();
    REQUIRE(open.until([&] { return officers() == 0; }));
    CHECK(open.desk.place()->snapshot()->at(RegisterKind::Communities).size() == 3);
    open.desk.undo();
    REQUIRE(open.until([&] { return officers() == 1; }));
    CHECK(open.desk.place()->snapshot()->at(RegisterKind::Communities).size() == 4);
}

TEST_CASE("the history shows what a change did, field by field", "[ui][history]")
{
    OpenWindow open(fourCorners());
    app::RecordPage& record = *open.desk.record();
    record.open({.kind = RegisterKind::Communities, .id = 1});
    record.fields()->setText(fieldOf(RegisterKind::Communities, "members"), QStringLiteral("214"));
    record.save();
    REQUIRE(open.until([&] { return open.desk.place()->history().size() > 5 && open.desk.place()->history().front().what.starts_with("Changed"); }));
    app::HistoryPage& history = *open.desk.history();
    history.open(0);
    REQUIRE(open.until([&] { return history.detail()->count() == 1; }));
    CHECK(wordsOf(*history.detail()).contains(QStringLiteral("members|nothing → 214")));
    history.close();
    CHECK(history.opened().isEmpty());
}

TEST_CASE("rows that an import turned away are listed with their reasons and saved to be mended", "[ui][rejects]")
{
    OpenWindow open(fourCorners());
    gis::ImportBatch batch{.kind = RegisterKind::Localities, .source = "places.csv"};
    batch.rejected = {{.row = 17, .field = "name", .reason = "Name is missing; fill it in.", .values = {{"name", ""}, {"kind", "town"}}}};
    open.desk.place()->ask<gis::HistoryRow>(
        {}, [batch](gis::PlaceFile& file, const core::Job&) { return file.commitImport(batch); }, &open.desk, [](const core::Result<gis::HistoryRow>&) {});
    app::TurnedAway& rows = *open.desk.turnedAway();
    REQUIRE(open.until([&] { return rows.count() == 1; }));
    CHECK(wordsOf(rows).contains(QStringLiteral("row 17, name · kind: town")));
    const QString file = open.folder.filePath(QStringLiteral("mend.csv"));
    rows.save(static_cast<int>(RegisterKind::Localities), QUrl::fromLocalFile(file));
    QFile saved(file);
    REQUIRE(saved.open(QIODevice::ReadOnly));
    CHECK(saved.readAll().contains("Name is missing"));
}
