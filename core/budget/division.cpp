// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/division.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <functional>
#include <numeric>

namespace hereabouts::core {

namespace {
// A share of 63 bits of an amount of 63 bits.
__extension__ using Wide = unsigned __int128;
}

std::vector<Money> divide(Money amount, std::span<const std::int64_t> shares)
{
    const std::int64_t whole = std::accumulate(shares.begin(), shares.end(), std::int64_t{0});
    assert(amount >= Money{} && whole > 0);
    std::vector<Money> parts;
    std::vector<std::uint64_t> remainders;
    Money left = amount;
    for (const std::int64_t share : shares) {
        assert(share >= 0);
        const Wide due = static_cast<Wide>(amount.minor()) * static_cast<Wide>(share);
        parts.push_back(Money::fromMinor(static_cast<std::int64_t>(due / static_cast<Wide>(whole))));
        remainders.push_back(static_cast<std::uint64_t>(due % static_cast<Wide>(whole)));
        left = left - parts.back();
    }
    std::vector<std::size_t> order(shares.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) { return remainders[i]; });
    for (std::size_t i = 0; left > Money{}; ++i) {
        parts[order[i]] += Money::fromMinor(1);
        left = left - Money::fromMinor(1);
    }
    return parts;
}

} // namespace hereabouts::core
