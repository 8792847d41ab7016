// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/detail/closed_areas.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hereabouts::core {

/// Every place on the plane has a label: the sum, modulo 2^64, of the words of the areas that hold it. Crossing an edge upwards adds the edge's jump,
/// whatever the areas do, so the label of a point is that of its cell's corner plus the jumps between. A label that is one area's word names that area; zero
/// is nobody's ground; anything else is ground that several areas claim.
using AreaLabel = std::uint64_t;

/// The word of an area: a count of one on top, so that two areas never look like a third; then a hash, so that a ring turned inside itself does not either;
/// then the number of the area.
[[nodiscard]] constexpr AreaLabel wordOf(std::uint32_t area)
{
    const std::uint64_t number = std::uint64_t{area} + 1;
    const std::uint64_t hash = (number * 0x9E3779B97F4A7C15U) >> 40U;
    return (std::uint64_t{1} << 56U) | (hash << 32U) | number;
}

/// A two-level grid of labels and edges. Answers for every point that is not within a millionth of a leaf's width of an edge, and says so for the others.
///
/// Each top cell has one answer or a square of leaves, about four an edge. Each leaf has one answer or a list of edges clipped to it, in single precision
/// relative to the leaf: half the memory, and memory is what a query waits for. Rounding cannot disturb the answer, as all edges that meet in a vertex round
/// it alike and so remain closed rings; only points nearer to an edge than the rounding could be misjudged, and those are asked elsewhere.
class AreaGrid {
public:
    static constexpr std::uint32_t kNone = ClosedAreas::kNone;
    static constexpr std::uint32_t kAsk = 0xFFFFFFFE; ///< On or very near an edge, or claimed by several areas.

    [[nodiscard]] static AreaGrid build(const ClosedAreas& areas);

    [[nodiscard]] std::uint32_t locate(Point point) const;
    /// Many points; an answer may be kAsk. Works on blocks whose memory is called for ahead. @pre answers.size() == points.size()
    void locate(std::span<const Point> points, std::span<std::uint32_t> answers) const;

    [[nodiscard]] std::size_t memoryBytes() const;

    /// Lines of the grid lie this much (in top cells) before the cells' true borders, so that every point stands clear of them.
    static constexpr double kMargin = 1.0 / (1 << 18);

private:
    friend class AreaGridBuilder;

    /// A leaf's edge from left to right in units of the leaf; or the head of a leaf's list: x1 is the number of edges, jump the label of the corner.
    struct Strip {
        float x1;
        float y1;
        float x2;
        float y2;
        AreaLabel jump;
    };
    /// leaves == 0: the cell has one answer, `first`. Else leaves × leaves answers from m_leaves[first].
    struct Cell {
        std::uint32_t first = kNone;
        std::uint32_t leaves = 0;
    };
    /// Where a point is while its answer is on the way.
    struct Seek {
        double x; ///< In the top cell, 0…1; later in the leaf.
        double y;
        std::uint32_t at;
    };
    // An answer below this is the place of a leaf's list in m_strips; one above is the area, less the bit.
    static constexpr std::uint32_t kIsAnswer = 0x80000000;

    [[nodiscard]] std::uint32_t answerFor(AreaLabel label) const;
    [[nodiscard]] static std::uint32_t pack(std::uint32_t answer) { return answer | kIsAnswer; }
    [[nodiscard]] static std::uint32_t unpack(std::uint32_t packed) { return packed >= kAsk ? packed : packed & ~kIsAnswer; }
    [[nodiscard]] bool enterCell(Point point, Seek& seek) const;
    [[nodiscard]] bool enterLeaf(Seek& seek) const;
    [[nodiscard]] std::uint32_t readLeaf(const Seek& seek) const;
    [[nodiscard]] std::uint32_t answer(Seek seek) const;
    void locateBlock(std::span<const Point> points, std::span<std::uint32_t> answers) const;

    Box m_box;
    double m_scale = 0; ///< Top cells a unit of the coordinates; 0 for no grid at all.
    std::uint32_t m_columns = 0;
    std::uint32_t m_rows = 0;
    std::uint32_t m_areas = 0;
    std::vector<Cell> m_cells;
    std::vector<std::uint32_t> m_leaves;
    std::vector<Strip> m_strips;
};

} // namespace hereabouts::core
