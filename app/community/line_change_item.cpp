// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/community/line_change_item.h"

#include <QPainter>

namespace hereabouts::app {

namespace {

// Told apart by people who see no red or no green, and by the hatching.
constexpr QColor kGained(0, 90, 181);
constexpr QColor kLost(214, 94, 0);

QColor faint(QColor color, int alpha)
{
    color.setAlpha(alpha);
    return color;
}

} // namespace

void LineChangeItem::setEditions(EditionsTab* editions)
{
    if (editions == m_editions) return;
    m_editions = editions;
    connect(m_editions, &EditionsTab::changeShown, this, [this] { update(); });
    emit editionsChanged();
}

void LineChangeItem::paintShapes(QPainter& painter)
{
    if (!m_editions || !m_editions->comparison()) return;
    const gis::LineChange& change = *m_editions->comparison();
    painter.setPen(QPen(m_ink, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(pathOf(change.kept.shape));
    const QPainterPath gained = pathOf(change.gained.shape), lost = pathOf(change.lost.shape);
    painter.setPen(QPen(kGained, 2.5));
    painter.setBrush(faint(kGained, 90));
    painter.drawPath(gained);
    painter.setPen(QPen(kLost, 2.5));
    painter.setBrush(faint(kLost, 70));
    painter.drawPath(lost);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QBrush(faint(kLost, 190), Qt::BDiagPattern));
    painter.drawPath(lost);
}

} // namespace hereabouts::app
