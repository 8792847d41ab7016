// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/geometry.h"
#include "core/joined/area_set.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hereabouts::core {

/// Places points in the areas of one set. Holds pointers into the snapshot's geometry: the snapshot must outlive it.
class AreaFinder {
public:
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;

    AreaFinder(const PlaceSnapshot& place, const AreaSet& areas);

    /// For each point the index into AreaSet::rows of the area that holds it, the first of several; kNone for none.
    /// For a handful of points it asks areas one by one; for many, AreaLocator, which takes some milliseconds to start.
    [[nodiscard]] std::vector<std::uint32_t> locate(std::span<const Point> points) const;

    /// Every area that holds the point, in order: overlapping areas have several.
    [[nodiscard]] std::vector<std::uint32_t> allHolding(Point point) const;

    [[nodiscard]] std::size_t size() const { return m_areas.size(); }

private:
    [[nodiscard]] std::uint32_t firstHolding(Point point) const;

    std::vector<const MultiPolygon*> m_areas; ///< Null where a row has no area.
    std::vector<Box> m_boxes;
};

} // namespace hereabouts::core
