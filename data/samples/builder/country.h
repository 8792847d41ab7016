// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/samples/builder/dice.h"
#include "data/samples/builder/outline.h"
#include "data/samples/builder/parting.h"
#include "data/samples/builder/roads.h"

#include <filesystem>
#include <memory>

namespace hereabouts::sample {

/// The district as it lies: mesh, ground, roads, areas and their drawn lines, all agreeing with each other.
struct Country {
    Figures figures;
    Mesh mesh;
    Terrain terrain;
    Roads roads;
    Areas areas;
    std::unique_ptr<Outline> outline; ///< Of `mesh`, which must not move.

    [[nodiscard]] Shapes board(std::size_t index) const;
    [[nodiscard]] Shapes smallArea(std::size_t index) const;
    [[nodiscard]] Shapes smallAreas(const std::function<bool(const SmallAreaFigures&)>& which) const;

    /// High ground of the district, kept as forest.
    [[nodiscard]] bool isForest(int cell) const;

    /// Cells of dry ground in that board; only those in its towns if there are enough.
    [[nodiscard]] std::vector<int> builtCells(std::size_t board) const;
    /// A spot inside the cell, not on its edge.
    [[nodiscard]] Spot spotIn(int cell, Dice& dice) const;
};

/// Makes it; a few seconds.
[[nodiscard]] std::unique_ptr<Country> makeCountry();

/// Boards, wards of both editions, small areas and communities, with the faults that are planted in them.
void writeAreas(const Country& country, const std::filesystem::path& folder);

} // namespace hereabouts::sample
