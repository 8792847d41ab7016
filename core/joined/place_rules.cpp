// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/joined/place_rules.h"

#include <charconv>
#include <cmath>

namespace hereabouts::core {

std::optional<std::string_view> ruleOf(const PlaceSnapshot& place, std::string_view name)
{
    const RegisterTable& rules = place.at(RegisterKind::Settings);
    for (std::size_t row = 0; row < rules.size(); ++row) {
        if (rules.text("name").at(row) == name) return rules.text("value").at(row);
    }
    return std::nullopt;
}

std::optional<double> numberRuleOf(const PlaceSnapshot& place, std::string_view name)
{
    const auto text = ruleOf(place, name);
    if (!text) return std::nullopt;
    double number = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error != std::errc{} || end != text->data() + text->size() || !std::isfinite(number) || number < 0) return std::nullopt;
    return number;
}

} // namespace hereabouts::core
