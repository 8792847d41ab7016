// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/geometry.h"

#include <QGeoCoordinate>
#include <QPainterPath>
#include <QQuickPaintedItem>
#include <QtQmlIntegration>

namespace hereabouts::app {

/// Paints shapes of the home CRS over a Map of the same size, centre and zoom (bearing and tilt 0).
class OverMapItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("What is painted over the map has a type of its own.")
    Q_PROPERTY(QGeoCoordinate center MEMBER m_center NOTIFY viewChanged)
    Q_PROPERTY(double zoomLevel MEMBER m_zoom NOTIFY viewChanged)

public:
    explicit OverMapItem(QQuickItem* parent);
    void paint(QPainter* painter) final;

signals:
    void viewChanged();

protected:
    /// World units (Web Mercator, 0…1) of a position of the home CRS.
    [[nodiscard]] virtual core::Point worldOf(core::Point home) const = 0;
    virtual void paintShapes(QPainter& painter) = 0; ///< Called when there is a view.
    // While painting:
    [[nodiscard]] QPointF onScreen(core::Point home) const;
    [[nodiscard]] QPainterPath pathOf(const core::MultiPolygon& shape) const;

private:
    QGeoCoordinate m_center;
    double m_zoom = 8;
    core::Point m_middle; ///< Centre in world units.
    double m_worldPixels = 1; ///< Pixels of the whole world.
};

} // namespace hereabouts::app
