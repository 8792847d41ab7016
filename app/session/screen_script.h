// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/desk.h"
#include "core/base/result.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QQuickWindow>
#include <QTimer>

#include <filesystem>

namespace hereabouts::app {

/// Takes the steps of a JSON file in the open window, as the pictures in docs/ need them, and leaves with 0; with 1 and a sentence when a step cannot be taken.
///
/// A step is an object with one or more of: size [w, h], dark, view (0…5, as OverlayChooser::View), by (an area set), perHead, measure, second, theme,
/// secondPerHead, priorityView, ask [lon, lat], closeCard, clear, home, search, go, table (a register; "" closes it), sort (a column), filter, select [rows
/// shown], check, draw (a community's code), tool, discard, agree (a place drawn), open [register, row id], import (a file), kind (a register), edition, page
/// (Desk::Page), textSize (0…3), save (a PNG). Before the next step everything in hand is done and every tile in view is there.
class ScreenScript : public QObject {
    Q_OBJECT

public:
    ScreenScript(Desk* desk, QQuickWindow* window, QObject* parent = nullptr);
    /// Fails with NotFound or BadInput.
    [[nodiscard]] core::Result<void> load(const std::filesystem::path& file);
    void start();

private:
    void tick();
    [[nodiscard]] bool settled() const;
    /// Fails with BadInput for what a step cannot mean.
    [[nodiscard]] core::Result<void> take(const QJsonObject& step);
    void show(const QJsonObject& step);
    [[nodiscard]] core::Result<void> openPages(const QJsonObject& step);
    [[nodiscard]] core::Result<void> save(const QString& file);

    Desk* m_desk;
    QQuickWindow* m_window;
    QJsonArray m_steps;
    qsizetype m_next = 0;
    QTimer m_tick;
    QElapsedTimer m_sinceStep;
};

} // namespace hereabouts::app
