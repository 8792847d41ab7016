// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_tiles.h"
#include "app/session/window.h"
#include "gis/store/place_file.h"
#include "tests/app/small_place.h"

#include <catch2/catch_test_macros.hpp>

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <functional>

namespace hereabouts::test {

/// Writes every register of a drawn place into a new place file.
inline void writePlace(const core::PlaceSnapshot& place, const std::filesystem::path& path)
{
    auto file = gis::PlaceFile::create(path, place.district);
    REQUIRE(file.has_value());
    for (const core::RegisterKind kind : core::kAllRegisters) {
        const core::RegisterTable& table = place.at(kind);
        if (table.size() == 0) continue;
        gis::ImportBatch batch{.kind = kind, .source = "drawn.csv"};
        for (std::size_t row = 0; row < table.size(); ++row) {
            batch.rows.push_back(table.record(row));
            batch.rows.back().id = 0;
        }
        if (kind == core::RegisterKind::Communities) batch.overlaps = place.overlaps;
        const auto written = file->commitImport(batch);
        if (!written) FAIL(written.error().message);
    }
}

/// The app's window on a drawn place, as a person would have it before them: opened, its first map complete.
class OpenWindow {
public:
    explicit OpenWindow(const SmallPlace& place)
    {
        writePlace(*place.snapshot(), path());
        window = app::openWindow(engine, desk);
        REQUIRE(window != nullptr);
        desk.place()->openFile(path());
        REQUIRE(until([this] { return tiles() && tiles()->isComplete() && desk.scene()->isReady(); }));
    }
    ~OpenWindow() { delete window; }

    [[nodiscard]] std::filesystem::path path() const { return folder.filePath(QStringLiteral("place.sqlite")).toStdString(); }
    [[nodiscard]] app::MapTiles* tiles() const { return window->findChild<app::MapTiles*>(); }
    [[nodiscard]] QQuickItem* item(const char* name) const { return window->findChild<QQuickItem*>(QLatin1String(name)); }
    [[nodiscard]] static bool until(const std::function<bool()>& holds, int milliseconds = 20'000) { return QTest::qWaitFor(holds, milliseconds); }
    void clickMap(QPointF at) const { QTest::mouseClick(window, Qt::LeftButton, {}, item("map")->mapToScene(at).toPoint()); }

    QTemporaryDir folder;
    app::Desk desk{false};
    QQmlApplicationEngine engine;
    QQuickWindow* window = nullptr;
};

/// Every title, detail and badge of a page.
inline QString wordsOf(const app::LineList& lines)
{
    QString words;
    for (const app::Line& line : lines.lines()) words += line.title + u'|' + line.detail + u'|' + line.badge + u'\n';
    return words;
}

} // namespace hereabouts::test
