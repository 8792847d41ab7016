// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace hereabouts::gis::detail {

/// Three numbers parted by '/', '-' or '.', as a date is written; time after a blank or 'T' is left out.
struct NumericDate {
    int first = 0;
    int second = 0;
    int third = 0;
    bool yearFirst = false;
};

[[nodiscard]] std::optional<NumericDate> numericDate(std::string_view text);

} // namespace hereabouts::gis::detail
