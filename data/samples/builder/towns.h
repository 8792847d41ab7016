// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/samples/builder/plane.h"

#include <string_view>
#include <vector>

namespace hereabouts::sample {

/// A built-up place with a street grid of its own.
struct Town {
    std::string_view name;
    std::string_view board;  ///< Code of the board it is the chief place of; more than one town may name the same.
    Spot centre;
    double radius;           ///< Of the built-up ground, metres.
    Spot along;              ///< Direction of its long streets; any length.
    double blockLength;      ///< Metres between cross streets.
    double blockDepth;       ///< Metres between long streets.
    double looseness;        ///< How far block middles stray, as a part of the block: 0.02 a surveyor's grid, 0.3 winding streets.
    int importance;          ///< 1 greatest.
};

[[nodiscard]] const std::vector<Town>& towns();

/// The town whose ground holds the spot, or -1. Ragged at the edges.
[[nodiscard]] int townAt(Spot p);

/// Distance to the nearest edge of a town's ground, metres; 0 inside.
[[nodiscard]] double fromTowns(Spot p);

} // namespace hereabouts::sample
