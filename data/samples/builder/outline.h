// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/samples/builder/mesh.h"

#include <functional>
#include <vector>

namespace hereabouts::sample {

/// How an edge of the mesh is drawn where it is drawn at all.
enum class Line {
    None,   ///< Not drawn: its corners may move with the rest.
    Border, ///< A line between areas across country.
    Street, ///< Straight; its corners stay.
    Road,   ///< Curved, smooth.
    River,  ///< Curved, with bends.
    Shore,  ///< Of sea or lake: curved and ragged.
};

/// A polygon of shared lines. Rings are not closed; the outer turns left, holes right.
struct Shape {
    Path outer;
    std::vector<Path> holes;
};
using Shapes = std::vector<Shape>;

/// The drawn line of every edge, made once, so that everything that shares an edge shares its points to the centimetre.
class Outline {
public:
    /// Smooths the mesh's corners along the lines in place, then bends each edge by its kind. Lines that would cross are drawn straight.
    Outline(Mesh& mesh, const std::vector<Line>& kinds);

    /// The union of the cells for which `belongs` holds.
    [[nodiscard]] Shapes merge(const std::function<bool(int cell)>& belongs) const;

    /// Points of the edge from that corner to the other.
    [[nodiscard]] Path along(int edge, int fromCorner) const;

private:
    [[nodiscard]] std::vector<std::vector<int>> traceRings(const std::function<bool(int)>& belongs) const;

    const Mesh& m_mesh;
    std::vector<Path> m_lines;
};

[[nodiscard]] double squareMetres(const Shapes& shapes);

/// Rounded to the centimetre.
[[nodiscard]] Spot onGrid(Spot p);

} // namespace hereabouts::sample
