// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "gis/store/detail/sqlite.h"

#include <vector>

namespace hereabouts::gis::detail {

/// SQLite's integrity_check and foreign_key_check, and each spatial index held against its shapes: one finding for each trouble.
[[nodiscard]] std::vector<core::Finding> findDatabaseFaults(Database& database);

} // namespace hereabouts::gis::detail
