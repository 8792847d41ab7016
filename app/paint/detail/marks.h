// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paint/detail/map_style.h"

#include <QImage>
#include <QPointF>

#include <cstddef>

class QPainter;

namespace hereabouts::app {

/// Draws one mark in vectors.
void drawMark(QPainter& painter, QPointF at, const MarkStyle& style, double size, Theme theme);

/// A mark drawn once and put down many times.
class MarkSprite {
public:
    MarkSprite(const MarkStyle& style, double size, Theme theme, double devicePixelRatio);
    /// On the nearest device pixel, so that every copy is the same and tiles join.
    void put(QPainter& painter, QPointF at) const;

private:
    QImage m_image;
    double m_half = 0;
    double m_dpr = 1;
};

/// Radius of the disc that stands for `count` points, in pixels.
[[nodiscard]] double clusterRadius(std::size_t count);
/// A disc with the number of points in it.
void drawCluster(QPainter& painter, QPointF at, std::size_t count, const MarkStyle& style, Theme theme);

} // namespace hereabouts::app
