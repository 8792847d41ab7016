// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::core {

/// What a criterion asks of the registers: the closed vocabulary that checklist templates are written in.
enum class CriterionTest {
    MembersAtLeast, ///< Members counted.
    ConsentsAtLeast, ///< People on the private list of members who consented by a day that is recorded.
    MembershipOpenTo, ///< Groups of people that the rule on who may join names.
    DocumentHeld, ///< A document of one of the kinds.
    Recorded, ///< The fields of the community hold something.
    Confirmed, ///< The flags of the community say yes.
    OfficersFilled, ///< Somebody holds each of the roles; "chair/president" is a role under two words.
    MandateWithin, ///< A mandate with more for than against, not older than so many months.
    AnnualMeetingWithin, ///< The last annual meeting is not older than so many months.
    BoundaryDrawn, ///< The community has a line.
    BoundaryInWords, ///< The current edition of its identity line is written in words.
    AreaAtLeast, ///< Hectares on the ground.
    HouseholdsAtLeast, ///< Dwellings of the newest small areas whose middle is inside.
    NoOpenDispute, ///< No ground shared with a standing community is disputed.
    OverlapsAgreed, ///< Each piece of ground shared with a standing community is agreed in writing.
    NoSharedGround, ///< No ground is shared with a recognised or provisional community.
    SharedGroundByPolicy, ///< As the place's rule `overlap_policy` says: "agreed", "free", or otherwise none.
    LineEndorsed, ///< An endorsement of one of the kinds given for the line as it is now.
    GrantsAccounted, ///< No capacity grant is past the day its account was due.
    PublicityPassed, ///< The application was publicised, and the time for representations is over.
};

/// What a test has to be told, under which key of a template.
struct CriterionTestSpec {
    CriterionTest test;
    std::string_view name; ///< What templates call it: "members-at-least".
    std::string_view key; ///< "count", "hectares", "months", or of words "kinds", "fields", "groups", "roles", "steps"; empty where it needs nothing.
    bool takesWords = false; ///< One word or a list of them; otherwise one number above zero.
    std::vector<std::string_view> words; ///< The closed list of such words; empty for any.
};

/// The vocabulary. Always the same objects.
[[nodiscard]] std::span<const CriterionTestSpec> criterionTests();
[[nodiscard]] const CriterionTestSpec& specOf(CriterionTest test);

/// One line of a checklist.
struct RecognitionCriterion {
    std::string code; ///< Unique in its template: "members".
    std::string title; ///< "At least 21 members".
    CriterionTest test = CriterionTest::BoundaryDrawn;
    double number = 0; ///< Where the test takes one.
    std::vector<std::string> words; ///< Where the test takes words.
    std::string source; ///< The rule it comes from, as people cite it.
    bool beforePublicity = false; ///< Asked before an application is publicised, not only before it is decided.
};

/// What a council asks of a community before it recognises it.
struct ChecklistTemplate {
    std::string name; ///< "localism-act".
    std::string title;
    std::string about; ///< Where it comes from and what it leaves out.
    std::optional<int> publicityWeeks; ///< Where the place's own rules say nothing.
    std::optional<int> reviewYears;
    std::optional<int> provisionalMonths; ///< After which a provisional recognition is looked at again.
    std::vector<RecognitionCriterion> criteria;
};

/// Fails with BadInput, in a sentence that names the template and the criterion, where two criteria have one code, or a criterion has no code, no title, no
/// number where its test takes one (or one that is not above zero), no words, or a word that its test does not know.
[[nodiscard]] Result<void> validate(const ChecklistTemplate& checklist);

} // namespace hereabouts::core
