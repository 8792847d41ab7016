// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paint/detail/register_shapes.h"
#include "app/paint/map_picture.h"

#include <QPainterPath>
#include <QRectF>

#include <cstdint>
#include <functional>
#include <vector>

namespace hereabouts::app {

/// World units to pixels of one view. Pixels are counted from the world's corner first and from the view's after that, so that two tiles round alike and join.
struct Screen {
    MapView view;
    int repeat = 0;       ///< The world is drawn again at x − 1, 0 and +1.
    double margin = 40;   ///< Pixels around the view that may still matter: half the widest line.

    [[nodiscard]] QPointF at(core::Point world) const
    {
        return {(world.x + repeat) * view.pixelsPerWorld - view.origin.x * view.pixelsPerWorld, world.y * view.pixelsPerWorld - view.origin.y * view.pixelsPerWorld};
    }
    [[nodiscard]] QRectF clip() const { return {-margin, -margin, view.size.width() + 2 * margin, view.size.height() + 2 * margin}; }
    /// What of the world (not repeated) the clip shows.
    [[nodiscard]] core::Box world(double grownByPixels = 0) const;
    [[nodiscard]] double metresPerPixel() const; ///< On the ground, in the middle of the view.
};

/// Adds a row's rings to a path to be filled by the odd-even rule. Vertices closer than a third of a pixel and all that lies beyond one side of the view are left
/// out; what is seen stays exactly as it is.
void addRings(const Screen& screen, const RegisterShapes& shapes, const ShapeLevel& level, std::size_t row, QPainterPath& path);

/// A stretch of line that is in view.
struct Run {
    std::vector<QPointF> points;
    double before = 0; ///< Pixels of the line before it: where its dashes are by then.
};

/// A row's lines or rings, cut where they leave the view.
void addRuns(const Screen& screen, const RegisterShapes& shapes, const ShapeLevel& level, std::size_t row, std::vector<Run>& runs);

} // namespace hereabouts::app
