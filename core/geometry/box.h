// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/point.h"

#include <algorithm>
#include <limits>

namespace hereabouts::core {

/// An upright rectangle; a default one is empty and grows by include().
struct Box {
    double minX = std::numeric_limits<double>::infinity();
    double minY = std::numeric_limits<double>::infinity();
    double maxX = -std::numeric_limits<double>::infinity();
    double maxY = -std::numeric_limits<double>::infinity();

    [[nodiscard]] bool empty() const { return minX > maxX || minY > maxY; }
    [[nodiscard]] double width() const { return empty() ? 0 : maxX - minX; }
    [[nodiscard]] double height() const { return empty() ? 0 : maxY - minY; }
    [[nodiscard]] Point centre() const { return {(minX + maxX) / 2, (minY + maxY) / 2}; }
    [[nodiscard]] bool contains(Point p) const { return p.x >= minX && p.x <= maxX && p.y >= minY && p.y <= maxY; }
    [[nodiscard]] bool intersects(const Box& o) const { return minX <= o.maxX && o.minX <= maxX && minY <= o.maxY && o.minY <= maxY; }

    void include(Point p)
    {
        minX = std::min(minX, p.x);
        minY = std::min(minY, p.y);
        maxX = std::max(maxX, p.x);
        maxY = std::max(maxY, p.y);
    }
    void include(const Box& o)
    {
        minX = std::min(minX, o.minX);
        minY = std::min(minY, o.minY);
        maxX = std::max(maxX, o.maxX);
        maxY = std::max(maxY, o.maxY);
    }
    [[nodiscard]] Box grownBy(double margin) const { return {minX - margin, minY - margin, maxX + margin, maxY + margin}; }
    friend bool operator==(const Box&, const Box&) = default;
};

} // namespace hereabouts::core
