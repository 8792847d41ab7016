// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/count.h"

#include <cstdint>
#include <vector>

namespace hereabouts::test {

/// Equal shares and Phragmén as they are written down: every amount a fraction, every project looked at in every round. Slow, plain and right; what the count
/// must equal, and what the benchmark measures it against.
/// @pre rule.rule is EqualShares or Phragmen
[[nodiscard]] std::vector<std::uint32_t> countPlainly(const core::Election& election, const core::CountRule& rule);

} // namespace hereabouts::test
