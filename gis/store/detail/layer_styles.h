// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/store/detail/sqlite.h"

namespace hereabouts::gis::detail {

/// Writes one default style a layer into `layer_styles`, the table in which QGIS looks when it opens a layer. Styles that people saved there are kept.
void writeLayerStyles(Database& database);

} // namespace hereabouts::gis::detail
