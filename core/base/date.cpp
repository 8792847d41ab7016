// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date.h"

#include <chrono>

namespace hereabouts::core {

namespace {

constexpr int kLastYear = 9999;
constexpr std::int64_t kFirstDay = -719162; // 0001-01-01
constexpr std::int64_t kLastDay = 2932896; // 9999-12-31

std::chrono::year_month_day calendarOf(std::int64_t days) { return std::chrono::sys_days{std::chrono::days{days}}; }

} // namespace

std::optional<Date> Date::fromCalendar(int year, int month, int day)
{
    if (year < 1 || year > kLastYear || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const std::chrono::year_month_day date{
        std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)}, std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) return std::nullopt;
    return Date(std::chrono::sys_days{date}.time_since_epoch().count());
}

std::optional<Date> Date::fromDays(std::int64_t days)
{
    if (days < kFirstDay || days > kLastDay) return std::nullopt;
    return Date(days);
}

std::optional<Date> Date::fromIso(std::string_view text)
{
    if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    if (text.size() > 10 && text[10] != 'T' && text[10] != ' ') return std::nullopt;
    std::array<int, 3> numbers{};
    for (std::size_t i = 0; i < 10; ++i) {
        if (i == 4 || i == 7) continue;
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        int& number = numbers[i < 4 ? 0 : i < 7 ? 1 : 2];
        number = number * 10 + (text[i] - '0');
    }
    return fromCalendar(numbers[0], numbers[1], numbers[2]);
}

int Date::year() const { return static_cast<int>(calendarOf(m_days).year()); }
int Date::month() const { return static_cast<int>(static_cast<unsigned>(calendarOf(m_days).month())); }
int Date::day() const { return static_cast<int>(static_cast<unsigned>(calendarOf(m_days).day())); }

std::array<char, 10> Date::isoDigits() const
{
    const std::chrono::year_month_day date = calendarOf(m_days);
    const int year = static_cast<int>(date.year());
    const int month = static_cast<int>(static_cast<unsigned>(date.month()));
    const int day = static_cast<int>(static_cast<unsigned>(date.day()));
    const auto digit = [](int number) { return static_cast<char>('0' + number % 10); };
    return {digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), '-', digit(month / 10), digit(month), '-', digit(day / 10), digit(day)};
}

std::string Date::iso() const
{
    const auto digits = isoDigits();
    return {digits.data(), digits.size()};
}

} // namespace hereabouts::core
