// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/community/overlap_schedule.h"

#include "core/joined/standing.h"
#include "core/joined/written.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <map>
#include <tuple>

namespace hereabouts::core {

namespace {

/// Rows of the register by code.
using RowsByCode = std::map<std::string_view, std::size_t>;

RowsByCode rowsByCode(const RegisterTable& communities)
{
    RowsByCode rows;
    for (std::size_t row = 0; row < communities.size(); ++row) rows.emplace(communities.text("code").at(row), row);
    return rows;
}

OverlapParty partyOf(const RegisterTable& communities, const RowsByCode& rows, const std::string& code)
{
    OverlapParty party{.code = code, .name = code};
    const auto found = rows.find(code);
    if (found == rows.end()) return party;
    party.name = communities.text("name").at(found->second);
    party.status = communities.text("status").at(found->second);
    party.stands = standsAs(party.status);
    party.hasLine = std::holds_alternative<MultiPolygon>(communities.geometry(found->second));
    return party;
}

std::optional<std::int64_t> householdsShared(const HeldPeople& held, const CommunityGround& first, const CommunityGround& second)
{
    std::int64_t sum = 0;
    for (const std::uint32_t i : first.smallAreas) { // Both in ascending order.
        if (!std::ranges::binary_search(second.smallAreas, i)) continue;
        if (held.dwellings[i] < 0) return std::nullopt;
        sum += held.dwellings[i];
    }
    return sum;
}

std::string groundInWords(double squareMetres)
{
    if (squareMetres < 1'000) return writtenCount(std::llround(squareMetres)) + " m²";
    if (squareMetres < 1'000'000) return std::format("{:.1f} ha", squareMetres / 10'000);
    return writtenCount(std::llround(squareMetres / 10'000)) + " ha";
}

} // namespace

std::string SharedGroundRow::sharedInWords() const
{
    const std::string who = std::format("{} and {}", first.name, second.name);
    if (parted()) return who + " share no ground any more";
    std::string text = who + " share " + (overlap.squareMetres > 0 ? groundInWords(overlap.squareMetres) : "ground of unknown size");
    if (people) text += *people == 1 ? " and 1 person" : *people == 0 ? ", where nobody is counted" : std::format(" and {} people", writtenCount(*people));
    return text;
}

std::string SharedGroundRow::stateInWords() const
{
    const bool dated = overlap.settledOn != kNoInteger;
    const std::string document = overlap.document.empty() ? "" : std::format(" ({})", overlap.document);
    switch (overlap.agreement) {
    case OverlapAgreement::Agreed: {
        const std::string on = dated ? " on " + writtenDate(overlap.settledOn) : "";
        return agreedInWriting() ? "agreed in writing" + on + document : "said to be agreed" + on + ", with no document that says so";
    }
    case OverlapAgreement::Disputed: return "disputed" + (dated ? " since " + writtenDate(overlap.settledOn) : "") + document;
    case OverlapAgreement::NotApplicable: return "not for agreement";
    case OverlapAgreement::NotAsked: break;
    }
    return "not asked about yet";
}

std::vector<SharedGroundRow> overlapSchedule(const PlaceSnapshot& place, const HeldPeople* held)
{
    const RegisterTable& communities = place.at(RegisterKind::Communities);
    const RowsByCode rows = rowsByCode(communities);
    std::vector<SharedGroundRow> schedule;
    for (const CommunityOverlap& overlap : place.overlaps) {
        SharedGroundRow pair{.first = partyOf(communities, rows, overlap.first), .second = partyOf(communities, rows, overlap.second), .overlap = overlap};
        if (held && pair.first.hasLine && pair.second.hasLine) {
            const CommunityGround& first = held->communities[rows.at(overlap.first)];
            const CommunityGround& second = held->communities[rows.at(overlap.second)];
            const SharedPeople shared = pair.parted() ? SharedPeople{} : sharedPeople(held->people, first, second);
            pair.people = shared.shared;
            pair.ofTheSmaller = shared.ofTheSmaller();
            pair.households = pair.parted() ? std::optional<std::int64_t>(0) : householdsShared(*held, first, second);
        }
        schedule.push_back(std::move(pair));
    }
    std::ranges::sort(schedule, {}, [](const SharedGroundRow& pair) { return std::tie(pair.overlap.first, pair.overlap.second); });
    return schedule;
}

} // namespace hereabouts::core
