// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/desk.h"

#include <QQmlApplicationEngine>
#include <QQuickWindow>

namespace hereabouts::app {

/// Loads the main window onto the engine; nullptr if it cannot be loaded (Qt has then written why). The desk outlives the engine.
[[nodiscard]] QQuickWindow* openWindow(QQmlApplicationEngine& engine, Desk& desk);

} // namespace hereabouts::app
