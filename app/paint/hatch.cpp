// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/detail/hatch.h"

#include <QBrush>
#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <QPen>
#include <QTransform>

#include <cmath>

namespace hereabouts::app {

namespace {

void drawDiagonals(QPainter& painter, const QRectF& box, QPointF anchor, int slant)
{
    // Along x + slant·y = c + n · step every line is whole at every place of the world.
    const double offset = anchor.x() + slant * anchor.y();
    const double low = slant > 0 ? box.left() + box.top() : box.left() - box.bottom();
    const double high = slant > 0 ? box.right() + box.bottom() : box.right() - box.top();
    for (double n = std::floor((low - offset) / kHatchStep); offset + n * kHatchStep <= high; ++n) {
        const double c = offset + n * kHatchStep;
        painter.drawLine(QPointF(c - slant * box.top(), box.top()), QPointF(c - slant * box.bottom(), box.bottom()));
    }
}

QImage hatchImage(const QColor& colour, double lineWidth, double dpr, int slant)
{
    const int side = static_cast<int>(std::lround(kHatchStep * dpr));
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(side / static_cast<double>(kHatchStep), side / static_cast<double>(kHatchStep));
    painter.setPen(QPen(colour, lineWidth));
    drawDiagonals(painter, QRectF(-kHatchStep, -kHatchStep, 3 * kHatchStep, 3 * kHatchStep), {}, slant);
    return image;
}

double wrapped(double value) { return value - std::floor(value / kHatchStep) * kHatchStep; }

} // namespace

bool isRaster(const QPainter& painter) { return painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster; }

void fillHatched(QPainter& painter, const QPainterPath& path, const QColor& colour, double lineWidth, QPointF anchor, int slant)
{
    painter.save();
    if (isRaster(painter)) {
        const double dpr = painter.device()->devicePixelRatioF();
        const QImage image = hatchImage(colour, lineWidth, dpr, slant);
        QBrush brush(image);
        brush.setTransform(QTransform::fromTranslate(wrapped(anchor.x()), wrapped(anchor.y())).scale(kHatchStep / static_cast<double>(image.width()), kHatchStep / static_cast<double>(image.height())));
        painter.setPen(Qt::NoPen);
        painter.setBrush(brush);
        painter.drawPath(path);
    } else {
        painter.setClipPath(path, Qt::IntersectClip);
        painter.setPen(QPen(colour, lineWidth));
        drawDiagonals(painter, path.boundingRect(), anchor, slant);
    }
    painter.restore();
}

} // namespace hereabouts::app
