// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/open_window.h"

#include <QFile>

using namespace hereabouts;
using namespace hereabouts::test;

namespace {

/// The window as it comes up when no place was named.
struct EmptyWindow {
    EmptyWindow() { window = app::openWindow(engine, desk); }
    ~EmptyWindow() { delete window; }
    [[nodiscard]] QUrl file(const char* name) const { return QUrl::fromLocalFile(folder.filePath(QLatin1String(name))); }
    [[nodiscard]] bool shown(const char* name) const { return window->findChild<QQuickItem*>(QLatin1String(name))->isVisible(); }

    QTemporaryDir folder;
    app::Desk desk{false};
    QQmlApplicationEngine engine;
    QQuickWindow* window = nullptr;
};

} // namespace

TEST_CASE("without a place the start page is shown; a place made there is open and empty, and among the last ones", "[ui][start]")
{
    EmptyWindow open;
    REQUIRE(open.window != nullptr);
    CHECK(open.shown("startView"));
    CHECK(open.desk.start()->isCrs(QStringLiteral("EPSG:2193")));
    CHECK_FALSE(open.desk.start()->isCrs(QStringLiteral("EPSG:4326"))); // degrees
    CHECK_FALSE(open.desk.start()->isCrs(QStringLiteral("seaside")));
    open.desk.start()->makeNew(open.file("new.place"), QStringLiteral("Ōtāhuhu"), QStringLiteral("EPSG:2193"), QStringLiteral("nzd"));
    REQUIRE(OpenWindow::until([&] { return open.desk.place()->isOpen(); }));
    CHECK(open.desk.place()->name() == QStringLiteral("Ōtāhuhu"));
    CHECK(open.desk.place()->snapshot()->district.currency == "NZD");
    CHECK(OpenWindow::until([&] { return !open.shown("startView"); }));
    CHECK(open.desk.start()->recent().size() == 1);
}

TEST_CASE("the sample district is made and opened from the start page", "[ui][start]")
{
    EmptyWindow open;
    open.desk.start()->makeSample(open.file("rata.place"));
    REQUIRE(OpenWindow::until([&] { return open.desk.place()->isOpen(); }, 120'000));
    CHECK(open.desk.place()->isFictional());
    CHECK(open.desk.place()->snapshot()->at(core::RegisterKind::Communities).size() == 20);
}

TEST_CASE("a place that cannot be opened says why and leaves the start page", "[ui][start]")
{
    EmptyWindow open;
    QString said;
    QObject::connect(&open.desk, &app::Desk::failed, &open.desk, [&said](const QString& message) { said = message; });
    QFile file(open.file("no.place").toLocalFile());
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("This is a letter.");
    file.close();
    open.desk.start()->open(open.file("no.place"));
    REQUIRE(OpenWindow::until([&] { return !said.isEmpty(); }));
    CHECK(said.contains(QStringLiteral("no.place")));
    CHECK(open.shown("startView"));
}

TEST_CASE("a place dropped on the window is opened; files dropped together are brought in one after the other", "[ui][start]")
{
    OpenWindow open(fourCorners());
    QStringList paths;
    for (const char* name : {"first", "second"}) {
        paths.append(open.folder.filePath(QStringLiteral("localities-%1.csv").arg(QLatin1String(name))));
        QFile file(paths.back());
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("name,lon,lat\n") + name + ",174.50,-38.80\n");
    }
    open.desk.takeDropped({QUrl::fromLocalFile(paths[0]), QUrl::fromLocalFile(paths[1])});
    app::ImportPage& intake = *open.desk.intake();
    REQUIRE(open.until([&] { return intake.canCommit() && intake.fileName() == QStringLiteral("localities-first.csv"); }));
    CHECK(intake.waiting() == 1);
    intake.commit();
    REQUIRE(open.until([&] { return intake.canCommit() && intake.fileName() == QStringLiteral("localities-second.csv"); }));
    intake.commit();
    REQUIRE(open.until([&] { return open.desk.page() == app::Desk::NoPage; }));
    CHECK(open.desk.place()->snapshot()->at(core::RegisterKind::Localities).size() == 2);

    const std::filesystem::path other = open.folder.filePath(QStringLiteral("other.place")).toStdString();
    REQUIRE(gis::PlaceFile::create(other, {.name = "Elsewhere", .epsg = 2193}));
    open.desk.takeDropped({QUrl::fromLocalFile(QString::fromStdString(other.string()))});
    REQUIRE(open.until([&] { return open.desk.place()->name() == QStringLiteral("Elsewhere"); }));
}
