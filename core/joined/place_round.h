// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/budget/area_pots.h"
#include "core/budget/election.h"
#include "core/joined/place_snapshot.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::core {

/// A budgeting round out of a place: the proposals on the ballot, and the ballots.
struct PlaceRound {
    std::string name; ///< "Our Place 2026"; may be empty.
    Election election; ///< In minor units.
    std::vector<std::string> potOf; ///< One a project: code of the area whose pot pays for it.
    std::vector<std::string> notes; ///< What the ballots hold that is not counted, one sentence each.
};

/// Proposals whose stage is "on ballot" and all ballots. A place says in its settings what its round is called and spends: `round_name`, and `round_pot` in
/// units of currency.
///
/// Fails with NotFound if there are no ballots, no proposal is on the ballot, the round goes by another name, or nobody says what there is to spend; BadInput
/// if a proposal on the ballot has no cost.
/// @param pot What there is to spend, if not what the place says.
[[nodiscard]] Result<PlaceRound> roundOf(const PlaceSnapshot& place, std::string_view name, std::optional<Money> pot);

/// The pots of the newest boards by the place's formula, `round_pot_weights` ("equal 10, people 65, deprived 20, land 5" in per cent): people and deprived
/// people (decile 8 to 10) of the newest small areas, each counted where a point inside it stands; ground on the ellipsoid.
/// Fails with NotFound if the place has no boards or no formula; BadInput if the formula cannot be read; as areaPots() does.
[[nodiscard]] Result<std::vector<AreaPot>> roundPots(const PlaceSnapshot& place, Money pot);

/// Reads weights as settings write them. Fails with BadInput, naming the word.
[[nodiscard]] Result<PotWeights> readPotWeights(std::string_view text);

} // namespace hereabouts::core
