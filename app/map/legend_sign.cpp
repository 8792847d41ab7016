// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/legend_sign.h"

#include <QPainter>

namespace hereabouts::app {

LegendSign::LegendSign(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setImplicitSize(24, 16);
    setAntialiasing(true);
    connect(this, &LegendSign::entryChanged, this, [this] { update(); });
}

void LegendSign::setLegend(Legend* legend)
{
    if (legend == m_legend) return;
    m_legend = legend;
    if (legend) connect(legend, &Legend::dataChanged, this, [this] { update(); });
    emit legendChanged();
    update();
}

void LegendSign::paint(QPainter* painter)
{
    if (m_legend) m_legend->drawSign(*painter, boundingRect().adjusted(1, 2, -1, -2), m_entry);
}

} // namespace hereabouts::app
