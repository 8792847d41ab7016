// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/geometry.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hereabouts::bench {

/// Areas that tile a country of 600 km a side as wards do: six neighbours each, crooked shared borders on a 1 cm grid, small ones crowded in towns.
/// The same numbers give the same areas on every machine with the same arithmetic.
class CoverageMaker {
public:
    CoverageMaker(int columns, int rows, int segmentsABorder, std::uint64_t seed);

    /// columns × rows areas of about 6 × segments vertices, row by row.
    [[nodiscard]] std::vector<core::MultiPolygon> areas();
    /// Points where people are: as crowded as the areas. Never on a border.
    [[nodiscard]] std::vector<core::Point> points(std::size_t count);

private:
    struct Town {
        core::Point centre;
        double reach;
        double pull;
    };

    [[nodiscard]] double random(double from, double to);
    [[nodiscard]] core::Point cornerAt(int k, int row) const { return m_corners[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_across) + static_cast<std::size_t>(k)]; }
    [[nodiscard]] core::Line border(core::Point from, core::Point to, core::Point leftCentre, core::Point rightCentre);
    [[nodiscard]] core::Point onTheGround(core::Point board) const;

    int m_columns;
    int m_rows;
    int m_segments;
    int m_across; ///< Corners along a row's line.
    std::uint64_t m_state;
    std::vector<Town> m_towns;
    std::vector<core::Point> m_corners; ///< On the board, where an area is about one by one.
};

} // namespace hereabouts::bench
