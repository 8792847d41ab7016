// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recognition/answers.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// How each test of the vocabulary is answered: one function a test, by what it looks at.
namespace hereabouts::core::detail {

/// A community asked on a day.
struct Asked {
    const PlaceSnapshot& place;
    std::size_t row; ///< In the register of communities.
    std::int64_t day;

    [[nodiscard]] const RegisterTable& communities() const { return place.at(RegisterKind::Communities); }
    [[nodiscard]] std::string_view code() const { return text("code"); }
    [[nodiscard]] std::string_view text(std::string_view field) const { return communities().text(field).at(row); }
    [[nodiscard]] std::optional<std::int64_t> integer(std::string_view field) const;
    /// Rows of a register that tell more of this community.
    [[nodiscard]] std::vector<std::size_t> rowsOf(RegisterKind kind) const;
    /// True for a row dated on the day or before it; without a date too.
    [[nodiscard]] bool wasBy(const RegisterTable& table, std::string_view dateField, std::size_t row) const;
};

struct Answer {
    Verdict verdict = Verdict::CannotBeTold;
    std::string sentence;
    std::vector<Evidence> evidence = {};
};

inline Answer met(std::string sentence, std::vector<Evidence> evidence = {}) { return {Verdict::Met, std::move(sentence), std::move(evidence)}; }
inline Answer unmet(std::string sentence, std::vector<Evidence> evidence = {}) { return {Verdict::Unmet, std::move(sentence), std::move(evidence)}; }
inline Answer cannotBeTold(std::string sentence, std::vector<Evidence> evidence = {})
{
    return {Verdict::CannotBeTold, std::move(sentence), std::move(evidence)};
}

/// The same day of the month so many months before, or the last of that month.
[[nodiscard]] std::int64_t monthsBefore(std::int64_t day, int months);
/// ASCII letters in lower case; all else as it is.
[[nodiscard]] std::string lower(std::string_view text);
/// "chair", "chair and treasurer", "chair, secretary and treasurer".
[[nodiscard]] std::string inARow(const std::vector<std::string>& words, std::string_view last = "and");
/// "1 more is needed", "2,000 more are needed".
[[nodiscard]] std::string moreNeeded(std::int64_t count);

// The people.
[[nodiscard]] Answer membersAtLeast(const Asked& asked, const RecognitionCriterion& criterion);
[[nodiscard]] Answer consentsAtLeast(const Asked& asked, const RecognitionCriterion& criterion);
[[nodiscard]] Answer membershipOpenTo(const Asked& asked, const RecognitionCriterion& criterion);
[[nodiscard]] Answer officersFilled(const Asked& asked, const RecognitionCriterion& criterion);
[[nodiscard]] Answer mandateWithin(const Asked& asked, const RecognitionCriterion& criterion);
[[nodiscard]] Answer annualMeetingWithin(const Asked& asked, const RecognitionCriterion& criterion);

// The papers.
[[nodiscard]] Answer documentHeld(const Asked& asked, const RecognitionCriterion& criterion);
[[nodiscard]] Answer recorded(const Asked& asked, const RecognitionCriterion& criterion);
[[nodiscard]] Answer confirmed(const Asked& asked, const RecognitionCriterion& criterion);
[[nodiscard]] Answer grantsAccounted(const Asked& asked, const RecognitionCriterion& criterion);
[[nodiscard]] Answer publicityPassed(const Asked& asked, const RecognitionCriterion& criterion);

// The ground.
[[nodiscard]] Answer boundaryDrawn(const Asked& asked, const RecognitionCriterion& criterion);
[[nodiscard]] Answer boundaryInWords(const Asked& asked, const RecognitionCriterion& criterion);
[[nodiscard]] Answer areaAtLeast(const Asked& asked, const RecognitionCriterion& criterion);
[[nodiscard]] Answer householdsAtLeast(const Asked& asked, const RecognitionCriterion& criterion);
[[nodiscard]] Answer lineEndorsed(const Asked& asked, const RecognitionCriterion& criterion);
[[nodiscard]] Answer noOpenDispute(const Asked& asked, const RecognitionCriterion& criterion);
[[nodiscard]] Answer overlapsAgreed(const Asked& asked, const RecognitionCriterion& criterion);
[[nodiscard]] Answer noSharedGround(const Asked& asked, const RecognitionCriterion& criterion);
[[nodiscard]] Answer sharedGroundByPolicy(const Asked& asked, const RecognitionCriterion& criterion);

} // namespace hereabouts::core::detail
