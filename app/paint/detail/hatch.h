// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPainterPath>
#include <QPointF>

class QPainter;

namespace hereabouts::app {

/// Pixels from one line of a hatch to the next along an axis. Divides a tile, so that tiles join.
inline constexpr int kHatchStep = 8;

/// Fills a path with diagonal lines that stay where they are on the ground: `anchor` is where the world's corner lies on the painter. `slant` is +1 for lines
/// rising to the right, -1 for falling.
void fillHatched(QPainter& painter, const QPainterPath& path, const QColor& colour, double lineWidth, QPointF anchor, int slant = 1);

/// True for a painter on an image: its pixels can be drawn aside and put together.
[[nodiscard]] bool isRaster(const QPainter& painter);

} // namespace hereabouts::app
