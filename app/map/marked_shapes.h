// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_selection.h"

#include <QAbstractListModel>
#include <QGeoPolygon>
#include <QtQmlIntegration>

#include <vector>

namespace hereabouts::app {

/// The selected and hovered shapes as Map items: one row a polygon part, a line or a point, with no more vertices than can be seen at the zoom.
class MarkedShapes : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("There is one selection.")
    Q_PROPERTY(double zoom READ zoom WRITE setZoom NOTIFY zoomChanged)

public:
    enum Role { ShapeRole = Qt::UserRole + 1, BoundaryRole, PathRole, PositionRole, HoveredRole };

    MarkedShapes(MapScene* scene, MapSelection* selection, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] double zoom() const { return m_zoom; }
    void setZoom(double zoom); ///< Whole zooms alone make a difference.

signals:
    void zoomChanged();

private:
    struct Shape {
        QString shape; ///< "area", "line" or "point".
        QGeoPolygon boundary;
        QVariantList path;
        QGeoCoordinate position;
        bool hovered = false;
    };
    void rebuild();
    void mark(RowRef ref, bool hovered, std::vector<Shape>& shapes) const;

    MapScene* m_scene;
    MapSelection* m_selection;
    double m_zoom = 8;
    std::vector<Shape> m_shapes;
};

} // namespace hereabouts::app
