// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/count.h"

#include <string>
#include <string_view>

namespace hereabouts::core {

/// A count told step by step, to be followed with a pencil: which project, its votes and cost, what its supporters pay at most and how many pay all they have
/// left, what money is left; and of each project that did not win, why: by how much it was short, what its supporters' money was spent on, how many votes
/// would have been enough. Amounts are rounded to hundredths for reading; the count itself rounds nothing. The same count gives the same bytes.
/// @param count What countRound() gave for this election and rule.
/// @param currency ISO 4217, for the heading; may be empty.
[[nodiscard]] std::string countTrace(const Election& election, const CountRule& rule, const Count& count, std::string_view currency);

} // namespace hereabouts::core
