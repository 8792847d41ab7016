// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/intake/detail/dates.h"

#include "core/base/date.h"
#include "gis/intake/values.h"
#include "gis/text/fold.h"

#include <array>
#include <charconv>
#include <utility>
#include <vector>

namespace hereabouts::gis {

namespace {

// Two-digit years: 00…69 are 2000…2069, as POSIX strptime has it from 1969 on, a year later.
constexpr int kTwoDigitPivot = 70;
constexpr int kLeastYear = 1800;
constexpr int kMostYear = 2200;

std::optional<std::int64_t> daysOf(int year, int month, int day)
{
    if (year >= 0 && year < 100) year += year < kTwoDigitPivot ? 2000 : 1900;
    const auto date = core::Date::fromCalendar(year, month, day);
    if (!date || year < kLeastYear || year > kMostYear) return std::nullopt;
    return date->days();
}

std::optional<int> number(std::string_view text)
{
    int value = 0;
    const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (trouble != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return value;
}

std::vector<std::string_view> parted(std::string_view text, std::string_view marks)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = text.find_first_of(marks);
        if (end != 0) parts.push_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return parts;
}

int monthNamed(std::string_view name)
{
    constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    const std::string word = asciiLower(name);
    for (std::size_t i = 0; i < kMonths.size() && word.size() >= 3; ++i) {
        if (word.starts_with(kMonths[i])) return static_cast<int>(i) + 1;
    }
    return 0;
}

/// "1 Apr 2026", "Apr 1, 2026", "01-Apr-26".
std::optional<std::int64_t> wordDate(std::string_view text)
{
    const auto parts = parted(text, " ,-/.");
    if (parts.size() < 3) return std::nullopt;
    const int second = monthNamed(parts[1]);
    const int first = monthNamed(parts[0]);
    const auto day = number(parts[second != 0 ? 0 : 1]);
    const auto year = number(parts[2]);
    if ((second == 0 && first == 0) || !day || !year) return std::nullopt;
    return daysOf(*year, second != 0 ? second : first, *day);
}

/// A bare number: 20260401, or a spreadsheet's days since 1899-12-30.
std::optional<std::int64_t> bareDate(std::string_view text)
{
    constexpr int kSerialOf1970 = 25569;
    constexpr int kLeastSerial = 20000; // 1954
    constexpr int kMostSerial = 80000;  // 2119
    const std::string_view whole = text.substr(0, text.find('.'));
    const auto value = number(whole);
    if (!value) return std::nullopt;
    if (whole.size() == 8) return daysOf(*value / 10000, *value / 100 % 100, *value % 100);
    if (*value >= kLeastSerial && *value <= kMostSerial) return *value - kSerialOf1970;
    return std::nullopt;
}

} // namespace

std::optional<detail::NumericDate> detail::numericDate(std::string_view text)
{
    text = trimmed(text);
    text = text.substr(0, text.find_first_of(" T"));
    const auto parts = parted(text, "/-.");
    if (parts.size() != 3) return std::nullopt;
    const auto first = number(parts[0]);
    const auto second = number(parts[1]);
    const auto third = number(parts[2]);
    if (!first || !second || !third || parts[1].size() > 2) return std::nullopt;
    const bool yearFirst = parts[0].size() == 4;
    if (!yearFirst && (parts[0].size() > 2 || (parts[2].size() != 4 && parts[2].size() != 2))) return std::nullopt;
    return NumericDate{.first = *first, .second = *second, .third = *third, .yearFirst = yearFirst};
}

std::optional<std::int64_t> dateFromText(std::string_view text, bool dayFirst)
{
    text = trimmed(text);
    if (const auto parts = detail::numericDate(text)) {
        if (parts->yearFirst) return daysOf(parts->first, parts->second, parts->third);
        return dayFirst ? daysOf(parts->third, parts->second, parts->first) : daysOf(parts->third, parts->first, parts->second);
    }
    if (const auto days = bareDate(text)) return days;
    return wordDate(text);
}

} // namespace hereabouts::gis
