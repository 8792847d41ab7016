// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/area_pots.h"

#include "core/budget/division.h"

#include <algorithm>
#include <array>
#include <format>

namespace hereabouts::core {

namespace {

struct Term {
    const char* word;
    int PotWeights::* weight;
    std::int64_t PotArea::* share; ///< Null: one each.
    Money AreaPot::* part;
};

constexpr std::array<Term, 4> kTerms{Term{"equal shares", &PotWeights::equal, nullptr, &AreaPot::equal},
    Term{"people", &PotWeights::people, &PotArea::people, &AreaPot::people},
    Term{"deprived people", &PotWeights::deprived, &PotArea::deprivedPeople, &AreaPot::deprived},
    Term{"land", &PotWeights::land, &PotArea::squareMetres, &AreaPot::land}};

} // namespace

Result<std::vector<AreaPot>> areaPots(Money pot, const PotWeights& weights, std::span<const PotArea> areas)
{
    if (areas.empty()) return fail(ErrorCode::BadInput, "There are no areas to divide the pot among: import boards or wards first.");
    if (pot < Money{}) return fail(ErrorCode::BadInput, "The pot is negative: give the amount there is to spend.");
    std::vector<std::int64_t> parts;
    std::int64_t sum = 0;
    for (const Term& term : kTerms) {
        if (weights.*term.weight < 0) return fail(ErrorCode::BadInput, std::format("The weight of {} is negative: give it 0 or more.", term.word));
        parts.push_back(weights.*term.weight);
        sum += parts.back();
    }
    if (sum != 10'000) return fail(ErrorCode::BadInput, std::format("The weights add up to {}.{:02} % of the pot: make it 100 %.", sum / 100, sum % 100));

    const std::vector<Money> setAside = divide(pot, parts);
    std::vector<AreaPot> pots;
    for (const PotArea& area : areas) pots.push_back({.code = area.code, .equal = {}, .people = {}, .deprived = {}, .land = {}});
    for (std::size_t i = 0; i < kTerms.size(); ++i) {
        const Term& term = kTerms[i];
        if (weights.*term.weight == 0) continue;
        std::vector<std::int64_t> shares;
        for (const PotArea& area : areas) {
            shares.push_back(term.share ? area.*term.share : 1);
            if (shares.back() < 0) return fail(ErrorCode::BadInput, std::format("Area '{}' has a negative count of {}: correct it.", area.code, term.word));
        }
        if (std::ranges::all_of(shares, [](std::int64_t share) { return share == 0; })) {
            return fail(ErrorCode::BadInput, std::format("No area has any {}, so that part of the pot would go nowhere: set its weight to 0.", term.word));
        }
        const std::vector<Money> divided = divide(setAside[i], shares);
        for (std::size_t area = 0; area < pots.size(); ++area) pots[area].*term.part = divided[area];
    }
    return pots;
}

} // namespace hereabouts::core
