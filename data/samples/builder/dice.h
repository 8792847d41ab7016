// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hereabouts::sample {

/// A seeded stream of numbers (splitmix64, Steele, Lea and Flood 2014) that is the same on every machine: whole-number arithmetic alone.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) {}

    [[nodiscard]] std::uint64_t bits()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        return mix(m_state);
    }
    /// 0 <= x < 1, a multiple of 2^-53.
    [[nodiscard]] double unit() { return static_cast<double>(bits() >> 11) * 0x1.0p-53; }
    [[nodiscard]] double between(double low, double high) { return low + (high - low) * unit(); }
    /// 0 <= n < limit. @pre limit > 0
    [[nodiscard]] std::size_t below(std::size_t limit) { return static_cast<std::size_t>(unit() * static_cast<double>(limit)); }
    [[nodiscard]] bool chance(double share) { return unit() < share; }

    template <class Items> [[nodiscard]] const auto& pick(const Items& items) { return items[below(items.size())]; }

    template <class T> void shuffle(std::vector<T>& items)
    {
        for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
    }

    /// Scatters the bits of a number.
    [[nodiscard]] static constexpr std::uint64_t mix(std::uint64_t z)
    {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

private:
    std::uint64_t m_state;
};

} // namespace hereabouts::sample
