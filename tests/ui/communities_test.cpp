// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/open_window.h"

#include <QFile>

#include <utility>

using namespace hereabouts;
using namespace hereabouts::test;
using core::RegisterKind;

namespace {

app::CommunitiesPage& openPage(OpenWindow& open)
{
    open.desk.setPage(app::Desk::CommunitiesOpen);
    return *open.desk.communities();
}

bool isAnswered(const OpenWindow& open, app::CommunityTab& tab)
{
    return open.until([&] { return !tab.isCounting() && !tab.sentence().isEmpty(); });
}

/// By its name, where it is painted: what a repeater makes belongs to no item.
QQuickItem* painted(QQuickItem* under, QLatin1String name)
{
    if (under->objectName() == name) return under;
    for (QQuickItem* const child : under->childItems()) {
        if (QQuickItem* const found = painted(child, name)) return found;
    }
    return nullptr;
}

void press(const OpenWindow& open, const char* button)
{
    QQuickItem* const item = painted(open.window->contentItem(), QLatin1String(button));
    REQUIRE(item != nullptr);
    QPointF before;
    REQUIRE(open.until([&] { // laid out, and at rest
        constexpr int kFrames = 60; // milliseconds
        QTest::qWait(kFrames);
        const QPointF now = item->mapToScene({10, 10});
        return std::exchange(before, now) == now && now.y() > 10 && item->isVisible() && item->isEnabled();
    }));
    QTest::mouseClick(open.window, Qt::LeftButton, {}, item->mapToScene({10, 10}).toPoint());
}

void type(const OpenWindow& open, const char* field, const char* words)
{
    QQuickItem* const item = open.item(field);
    REQUIRE(item != nullptr);
    item->forceActiveFocus();
    for (const char* c = words; *c != '\0'; ++c) QTest::keyClick(open.window, *c);
}

} // namespace

TEST_CASE("coverage is told in a sentence and by area, and follows the states that count", "[ui][communities]")
{
    OpenWindow open(fourCorners());
    press(open, "communitiesOpen");
    REQUIRE(open.desk.page() == app::Desk::CommunitiesOpen);
    app::CoverageTab& coverage = *open.desk.communities()->coverage();
    REQUIRE(isAnswered(open, coverage));
    CHECK(coverage.sentence().contains(QStringLiteral("people")));
    CHECK(coverage.lines()->count() > 0);
    CHECK(coverage.problem().isEmpty());
    const QString before = wordsOf(*coverage.lines());
    coverage.setState(2);
    REQUIRE(open.until([&] { return !coverage.isCounting(); }));
    CHECK(coverage.sentence().contains(QStringLiteral("people")));
    CHECK_FALSE(coverage.areaSets().isEmpty());
}

TEST_CASE("what two communities say of their shared ground is recorded from its line, by keyboard, as one change", "[ui][communities]")
{
    OpenWindow open(fourCorners());
    app::CommunitiesPage& page = openPage(open);
    press(open, "tabOverlaps");
    app::OverlapTab& overlaps = *page.overlaps();
    REQUIRE(isAnswered(open, overlaps));
    const auto state = [&] { return open.desk.place()->snapshot()->overlaps.front().agreement; };
    const core::OverlapAgreement before = state();
    overlaps.openPair(overlaps.lines()->count() - 1);
    REQUIRE(overlaps.isPairOpen());
    type(open, "pairDay", "2026-02-30");
    overlaps.record(1, QStringLiteral("both committees"), QString(), QStringLiteral("2026-02-30"), QString());
    CHECK(state() == before); // no such day
    overlaps.record(1, QStringLiteral("both committees"), QString(), QStringLiteral("2026-02-11"), QStringLiteral("at the hall"));
    REQUIRE(open.until([&] { return state() == core::OverlapAgreement::Disputed; }));
    CHECK_FALSE(overlaps.isPairOpen());
    REQUIRE(open.until([&] { return wordsOf(*overlaps.lines()).contains(QStringLiteral("disputed")); }));
    open.desk.undo();
    REQUIRE(open.until([&] { return state() == before; }));
}

TEST_CASE("a decision that unmet tests stand in the way of says which, and writes nothing", "[ui][communities]")
{
    OpenWindow open(fourCorners());
    app::CommunitiesPage& page = openPage(open);
    press(open, "tabRecognition");
    app::RecognitionTab& recognition = *page.recognition();
    recognition.setChecklist(static_cast<int>(recognition.checklists().size()) - 1);
    REQUIRE(isAnswered(open, recognition));
    CHECK(recognition.unmet() > 0);
    CHECK(wordsOf(*recognition.lines()).contains(QStringLiteral("unmet")));
    const auto steps = [&] { return open.desk.place()->snapshot()->at(RegisterKind::RecognitionSteps).size(); };
    const auto recognised = recognition.moves().indexOf(QStringLiteral("recognised"));
    if (recognised >= 0) {
        QString trouble;
        QObject::connect(&page, &app::CommunitiesPage::failed, &page, [&](const QString& message) { trouble = message; });
        recognition.decide(static_cast<int>(recognised), QStringLiteral("they asked"), {}, {});
        REQUIRE(open.until([&] { return !trouble.isEmpty(); }));
        CHECK(steps() == 0);
    }
}

TEST_CASE("the communities on the ground of works are listed, saved and logged", "[ui][communities]")
{
    OpenWindow open(fourCorners());
    app::CommunitiesPage& page = openPage(open);
    press(open, "tabConsult");
    app::ConsultTab& consult = *page.consult();
    CHECK_FALSE(consult.isListed());
    open.desk.selection()->select({{.kind = RegisterKind::Boards, .id = 1}});
    REQUIRE(consult.canUseSelection());
    press(open, "consultSelection");
    REQUIRE(open.until([&] { return consult.isListed(); }));
    CHECK(consult.lines()->count() > 0);
    const QString list = open.folder.filePath(QStringLiteral("list.csv"));
    consult.writeList(QUrl::fromLocalFile(list));
    QFile written(list);
    REQUIRE(written.open(QIODevice::ReadOnly));
    CHECK(written.readAll().startsWith("works,listed_on,code"));
    const auto logged = [&] { return open.desk.place()->snapshot()->at(RegisterKind::Consultations).size(); };
    REQUIRE(logged() == 0);
    press(open, "consultLog");
    REQUIRE(open.until([&] { return logged() == 1; }));
    open.desk.undo();
    REQUIRE(open.until([&] { return logged() == 0; }));
}

TEST_CASE("an award beyond what its round has left is taken in with a reason alone, and then stands on the money tab", "[ui][communities]")
{
    SmallPlace place = fourCorners();
    place.add(RegisterKind::GrantRounds, {{"code", std::string("R1")}, {"title", std::string("Projects")}, {"funding_year", std::string("2025/26")}, {"budget", std::int64_t{1'000'00}}});
    place.add(RegisterKind::Grants, {{"code", std::string("G1")}, {"community", std::string("C01")}, {"round", std::string("R1")}, {"awarded", std::int64_t{900'00}}});
    OpenWindow open(place);
    QString trouble;
    QObject::connect(&open.desk, &app::Desk::failed, &open.desk, [&](const QString& message) { trouble = message; });
    app::RecordPage& record = *open.desk.record();
    record.open({.kind = RegisterKind::Grants, .id = 1});
    record.fields()->setText(static_cast<int>(core::specOf(RegisterKind::Grants).fieldIndex("awarded").value()), QStringLiteral("1500"));
    press(open, "recordSave");
    REQUIRE(open.until([&] { return trouble.contains(QStringLiteral("−$500, not enough")); }));
    type(open, "recordWhy", "from the reserve");
    press(open, "recordSave");
    REQUIRE(open.until([&] { return open.desk.place()->snapshot()->at(RegisterKind::Grants).integers("awarded")[0] == 1'500'00; }));
    CHECK(open.desk.place()->history().front().why == "from the reserve");

    app::CommunitiesPage& page = openPage(open);
    press(open, "tabMoney");
    REQUIRE(isAnswered(open, *page.money()));
    CHECK(page.money()->sentence().startsWith(QStringLiteral("$1,500 went to 1 group in 2025/26")));
    CHECK(wordsOf(*page.money()->lines()).contains(QStringLiteral("more was awarded than the round has")));
}

TEST_CASE("two lines of a community are compared, shown on the map, and the former one is taken again as one change", "[ui][communities]")
{
    SmallPlace place = fourCorners();
    place.add(RegisterKind::Boundaries, {{"community", std::string("C01")}, {"edition", std::string("first")}, {"line", std::string("identity")}, {"state", std::string("superseded")}}, square(1, 1, 3));
    OpenWindow open(place);
    app::CommunitiesPage& page = openPage(open);
    press(open, "tabLines");
    CHECK(page.tab() == app::CommunitiesPage::Editions);
    app::EditionsTab& editions = *page.editions();
    REQUIRE(isAnswered(open, editions));
    CHECK(editions.sentence().startsWith(QStringLiteral("From first to present: gains 27")));
    REQUIRE(editions.comparison() != nullptr);
    CHECK(editions.comparison()->lost.shape.empty());
    REQUIRE(editions.canRestore());
    const auto area = [&] { return core::planarArea(std::get<core::MultiPolygon>(open.desk.place()->snapshot()->at(RegisterKind::Communities).geometry(0))); };
    CHECK(area() == 36e6);
    press(open, "editionsRestore");
    REQUIRE(open.until([&] { return area() == 9e6; }));
    open.desk.undo();
    REQUIRE(open.until([&] { return area() == 36e6; }));
}
