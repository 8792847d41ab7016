// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/draw/network.h"
#include "core/geometry/geometry.h"

namespace hereabouts::core {

/// What counts as reached on foot.
struct WalkLimits {
    double metres = 800; ///< The walk, along the network and aside from it.
    double asideMetres = 50; ///< How far one leaves the network at its end: to a door, over a lawn.
    double fillSquareMetres = 10'000; ///< Pockets smaller than this are reached as well: the middle of a block of houses.
};

/// Ground within a walk round a spot: each point q of the network at d(q) metres reaches the disc round it with radius min(aside, metres - d(q)), and the
/// ground is their union. Its concave outline is drawn by marching squares over the distance to those discs, on a square grid of metres/100 (5 m at least), and
/// thinned to a quarter of that; it lies within about a third of a grid step of the true one. Empty where nothing is reached.
[[nodiscard]] MultiPolygon walkingReach(const Network& network, const NetworkSpot& from, const WalkLimits& limits = {});

} // namespace hereabouts::core
