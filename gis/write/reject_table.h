// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/store/place_file.h"
#include "gis/write/text_table.h"

#include <vector>

namespace hereabouts::gis {

/// Rejected rows of one kind as they stood in their source, with what was wrong beside them. The added headings match no field, so that the mended file
/// can be brought in as it is.
[[nodiscard]] TextTable tableOfRejects(const std::vector<KeptReject>& rejects);

} // namespace hereabouts::gis
