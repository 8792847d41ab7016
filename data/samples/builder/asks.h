// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace hereabouts::sample {

/// What a place plan asks for.
struct Ask {
    std::string_view community;
    std::string_view theme;
    std::string_view statement;
    std::string_view outcome;
    std::string_view lead;
    int thousands; ///< Estimated cost, thousand dollars; 0 for none.
};

/// In the order of community and rank: 71, of 14 plans.
extern const std::vector<Ask> kAsks;

} // namespace hereabouts::sample
