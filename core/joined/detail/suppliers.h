// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/point.h"
#include "core/joined/place_snapshot.h"

#include <cstdint>
#include <vector>

namespace hereabouts::core {

enum class SupplierPlace {
    Point,     ///< Has a position, in the district or out of it.
    Elsewhere, ///< Has none, but its region says that it is outside the district.
    Unlocated, ///< Nobody knows.
};

/// Where every supplier is.
struct SupplierPlaces {
    std::vector<SupplierPlace> places; ///< One a row of the suppliers' register.
    std::vector<std::uint32_t> pointOf; ///< Index into `points`, for suppliers that have one.
    std::vector<Point> points;
};

inline constexpr std::uint32_t kNoSupplier = 0xFFFFFFFF;

[[nodiscard]] SupplierPlaces supplierPlaces(const PlaceSnapshot& place);

/// For every payment the row of its supplier: by code, else, where it has no code, by exactly the same name. kNoSupplier for none.
[[nodiscard]] std::vector<std::uint32_t> supplierOfPayments(const PlaceSnapshot& place);

} // namespace hereabouts::core
