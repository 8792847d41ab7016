// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/geometry.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace hereabouts::core {

/// Answers "which area holds this point", many times over and exactly: the first area, in the order given, that core::covers() the point. So a point on a
/// border belongs to the first of the areas it borders, whichever way one asks, and one on the district's edge belongs to the district.
///
/// Areas ought not to overlap, and those that mostly do not are fast: a two-level grid names the area of nearly every point in some tens of nanoseconds,
/// and knows when it cannot: on an edge to within a hundred-thousandth of a grid cell, or where areas overlap. Those points are asked of each area near them,
/// in exact arithmetic, at some 10 ns a vertex. Gaps, holes, islands, areas in several parts, borders whose vertices do not match and empty areas are all fine.
class AreaLocator {
public:
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;

    AreaLocator(); ///< Of no areas.
    AreaLocator(AreaLocator&&) noexcept;
    AreaLocator& operator=(AreaLocator&&) noexcept;
    ~AreaLocator();

    /// Keeps what it needs of the areas: they may go. Takes some 0.3 s a million vertices. An area with a coordinate that is not finite holds nothing.
    [[nodiscard]] static AreaLocator build(std::span<const MultiPolygon> areas);
    /// The same, null standing for an area that holds nothing.
    [[nodiscard]] static AreaLocator build(std::span<const MultiPolygon* const> areas);

    /// Index of the first area that holds the point, or kNone.
    [[nodiscard]] std::uint32_t locate(Point point) const;
    /// The same for many points, twice as fast; faster still if points that lie close come close. @pre areas.size() == points.size()
    void locate(std::span<const Point> points, std::span<std::uint32_t> areas) const;

    /// The same for points that all come at once: leaves out the grid where the points are too few to be worth its making.
    static void locateOnce(std::span<const MultiPolygon* const> given, std::span<const Point> points, std::span<std::uint32_t> areas);

    [[nodiscard]] std::size_t memoryBytes() const;

private:
    struct Index;
    std::unique_ptr<const Index> m_index;
};

} // namespace hereabouts::core
