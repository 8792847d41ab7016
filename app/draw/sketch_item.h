// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/draw/drawing_board.h"

#include <QColor>
#include <QGeoCoordinate>
#include <QQuickPaintedItem>
#include <QtQmlIntegration>

namespace hereabouts::app {

/// Paints the drawing board's sketch over a Map of the same size, centre and zoom (bearing and tilt 0).
class SketchItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(hereabouts::app::DrawingBoard* board READ board WRITE setBoard NOTIFY boardChanged REQUIRED)
    Q_PROPERTY(QGeoCoordinate center MEMBER m_center NOTIFY viewChanged)
    Q_PROPERTY(double zoomLevel MEMBER m_zoom NOTIFY viewChanged)
    Q_PROPERTY(QColor ink MEMBER m_ink NOTIFY viewChanged) ///< Of the line.
    Q_PROPERTY(QColor paper MEMBER m_paper NOTIFY viewChanged) ///< Inside of the corners.
    Q_PROPERTY(QColor warning MEMBER m_warning NOTIFY viewChanged) ///< Of crossings.

public:
    explicit SketchItem(QQuickItem* parent = nullptr);
    [[nodiscard]] DrawingBoard* board() const { return m_board; }
    void setBoard(DrawingBoard* board);
    void paint(QPainter* painter) override;

signals:
    void boardChanged();
    void viewChanged();

private:
    [[nodiscard]] QPointF onScreen(core::Point home) const;
    [[nodiscard]] QPolygonF onScreen(const std::vector<core::Point>& line) const;
    void paintHandles(QPainter& painter, const std::vector<core::SketchRing>& rings) const;
    void paintPreview(QPainter& painter) const;
    void paintFaults(QPainter& painter) const;

    DrawingBoard* m_board = nullptr;
    QGeoCoordinate m_center;
    double m_zoom = 8;
    QColor m_ink, m_paper, m_warning;
    core::Point m_middle; ///< Centre in world units, while painting.
    double m_worldPixels = 1; ///< Pixels of the whole world, while painting.
};

} // namespace hereabouts::app
