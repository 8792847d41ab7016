// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/overlay/format.h"

#include "core/joined/written.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace hereabouts::app {

namespace {

/// Figures as bare as "1234.50" with a comma before every third digit from the point.
std::string grouped(std::string digits)
{
    const std::size_t point = std::min(digits.find('.'), digits.size());
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    for (std::size_t at = point; at > first + 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

std::string fixed(double number, int decimals)
{
    std::string digits = grouped(std::format("{:.{}f}", number, decimals));
    return digits.find_first_of("123456789") == std::string::npos && digits.starts_with('-') ? digits.substr(1) : digits;
}

} // namespace

std::string formatCount(std::int64_t count) { return core::writtenCount(count); }

std::string formatNumber(double number, int decimals)
{
    std::string digits = fixed(number, decimals);
    if (digits.contains('.')) {
        digits.erase(digits.find_last_not_of('0') + 1);
        if (digits.ends_with('.')) digits.pop_back();
    }
    return digits;
}

std::string formatMoney(double major, std::string_view currency)
{
    const double size = std::abs(major);
    if (size >= 10e6) return core::withCurrency(fixed(major / 1e6, 1) + " m", currency);
    if (size > 0 && size < 10) return core::withCurrency(fixed(major, 2), currency);
    return core::withCurrency(fixed(major, 0), currency);
}

std::string formatValue(double value, core::Unit unit, std::string_view currency)
{
    switch (unit) {
    case core::Unit::Money: return formatMoney(value, currency);
    case core::Unit::SquareMetres:
        if (std::abs(value) < 1e6) return formatNumber(value / 1e4, 1) + " ha";
        return formatNumber(value / 1e6, std::abs(value) < 100e6 ? 1 : 0) + " km²";
    case core::Unit::People:
    case core::Unit::Count: break;
    }
    return fixed(value, 0);
}

std::string formatPerHead(double value, core::Unit unit, std::string_view currency)
{
    switch (unit) {
    case core::Unit::Money: return formatMoney(value, currency);
    case core::Unit::SquareMetres: return fixed(value, 0) + " m²";
    case core::Unit::People:
    case core::Unit::Count: break;
    }
    return formatNumber(value, std::abs(value) < 1 ? 3 : 2);
}

} // namespace hereabouts::app
