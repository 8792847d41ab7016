// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/open_window.h"

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
