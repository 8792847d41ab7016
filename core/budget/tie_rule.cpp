// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/tie_rule.h"

#include "core/budget/detail/sha256.h"

#include <algorithm>
#include <array>
#include <format>
#include <numeric>
#include <tuple>

namespace hereabouts::core {

Result<TieRule> tieRuleNamed(std::string_view text)
{
    constexpr std::string_view kLot = "lot:";
    if (text == "lexicographic") return TieRule{.kind = TieRule::Kind::Lexicographic, .seed = {}};
    if (text == "votes") return TieRule{.kind = TieRule::Kind::Votes, .seed = {}};
    if (text.starts_with(kLot) && text.size() > kLot.size()) return TieRule{.kind = TieRule::Kind::Lot, .seed = std::string(text.substr(kLot.size()))};
    return fail(ErrorCode::BadInput, std::format("\"{}\" is no rule for ties: say lexicographic, votes or lot:SEED.", text));
}

std::string nameOf(const TieRule& rule)
{
    switch (rule.kind) {
    case TieRule::Kind::Lexicographic: return "lexicographic";
    case TieRule::Kind::Votes: return "votes";
    case TieRule::Kind::Lot: return "lot:" + rule.seed;
    }
    return {};
}

std::vector<std::uint32_t> tieRanks(const Election& election, const TieRule& rule)
{
    std::vector<std::uint32_t> order(election.projects());
    std::iota(order.begin(), order.end(), 0U);
    if (rule.kind == TieRule::Kind::Lexicographic) {
        std::ranges::sort(order, {}, [&](std::uint32_t p) -> const std::string& { return election.ids[p]; });
    } else if (rule.kind == TieRule::Kind::Votes) {
        std::vector<std::int64_t> votes(election.projects(), 0);
        for (const std::uint32_t project : election.marks) ++votes[project];
        std::ranges::sort(order, {}, [&](std::uint32_t p) { return std::tuple(-votes[p], election.costs[p], std::string_view(election.ids[p])); });
    } else {
        std::vector<std::array<std::uint32_t, 8>> lots;
        for (const std::string& id : election.ids) lots.push_back(detail::sha256(rule.seed + ":" + id));
        std::ranges::sort(order, {}, [&](std::uint32_t p) { return std::tuple(lots[p], std::string_view(election.ids[p])); });
    }
    std::vector<std::uint32_t> ranks(order.size());
    for (std::uint32_t rank = 0; rank < order.size(); ++rank) ranks[order[rank]] = rank;
    return ranks;
}

} // namespace hereabouts::core
