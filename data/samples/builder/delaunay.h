// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/samples/builder/plane.h"

#include <array>
#include <vector>

namespace hereabouts::sample {

struct Triangle {
    std::array<int, 3> spots;      ///< Turning left.
    std::array<int, 3> neighbours; ///< neighbours[i] lies across from spots[i]; -1 outside.
    bool alive = true;
};

/// The Delaunay triangulation of the spots and of three far ones, numbered spots.size() to spots.size() + 2, that enclose them.
[[nodiscard]] std::vector<Triangle> triangulate(const std::vector<Spot>& spots);

} // namespace hereabouts::sample
