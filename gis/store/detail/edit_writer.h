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

/// Writes edits as one change and keeps them so that they can be taken back. @pre in a transaction
Walked writeEdits(Database& database, const std::vector<Edit>& edits, const std::string& what, int srid, const GroundArea& groundArea);

/// Writes what two communities say of their overlap. @pre in a transaction
Walked writeAgreement(Database& database, const std::string& first, const std::string& second, core::OverlapAgreement agreement, const std::string& note);

} // namespace hereabouts::gis::detail
