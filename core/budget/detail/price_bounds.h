// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/detail/exact_shares.h"

#include <cstdint>
#include <limits>

namespace hereabouts::core::detail {

inline constexpr std::int64_t kNoBound = std::numeric_limits<std::int64_t>::max();
inline constexpr int kWideBand = 20; ///< A millionth of the price.
inline constexpr int kNarrowBand = 40;
// A quotient of two integers turned into doubles has three roundings of 2^-53.
inline constexpr double kDown = 1 - 0x1p-50;
inline constexpr double kUp = 1 + 0x1p-50;

/// Between what a project's price for a weight of 1 must lie, by money held to a known error: multiples of 2^-shift units.
struct PriceBounds {
    std::int64_t low = 0; ///< Stays good as money falls.
    std::int64_t high = kNoBound; ///< kNoBound where none is known.
    std::int64_t price = 0; ///< Best guess.
    bool allCanPay = false; ///< Every supporter has the price, so it is cost / total weight exactly.

    /// Brings the bounds up to date with the money; false if the supporters cannot pay the cost, for certain. See EqualShares for why this bounds it.
    /// @param cost Units. @param bandShift The bound above is looked for 2^-bandShift of the price higher, as far as the error allows.
    [[nodiscard]] bool update(const HeldMoney& money, const Supports& supports, std::uint32_t project, std::int64_t cost, int bandShift);
};

} // namespace hereabouts::core::detail
