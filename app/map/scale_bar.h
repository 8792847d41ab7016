// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QtQmlIntegration>

namespace hereabouts::app {

/// A round length on the ground that takes at most `room` pixels at the middle of the map.
class ScaleBar : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(double latitude MEMBER m_latitude NOTIFY viewChanged)
    Q_PROPERTY(double zoomLevel MEMBER m_zoomLevel NOTIFY viewChanged)
    Q_PROPERTY(double room MEMBER m_room NOTIFY viewChanged)
    Q_PROPERTY(double length READ length NOTIFY viewChanged)
    Q_PROPERTY(QString text READ text NOTIFY viewChanged)

public:
    [[nodiscard]] double length() const; ///< Pixels.
    [[nodiscard]] QString text() const;  ///< "500 m", "20 km".

signals:
    void viewChanged();

private:
    [[nodiscard]] double metresPerPixel() const;
    [[nodiscard]] double roundMetres() const;

    double m_latitude = 0;
    double m_zoomLevel = 8;
    double m_room = 120;
};

} // namespace hereabouts::app
