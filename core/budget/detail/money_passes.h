// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

/// Loops over a project's supporters, where nearly all time of a count is spent. Amounts are whole numbers, so the order of adding up makes no difference
/// and the compiler may make vectors of them for whatever processor it meets.
namespace hereabouts::core::detail {

/// Supporters parted by whether they have the price.
struct Split {
    std::int64_t poorMoney = 0; ///< All that those have who have less than the price.
    std::int64_t richWeight = 0; ///< Weights of those who have it.
};

/// @param weights One a supporter, or empty where all are 1. Price times weight must stay below 2^63.
[[nodiscard]] Split splitAt(
    std::span<const std::int64_t> money, std::span<const std::uint32_t> supporters, std::span<const std::uint32_t> weights, std::int64_t price);

/// Takes the price times their weight from each, or all they have if that is less; returns what was taken.
std::int64_t takeFrom(std::span<std::int64_t> money, std::span<const std::uint32_t> supporters, std::span<const std::uint32_t> weights, std::int64_t price);

[[nodiscard]] std::int64_t sumOf(std::span<const std::int64_t> amounts, std::span<const std::uint32_t> voters);

} // namespace hereabouts::core::detail
