// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <format>
#include <optional>
#include <string>
#include <string_view>

namespace hereabouts::gis::detail {

/// First and last day that "YYYY-MM-DD" can say: 0001-01-01 and 9999-12-31, as days since 1970-01-01.
inline constexpr std::int64_t kFirstDay = -719162;
inline constexpr std::int64_t kLastDay = 2932896;

/// "2025-03-31". @pre kFirstDay <= day <= kLastDay
[[nodiscard]] inline std::array<char, 10> isoDate(std::int64_t day)
{
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    const int year = static_cast<int>(date.year());
    const unsigned month = static_cast<unsigned>(date.month()), dayOfMonth = static_cast<unsigned>(date.day());
    const auto digit = [](auto number) { return static_cast<char>('0' + static_cast<int>(number) % 10); };
    return {digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), '-', digit(month / 10), digit(month), '-', digit(dayOfMonth / 10), digit(dayOfMonth)};
}

/// Days since 1970-01-01, or nothing if the text does not start with a date of the calendar as YYYY-MM-DD.
[[nodiscard]] inline std::optional<std::int64_t> dayOf(std::string_view iso)
{
    if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    int numbers[3] = {0, 0, 0};
    for (std::size_t i = 0; i < 10; ++i) {
        if (i == 4 || i == 7) continue;
        if (iso[i] < '0' || iso[i] > '9') return std::nullopt;
        int& number = numbers[i < 4 ? 0 : i < 7 ? 1 : 2];
        number = number * 10 + (iso[i] - '0');
    }
    const std::chrono::year_month_day date{std::chrono::year{numbers[0]}, std::chrono::month{static_cast<unsigned>(numbers[1])}, std::chrono::day{static_cast<unsigned>(numbers[2])}};
    if (!date.ok()) return std::nullopt;
    return std::chrono::sys_days{date}.time_since_epoch().count();
}

/// The present moment in UTC: "2025-03-31T02:15:09Z".
[[nodiscard]] inline std::string utcNow() { return std::format("{:%FT%TZ}", std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())); }

} // namespace hereabouts::gis::detail
