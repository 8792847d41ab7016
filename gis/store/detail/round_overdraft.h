// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/store/detail/sqlite.h"
#include "gis/store/place_file.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace hereabouts::gis::detail {

/// Grant rounds that award more than they have: code, and minor units beyond.
using Overdrafts = std::map<std::string, std::int64_t>;

/// True if one of the edits is of grants or their rounds.
[[nodiscard]] bool touchesRounds(const std::vector<Edit>& edits);
[[nodiscard]] Overdrafts overdrafts(Database& database);
/// Refuses a change, made and not yet committed, that takes more from a round than it has and gives no reason; one that leaves an overdraft no larger passes.
void refuseSilentOverdraft(Database& database, const Overdrafts& before, const std::string& why);

} // namespace hereabouts::gis::detail
