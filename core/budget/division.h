// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hereabouts::core {

/// Divides an amount in proportion to the shares so that the parts add up to it exactly: each part is rounded down to the minor unit, and the units left
/// over go one each to the largest remainders, the earlier of equal ones first (Hamilton's method). Exact; nobody is more than one unit from their due.
///
/// @pre amount >= 0; no share is negative; some share is positive; the shares add up to less than 2^63
[[nodiscard]] std::vector<Money> divide(Money amount, std::span<const std::int64_t> shares);

} // namespace hereabouts::core
