// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/samples/builder/figures.h"
#include "data/samples/builder/terrain.h"

#include <vector>

namespace hereabouts::sample {

/// Who governs which cell.
struct Areas {
    std::vector<int> board;     ///< By cell: index into kBoards, or -1 at sea and outside the district.
    std::vector<int> smallArea; ///< By cell: index into Figures::smallAreas, or -1.
};

/// Parts cells into two connected pieces: a cell goes to the poles it is less far from, where crossing a river, a road or steep ground counts as
/// further, with a handicap such that the first piece weighs what it should.
class Parter {
public:
    /// @param barrier  By edge: how many times its own length further it is to cross it.
    Parter(const Mesh& mesh, const std::vector<double>& barrier);

    struct Pieces {
        std::vector<int> first;
        std::vector<int> second;
    };
    /// @param cells  Connected.  @param weight  By cell of the mesh.
    /// @param leastFirst  The first piece gets this many cells at least, and leaves the second `leastSecond`.
    [[nodiscard]] Pieces part(const std::vector<int>& cells, const std::vector<int>& firstPoles, const std::vector<int>& secondPoles, 
        const std::vector<double>& weight, double firstWeight, std::size_t leastFirst = 1, std::size_t leastSecond = 1) const;

    /// Parts by an outline drawn by hand, in kilometres, moved outwards or inwards until the first piece weighs what it should; strays change sides.
    [[nodiscard]] Pieces carve(const std::vector<int>& cells, const Path& shape, const std::vector<double>& weight, double firstWeight) const;

    /// For each spot, in kilometres, the cell of `cells` whose site is nearest to it.
    [[nodiscard]] std::vector<int> nearest(const std::vector<int>& cells, const Path& spots) const;

private:
    void dropStrays(std::vector<int>& piece, std::vector<int>& other) const;
    [[nodiscard]] std::vector<double> distances(const std::vector<int>& cells, const std::vector<int>& poles) const;

    const Mesh& m_mesh;
    std::vector<double> m_crossing;
};

/// Boards of the planned ground, small areas of the planned people, communities' stretches contiguous.
/// @param squareKilometres  By board: how much ground its cells are to have (the lines drawn later move this by a little).
[[nodiscard]] Areas partDistrict(const Mesh& mesh, const Terrain& terrain, const Figures& figures, const std::vector<double>& barrier,
    const std::array<double, kBoardCount>& squareKilometres);

} // namespace hereabouts::sample
