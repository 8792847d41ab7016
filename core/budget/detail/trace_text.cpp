// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/detail/trace_text.h"

#include <format>

namespace hereabouts::core::detail {

namespace {
__extension__ using Wide = __int128;
}

std::string countText(std::int64_t count)
{
    std::string digits = std::to_string(count);
    for (std::size_t at = digits.size(); at > 3 + (count < 0 ? 1U : 0U);) digits.insert(at -= 3, ",");
    return digits;
}

std::string amountText(std::int64_t amount, int shift, std::int64_t unitsPerCurrency)
{
    const Wide unit = static_cast<Wide>(unitsPerCurrency) << shift;
    const Wide hundredths = (static_cast<Wide>(amount) * 200 + unit) / (2 * unit);
    const auto whole = static_cast<std::int64_t>(hundredths / 100);
    const auto rest = static_cast<std::int64_t>(hundredths % 100);
    return rest == 0 ? countText(whole) : std::format("{}.{:02}", countText(whole), rest);
}

std::string projectText(const Election& election, std::uint32_t project)
{
    std::string text = "[" + election.ids[project] + "]";
    std::string name = election.names[project];
    if (name.size() > 80) {
        std::size_t end = 80;
        while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
        name = name.substr(0, end) + "…";
    }
    if (!name.empty()) text += " " + name;
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == '\x7F') c = ' ';
    }
    return text;
}

std::string howManyText(std::int64_t count, const char* one, const char* many) { return countText(count) + " " + (count == 1 ? one : many); }

} // namespace hereabouts::core::detail
