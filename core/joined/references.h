// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/joined/place_snapshot.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hereabouts::core {

/// One thing in a register that does not hold together with the others.
struct LooseEnd {
    RegisterKind kind = RegisterKind::Payments;
    std::int64_t id = 0; ///< Row id in the place file of the first such row.
    std::string code;    ///< What the row is called, or the code that is not there.
    std::string message; ///< One sentence.
    std::int64_t rows = 1; ///< Rows it is true of.
};

/// Codes that name nothing (a priority's plan, a plan's community, a payment's anchor and supplier, a ballot's choice), and, where nearly
/// all payments lie in twelve months, those dated outside them. One for each code, not for each row.
[[nodiscard]] std::vector<LooseEnd> looseEnds(const PlaceSnapshot& place);

} // namespace hereabouts::core
