// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hearing/agreement_item.h"

#include "core/geometry/web_mercator.h"

#include <QPainter>
#include <QPainterPath>
#include <QTransform>

#include <cmath>

namespace hereabouts::app {

AgreementItem::AgreementItem(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &AgreementItem::viewChanged, this, [this] { update(); });
}

void AgreementItem::setAgreement(AgreementPage* agreement)
{
    if (agreement == m_agreement) return;
    m_agreement = agreement;
    connect(m_agreement, &AgreementPage::pictureChanged, this, [this] { update(); });
    emit agreementChanged();
}

QPointF AgreementItem::onScreen(core::Point home) const
{
    const core::Point world = m_agreement->worldOf(home);
    double away = world.x - m_middle.x;
    away -= std::round(away); // a place across 180° lies beyond 1
    return {width() / 2 + away * m_worldPixels, height() / 2 + (world.y - m_middle.y) * m_worldPixels};
}

QPainterPath AgreementItem::pathOf(const core::MultiPolygon& shape) const
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

void AgreementItem::paint(QPainter* painter)
{
    if (!m_agreement || !m_agreement->picture() || !m_center.isValid()) return;
    const AgreementPicture& picture = *m_agreement->picture();
    m_middle = core::toWebMercator({m_center.longitude(), m_center.latitude()});
    m_worldPixels = 256 * std::exp2(m_zoom);
    QPolygonF target;
    for (const core::Point& corner : picture.corners) target.append(onScreen(corner));
    const double w = picture.shares.width(), h = picture.shares.height();
    QTransform transform;
    if (w > 0 && h > 0 && QTransform::quadToQuad(QPolygonF({{0, 0}, {w, 0}, {w, h}, {0, h}}), target, transform)) {
        painter->save();
        painter->setTransform(transform, true);
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->drawImage(QPointF(0, 0), picture.shares);
        painter->restore();
    }
    painter->setBrush(Qt::NoBrush);
    for (const auto& [share, band] : picture.bands) {
        QPen pen(share < 0 ? QColor(20, 90, 160) : QColor(94, 47, 147), share < 0 ? 2.5 : 1.2);
        if (share < 0) pen.setDashPattern({4, 3});
        painter->setPen(pen);
        painter->drawPath(pathOf(band));
    }
    const QPainterPath line = pathOf(picture.line);
    painter->setPen(QPen(m_paper, 5.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(line);
    painter->setPen(QPen(m_ink, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(line);
}

} // namespace hereabouts::app
