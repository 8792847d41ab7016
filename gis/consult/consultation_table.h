// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/consult/consultation.h"
#include "gis/write/text_table.h"

#include <cstdint>

namespace hereabouts::gis {

/// Whom to write to, a row a community with its public contact, for a mail merge: works, listed_on, code, name, status, by_right, lies, metres, share_of_works,
/// public_contact, rights. writeCsv() makes harmless what a spreadsheet would run.
/// @param listedOn  Days since 1970-01-01.
[[nodiscard]] TextTable consultationTable(const Consultation& consultation, std::int64_t listedOn);

} // namespace hereabouts::gis
