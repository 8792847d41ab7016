// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hereabouts::core::detail {

/// SHA-256 of bytes given piece by piece (FIPS 180-4, section 6.2).
class Sha256 {
public:
    void add(std::string_view bytes);
    /// 64 lower-case hexadecimal digits of all that was added. Ends the sum: nothing may be added afterwards.
    [[nodiscard]] std::string finish();

private:
    void takeBlock(const std::uint8_t* block);

    std::array<std::uint32_t, 8> m_state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<std::uint8_t, 64> m_block{};
    std::size_t m_held = 0; ///< Bytes of m_block that wait for their block to fill.
    std::uint64_t m_bytes = 0;
};

} // namespace hereabouts::core::detail
