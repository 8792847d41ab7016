// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/point.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace hereabouts::core {

/// Thins a pointer's track to few vertices while it is drawn: no position that was given is further from the thinned line than the tolerance (and 7 mm for the
/// 1 cm grid that vertices are rounded to). The longest pieces that keep to it are taken, one after the other.
class Freehand {
public:
    /// @param toleranceMetres  What a pixel and a half is at the present zoom, say. @pre above zero
    explicit Freehand(double toleranceMetres);

    /// Where the pointer is now. Positions off the grid are passed over. Gives the vertex that has become certain, if one has: append it.
    std::optional<Point> add(Point metres);
    /// The pointer has left: the last vertex; nothing where it is the one before it.
    std::optional<Point> finish();
    /// Where the line goes beyond the vertices that are certain: for showing.
    [[nodiscard]] std::optional<Point> tail() const;

private:
    [[nodiscard]] bool fits(Point end) const;

    double m_tolerance;
    std::optional<Point> m_from; ///< The last vertex.
    std::vector<Point> m_passed; ///< Positions since then, the last one being the tail.
};

/// A whole track at once.
[[nodiscard]] std::vector<Point> thinned(const std::vector<Point>& track, double toleranceMetres);

} // namespace hereabouts::core
