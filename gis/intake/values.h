// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/register/field.h"

#include <cstdint>
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace hereabouts::gis {

/// How the numbers and dates of one column are written, judged over the whole column.
struct ColumnStyle {
    bool decimalComma = false; ///< "1.234,50"
    bool dayFirst = true;      ///< "03/04/2026" is 3 April.
    bool ambiguousDates = false; ///< No date of the column tells whether the day or the month comes first.
};

/// Looks through a column's cells (called with each, in any order) for what settles its style.
class StyleJudge {
public:
    void see(std::string_view cell);
    [[nodiscard]] ColumnStyle style() const;

private:
    bool m_commaDecimals = false;
    bool m_pointDecimals = false;
    bool m_dayFirst = false;
    bool m_monthFirst = false;
    bool m_slashDates = false;
};

/// A value, or why the text is none: a sentence's end ("'abc' is not an amount").
using Converted = std::expected<core::Value, std::string>;

/// One cell as the field's type, blank text as nothing. Exact: money is never rounded, save what a spreadsheet's binary fraction adds beyond a millionth.
[[nodiscard]] Converted convert(const core::Field& field, std::string_view cell, const ColumnStyle& style);

/// "£1,234.50", "(1,234.50)", "1234.5-", "-1 234,50 €" as minor units (two digits). Nothing when it is no amount or has fractions of a minor unit.
[[nodiscard]] std::optional<std::int64_t> moneyFromText(std::string_view text, bool decimalComma);
/// A number with separators of thousands, or nothing; never NaN or infinite.
[[nodiscard]] std::optional<double> numberFromText(std::string_view text, bool decimalComma);
/// Days since 1970-01-01 of "2026-04-01", "1/4/2026", "01.04.26", "1 Apr 2026", "20260401" or a spreadsheet's serial day; nothing for days that do not exist.
[[nodiscard]] std::optional<std::int64_t> dateFromText(std::string_view text, bool dayFirst);

} // namespace hereabouts::gis
