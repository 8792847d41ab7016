// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <charconv>
#include <cmath>
#include <concepts>
#include <string_view>

namespace hereabouts::worker {

/// Room for the longest number that a cell can hold.
using NumberText = std::array<char, 32>;

/// The shortest text that reads back as the same double, in plain digits where a person would write them so (900000, never 9e+05); NaN and infinities keep
/// their words, for the caller to refuse.
inline std::string_view cellText(double number, NumberText& buffer)
{
    const double size = std::abs(number);
    const auto format = number == 0 || (size >= 1e-5 && size < 1e15) ? std::chars_format::fixed : std::chars_format::general;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, format).ptr;
    return {buffer.data(), static_cast<std::size_t>(end - buffer.data())};
}

template <std::signed_integral T> std::string_view cellText(T number, NumberText& buffer)
{
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    return {buffer.data(), static_cast<std::size_t>(end - buffer.data())};
}

} // namespace hereabouts::worker
