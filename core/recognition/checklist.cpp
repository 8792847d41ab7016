// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/checklist.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <set>

namespace hereabouts::core {

namespace {

using enum CriterionTest;

const std::array<CriterionTestSpec, 20>& vocabulary()
{
    static const std::array<CriterionTestSpec, 20> specs{{
        {MembersAtLeast, "members-at-least", "count"},
        {ConsentsAtLeast, "consents-at-least", "count"},
        {MembershipOpenTo, "membership-open-to", "groups", true, {"live", "work", "own", "elected", "anyone"}},
        {DocumentHeld, "document-held", "kinds", true},
        {Recorded, "recorded", "fields", true,
            {"purpose", "self_description", "legal_form", "register_no", "registration_status", "membership_rule", "meeting_cycle", "public_contact",
                "areas_of_members", "sections_reached", "members_on", "last_agm"}},
        {Confirmed, "confirmed", "fields", true, {"minutes_published", "grievance_process", "non_discrimination"}},
        {OfficersFilled, "officers-filled", "roles", true},
        {MandateWithin, "mandate-within", "months"},
        {AnnualMeetingWithin, "annual-meeting-within", "months"},
        {BoundaryDrawn, "boundary-drawn", ""},
        {BoundaryInWords, "boundary-in-words", ""},
        {AreaAtLeast, "area-at-least", "hectares"},
        {HouseholdsAtLeast, "households-at-least", "count"},
        {NoOpenDispute, "no-open-dispute", ""},
        {OverlapsAgreed, "overlaps-agreed", ""},
        {NoSharedGround, "no-shared-ground", ""},
        {SharedGroundByPolicy, "shared-ground-by-policy", ""},
        {LineEndorsed, "line-endorsed", "steps", true, {"discussed", "endorsed", "neighbours notified", "council recognised"}},
        {GrantsAccounted, "grants-accounted", ""},
        {PublicityPassed, "publicity-passed", ""},
    }};
    return specs;
}

std::string listed(const std::vector<std::string_view>& words)
{
    std::string text;
    for (const std::string_view word : words) text += (text.empty() ? "" : ", ") + std::string(word);
    return text;
}

/// What is wrong with a criterion, as the end of a sentence; empty where nothing is.
std::string troubleOf(const RecognitionCriterion& criterion)
{
    const CriterionTestSpec& spec = specOf(criterion.test);
    if (criterion.title.empty()) return "has no title";
    if (spec.key.empty()) return {};
    if (!spec.takesWords) {
        if (std::isfinite(criterion.number) && criterion.number > 0) return {};
        return std::format("needs a number above zero for \"{}\"", spec.key);
    }
    if (criterion.words.empty()) return std::format("needs at least one word for \"{}\"", spec.key);
    for (const std::string& word : criterion.words) {
        if (word.empty()) return std::format("has an empty word in \"{}\"", spec.key);
        if (spec.words.empty() || std::ranges::contains(spec.words, word)) continue;
        return std::format("names \"{}\" in \"{}\", which the test {} does not know; it knows {}", word, spec.key, spec.name, listed(spec.words));
    }
    return {};
}

} // namespace

std::span<const CriterionTestSpec> criterionTests() { return vocabulary(); }

const CriterionTestSpec& specOf(CriterionTest test) { return vocabulary()[static_cast<std::size_t>(test)]; }

Result<void> validate(const ChecklistTemplate& checklist)
{
    std::set<std::string_view> codes;
    if (checklist.criteria.empty()) return fail(ErrorCode::BadInput, std::format("Checklist {} has no criteria: it would recognise anybody.", checklist.name));
    for (std::size_t i = 0; i < checklist.criteria.size(); ++i) {
        const RecognitionCriterion& criterion = checklist.criteria[i];
        if (criterion.code.empty()) return fail(ErrorCode::BadInput, std::format("Checklist {}: criterion {} has no code.", checklist.name, i + 1));
        if (!codes.insert(criterion.code).second)
            return fail(ErrorCode::BadInput, std::format("Checklist {}: two criteria have the code '{}'.", checklist.name, criterion.code));
        const std::string trouble = troubleOf(criterion);
        if (!trouble.empty()) return fail(ErrorCode::BadInput, std::format("Checklist {}: criterion '{}' {}.", checklist.name, criterion.code, trouble));
    }
    return {};
}

} // namespace hereabouts::core
