// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/over_map_item.h"

#include "core/geometry/web_mercator.h"

#include <cmath>

namespace hereabouts::app {

OverMapItem::OverMapItem(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &OverMapItem::viewChanged, this, [this] { update(); });
}

QPointF OverMapItem::onScreen(core::Point home) const
{
    const core::Point world = worldOf(home);
    double away = world.x - m_middle.x;
    away -= std::round(away); // a place across 180° lies beyond 1
    return {width() / 2 + away * m_worldPixels, height() / 2 + (world.y - m_middle.y) * m_worldPixels};
}

QPainterPath OverMapItem::pathOf(const core::MultiPolygon& shape) const
{
    QPainterPath path;
    const auto add = [&](const core::Ring& ring) {
        QPolygonF line;
        for (const core::Point& point : ring) line.append(onScreen(point));
        path.addPolygon(line);
    };
    for (const core::Polygon& polygon : shape) {
        add(polygon.outer);
        for (const core::Ring& hole : polygon.holes) add(hole);
    }
    return path;
}

void OverMapItem::paint(QPainter* painter)
{
    if (!m_center.isValid()) return;
    m_middle = core::toWebMercator({m_center.longitude(), m_center.latitude()});
    m_worldPixels = 256 * std::exp2(m_zoom);
    paintShapes(*painter);
}

} // namespace hereabouts::app
