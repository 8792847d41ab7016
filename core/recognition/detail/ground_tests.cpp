// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/community/overlap_schedule.h"
#include "core/joined/area_set.h"
#include "core/joined/place_rules.h"
#include "core/joined/standing.h"
#include "core/joined/written.h"
#include "core/recognition/detail/asked.h"
#include "core/recognition/endorsed_lines.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace hereabouts::core::detail {

namespace {

std::string hectares(double squareMetres)
{
    if (squareMetres < 500) return std::format("{:.0f} m²", std::ceil(squareMetres)); // One digit of a hectare would say that there is nothing.
    return squareMetres < 1'000'000 ? std::format("{:.1f} ha", squareMetres / 10'000) : writtenCount(std::llround(squareMetres / 10'000)) + " ha";
}

const MultiPolygon* lineOf(const Asked& asked) { return std::get_if<MultiPolygon>(&asked.communities().geometry(asked.row)); }

OverlapParty partyOf(const Asked& asked, const std::string& code)
{
    OverlapParty party{.code = code, .name = code};
    const RegisterTable& table = asked.communities();
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.text("code").at(row) != code) continue;
        party.name = table.text("name").at(row);
        party.status = table.text("status").at(row);
        party.stands = standsAs(party.status);
        party.hasLine = std::holds_alternative<MultiPolygon>(table.geometry(row));
    }
    return party;
}

/// Ground that this community, the first, shares with each other one that stands.
std::vector<SharedGroundRow> sharedGround(const Asked& asked)
{
    std::vector<SharedGroundRow> shared;
    const OverlapParty own = partyOf(asked, std::string(asked.code()));
    for (const CommunityOverlap& overlap : asked.place.overlaps) {
        if (overlap.first != asked.code() && overlap.second != asked.code()) continue;
        SharedGroundRow pair{.first = own, .second = partyOf(asked, overlap.first == asked.code() ? overlap.second : overlap.first), .overlap = overlap};
        if (pair.second.stands) shared.push_back(std::move(pair));
    }
    return shared;
}

/// "12.1 ha with Mill Park".
std::string said(const SharedGroundRow& pair) { return std::format("{} with {}", hectares(pair.overlap.squareMetres), pair.second.name); }

/// The document that an overlap names, where the register has it.
void addDocument(const Asked& asked, const CommunityOverlap& overlap, std::vector<Evidence>& evidence)
{
    const RegisterTable& documents = asked.place.at(RegisterKind::Documents);
    for (std::size_t row = 0; row < documents.size() && !overlap.document.empty(); ++row) {
        if (documents.text("code").at(row) == overlap.document) evidence.push_back({RegisterKind::Documents, documents.id(row), overlap.document});
    }
}

/// Sums of the small areas whose middle is inside a line.
struct Dwellings {
    std::int64_t known = 0;
    std::size_t unknown = 0; ///< Small areas without a count.
    std::string edition; ///< Empty where the place has no small areas.
};

/// Of small areas whose middle is inside a line, and inside another one too where there is one.
Dwellings dwellingsIn(const PlaceSnapshot& place, const MultiPolygon& line, const MultiPolygon* other = nullptr)
{
    Dwellings found;
    const auto set = areaSetNamed(place, "small-areas");
    if (!set) return found;
    found.edition = set->name;
    const RegisterTable& table = place.at(RegisterKind::SmallAreas);
    const Box box = boundsOf(line);
    for (const std::size_t row : set->rows) {
        if (!boundsOf(table.geometry(row)).intersects(box)) continue;
        const Point middle = representativePoint(table.geometry(row));
        if (!covers(line, middle) || (other && !covers(*other, middle))) continue;
        const std::int64_t dwellings = table.integers("dwellings")[row];
        if (dwellings == kNoInteger)
            ++found.unknown;
        else
            found.known += dwellings;
    }
    return found;
}

/// True for ground so small that the place's rules leave it to the groups.
bool isLeftToTheGroups(const Asked& asked, const OverlapRules& rules, SharedGroundRow pair)
{
    const RegisterTable& table = asked.communities();
    for (std::size_t row = 0; row < table.size() && rules.leastHouseholds && lineOf(asked); ++row) {
        const auto* const other = std::get_if<MultiPolygon>(&table.geometry(row));
        if (table.text("code").at(row) != pair.second.code || !other) continue;
        const Dwellings found = dwellingsIn(asked.place, *lineOf(asked), other);
        if (!found.edition.empty() && found.unknown == 0) pair.households = found.known;
    }
    return rules.leavesToTheGroups(pair);
}

Answer agreedInWriting(const Asked& asked, const OverlapRules& rules)
{
    std::vector<std::string> open;
    std::vector<Evidence> evidence;
    std::size_t agreed = 0;
    for (const SharedGroundRow& pair : sharedGround(asked)) {
        if (pair.parted() || pair.overlap.agreement == OverlapAgreement::NotApplicable || isLeftToTheGroups(asked, rules, pair)) continue;
        addDocument(asked, pair.overlap, evidence);
        if (pair.agreedInWriting())
            ++agreed;
        else
            open.push_back(std::format("{}, {}", said(pair), pair.stateInWords()));
    }
    if (!open.empty()) return unmet(std::format("Shared ground is not agreed in writing: {}.", inARow(open)), std::move(evidence));
    if (agreed == 0) return met("It shares no ground that has to be agreed.");
    return met(std::format("All shared ground is agreed in writing with {}.", agreed == 1 ? "the one other community" : std::format("{} others", agreed)),
        std::move(evidence));
}

Answer sharedWithNone(const Asked& asked, const OverlapRules& rules)
{
    std::vector<std::string> with;
    for (const SharedGroundRow& pair : sharedGround(asked)) {
        if (pair.parted() || pair.overlap.agreement == OverlapAgreement::NotApplicable) continue;
        if (coversAs(pair.second.status) && !isLeftToTheGroups(asked, rules, pair)) with.push_back(said(pair));
    }
    if (with.empty()) return met("No recognised community holds any of its ground.");
    return unmet(std::format("Recognised communities hold some of its ground already: {}.", inARow(with)));
}

} // namespace

Answer boundaryDrawn(const Asked& asked, const RecognitionCriterion&)
{
    if (!lineOf(asked)) return unmet("No line is drawn.");
    return met(std::format("A line is drawn round {}.", hectares(asked.communities().groundSquareMetres(asked.row))));
}

Answer boundaryInWords(const Asked& asked, const RecognitionCriterion&)
{
    const RegisterTable& editions = asked.place.at(RegisterKind::Boundaries);
    std::string_view edition;
    for (const std::size_t row : asked.rowsOf(RegisterKind::Boundaries)) {
        const std::string_view line = editions.text("line").at(row);
        if (editions.text("state").at(row) != "current" || (!line.empty() && line != "identity")) continue;
        edition = editions.text("edition").at(row);
        const std::string_view words = editions.text("boundary_text").at(row);
        if (words.empty()) continue;
        return met(std::format("Edition {} is written in words: \"{}\"", edition, words), {{RegisterKind::Boundaries, editions.id(row), std::string(edition)}});
    }
    if (edition.empty()) return unmet("No edition of its line is recorded as current, and so none in words.");
    return unmet(std::format("Edition {} of its line is not written in words.", edition));
}

Answer areaAtLeast(const Asked& asked, const RecognitionCriterion& criterion)
{
    if (!lineOf(asked)) return cannotBeTold("No line is drawn, so its ground cannot be measured.");
    const double ground = asked.communities().groundSquareMetres(asked.row);
    const std::string said = std::format("{} of at least {:g} ha wanted", hectares(ground), criterion.number);
    return ground >= criterion.number * 10'000
        ? met(std::format("The line encloses {}.", said))
        : unmet(std::format("The line encloses {}: {} more are needed.", said, hectares(criterion.number * 10'000 - ground)));
}

Answer householdsAtLeast(const Asked& asked, const RecognitionCriterion& criterion)
{
    const MultiPolygon* const line = lineOf(asked);
    if (!line) return cannotBeTold("No line is drawn, so its dwellings cannot be counted.");
    const Dwellings found = dwellingsIn(asked.place, *line);
    if (found.edition.empty()) return cannotBeTold("The place has no small areas, so its dwellings cannot be counted.");
    const auto least = static_cast<std::int64_t>(std::ceil(criterion.number));
    const std::string said = std::format(
        "{} dwellings ({}, each counted where its middle is) of at least {} wanted", writtenCount(found.known), found.edition, writtenCount(least));
    if (found.known >= least) return met(said + ".");
    if (found.unknown > 0)
        return cannotBeTold(std::format(
            "{}, and {} without a count of dwellings.", said, found.unknown == 1 ? "1 small area is" : std::format("{} small areas are", found.unknown)));
    return unmet(std::format("{}: {}.", said, moreNeeded(least - found.known)));
}

Answer lineEndorsed(const Asked& asked, const RecognitionCriterion& criterion)
{
    std::optional<EndorsedLine> broken;
    const std::string steps = inARow(criterion.words, "or");
    for (const EndorsedLine& one : endorsedLines(asked.place, asked.code())) {
        if (!std::ranges::contains(criterion.words, one.step) || (one.givenOn != kNoInteger && one.givenOn > asked.day)) continue;
        const std::string when = one.givenOn == kNoInteger ? "" : " on " + writtenDate(one.givenOn);
        if (one.standing == EndorsementStanding::Stands)
            return met(std::format("The line as it is was {}{}.", one.step, when), {{RegisterKind::Endorsements, one.id, one.step + when}});
        if (!broken || one.givenOn >= broken->givenOn) broken = one;
    }
    if (!broken) return unmet(std::format("The line has not been {}.", steps));
    const std::vector<Evidence> evidence{{RegisterKind::Endorsements, broken->id, broken->step}};
    if (broken->standing == EndorsementStanding::StandsForDraft)
        return unmet(std::format("What was {} is '{}', which is not the community's line.", broken->step, broken->edition), evidence);
    return unmet(std::format("The line of {} was {}, and it has changed since: ask again.", broken->lineDate, broken->step), evidence);
}

Answer noOpenDispute(const Asked& asked, const RecognitionCriterion&)
{
    std::vector<std::string> open, past;
    std::vector<Evidence> evidence;
    for (const SharedGroundRow& pair : sharedGround(asked)) {
        if (pair.overlap.agreement != OverlapAgreement::Disputed) continue;
        if (pair.parted()) {
            past.push_back(pair.second.name);
            continue;
        }
        open.push_back(std::format("{}, {}", said(pair), pair.stateInWords()));
        addDocument(asked, pair.overlap, evidence);
    }
    if (open.empty() && !past.empty())
        return cannotBeTold(std::format("The lines share no ground any more with {}, and the dispute is not recorded as settled.", inARow(past)));
    if (open.empty()) return met("No ground that it shares is disputed.");
    return unmet(std::format("{} about shared ground: {}.", open.size() == 1 ? "1 open dispute" : std::format("{} open disputes", open.size()), inARow(open)),
        std::move(evidence));
}

Answer overlapsAgreed(const Asked& asked, const RecognitionCriterion&)
{
    return agreedInWriting(asked, overlapRulesOf(asked.place, OverlapPolicy::Agreed).value());
}

Answer noSharedGround(const Asked& asked, const RecognitionCriterion&)
{
    return sharedWithNone(asked, overlapRulesOf(asked.place, OverlapPolicy::None).value());
}

Answer sharedGroundByPolicy(const Asked& asked, const RecognitionCriterion&)
{
    const bool silent = !ruleOf(asked.place, "overlap_policy");
    const auto rules = overlapRulesOf(asked.place, silent ? std::optional(OverlapPolicy::None) : std::nullopt);
    if (!rules) return cannotBeTold(rules.error().message);
    if (rules->policy == OverlapPolicy::Free) return met("The place's rule leaves shared ground to the groups.");
    return rules->policy == OverlapPolicy::Agreed ? agreedInWriting(asked, *rules) : sharedWithNone(asked, *rules);
}

} // namespace hereabouts::core::detail
