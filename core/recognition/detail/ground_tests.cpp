// SPDX-License-Identifier: GPL-3.0-or-later
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

/// Ground that this community shares with another one.
struct Shared {
    const CommunityOverlap* overlap;
    std::string name; ///< Of the other community.
    std::string_view status;
    bool parted; ///< Both have a line, and the lines share nothing any more: what was said of their ground is past.

    [[nodiscard]] std::string said() const { return std::format("{} with {}", hectares(overlap->squareMetres), name); }
    [[nodiscard]] std::string document() const { return overlap->document.empty() ? "" : std::format(" ({})", overlap->document); }
};

std::vector<Shared> sharedGround(const Asked& asked)
{
    std::vector<Shared> shared;
    const TextColumn& codes = asked.communities().text("code");
    for (const CommunityOverlap& overlap : asked.place.overlaps) {
        if (overlap.first != asked.code() && overlap.second != asked.code()) continue;
        const std::string& other = overlap.first == asked.code() ? overlap.second : overlap.first;
        std::string_view status;
        bool parted = false;
        for (std::size_t row = 0; row < codes.size(); ++row) {
            if (codes.at(row) != other) continue;
            status = asked.communities().text("status").at(row);
            parted = overlap.squareMetres == 0 && lineOf(asked) && std::holds_alternative<MultiPolygon>(asked.communities().geometry(row));
        }
        if (standsAs(status)) shared.push_back({&overlap, asked.nameOf(other), status, parted});
    }
    return shared;
}

double leastSquareMetres(const Asked& asked) { return numberRuleOf(asked.place, "overlap_minimum_hectares").value_or(0) * 10'000; }

/// The document that an overlap names, where the register has it.
void addDocument(const Asked& asked, const CommunityOverlap& overlap, std::vector<Evidence>& evidence)
{
    const RegisterTable& documents = asked.place.at(RegisterKind::Documents);
    for (std::size_t row = 0; row < documents.size() && !overlap.document.empty(); ++row) {
        if (documents.text("code").at(row) == overlap.document) evidence.push_back({RegisterKind::Documents, documents.id(row), overlap.document});
    }
}

std::string wordsOf(OverlapAgreement agreement, bool documented)
{
    switch (agreement) {
    case OverlapAgreement::Agreed: return documented ? "agreed" : "said to be agreed, with no document that says so";
    case OverlapAgreement::Disputed: return "disputed";
    case OverlapAgreement::NotApplicable: return "not asked for";
    case OverlapAgreement::NotAsked: break;
    }
    return "not asked yet";
}

/// Sums of the small areas whose middle is inside a line.
struct Dwellings {
    std::int64_t known = 0;
    std::size_t unknown = 0; ///< Small areas without a count.
    std::string edition; ///< Empty where the place has no small areas.
};

Dwellings dwellingsIn(const PlaceSnapshot& place, const MultiPolygon& line)
{
    Dwellings found;
    const auto set = areaSetNamed(place, "small-areas");
    if (!set) return found;
    found.edition = set->name;
    const RegisterTable& table = place.at(RegisterKind::SmallAreas);
    const Box box = boundsOf(line);
    for (const std::size_t row : set->rows) {
        if (!boundsOf(table.geometry(row)).intersects(box) || !covers(line, representativePoint(table.geometry(row)))) continue;
        const std::int64_t dwellings = table.integers("dwellings")[row];
        if (dwellings == kNoInteger)
            ++found.unknown;
        else
            found.known += dwellings;
    }
    return found;
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
    for (const Shared& shared : sharedGround(asked)) {
        if (shared.overlap->agreement != OverlapAgreement::Disputed) continue;
        if (shared.parted) {
            past.push_back(shared.name);
            continue;
        }
        const std::int64_t since = shared.overlap->settledOn;
        open.push_back(shared.said() + (since == kNoInteger ? "" : " since " + writtenDate(since)) + shared.document());
        addDocument(asked, *shared.overlap, evidence);
    }
    if (open.empty() && !past.empty())
        return cannotBeTold(std::format("The lines share no ground any more with {}, and the dispute is not recorded as settled.", inARow(past)));
    if (open.empty()) return met("No ground that it shares is disputed.");
    return unmet(std::format("{} about shared ground: {}.", open.size() == 1 ? "1 open dispute" : std::format("{} open disputes", open.size()), inARow(open)),
        std::move(evidence));
}

Answer overlapsAgreed(const Asked& asked, const RecognitionCriterion&)
{
    const double least = leastSquareMetres(asked);
    std::vector<std::string> open;
    std::vector<Evidence> evidence;
    std::size_t agreed = 0;
    for (const Shared& shared : sharedGround(asked)) {
        const OverlapAgreement agreement = shared.overlap->agreement;
        const bool documented = !shared.overlap->document.empty();
        const bool small = shared.overlap->squareMetres < least && agreement != OverlapAgreement::Disputed;
        if (small || shared.parted || agreement == OverlapAgreement::NotApplicable) continue;
        addDocument(asked, *shared.overlap, evidence);
        if (agreement == OverlapAgreement::Agreed && documented)
            ++agreed;
        else
            open.push_back(std::format("{}, {}", shared.said(), wordsOf(agreement, documented)));
    }
    if (!open.empty()) return unmet(std::format("Shared ground is not agreed in writing: {}.", inARow(open)), std::move(evidence));
    if (agreed == 0) return met("It shares no ground that has to be agreed.");
    return met(std::format("All shared ground is agreed in writing with {}.", agreed == 1 ? "the one other community" : std::format("{} others", agreed)),
        std::move(evidence));
}

Answer noSharedGround(const Asked& asked, const RecognitionCriterion&)
{
    const double least = leastSquareMetres(asked);
    std::vector<std::string> with;
    for (const Shared& shared : sharedGround(asked)) {
        if (coversAs(shared.status) && !shared.parted && shared.overlap->squareMetres >= least) with.push_back(shared.said());
    }
    if (with.empty()) return met("No recognised community holds any of its ground.");
    return unmet(std::format("Recognised communities hold some of its ground already: {}.", inARow(with)));
}

Answer sharedGroundByPolicy(const Asked& asked, const RecognitionCriterion& criterion)
{
    const std::string policy = lower(ruleOf(asked.place, "overlap_policy").value_or("none"));
    if (policy == "free") return met("The place's rule leaves shared ground to the groups.");
    return policy == "agreed" ? overlapsAgreed(asked, criterion) : noSharedGround(asked, criterion);
}

} // namespace hereabouts::core::detail
