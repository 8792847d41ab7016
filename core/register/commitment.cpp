// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/register/commitment.h"

#include <cmath>

namespace hereabouts::core {

std::optional<Commitment> commitmentOf(const RegisterTable& anchors, std::size_t row)
{
    Commitment found{.words = std::string(anchors.text("commitment").at(row)), .targetPercent = {}, .due = {}};
    if (const double target = anchors.reals("commitment_target_percent")[row]; !std::isnan(target)) found.targetPercent = target;
    if (const std::int64_t due = anchors.integers("commitment_due")[row]; due != kNoInteger) found.due = due;
    const std::int64_t made = anchors.integers("committed")[row];
    const bool recorded = !found.words.empty() || found.targetPercent || found.due;
    if (made == kNoInteger ? !recorded : made == 0) return std::nullopt;
    return found;
}

} // namespace hereabouts::core
