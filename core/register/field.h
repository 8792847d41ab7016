// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/register/register_kind.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hereabouts::core {

enum class FieldType {
    Text, ///< UTF-8, NFC.
    Integer, ///< 64-bit.
    Real, ///< Finite double.
    Money, ///< Minor units of the place's currency, 64-bit.
    Date, ///< Days since 1970-01-01 (proleptic Gregorian).
    Flag, ///< 0 or 1.
    Codes, ///< Text: codes parted by ';' in one order without repeats, as a ballot's choices.
};

/// One value of one row: nothing, a whole number (Integer, Money, Date, Flag), a Real, or text (Text, Codes).
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

/// What a register holds of one thing about its rows: its name in the place file, its type, and how foreign files head their column.
struct Field {
    std::string_view name; ///< Column name in the place file and in exports: snake_case, a glossary word.
    std::string_view title; ///< What a screen calls it.
    FieldType type = FieldType::Text;
    bool required = false;
    /// Headings of foreign files that mean this field, lower case, letters and digits alone ("wd13nm" for WD13NM); '*' stands for any run of them.
    std::vector<std::string_view> headings;
    /// Closed list of words a Text field may hold; empty for any. Matching folds case, blanks and hyphens.
    std::vector<std::string_view> words;
    std::optional<std::int64_t> least; ///< Smallest Integer, or Money in minor units, that makes sense.
    std::optional<std::int64_t> most;
    /// The register whose rows the field's code or name means: a plan's community.
    std::optional<RegisterKind> names = std::nullopt;
    bool isPrivate = false; ///< Left out of every export: a private telephone number.
};

} // namespace hereabouts::core
