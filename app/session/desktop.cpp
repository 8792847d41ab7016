// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/desktop.h"

#include "app/session/desk.h"
#include "app/session/screen_script.h"
#include "app/session/window.h"

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QTimer>

#include <atomic>
#include <cstdio>

namespace hereabouts::app {

namespace {

std::atomic<int> warnings = 0;
QtMessageHandler formerHandler = nullptr;

void countWarnings(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    if (type != QtDebugMsg && type != QtInfoMsg) ++warnings;
    formerHandler(type, context, message);
}

} // namespace

int runDesktop(int& argc, char** argv, const DesktopRequest& request)
{
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("Hereabouts"));
    QGuiApplication::setOrganizationName(QStringLiteral("Hereabouts"));
    QGuiApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    formerHandler = qInstallMessageHandler(countWarnings);

    const bool byItself = request.selfTest || request.script.has_value();
    Desk desk(!byItself);
    QQmlApplicationEngine engine;
    QQuickWindow* window = openWindow(engine, desk);
    if (!window) {
        std::fputs("The main window cannot be loaded; the messages above say why.\n", stderr);
        return 1;
    }
    if (request.place) desk.place()->openFile(*request.place);

    if (request.script) {
        ScreenScript script(&desk, window);
        if (const auto loaded = script.load(*request.script); !loaded) {
            std::fprintf(stderr, "%s\n", loaded.error().message.c_str());
            return 1;
        }
        script.start();
        return QGuiApplication::exec();
    }
    if (request.selfTest) {
        // Long enough for every page's first bindings and, with a place, for its first map.
        QTimer::singleShot(request.place ? 3000 : 800, &application, &QGuiApplication::quit);
        QGuiApplication::exec();
        return warnings == 0 ? 0 : 1;
    }
    return QGuiApplication::exec();
}

} // namespace hereabouts::app
