// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/samples/builder/terrain.h"

#include <vector>

namespace hereabouts::sample {

enum class Way { None, Street, Rural, Arterial, Highway };

/// What runs along the mesh's edges.
struct Roads {
    std::vector<Way> way;   ///< By edge.
    std::vector<bool> rail; ///< By edge.
};

/// Towns are joined by least-cost ways that shun steep ground and water and follow each other; farms reach the nearest road; towns have streets.
[[nodiscard]] Roads layRoads(const Mesh& mesh, const Terrain& terrain);

} // namespace hereabouts::sample
