// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/register/register_table.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace hereabouts::core {

/// What an anchor has undertaken to do here.
struct Commitment {
    std::string words; ///< As the anchor put it; empty where only the figures are recorded.
    std::optional<double> targetPercent; ///< Share of its spend that is to land in the district, 0…100.
    std::optional<std::int64_t> due; ///< Days since 1970-01-01.
};

/// The commitment in a row of the anchors register. Nothing where the register says that none was made; and where it does not say, nothing without words,
/// target or due date. @pre the table is of anchors
[[nodiscard]] std::optional<Commitment> commitmentOf(const RegisterTable& anchors, std::size_t row);

} // namespace hereabouts::core
