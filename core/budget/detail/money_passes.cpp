// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/detail/money_passes.h"

#include <algorithm>
#include <cstddef>

// The loader picks the version for the processor at hand. Sanitizers cannot be up before it does.
#if defined(__x86_64__) && defined(__gnu_linux__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define HEREABOUTS_WIDE __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define HEREABOUTS_WIDE
#endif

namespace hereabouts::core::detail {

namespace {

HEREABOUTS_WIDE Split splitPlain(const std::int64_t* money, const std::uint32_t* supporters, std::size_t count, std::int64_t price)
{
    std::int64_t poorMoney = 0;
    std::int64_t rich = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::int64_t has = money[supporters[i]];
        poorMoney += has < price ? has : 0;
        rich += has < price ? 0 : 1;
    }
    return {.poorMoney = poorMoney, .richWeight = rich};
}

HEREABOUTS_WIDE Split splitWeighted(
    const std::int64_t* money, const std::uint32_t* supporters, const std::uint32_t* weights, std::size_t count, std::int64_t price)
{
    std::int64_t poorMoney = 0;
    std::int64_t rich = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::int64_t has = money[supporters[i]];
        const auto weight = static_cast<std::int64_t>(weights[i]);
        poorMoney += has < price * weight ? has : 0;
        rich += has < price * weight ? 0 : weight;
    }
    return {.poorMoney = poorMoney, .richWeight = rich};
}

HEREABOUTS_WIDE std::int64_t takePlain(std::int64_t* money, const std::uint32_t* supporters, std::size_t count, std::int64_t price)
{
    std::int64_t taken = 0;
// No voter stands twice among a project's supporters.
#pragma GCC ivdep
    for (std::size_t i = 0; i < count; ++i) {
        const std::int64_t has = money[supporters[i]];
        const std::int64_t pays = std::min(has, price);
        money[supporters[i]] = has - pays;
        taken += pays;
    }
    return taken;
}

HEREABOUTS_WIDE std::int64_t sumPlain(const std::int64_t* amounts, const std::uint32_t* voters, std::size_t count)
{
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += amounts[voters[i]];
    return sum;
}

} // namespace

Split splitAt(std::span<const std::int64_t> money, std::span<const std::uint32_t> supporters, std::span<const std::uint32_t> weights, std::int64_t price)
{
    if (weights.empty()) return splitPlain(money.data(), supporters.data(), supporters.size(), price);
    return splitWeighted(money.data(), supporters.data(), weights.data(), supporters.size(), price);
}

std::int64_t takeFrom(std::span<std::int64_t> money, std::span<const std::uint32_t> supporters, std::span<const std::uint32_t> weights, std::int64_t price)
{
    if (weights.empty()) return takePlain(money.data(), supporters.data(), supporters.size(), price);
    std::int64_t taken = 0;
    for (std::size_t i = 0; i < supporters.size(); ++i) {
        std::int64_t& has = money[supporters[i]];
        const std::int64_t pays = std::min(has, price * static_cast<std::int64_t>(weights[i]));
        has -= pays;
        taken += pays;
    }
    return taken;
}

std::int64_t sumOf(std::span<const std::int64_t> amounts, std::span<const std::uint32_t> voters)
{
    return sumPlain(amounts.data(), voters.data(), voters.size());
}

} // namespace hereabouts::core::detail
