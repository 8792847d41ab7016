// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recognition/answers.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::core {

/// The states that a community may go to from one, as words of the field `status`, in the order in which they usually come. From no recorded state to any:
/// a register often begins with communities that were recognised long before it. From "dissolved" to none.
[[nodiscard]] std::vector<std::string_view> movesFrom(std::string_view status);

/// What somebody decides about a community's recognition.
struct RecognitionDecision {
    std::string to; ///< A word of the field `status`.
    std::string why; ///< Reasons, in words.
    std::string by; ///< Who decided; may be empty.
    std::int64_t on = 0; ///< Days since 1970-01-01.
    std::string despite; ///< Why it is decided although tests are unmet. Where none are, it is one reason more.
    std::optional<std::int64_t> review; ///< The day it is looked at again, where that is not what the rules give.
    std::string document = {}; ///< Code of the document that says so; may be empty.
};

/// A decision with what follows from it.
struct RecognitionMove {
    std::size_t community = 0; ///< Row of the register of communities.
    std::string name; ///< Of the community.
    std::string from; ///< Empty for no recorded state.
    std::string to;
    std::int64_t on = 0;
    std::string by;
    std::string reasons; ///< As they go into the step: why, and why despite the checklist.
    std::string checklist; ///< Name of the checklist it was held against; empty for none.
    std::vector<CriterionAnswer> answers; ///< To the criteria that this move is held against.
    std::string unmet; ///< Titles of those that are unmet, parted by "; ".
    std::optional<std::int64_t> publicisedUntil; ///< Last day for representations.
    std::optional<std::int64_t> reviewDue; ///< Nothing for a state that is not reviewed.
    std::string document; ///< Code; may be empty.

    [[nodiscard]] std::string what() const; ///< "Old Town Neighbours: applicant → publicised", for the history.
};

/// Works out a decision about a community.
///
/// Publicising is held against the criteria marked so, recognition (provisional too) against all of them, other moves against none. An unmet test stands in
/// the way unless `despite` says why it does not; one that cannot be told does not, and is in the answers. Representations are open `publicity_weeks` weeks,
/// recognition is reviewed after `review_years` years, a provisional one after `provisional_months` months (else like any): rules of the place, or of the
/// checklist where the place has none. A review that was due stays due under review and in suspension, and falls away when recognition ends.
///
/// @param checklist May be null where the move is held against none.
/// Fails with BadInput for a word that is no state, no reasons, a day before the latest step, a rule that is no number, no checklist or no time of publicity
/// where one is needed, UnknownId for a document that is not in the register; Refused for a move that is not among movesFrom(), and for unmet tests, which it
/// names.
[[nodiscard]] Result<RecognitionMove> decideRecognition(
    const PlaceSnapshot& place, std::size_t community, const ChecklistTemplate* checklist, const RecognitionDecision& decision);

/// The same day so many months later, or the last of that month.
[[nodiscard]] std::int64_t monthsAfter(std::int64_t day, int months);

} // namespace hereabouts::core
