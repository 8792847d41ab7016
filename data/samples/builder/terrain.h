// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/samples/builder/mesh.h"

#include <string_view>
#include <vector>

namespace hereabouts::sample {

/// Kilometres inland: positive on land, negative at sea.
[[nodiscard]] double inland(Spot p);

/// Metres above the sea of the ground before water has found its way; only sensible on land.
[[nodiscard]] double groundHeight(Spot p);

/// Where the mesh has its cells: small in towns and along the coast, large in the hills and out at sea.
[[nodiscard]] std::vector<Spot> meshSites();

enum class Ground { Sea, Land, Lake };

/// The lie of the land on the mesh.
struct Terrain {
    std::vector<Ground> ground;   ///< By cell.
    std::vector<int> lake;        ///< By cell: number of its lake, or -1.
    std::vector<int> town;        ///< By cell: index into towns(), or -1.
    std::vector<double> height;   ///< By corner, metres.
    std::vector<int> downstream;  ///< By corner: the corner its water runs to, or -1 at the sea.
    std::vector<double> catchment;///< By corner: square kilometres that drain through it.
    std::vector<bool> river;      ///< By edge.
    int lakes = 0;

    [[nodiscard]] bool isWater(int cell) const { return ground[static_cast<std::size_t>(cell)] != Ground::Land; }
};

/// Water runs down: hollows fill until they spill (priority flood, Barnes, Lehman and Mulla 2014), the deep ones are lakes, and what gathers
/// more than a few square kilometres is a river.
[[nodiscard]] Terrain shapeTerrain(const Mesh& mesh);

} // namespace hereabouts::sample
