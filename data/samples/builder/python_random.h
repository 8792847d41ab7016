// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <span>
#include <vector>

namespace hereabouts::sample {

/// The stream of Python's random.Random(seed), so that the district's planned figures come out as they were planned.
/// Mersenne Twister seeded by init_by_array (Matsumoto and Nishimura 2002), 53-bit doubles; the distributions follow CPython 3.11.
class PythonRandom {
public:
    explicit PythonRandom(std::uint32_t seed);

    [[nodiscard]] double random();
    [[nodiscard]] double uniform(double low, double high) { return low + (high - low) * random(); }
    [[nodiscard]] double gauss(double mean, double deviation);
    [[nodiscard]] double lognormal(double mean, double deviation);
    /// Index drawn in proportion to weights given as running totals. @pre not empty
    [[nodiscard]] std::size_t choice(std::span<const double> runningTotals);

private:
    [[nodiscard]] std::uint32_t word();

    std::vector<std::uint32_t> m_state;
    std::size_t m_next;
    std::optional<double> m_nextGauss;
};

} // namespace hereabouts::sample
