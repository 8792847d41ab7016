// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/window.h"

#include <QQuickStyle>

// Written by Qt for every module that is linked in as a static library.
void qml_register_types_Hereabouts();
void qml_register_types_Hereabouts_Place();
void qml_register_types_Hereabouts_Map();
void qml_register_types_Hereabouts_Draw();
void qml_register_types_Hereabouts_Registers();
void qml_register_types_Hereabouts_Record();
void qml_register_types_Hereabouts_Hearing();
void qml_register_types_Hereabouts_Community();

namespace hereabouts::app {

QQuickWindow* openWindow(QQmlApplicationEngine& engine, Desk& desk)
{
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    qml_register_types_Hereabouts_Place();
    qml_register_types_Hereabouts_Map();
    qml_register_types_Hereabouts_Draw();
    qml_register_types_Hereabouts_Registers();
    qml_register_types_Hereabouts_Record();
    qml_register_types_Hereabouts_Hearing();
    qml_register_types_Hereabouts_Community();
    qml_register_types_Hereabouts();
    engine.setInitialProperties({{QStringLiteral("desk"), QVariant::fromValue(&desk)}});
    engine.loadFromModule("Hereabouts", "Main");
    return engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
}

} // namespace hereabouts::app
