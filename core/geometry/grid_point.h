// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/point.h"

#include <algorithm>
#include <cmath>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>

namespace hereabouts::core {

/// A position on the 1 cm grid that positions are kept on: whole centimetres east and north in the home CRS, each less than 2^30 (10,737 km) from zero.
/// On the grid, questions of side and crossing are answered in whole numbers, and so exactly.
struct GridPoint {
    std::int32_t x = 0;
    std::int32_t y = 0;

    friend bool operator==(GridPoint, GridPoint) = default;
    friend auto operator<=>(GridPoint, GridPoint) = default;
};

/// The nearest position of the grid; nothing where the point is not finite or lies beyond the grid.
[[nodiscard]] inline std::optional<GridPoint> toGrid(Point metres)
{
    constexpr double kEnd = 1073741823; // 2^30 - 1
    const double x = std::round(metres.x * 100);
    const double y = std::round(metres.y * 100);
    if (!(std::abs(x) <= kEnd && std::abs(y) <= kEnd)) return std::nullopt;
    return GridPoint{static_cast<std::int32_t>(x), static_cast<std::int32_t>(y)};
}

[[nodiscard]] constexpr Point toMetres(GridPoint p)
{
    return {p.x / 100.0, p.y / 100.0};
}

/// Twice the area of the triangle a, b, p in cm², above zero where p lies to the left as one walks from a to b. Exact.
[[nodiscard]] constexpr std::int64_t turn(GridPoint a, GridPoint b, GridPoint p)
{
    const auto dx = std::int64_t{b.x} - a.x;
    const auto dy = std::int64_t{b.y} - a.y;
    return dx * (std::int64_t{p.y} - a.y) - dy * (std::int64_t{p.x} - a.x);
}

/// An upright rectangle of the grid, its edges included; a default one is empty.
struct GridBox {
    std::int32_t minX = std::numeric_limits<std::int32_t>::max();
    std::int32_t minY = std::numeric_limits<std::int32_t>::max();
    std::int32_t maxX = std::numeric_limits<std::int32_t>::min();
    std::int32_t maxY = std::numeric_limits<std::int32_t>::min();

    [[nodiscard]] static GridBox of(GridPoint a, GridPoint b) { return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)}; }
    [[nodiscard]] bool empty() const { return minX > maxX; }
    [[nodiscard]] bool contains(GridPoint p) const { return p.x >= minX && p.x <= maxX && p.y >= minY && p.y <= maxY; }
    [[nodiscard]] bool intersects(const GridBox& o) const { return minX <= o.maxX && o.minX <= maxX && minY <= o.maxY && o.minY <= maxY; }
    void include(GridPoint p)
    {
        minX = std::min(minX, p.x);
        minY = std::min(minY, p.y);
        maxX = std::max(maxX, p.x);
        maxY = std::max(maxY, p.y);
    }
    friend bool operator==(const GridBox&, const GridBox&) = default;
};

} // namespace hereabouts::core

template <> struct std::hash<hereabouts::core::GridPoint> {
    std::size_t operator()(hereabouts::core::GridPoint p) const noexcept
    {
        std::uint64_t bits = (static_cast<std::uint64_t>(static_cast<std::uint32_t>(p.x)) << 32U) | static_cast<std::uint32_t>(p.y);
        bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EBULL;
        return static_cast<std::size_t>(bits ^ (bits >> 31U));
    }
};
