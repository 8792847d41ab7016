// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/store/detail/sqlite.h"
#include "gis/store/place_file.h"

#include <string>
#include <vector>

namespace hereabouts::gis::detail {

/// Adds strokes after those that the drawing has. @pre in a transaction
void keepStrokes(Database& database, const std::string& code, const std::string& what, const std::vector<std::string>& strokes);
[[nodiscard]] std::vector<UnfinishedDrawing> readUnfinished(Database& database);
void forgetDrawing(Database& database, const std::string& code); ///< @pre in a transaction

} // namespace hereabouts::gis::detail
