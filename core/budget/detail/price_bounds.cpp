// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/detail/price_bounds.h"

#include "core/budget/detail/money_passes.h"

#include <algorithm>

namespace hereabouts::core::detail {

bool PriceBounds::update(const HeldMoney& money, const Supports& supports, std::uint32_t project, std::int64_t cost, int bandShift)
{
    const auto supporters = supports.of(project);
    const auto weights = supports.weightsOf(project);
    const std::int64_t due = cost << money.shift;
    const std::int64_t slack = money.error + 2;
    high = kNoBound;
    allCanPay = false;
    for (std::int64_t from = low;;) {
        from = std::min(from, money.most);
        const std::int64_t upper = from + (from >> bandShift) + slack;
        const Split split = splitAt(money.amounts, supporters, weights, upper);
        if (split.richWeight == 0) return split.poorMoney + money.error >= due;
        const std::int64_t found = (due - split.poorMoney) / split.richWeight;
        low = std::max(low, (due - split.poorMoney - money.error) / split.richWeight);
        price = std::max<std::int64_t>(found, 0);
        if (found + slack <= upper) {
            high = upper;
            allCanPay = split.richWeight == supports.totals[project];
            return true;
        }
        from = found;
    }
}

} // namespace hereabouts::core::detail
