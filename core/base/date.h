// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hereabouts::core {

/// A day of the Gregorian calendar (before 1582 too) from 0001-01-01 to 9999-12-31: what "YYYY-MM-DD" can say (ISO 8601). Without time or zone.
/// Columns and rows hold its days(); between two dates lie `later - earlier` days.
class Date {
public:
    constexpr Date() = default; ///< 1970-01-01.
    /// Nothing if the calendar has no such day: 2025-02-29, month 13, year 0.
    [[nodiscard]] static std::optional<Date> fromCalendar(int year, int month, int day);
    /// Days since 1970-01-01; nothing if that is no date this class can say.
    [[nodiscard]] static std::optional<Date> fromDays(std::int64_t days);
    /// "2025-03-31", or such a date with a time after 'T' or a space, which is passed over. Nothing for any other text and for days that the calendar lacks.
    [[nodiscard]] static std::optional<Date> fromIso(std::string_view text);

    [[nodiscard]] constexpr std::int64_t days() const { return m_days; }
    [[nodiscard]] int year() const;
    [[nodiscard]] int month() const; ///< 1 to 12.
    [[nodiscard]] int day() const; ///< 1 to 31.
    /// "2025-03-31", ten digits and dashes without a terminator, for a writer of many.
    [[nodiscard]] std::array<char, 10> isoDigits() const;
    [[nodiscard]] std::string iso() const;

    friend constexpr std::int64_t operator-(Date later, Date earlier) { return later.m_days - earlier.m_days; }
    friend constexpr auto operator<=>(Date, Date) = default;

private:
    explicit constexpr Date(std::int64_t days) : m_days(days) { }
    std::int64_t m_days = 0;
};

} // namespace hereabouts::core
