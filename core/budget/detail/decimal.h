// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hereabouts::core::detail {

/// A decimal number as written: digits · 10^-decimals. "12.50" is 125 with one decimal.
struct Decimal {
    std::int64_t digits = 0;
    int decimals = 0;

    /// digits · 10^(wanted - decimals), or nothing beyond 10^17. @pre wanted >= decimals
    [[nodiscard]] std::optional<std::int64_t> scaled(int wanted) const
    {
        constexpr std::int64_t kMost = 100'000'000'000'000'000;
        std::int64_t value = digits;
        for (int i = decimals; i < wanted; ++i) {
            if (value > kMost / 10 || value < -kMost / 10) return std::nullopt;
            value *= 10;
        }
        return value;
    }
};

/// Reads digits with at most one decimal sign ('.' or ','), a sign, and no more than 15 digits that matter; zeros at the end of the fraction do not.
[[nodiscard]] inline std::optional<Decimal> readDecimal(std::string_view text)
{
    const bool isNegative = text.starts_with('-');
    if (isNegative || text.starts_with('+')) text.remove_prefix(1);
    if (const auto point = text.find_first_of(".,"); point != std::string_view::npos) {
        while (text.ends_with('0')) text.remove_suffix(1);
        if (text.size() == point + 1) text.remove_suffix(1);
    }
    Decimal number;
    bool hasPoint = false;
    int digits = 0;
    for (const char c : text) {
        if ((c == '.' || c == ',') && !hasPoint) {
            hasPoint = true;
            continue;
        }
        if (c < '0' || c > '9') return std::nullopt;
        if (number.digits > 0 && ++digits > 15) return std::nullopt;
        number.digits = number.digits * 10 + (c - '0');
        number.decimals += hasPoint ? 1 : 0;
    }
    if (text.empty() || (hasPoint && text.size() == 1) || number.decimals > 9) return std::nullopt;
    if (isNegative) number.digits = -number.digits;
    return number;
}

} // namespace hereabouts::core::detail
