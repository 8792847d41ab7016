// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/detail/overlap_rows.h"

#include "core/base/date.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace hereabouts::gis::detail {

namespace {

using core::OverlapAgreement;

constexpr std::array<std::pair<OverlapAgreement, std::string_view>, 4> kAgreements{{{OverlapAgreement::NotAsked, "not asked"},
    {OverlapAgreement::Agreed, "agreed"}, {OverlapAgreement::Disputed, "disputed"}, {OverlapAgreement::NotApplicable, "not applicable"}}};

std::string_view wordOf(OverlapAgreement agreement)
{
    return std::ranges::find(kAgreements, agreement, &std::pair<OverlapAgreement, std::string_view>::first)->second;
}

} // namespace

void bindOverlap(Statement& statement, int parameter, const core::CommunityOverlap& overlap)
{
    statement.bind(parameter, wordOf(overlap.agreement));
    statement.bind(parameter + 1, overlap.squareMetres);
    statement.bind(parameter + 2, overlap.note);
    statement.bind(parameter + 3, overlap.parties);
    statement.bind(parameter + 4, overlap.document);
    const auto settled = core::Date::fromDays(overlap.settledOn);
    if (!settled) return statement.bindNone(parameter + 5);
    statement.bindCopy(parameter + 5, std::string_view(settled->isoDigits()));
}

std::vector<core::CommunityOverlap> readOverlaps(Database& database)
{
    std::vector<core::CommunityOverlap> overlaps;
    Statement select
        = database.prepare("SELECT first, second, agreement, area_m2, note, parties, document, settled_on FROM community_overlaps ORDER BY first, second");
    while (select.step()) {
        const auto settled = core::Date::fromIso(select.text(7));
        const auto known = std::ranges::find(kAgreements, select.text(2), &std::pair<OverlapAgreement, std::string_view>::second);
        overlaps.push_back({.first = std::string(select.text(0)),
            .second = std::string(select.text(1)),
            .agreement = known == kAgreements.end() ? OverlapAgreement::NotAsked : known->first,
            .squareMetres = select.real(3),
            .note = std::string(select.text(4)),
            .parties = std::string(select.text(5)),
            .document = std::string(select.text(6)),
            .settledOn = settled ? settled->days() : core::kNoInteger});
    }
    return overlaps;
}

} // namespace hereabouts::gis::detail
