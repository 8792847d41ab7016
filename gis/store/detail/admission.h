// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/store/detail/sqlite.h"

#include <optional>
#include <string>
#include <string_view>

namespace hereabouts::gis::detail {

/// Lets a file in only if it is a place of this version or an older one, and nothing in it makes SQLite do what a place has no need of: a virtual table other
/// than an R-tree or SpatiaLite's own reads any file of this computer for whoever mailed us the place; a trigger or view may only call functions that
/// compute. Throws Unreadable, NewerVersion or Refused.
/// @pre SpatiaLite is not started: its modules must not be there while the file is still a stranger
void admit(Database& database);

/// The first thing in a CREATE statement that a place has no need of ("the virtual table module 'virtualtext'"), or nothing.
[[nodiscard]] std::optional<std::string> oddityIn(std::string_view createSql);

} // namespace hereabouts::gis::detail
