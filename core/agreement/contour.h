// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/count_grid.h"

namespace hereabouts::core {

/// The ground of all cells with at least so many drawings, along the cells' sides: valid, outer rings counter-clockwise, with holes and parts. Cells that touch
/// at a corner alone are parts of their own. A line of more drawings lies within any line of fewer. @pre atLeast > 0
[[nodiscard]] MultiPolygon contourOf(const CountGrid& grid, std::int32_t atLeast);

} // namespace hereabouts::core
