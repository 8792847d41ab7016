// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/joined/place_snapshot.h"
#include "core/recognition/checklist.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::core {

/// How a community stands against one criterion.
enum class Verdict {
    Met,
    Unmet,
    CannotBeTold, ///< The registers do not hold what would tell.
};

/// "met", "unmet", "cannot be told".
[[nodiscard]] std::string_view wordOf(Verdict verdict);

/// A row that bears a verdict out.
struct Evidence {
    RegisterKind kind = RegisterKind::Documents;
    std::int64_t id = 0; ///< Row id in the place file.
    std::string said; ///< "D-C10-APP, 2026-07-02".

    friend bool operator==(const Evidence&, const Evidence&) = default;
};

struct CriterionAnswer {
    RecognitionCriterion criterion;
    Verdict verdict = Verdict::CannotBeTold;
    std::string sentence; ///< One sentence: what is missing, or what shows that nothing is.
    std::vector<Evidence> evidence;
};

/// Holds a community against a checklist as the registers stood on a day: documents, mandates and steps of a later day are not seen. One answer a criterion, in
/// the template's order.
/// @param community Row of the register of communities.
/// @param day Days since 1970-01-01.
/// Shared ground below the place's minimums (OverlapRules) is left to the groups, unless it is disputed.
/// @pre validate(checklist)
[[nodiscard]] std::vector<CriterionAnswer> checkRecognition(
    const PlaceSnapshot& place, std::size_t community, const ChecklistTemplate& checklist, std::int64_t day);

[[nodiscard]] std::size_t countOf(const std::vector<CriterionAnswer>& answers, Verdict verdict);

} // namespace hereabouts::core
