// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/legend.h"

#include <QQuickPaintedItem>
#include <QtQmlIntegration>

namespace hereabouts::app {

/// The sign of a layer in the legend, drawn by the map's own painter.
class LegendSign : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(hereabouts::app::Legend* legend READ legend WRITE setLegend NOTIFY legendChanged REQUIRED)
    Q_PROPERTY(int entry MEMBER m_entry NOTIFY entryChanged REQUIRED)

public:
    explicit LegendSign(QQuickItem* parent = nullptr);
    void paint(QPainter* painter) override;

    [[nodiscard]] Legend* legend() const { return m_legend; }
    void setLegend(Legend* legend);

signals:
    void legendChanged();
    void entryChanged();

private:
    Legend* m_legend = nullptr;
    int m_entry = 0;
};

} // namespace hereabouts::app
