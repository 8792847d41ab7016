// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace hereabouts::core {

/// "46,200".
[[nodiscard]] std::string writtenCount(std::int64_t count);
/// "$938,700", "-£12", from the bare figure; "1,200 CHF" for a currency without a sign here.
[[nodiscard]] std::string withCurrency(std::string_view figure, std::string_view currency);
/// "$938,700", with cents only where there are some: "$12.50".
[[nodiscard]] std::string writtenMoney(Money money, std::string_view currency);
/// "2026-06-30" for days since 1970-01-01; "–" for what no Date can say.
[[nodiscard]] std::string writtenDate(std::int64_t days);

} // namespace hereabouts::core
