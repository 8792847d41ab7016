// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/samples/builder/plane.h"

#include <vector>

namespace hereabouts::sample {

/// A corner where three or more cells meet.
struct Corner {
    Spot at;
    std::vector<int> edges;
};

/// A side shared by two cells, between two corners.
struct Edge {
    int from = -1;
    int to = -1;
    int left = -1;
    int right = -1;

    [[nodiscard]] int otherCorner(int corner) const { return corner == from ? to : from; }
    [[nodiscard]] int otherCell(int cell) const { return cell == left ? right : left; }
};

struct Cell {
    Spot site;
    std::vector<int> corners; ///< Turning left.
    std::vector<int> edges;   ///< edges[i] runs from corners[i] to corners[i + 1].
    double squareMetres = 0;
};

/// The one planar mesh that everything on the land is a merging of: areas are sets of cells, rivers, roads and borders are paths of edges.
/// Whatever shares an edge shares its line exactly.
struct Mesh {
    std::vector<Cell> cells;
    std::vector<Corner> corners;
    std::vector<Edge> edges;

    [[nodiscard]] int edgeBetween(int cornerA, int cornerB) const;
};

/// The Voronoi cells of the sites, with corners nearer together than `mergeBelow` metres made one. Cells that reach the hull are left out, so the
/// outermost sites ought to be far out at sea. Delaunay triangulation by Bowyer (1981) and Watson (1981).
/// @param sites  No two at the same spot.
[[nodiscard]] Mesh voronoiMesh(const std::vector<Spot>& sites, double mergeBelow);

} // namespace hereabouts::sample
