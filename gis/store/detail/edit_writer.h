// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/store/detail/change_log.h"
#include "gis/store/detail/register_reader.h"
#include "gis/store/detail/sqlite.h"
#include "gis/store/place_file.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hereabouts::gis::detail {

struct Reason {
    const std::string& what;
    const std::string& why;
};

/// Writes edits as one change and keeps them so that they can be taken back. @pre in a transaction
Walked writeEdits(Database& database, const std::vector<Edit>& edits, const Reason& reason, int srid, const GroundArea& groundArea);

} // namespace hereabouts::gis::detail
