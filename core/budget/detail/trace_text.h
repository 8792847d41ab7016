// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/election.h"

#include <cstdint>
#include <string>

namespace hereabouts::core::detail {

/// "1,234.50" for an amount of 2^-shift units, rounded to hundredths of currency, half up.
[[nodiscard]] std::string amountText(std::int64_t amount, int shift, std::int64_t unitsPerCurrency);
/// "90,494".
[[nodiscard]] std::string countText(std::int64_t count);
/// "[1598] Library": without control characters, a name of 80 bytes at most.
[[nodiscard]] std::string projectText(const Election& election, std::uint32_t project);
/// "1 voter", "3 voters".
[[nodiscard]] std::string howManyText(std::int64_t count, const char* one, const char* many);

} // namespace hereabouts::core::detail
