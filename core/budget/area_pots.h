// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace hereabouts::core {

/// What the pot formula asks of an area.
struct PotArea {
    std::string code;
    std::int64_t people = 0;
    std::int64_t deprivedPeople = 0; ///< People in small areas of deprivation 8 to 10.
    std::int64_t squareMetres = 0;
};

/// How much of the pot follows what, in hundredths of a per cent; together 10,000.
struct PotWeights {
    int equal = 0; ///< The same for each area.
    int people = 0;
    int deprived = 0;
    int land = 0;
};

/// An area's pot and the terms it is made of.
struct AreaPot {
    std::string code;
    Money equal;
    Money people;
    Money deprived;
    Money land;

    [[nodiscard]] Money total() const { return equal + people + deprived + land; }
};

/// Divides a pot among areas:
///
///     pot(a) = pot · ( equal / n  +  people · people_a / Σ people  +  deprived · deprived_a / Σ deprived  +  land · land_a / Σ land )
///
/// Each weight's part of the pot is set aside first and then divided by largest remainder, so every column and every row of the printed table adds up to
/// the minor unit; an area may differ from the formula by four units at most.
///
/// Fails with BadInput if there are no areas, the pot or a number is negative, the weights do not add up to 10,000, or a weight has nothing to follow (no
/// area has any deprived people, say).
[[nodiscard]] Result<std::vector<AreaPot>> areaPots(Money pot, const PotWeights& weights, std::span<const PotArea> areas);

} // namespace hereabouts::core
