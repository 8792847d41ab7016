// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace hereabouts::core {

/// A whole number of 0 or more without an upper end: what fractions are made of where nothing may be rounded.
class Natural {
public:
    Natural() = default; ///< 0
    explicit Natural(std::uint64_t value)
    {
        if (value != 0) m_limbs.push_back(value);
    }

    Natural& operator+=(const Natural& other);
    Natural& operator-=(const Natural& other); ///< @pre other <= *this
    Natural& operator*=(std::uint64_t factor);
    /// Adds other · factor, in one go.
    Natural& addProduct(const Natural& other, std::uint64_t factor);
    /// Divides, rounded down, and returns the remainder. @pre divisor > 0
    std::uint64_t divideBy(std::uint64_t divisor);
    [[nodiscard]] std::uint64_t remainderOf(std::uint64_t divisor) const; ///< @pre divisor > 0

    [[nodiscard]] bool isZero() const { return m_limbs.empty(); }
    friend bool operator==(const Natural&, const Natural&) = default;
    friend std::strong_ordering operator<=>(const Natural& a, const Natural& b);

    /// a / b, a few units in the last place off at most. @pre b > 0
    friend double ratio(const Natural& a, const Natural& b);

private:
    void trim();
    [[nodiscard]] double leading(long& exponent) const; ///< Value as leading · 2^exponent.

    std::vector<std::uint64_t> m_limbs; ///< The least first; the last is never 0.
};

[[nodiscard]] double ratio(const Natural& a, const Natural& b);
[[nodiscard]] inline Natural operator*(Natural number, std::uint64_t factor) { return number *= factor; }

} // namespace hereabouts::core
