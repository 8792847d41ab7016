// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hearing/agreement_item.h"

#include <QPainter>
#include <QPainterPath>
#include <QTransform>

namespace hereabouts::app {

void AgreementItem::setAgreement(AgreementPage* agreement)
{
    if (agreement == m_agreement) return;
    m_agreement = agreement;
    connect(m_agreement, &AgreementPage::pictureChanged, this, [this] { update(); });
    emit agreementChanged();
}

void AgreementItem::paintShapes(QPainter& painter)
{
    if (!m_agreement || !m_agreement->picture()) return;
    const AgreementPicture& picture = *m_agreement->picture();
    QPolygonF target;
    for (const core::Point& corner : picture.corners) target.append(onScreen(corner));
    const double w = picture.shares.width(), h = picture.shares.height();
    QTransform transform;
    if (w > 0 && h > 0 && QTransform::quadToQuad(QPolygonF({{0, 0}, {w, 0}, {w, h}, {0, h}}), target, transform)) {
        painter.save();
        painter.setTransform(transform, true);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(QPointF(0, 0), picture.shares);
        painter.restore();
    }
    painter.setBrush(Qt::NoBrush);
    for (const auto& [share, band] : picture.bands) {
        QPen pen(share < 0 ? QColor(20, 90, 160) : QColor(94, 47, 147), share < 0 ? 2.5 : 1.2);
        if (share < 0) pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.drawPath(pathOf(band));
    }
    const QPainterPath line = pathOf(picture.line);
    painter.setPen(QPen(m_paper, 5.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(line);
    painter.setPen(QPen(m_ink, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(line);
}

} // namespace hereabouts::app
