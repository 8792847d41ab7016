// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/geometry.h"

#include <cstdint>
#include <map>
#include <string>

namespace hereabouts::core {

/// One person's "my place": a valid area on a plane of metres.
struct Drawing {
    std::string person; ///< Who drew it; one vote each. Empty: somebody who drew nothing else.
    std::int64_t row = 0; ///< Where it came from: 1-based row of its source.
    MultiPolygon shape;
    std::map<std::string, std::string> groups; ///< What its drawer said of themselves: "tenure" → "renter".
};

} // namespace hereabouts::core
