// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>

namespace hereabouts::core {

/// An exact count of minor units (cents, pence) of the place's one currency. May be negative: a credit note.
class Money {
public:
    constexpr Money() = default; ///< Zero.
    [[nodiscard]] static constexpr Money fromMinor(std::int64_t minor) { return Money{minor}; }

    [[nodiscard]] constexpr std::int64_t minor() const { return m_minor; }
    [[nodiscard]] constexpr double major() const { return static_cast<double>(m_minor) / 100.0; }

    constexpr Money& operator+=(Money other) { m_minor += other.m_minor; return *this; }
    friend constexpr Money operator+(Money a, Money b) { return Money{a.m_minor + b.m_minor}; }
    friend constexpr Money operator-(Money a, Money b) { return Money{a.m_minor - b.m_minor}; }
    friend constexpr auto operator<=>(Money, Money) = default;

private:
    explicit constexpr Money(std::int64_t minor) : m_minor(minor) {}
    std::int64_t m_minor = 0;
};

} // namespace hereabouts::core
