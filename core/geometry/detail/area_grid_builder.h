// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/detail/area_grid.h"

#include <cstdint>
#include <vector>

namespace hereabouts::core {

/// Fills an AreaGrid. Works in units of the top cells, where rounding is a billionth of a leaf at most; that plane is then taken as the truth, and every
/// crossing of an edge with a line of the grid is computed once by one formula, so that what is said on both sides of a line agrees to the last bit.
class AreaGridBuilder {
public:
    AreaGridBuilder(const ClosedAreas& areas, AreaGrid& grid);
    void run();

private:
    /// From left to right (upwards if upright); crossing it upwards (leftwards) adds the jump to the label.
    struct Edge {
        double x1;
        double y1;
        double x2;
        double y2;
        AreaLabel jump;

        /// Where it crosses the level line. @pre its ends lie on different sides of it
        [[nodiscard]] double crossing(double line) const;
        [[nodiscard]] bool crosses(double line) const { return (y1 < line) != (y2 < line); }
        [[nodiscard]] bool rises() const { return y2 > y1; }
        /// True if, at x, it is below the level line. @pre x1 <= x < x2
        [[nodiscard]] bool isBelow(double line, double x) const;
        /// What the label gains as one walks right along a line past the crossing.
        [[nodiscard]] AreaLabel passing() const { return rises() ? AreaLabel{0} - jump : jump; }
    };
    /// An edge of the cell in one of its leaves; or the passing of a crossing below the leaf.
    struct Entry {
        std::uint32_t leaf;
        std::uint32_t edge;
        bool isPassing;
        double x; ///< Of the passing, in top cells.
    };

    void shapeGrid();
    void mapEdges();
    void sortEdgesIntoCells();
    void labelCorners();
    void fillCell(std::uint32_t column, std::uint32_t row);
    void gatherEdges(std::uint32_t cell);
    std::uint32_t enterEdges();
    void enterPassings();
    void labelLeaves(AreaLabel corner);
    void writeLeaves(AreaGrid::Cell& cell);
    std::uint32_t writeLeaf(std::uint32_t leaf, std::uint32_t begin, std::uint32_t end);
    void writeEdge(const Edge& edge, std::uint32_t leaf);
    [[nodiscard]] double lineOfRow(std::uint32_t row) const;
    [[nodiscard]] double lineOfColumn(std::uint32_t column) const;

    const ClosedAreas& m_areas;
    AreaGrid& m_grid;
    std::vector<Edge> m_edges;
    std::vector<std::uint32_t> m_firstInCell;
    std::vector<std::uint32_t> m_edgesInCell;
    std::vector<AreaLabel> m_corners; ///< Label of each top cell's lower left corner.

    // The cell at hand.
    double m_left = 0;
    double m_bottom = 0;
    std::uint32_t m_leaves = 1; ///< Along a side.
    std::vector<Edge> m_local;
    std::vector<Entry> m_entries;
    std::vector<Entry> m_sorted;
    std::vector<std::uint32_t> m_firstOfLeaf;
    std::vector<AreaLabel> m_leafLabels;
};

} // namespace hereabouts::core
