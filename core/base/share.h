// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace hereabouts::core {

/// A part of a whole in words, the one way that this program writes shares: "29.7%", one decimal.
/// A whole number of percent is written without one, and only where it is exact: "0%" means none, "100%" means all of it.
/// What would be rounded to them is "<0.1%" (of less than nothing ">-0.1%"), ">99.9%" and, a little over the whole, ">100%".
/// "–" where the whole is zero or either is not a number.
[[nodiscard]] std::string writtenShare(double part, double whole = 1);

} // namespace hereabouts::core
