// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/joined/place_snapshot.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::core {

/// The areas that figures are given for: the rows of one edition of wards, boards or small areas, or all communities that have a boundary.
struct AreaSet {
    RegisterKind kind = RegisterKind::Boards;
    std::string name;              ///< "wards 2028", or "communities".
    std::vector<std::size_t> rows; ///< Rows of the register's table.
    bool overlapping = false;      ///< Communities: one person may count in several areas.
};

/// The set that a person names: an edition ("wards 2028"), a register for its newest edition ("wards"), or "communities".
/// Fails with UnknownId, listing the names there are.
[[nodiscard]] Result<AreaSet> areaSetNamed(const PlaceSnapshot& place, std::string_view name);

/// Every set there is, boards first (what a council looks at first), then wards, communities, small areas.
[[nodiscard]] std::vector<AreaSet> areaSetsOf(const PlaceSnapshot& place);

} // namespace hereabouts::core
