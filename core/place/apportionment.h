// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hereabouts::core {

/// No area; no small area.
inline constexpr std::uint32_t kNowhere = 0xFFFFFFFF;

/// Part of a small area's ground that lies in an area.
struct GroundPart {
    std::uint32_t smallArea = 0; ///< Index of the small area.
    std::uint32_t area = 0;      ///< Index of the area.
    double share = 0;            ///< Of the small area's ground, 0…1.
};

/// People of some areas, estimated from small areas: P(a) = Σ people_u · w(u, a).
struct Apportioned {
    std::vector<double> people; ///< One an area. Adds up to total - outside where areas neither overlap nor leave gaps inside a small area.
    double outside = 0;         ///< In no area. Never negative; where areas overlap, ground held twice does not make up for ground held by none.
    double total = 0;           ///< Everyone counted.
};

/// "Centroid": each small area's people go whole to the area that holds its representative point, so w is 0 or 1 and every figure is a whole number.
/// Right where small areas nest in areas; rough where an area is of the size of a small area.
///
/// @param people  One count a small area; negative where it is unknown (a withheld cell), which counts nowhere.
/// @param holder  Index of the area that holds each small area's point, or kNowhere. @pre of the same length
[[nodiscard]] Apportioned apportionByPoint(std::span<const std::int64_t> people, std::span<const std::uint32_t> holder, std::size_t areas);

/// "Area": w is the share of the small area's ground that lies in the area. Exact only where people live evenly across each small area; half a small area
/// under water is the classic way to be wrong.
///
/// @param parts  Every part with a share above zero, measured as ground area, in any order. Shares of one small area may add up to more than 1 where areas overlap.
/// Source: Goodchild and Lam (1980), "Areal interpolation: a variant of the traditional spatial problem", Geo-Processing 1, 297-312.
[[nodiscard]] Apportioned apportionByGround(std::span<const std::int64_t> people, std::span<const GroundPart> parts, std::size_t areas);

/// What several methods say of one area: shown beside the chosen figure, since for a small shape the method is most of the answer.
struct PeopleRange {
    double least = 0;
    double most = 0;

    friend bool operator==(const PeopleRange&, const PeopleRange&) = default;
};

/// The least and the most that any of the methods gives each area. @pre methods is not empty and all are of the same areas
[[nodiscard]] std::vector<PeopleRange> rangeOf(std::span<const Apportioned> methods);

} // namespace hereabouts::core
