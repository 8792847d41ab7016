// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <format>
#include <string>

namespace hereabouts::gis::detail {

/// The present moment in UTC: "2025-03-31T02:15:09Z".
[[nodiscard]] inline std::string utcNow() { return std::format("{:%FT%TZ}", std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())); }

} // namespace hereabouts::gis::detail
