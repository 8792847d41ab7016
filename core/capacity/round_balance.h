// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/joined/place_snapshot.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::core {

/// A grant round with what has been taken from it.
struct RoundBalance {
    std::string code;
    std::string title;
    std::string stream;
    std::string year; ///< "2025/26"; empty where the round has none.
    Money budget;
    Money awarded;
    Money asked; ///< By applications that wait for a decision: what is recommended, else what is requested.

    [[nodiscard]] Money left() const { return budget - awarded; }
    /// What would be left if every waiting application got what is recommended or asked.
    [[nodiscard]] Money leftIfAllGranted() const { return left() - asked; }
    /// "Projects 2025/26: $32,500, $20,256 awarded, $12,244 left; $21,988 is asked for: −$9,744, not enough."
    [[nodiscard]] std::string sentence(std::string_view currency) const;
};

/// Every round, in the register's order.
[[nodiscard]] std::vector<RoundBalance> roundBalances(const PlaceSnapshot& place);

/// Why an award is more than its round has left, in a sentence that names round, balance and award; nothing where it is not.
/// @param award  On top of what `balance` holds.
[[nodiscard]] std::optional<std::string> overdraws(const RoundBalance& balance, Money award, std::string_view currency);

} // namespace hereabouts::core
