// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/samples/builder/country.h"

namespace hereabouts::sample {

/// The small areas of the stretches as one piece of ground.
[[nodiscard]] Shapes groundOf(const Country& country, const std::vector<Stretch>& where);

/// The community's line as it was handed in: Mānuka Hills reaches 4 % of its ground over the district's border, and the line of Harakeke Villages crosses
/// itself by a slip of the pen. Empty for a community without a line.
[[nodiscard]] Shapes lineOf(const Country& country, const CommunityPlan& community);

} // namespace hereabouts::sample
