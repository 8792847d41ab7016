// SPDX-License-Identifier: GPL-3.0-or-later
// The window of the app on 8,000 areas of about 100 vertices and 100,000 points, 1280×800: how long a frame takes while the map is panned and zoomed, how soon
// its tiles are full after it stops, how soon the first map is there. Run by map_bench.sh, which gives it a display.
#include "app/map/map_tiles.h"
#include "app/session/window.h"
#include "bench/coverage_maker.h"
#include "bench/report.h"
#include "gis/shapes/coverage.h"
#include "gis/store/place_file.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QSurfaceFormat>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

using namespace hereabouts;

namespace {

constexpr int kFrames = 120;

core::Geometry shifted(core::MultiPolygon area)
{
    // The maker's country begins at (0, 0); New Zealand's map grid does not.
    for (core::Polygon& part : area) {
        for (core::Point& point : part.outer) point = {point.x + 1'200'000, point.y + 5'200'000};
    }
    return area;
}

bool writePlace(const std::filesystem::path& path)
{
    bench::CoverageMaker maker(100, 80, 17, 7);
    gis::ImportBatch wards{.kind = core::RegisterKind::Wards, .source = "bench.geojson", .edition = "wards 2025"};
    const core::RegisterSpec& spec = core::specOf(core::RegisterKind::Wards);
    std::vector<core::Geometry> shapes;
    for (core::MultiPolygon& area : maker.areas()) {
        core::Record record{.id = 0, .values = std::vector<core::Value>(spec.fields.size())};
        const std::string code = "W" + std::to_string(wards.rows.size());
        record.values[*spec.fieldIndex("code")] = code;
        record.values[*spec.fieldIndex("name")] = code;
        record.values[*spec.fieldIndex("edition")] = std::string("wards 2025");
        record.values[*spec.fieldIndex("population")] = static_cast<std::int64_t>(wards.rows.size() * 7919 % 5000);
        record.geometry = shifted(std::move(area));
        shapes.push_back(record.geometry);
        wards.rows.push_back(std::move(record));
    }
    constexpr double kTolerances[]{50, 250, 1000};
    if (auto details = gis::detailLevels(shapes, kTolerances, true)) wards.details = std::move(*details);

    gis::ImportBatch points{.kind = core::RegisterKind::Suppliers, .source = "bench.csv"};
    const core::RegisterSpec& supplier = core::specOf(core::RegisterKind::Suppliers);
    for (const core::Point& point : maker.points(100'000)) {
        core::Record record{.id = 0, .values = std::vector<core::Value>(supplier.fields.size())};
        record.values[*supplier.fieldIndex("code")] = "S" + std::to_string(points.rows.size());
        record.values[*supplier.fieldIndex("name")] = std::string("Supplier");
        record.geometry = core::Point{point.x + 1'200'000, point.y + 5'200'000};
        points.rows.push_back(std::move(record));
    }
    auto place = gis::PlaceFile::create(path, {.name = "Bench", .epsg = 2193});
    return place && place->commitImport(wards) && place->commitImport(points);
}

double residentMegabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024;
    }
    return 0;
}

/// Milliseconds a frame while `step` changes the view before each.
std::vector<double> frames(QQuickWindow& window, const std::function<void(int)>& step)
{
    std::vector<double> times;
    QElapsedTimer clock;
    for (int i = 0; i < kFrames; ++i) {
        bool swapped = false;
        const auto connection = QObject::connect(&window, &QQuickWindow::frameSwapped, &window, [&swapped] { swapped = true; }, Qt::DirectConnection);
        clock.start();
        step(i);
        window.update();
        while (!swapped) QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        times.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        QObject::disconnect(connection);
    }
    std::ranges::sort(times);
    return times;
}

double untilComplete(const app::MapTiles& tiles)
{
    const bench::Clock clock;
    if (!QTest::qWaitFor([&tiles] { return tiles.isComplete(); }, 60'000)) std::fputs("The tiles did not become complete.\n", stderr);
    return clock.seconds() * 1000;
}

} // namespace

int main(int argc, char** argv)
{
    // The place is written by a run of its own, so that the memory measured is the app's alone.
    if (argc == 3 && std::string(argv[1]) == "write") return writePlace(argv[2]) ? 0 : 1;
    if (argc != 2) {
        std::fputs("map_frames write FILE, then map_frames FILE\n", stderr);
        return 2;
    }
    const std::filesystem::path path = argv[1];
    QSurfaceFormat format = QSurfaceFormat::defaultFormat();
    format.setSwapInterval(0);
    QSurfaceFormat::setDefaultFormat(format);
    qputenv("QSG_RENDER_LOOP", "basic");
    QGuiApplication application(argc, argv);
    app::Desk desk(false);
    QQmlApplicationEngine engine;
    QQuickWindow* window = app::openWindow(engine, desk);
    if (!window) return 1;
    const auto* tiles = window->findChild<app::MapTiles*>();
    auto* map = window->findChild<QQuickItem*>(QStringLiteral("map"));
    if (!QTest::qWaitForWindowExposed(window)) return 1;

    const bench::Clock opening;
    desk.place()->openFile(path);
    if (!QTest::qWaitFor([tiles] { return tiles->isComplete(); }, 60'000)) return 1;
    bench::print({.what = "first map of the 800k-vertex place", .unit = "ms", .ours = opening.seconds() * 1000, .target = 1000});

    const double zoom = map->property("zoomLevel").toDouble();
    const auto centre = map->property("center").value<QGeoCoordinate>();
    const auto pan = frames(*window, [&](int i) {
        map->setProperty("center", QVariant::fromValue(QGeoCoordinate(centre.latitude() + 0.4 * std::sin(i / 12.0), centre.longitude() + 0.03 * i)));
    });
    bench::print({.what = "a frame while panning, median", .unit = "ms", .ours = pan[kFrames / 2], .target = 16});
    bench::print({.what = "a frame while panning, 95 of 100", .unit = "ms", .ours = pan[kFrames * 95 / 100]});
    bench::print({.what = "tiles full after panning stops", .unit = "ms", .ours = untilComplete(*tiles), .target = 200});
    const auto zooming = frames(*window, [&](int i) { map->setProperty("zoomLevel", zoom + i * 0.04); });
    bench::print({.what = "a frame while zooming, median", .unit = "ms", .ours = zooming[kFrames / 2], .target = 16});
    bench::print({.what = "tiles full after zooming in stops", .unit = "ms", .ours = untilComplete(*tiles), .target = 200});
    map->setProperty("zoomLevel", zoom);
    QTest::qWait(1);
    bench::print({.what = "tiles full after zooming out again", .unit = "ms", .ours = untilComplete(*tiles), .target = 200});
    bool restyled = false;
    QObject::connect(desk.scene(), &app::MapScene::overlayChanged, window, [&restyled] { restyled = true; });
    const bench::Clock styling;
    desk.chooser()->setView(app::OverlayChooser::MeasureView);
    if (!QTest::qWaitFor([&] { return restyled && tiles->isComplete(); }, 60'000)) return 1;
    bench::print({.what = "8,000 areas in another measure", .unit = "ms", .ours = styling.seconds() * 1000, .target = 150});
    bench::print({.what = "memory of the app with it", .unit = "MB", .ours = residentMegabytes(), .target = 400});
    delete window;
    return 0;
}
