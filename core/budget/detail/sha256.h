// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace hereabouts::core::detail {

/// SHA-256 (FIPS 180-4) of the bytes, as eight words that compare as its hexadecimal text does.
[[nodiscard]] std::array<std::uint32_t, 8> sha256(std::string_view bytes);

} // namespace hereabouts::core::detail
