// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/joined/place_snapshot.h"
#include "gis/store/detail/sqlite.h"

#include <vector>

namespace hereabouts::gis::detail {

/// Binds what the columns agreement, area_m2, note, parties, document and settled_on hold, from `parameter` on. What is bound lives as long as `overlap`.
void bindOverlap(Statement& statement, int parameter, const core::CommunityOverlap& overlap);

[[nodiscard]] std::vector<core::CommunityOverlap> readOverlaps(Database& database);

} // namespace hereabouts::gis::detail
