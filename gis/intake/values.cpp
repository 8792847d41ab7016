// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/intake/values.h"

#include "gis/intake/detail/dates.h"
#include "gis/text/fold.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <format>
#include <vector>

namespace hereabouts::gis {

namespace {

constexpr std::size_t kLongestText = 1u << 20;

/// The digits of a number with its sign and marks apart.
struct PlainNumber {
    bool negative = false;
    std::string whole;
    std::string fraction;
};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Takes off brackets, signs at either end, currency signs and codes.
std::optional<std::string> bareNumber(std::string_view text, bool& negative)
{
    text = trimmed(text);
    if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
        negative = true;
        text = trimmed(text.substr(1, text.size() - 2));
    }
    std::string bare;
    int letters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isDigit(c) || c == '.' || c == ',') bare += c;
        else if (c == '-' && (i == 0 || i + 1 == text.size() || bare.empty())) negative = !negative;
        else if (text.substr(i).starts_with("\xE2\x88\x92") && bare.empty()) negative = !negative, i += 2; // the minus sign U+2212
        else if (c == '+' && bare.empty()) continue;
        else if (c == ' ' || c == '\'' || text.substr(i).starts_with("\xC2\xA0")) i += c == '\xC2' ? 1 : 0;
        else if (text.substr(i).starts_with("\xE2\x80\xAF")) i += 2; // the narrow no-break space
        else if (c == '$' || text.substr(i).starts_with("\xC2\xA3") || text.substr(i).starts_with("\xC2\xA5") || text.substr(i).starts_with("\xE2\x82\xAC")) i += c == '$' ? 0 : c == '\xC2' ? 1 : 2;
        else if (((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) && ++letters <= 3 && (bare.empty() || i + 3 >= text.size())) continue;
        else return std::nullopt;
    }
    if (letters != 0 && letters != 3 && letters != 2) return std::nullopt;
    return bare;
}

/// Nothing where marks of thousands are not at every third digit.
std::optional<PlainNumber> plainNumber(std::string_view text, bool decimalComma)
{
    PlainNumber number;
    const auto bare = bareNumber(text, number.negative);
    if (!bare || bare->empty()) return std::nullopt;
    const char decimal = decimalComma ? ',' : '.';
    const char thousand = decimalComma ? '.' : ',';
    const std::size_t point = bare->find(decimal);
    const std::string_view whole = std::string_view(*bare).substr(0, point);
    number.fraction = point == std::string::npos ? "" : bare->substr(point + 1);
    if (!std::ranges::all_of(number.fraction, isDigit)) return std::nullopt;
    std::size_t since = 0;
    bool grouped = false;
    for (const char c : whole) {
        if (c == thousand) {
            if ((grouped && since != 3) || (!grouped && (since == 0 || since > 3))) return std::nullopt;
            grouped = true;
            since = 0;
        } else {
            number.whole += c;
            ++since;
        }
    }
    if (grouped && since != 3) return std::nullopt;
    if (number.whole.empty() && number.fraction.empty()) return std::nullopt;
    return number;
}

/// "1.5e+06", as GIS formats write large numbers.
std::optional<double> scientific(std::string_view text)
{
    text = trimmed(text);
    double number = 0;
    const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (trouble != std::errc{} || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
    return number;
}

std::string quotedShort(std::string_view text)
{
    std::string shown(text.substr(0, 40));
    while (!isValidUtf8(shown)) shown.pop_back();
    return "'" + shown + (shown.size() < text.size() ? "…'" : "'");
}

Converted integer(const core::Field& field, std::string_view cell, const ColumnStyle& style)
{
    const auto number = numberFromText(cell, style.decimalComma);
    if (!number || std::abs(*number) > 9e15) return std::unexpected(std::format("{} is not a whole number", quotedShort(cell)));
    if (*number != std::floor(*number)) return std::unexpected(std::format("{} is not a whole number", quotedShort(cell)));
    const auto whole = static_cast<std::int64_t>(*number);
    if (field.least && whole < *field.least) return std::unexpected(std::format("{} is less than {}, the least that makes sense", whole, *field.least));
    if (field.most && whole > *field.most) return std::unexpected(std::format("{} is more than {}, the most that makes sense", whole, *field.most));
    return core::Value(whole);
}

Converted real(const core::Field& field, std::string_view cell, const ColumnStyle& style)
{
    std::string_view bare = trimmed(cell);
    if (bare.ends_with('%')) bare.remove_suffix(1);
    const auto number = numberFromText(bare, style.decimalComma);
    if (!number) return std::unexpected(std::format("{} is not a number", quotedShort(cell)));
    if (field.least && *number < static_cast<double>(*field.least)) return std::unexpected(std::format("{} is less than {}, the least that makes sense", *number, *field.least));
    if (field.most && *number > static_cast<double>(*field.most)) return std::unexpected(std::format("{} is more than {}, the most that makes sense", *number, *field.most));
    return core::Value(*number);
}

Converted money(const core::Field& field, std::string_view cell, const ColumnStyle& style)
{
    const auto minor = moneyFromText(cell, style.decimalComma);
    if (!minor) return std::unexpected(std::format("{} is not an amount in whole cents", quotedShort(cell)));
    if (field.least && *minor < *field.least) return std::unexpected(std::format("{} is less than the least that makes sense", quotedShort(cell)));
    if (field.most && *minor > *field.most) return std::unexpected(std::format("{} is more than the most that makes sense", quotedShort(cell)));
    return core::Value(*minor);
}

Converted flag(std::string_view cell)
{
    const std::string word = fold(cell);
    for (const std::string_view yes : {"1", "yes", "y", "true", "t", "x", "ae"}) {
        if (word == yes) return core::Value(std::int64_t{1});
    }
    for (const std::string_view no : {"0", "no", "n", "false", "f", "kao"}) {
        if (word == no) return core::Value(std::int64_t{0});
    }
    return std::unexpected(std::format("{} is neither yes nor no", quotedShort(cell)));
}

Converted codes(std::string_view cell)
{
    std::vector<std::string> list;
    const char mark = cell.contains(';') ? ';' : ',';
    while (!cell.empty()) {
        const std::size_t end = cell.find(mark);
        std::string code = normalised(trimmed(cell.substr(0, end)));
        if (!code.empty() && !std::ranges::contains(list, code)) list.push_back(std::move(code));
        cell = end == std::string_view::npos ? std::string_view() : cell.substr(end + 1);
    }
    std::ranges::sort(list);
    std::string joined;
    for (const std::string& code : list) joined += (joined.empty() ? "" : ";") + code;
    return joined.empty() ? Converted(core::Value()) : Converted(core::Value(std::move(joined)));
}

Converted text(const core::Field& field, std::string_view cell)
{
    if (cell.size() > kLongestText) return std::unexpected(std::string("its text has over a million bytes"));
    std::string value = normalised(cell);
    if (field.words.empty()) return core::Value(std::move(value));
    const std::string word = fold(value);
    for (const std::string_view known : field.words) {
        if (fold(known) == word) return core::Value(std::string(known));
    }
    std::string list;
    for (const std::string_view known : field.words) list += (list.empty() ? "" : ", ") + std::string(known);
    return std::unexpected(std::format("{} is none of: {}", quotedShort(value), list));
}

} // namespace

void StyleJudge::see(std::string_view cell)
{
    cell = trimmed(cell);
    const std::size_t comma = cell.rfind(',');
    const std::size_t point = cell.rfind('.');
    const bool both = comma != std::string_view::npos && point != std::string_view::npos;
    const auto digitsAfter = [&](std::size_t at) { return static_cast<std::size_t>(std::ranges::count_if(cell.substr(at + 1), isDigit)); };
    if (both) (comma > point ? m_commaDecimals : m_pointDecimals) = true;
    else if (comma != std::string_view::npos && digitsAfter(comma) < 3 && comma + 1 < cell.size()) m_commaDecimals = true;
    else if (point != std::string_view::npos && digitsAfter(point) != 3) m_pointDecimals = true;

    if (const auto parts = detail::numericDate(cell)) {
        if (parts->yearFirst) return;
        m_slashDates = true;
        m_dayFirst = m_dayFirst || parts->first > 12;
        m_monthFirst = m_monthFirst || parts->second > 12;
    }
}

ColumnStyle StyleJudge::style() const
{
    return {.decimalComma = m_commaDecimals && !m_pointDecimals, .dayFirst = m_dayFirst || !m_monthFirst, .ambiguousDates = m_slashDates && !m_dayFirst && !m_monthFirst};
}

std::optional<double> numberFromText(std::string_view text, bool decimalComma)
{
    if (const auto number = plainNumber(text, decimalComma)) {
        return scientific(std::format("{}{}.{}", number->negative ? "-" : "", number->whole.empty() ? "0" : number->whole, number->fraction.empty() ? "0" : number->fraction));
    }
    return scientific(text);
}

std::optional<std::int64_t> moneyFromText(std::string_view text, bool decimalComma)
{
    constexpr std::size_t kMostWholeDigits = 15;
    auto number = plainNumber(text, decimalComma);
    if (!number || number->whole.size() > kMostWholeDigits) return std::nullopt;
    std::string& fraction = number->fraction;
    // A sheet's 19.99 may be written 19.989999999999998: binary, not fractions of a cent.
    bool up = false;
    if (fraction.size() > 2) {
        const std::string rest = fraction.substr(2);
        const bool zeros = !rest.empty() && rest.find_first_not_of('0') >= std::min<std::size_t>(rest.size(), 4);
        const bool nines = rest.size() >= 6 && rest.find_first_not_of('9') >= 4;
        if (!zeros && !nines) return std::nullopt;
        up = nines;
        fraction.resize(2);
    }
    while (fraction.size() < 2) fraction += '0';
    std::int64_t minor = 0;
    for (const char digit : number->whole + fraction) minor = minor * 10 + (digit - '0');
    minor += up ? 1 : 0;
    return number->negative ? -minor : minor;
}

Converted convert(const core::Field& field, std::string_view cell, const ColumnStyle& style)
{
    cell = trimmed(cell);
    if (cell.empty()) return core::Value();
    switch (field.type) {
    case core::FieldType::Integer: return integer(field, cell, style);
    case core::FieldType::Real: return real(field, cell, style);
    case core::FieldType::Money: return money(field, cell, style);
    case core::FieldType::Flag: return flag(cell);
    case core::FieldType::Codes: return codes(cell);
    case core::FieldType::Date:
        if (const auto days = dateFromText(cell, style.dayFirst)) return core::Value(*days);
        return std::unexpected(std::format("{} is not a date", quotedShort(cell)));
    case core::FieldType::Text: return text(field, cell);
    }
    return core::Value();
}

} // namespace hereabouts::gis
