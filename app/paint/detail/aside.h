// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paint/detail/hatch.h"

#include <QImage>
#include <QPainter>
#include <QSizeF>

namespace hereabouts::app {

/// Draws aside and lays it down at an opacity, so that what overlaps inside it does not show through itself. On a device that is no image everything is drawn
/// at that opacity one by one.
template <typename Draw>
void paintAside(QPainter& painter, QSizeF size, double opacity, Draw&& draw)
{
    if (opacity <= 0) return;
    if (opacity > 0.999) {
        draw(painter);
        return;
    }
    if (!isRaster(painter)) {
        painter.save();
        painter.setOpacity(painter.opacity() * opacity);
        draw(painter);
        painter.restore();
        return;
    }
    const double dpr = painter.device()->devicePixelRatioF();
    QImage aside((size * dpr).toSize(), QImage::Format_ARGB32_Premultiplied);
    aside.setDevicePixelRatio(dpr);
    aside.fill(Qt::transparent);
    QPainter inner(&aside);
    inner.setRenderHint(QPainter::Antialiasing);
    draw(inner);
    inner.end();
    const double before = painter.opacity();
    painter.setOpacity(before * opacity);
    painter.drawImage(QPointF(0, 0), aside);
    painter.setOpacity(before);
}

} // namespace hereabouts::app
