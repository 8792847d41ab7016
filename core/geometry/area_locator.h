// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/geometry.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace hereabouts::core {

/// Answers "which area holds this point", many times over.
class AreaLocator {
public:
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;

    AreaLocator();
    AreaLocator(AreaLocator&&) noexcept;
    AreaLocator& operator=(AreaLocator&&) noexcept;
    ~AreaLocator();

    /// Builds the index over areas that ought not to overlap (a coverage; small faults are fine). Empty areas hold nothing.
    [[nodiscard]] static AreaLocator build(std::span<const MultiPolygon> areas);

    /// Index of the area that holds the point, or kNone. A point on a border belongs to exactly one of its areas, always the same one.
    [[nodiscard]] std::uint32_t locate(Point point) const;
    /// The same for many points. @pre areas.size() == points.size()
    void locate(std::span<const Point> points, std::span<std::uint32_t> areas) const;

private:
    struct Index;
    std::unique_ptr<const Index> m_index;
};

} // namespace hereabouts::core
