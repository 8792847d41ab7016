// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/share.h"

#include <cmath>
#include <format>

namespace hereabouts::core {

std::string writtenShare(double part, double whole)
{
    constexpr double kNoise = 1e-9; // 0.29 is 28.999999999999996 percent
    const double percent = 100 * part / whole;
    if (whole == 0 || !std::isfinite(percent)) return "–";
    const double nearest = std::round(percent);
    if (std::abs(percent - nearest) <= kNoise && (percent == 0 || nearest != 0)) return std::format("{:.0f}%", nearest + 0.0); // + 0.0: no "-0%"
    if (std::abs(percent) < 0.1 - kNoise) return percent > 0 ? "<0.1%" : ">-0.1%";
    if (percent > 99.9 + kNoise && percent < 100) return ">99.9%";
    if (percent > 100 && percent < 100.1 - kNoise) return ">100%";
    return std::format("{:.1f}%", percent);
}

} // namespace hereabouts::core
