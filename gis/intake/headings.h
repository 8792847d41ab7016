// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/register/register_spec.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::gis {

/// Field name → the column that fills it.
using ColumnOfField = std::map<std::string, std::string>;

/// Proposes a column for each field by its known headings: earlier ones of the list win, a column fills one field, required fields choose first.
[[nodiscard]] ColumnOfField proposedMapping(const core::RegisterSpec& spec, const std::vector<std::string>& columns);

/// How well a layer's columns fit a register: what tells the right layer of several. 0 for not at all.
[[nodiscard]] std::size_t fitOf(const core::RegisterSpec& spec, const std::vector<std::string>& columns);

/// The same for two files with the same headings in any order, and hardly ever for others.
[[nodiscard]] std::string fingerprintOf(const std::vector<std::string>& columns);

/// True if the folded heading is the pattern, where '*' stands for any letters and digits: "wd*nm" for "wd13nm".
[[nodiscard]] bool headingMatches(std::string_view folded, std::string_view pattern);

/// Columns that hold positions.
struct PositionColumns {
    std::string x;
    std::string y;
    bool degrees = false; ///< Headed longitude and latitude, which says what they are.
};
[[nodiscard]] std::optional<PositionColumns> positionColumns(const std::vector<std::string>& columns);

} // namespace hereabouts::gis
