// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace hereabouts::core {

/// Where natural classes begin, the first class left out: the grouping of ascending, different values (each with its count) into `classes` runs, or into as
/// many as there are values, with the least sum of squared distances to the runs' means. Among equally good groupings the one that cuts earliest.
/// @pre values ascend strictly; one count above 0 a value; classes >= 1
[[nodiscard]] std::vector<std::size_t> naturalBreaks(std::span<const double> values, std::span<const double> counts, std::size_t classes);

} // namespace hereabouts::core
