// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/joined/tally.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace hereabouts::app {

/// "20,000"; "-1,234".
[[nodiscard]] std::string formatCount(std::int64_t count);
/// "1,234.5": at most `decimals` digits after the point, none when they are zeros.
[[nodiscard]] std::string formatNumber(double number, int decimals);
/// "$1,235", "£28.2 m" from ten million, "€0.42" under ten; a currency without a sign of its own is written "1,235 CHF". `major` in dollars, pounds …
[[nodiscard]] std::string formatMoney(double major, std::string_view currency);
/// A value in a measure's unit: people and counts whole, money as formatMoney(), ground in km² (or ha under 1 km²).
[[nodiscard]] std::string formatValue(double value, core::Unit unit, std::string_view currency);
/// The same for each person: one or two decimals for small figures.
[[nodiscard]] std::string formatPerHead(double value, core::Unit unit, std::string_view currency);

} // namespace hereabouts::app
