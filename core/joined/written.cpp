// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/joined/written.h"

#include "core/base/date.h"

#include <format>

namespace hereabouts::core {

std::string writtenCount(std::int64_t count)
{
    std::string digits = std::to_string(count);
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

std::string withCurrency(std::string_view figure, std::string_view currency)
{
    const bool dollars = currency == "NZD" || currency == "AUD" || currency == "USD" || currency == "CAD";
    const std::string_view sign = dollars ? "$" : currency == "GBP" ? "£" : currency == "EUR" ? "€" : "";
    if (sign.empty()) return std::format("{} {}", figure, currency);
    return figure.starts_with('-') ? std::format("-{}{}", sign, figure.substr(1)) : std::format("{}{}", sign, figure);
}

std::string writtenMoney(Money money, std::string_view currency)
{
    const std::int64_t whole = money.minor() / 100;
    const std::int64_t cents = money.minor() % 100;
    const std::string minus = money.minor() < 0 ? "-" : "";
    const std::string digits = minus + writtenCount(whole < 0 ? -whole : whole);
    return withCurrency(cents == 0 ? digits : std::format("{}.{:02}", digits, cents < 0 ? -cents : cents), currency);
}

std::string writtenDate(std::int64_t days)
{
    const auto date = Date::fromDays(days);
    return date ? date->iso() : "–";
}

} // namespace hereabouts::core
