// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/detail/marks.h"

#include "app/overlay/format.h"

#include <QFont>
#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace hereabouts::app {

void drawMark(QPainter& painter, QPointF at, const MarkStyle& style, double size, Theme theme)
{
    const double r = size / 2;
    painter.setPen(QPen(style.outline.in(theme), style.outlineWidth));
    painter.setBrush(style.fill.in(theme));
    switch (style.shape) {
    case MarkShape::Circle: painter.drawEllipse(at, r, r); break;
    case MarkShape::Square: painter.drawRect(QRectF(at.x() - r, at.y() - r, size, size)); break;
    case MarkShape::Diamond: painter.drawPolygon(QPolygonF({at + QPointF(0, -r), at + QPointF(r, 0), at + QPointF(0, r), at + QPointF(-r, 0)})); break;
    case MarkShape::Triangle: painter.drawPolygon(QPolygonF({at + QPointF(0, -r), at + QPointF(0.95 * r, 0.75 * r), at + QPointF(-0.95 * r, 0.75 * r)})); break;
    }
}

MarkSprite::MarkSprite(const MarkStyle& style, double size, Theme theme, double devicePixelRatio) : m_dpr(devicePixelRatio)
{
    m_half = std::ceil(size / 2 + style.outlineWidth + 1);
    const int side = static_cast<int>(std::ceil(2 * m_half * m_dpr));
    m_image = QImage(side, side, QImage::Format_ARGB32_Premultiplied);
    m_image.setDevicePixelRatio(m_dpr);
    m_image.fill(Qt::transparent);
    QPainter painter(&m_image);
    painter.setRenderHint(QPainter::Antialiasing);
    drawMark(painter, {m_half, m_half}, style, size, theme);
}

void MarkSprite::put(QPainter& painter, QPointF at) const
{
    const auto snapped = [this](double value) { return std::round(value * m_dpr) / m_dpr; };
    painter.drawImage(QPointF(snapped(at.x() - m_half), snapped(at.y() - m_half)), m_image);
}

double clusterRadius(std::size_t count) { return std::min(22.0, 8.0 + 2.2 * std::log2(static_cast<double>(count))); }

void drawCluster(QPainter& painter, QPointF at, std::size_t count, const MarkStyle& style, Theme theme)
{
    const double r = clusterRadius(count);
    QColor fill = style.fill.in(theme);
    fill.setAlpha(55);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawEllipse(at, r, r);
    painter.setPen(QPen(style.outline.in(theme), 1));
    painter.setBrush(style.fill.in(theme));
    painter.drawEllipse(at, r - 3.5, r - 3.5);

    QFont font(QStringLiteral("Noto Sans"));
    font.setBold(true);
    font.setPixelSize(count < 1000 ? 11 : 9);
    font.setHintingPreference(QFont::PreferNoHinting);
    QPainterPath text;
    text.addText(0, 0, font, QString::fromStdString(formatCount(static_cast<std::int64_t>(count))));
    const QRectF box = text.boundingRect();
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme == Theme::Dark ? QColor(0x12, 0x18, 0x1d) : QColor(Qt::white));
    painter.drawPath(text.translated(at - box.center()));
}

} // namespace hereabouts::app
