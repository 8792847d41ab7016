// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/joined/place_snapshot.h"

#include <cstddef>
#include <string>
#include <vector>

namespace hereabouts::core {

enum class DifferenceKind { OnlyInFirst, OnlyInSecond, Changed };

/// One thing in which two places differ.
struct Difference {
    std::string where; ///< Register ("small-areas"), "district" or "overlaps".
    std::string key; ///< The row's key: "wards 2025 / W1"; for rows without a key all their fields.
    DifferenceKind kind = DifferenceKind::Changed;
    std::string field; ///< Changed alone: the field, or "geometry".
    std::string first; ///< Changed alone: the value as text; a shape as its count of vertices and size.
    std::string second;
};

struct Comparison {
    std::vector<Difference> differences; ///< In order of register, then key; at most `most` of them.
    std::size_t count = 0; ///< All of them.

    [[nodiscard]] bool identical() const { return count == 0; }
};

/// What two places hold, register by register and row by row: fields, and shapes coordinate by coordinate, whatever ring or part comes first.
/// Row ids and history say nothing about what is in it and are left out.
[[nodiscard]] Comparison compare(const PlaceSnapshot& first, const PlaceSnapshot& second, std::size_t most = 1000);

} // namespace hereabouts::core
