// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/joined/place_snapshot.h"

#include <optional>
#include <string_view>

namespace hereabouts::core {

/// The rule of that name in the register of the place's rules ("overlap_policy"), or nothing where it has none. Lives as long as the snapshot.
[[nodiscard]] std::optional<std::string_view> ruleOf(const PlaceSnapshot& place, std::string_view name);
/// A rule that is a number, zero or more; nothing where there is none or it is not one.
[[nodiscard]] std::optional<double> numberRuleOf(const PlaceSnapshot& place, std::string_view name);

} // namespace hereabouts::core
