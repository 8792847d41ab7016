// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/geometry.h"

#include <vector>

namespace hereabouts::core {

/// One register's shapes drawn with fewer vertices, shared borders still shared. For display alone: nothing is measured on it.
struct DetailLevel {
    double toleranceMetres = 0;   ///< No drawn line is further than about this from the true one.
    std::vector<Geometry> shapes; ///< One a row; monostate where the shape is smaller than the tolerance.
};

/// From fine to coarse; empty where the full shapes are few enough to draw as they are.
using DetailLevels = std::vector<DetailLevel>;

} // namespace hereabouts::core
