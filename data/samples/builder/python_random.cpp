// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/python_random.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hereabouts::sample {

namespace {

constexpr std::size_t kWords = 624;
constexpr std::size_t kMiddle = 397;

} // namespace

PythonRandom::PythonRandom(std::uint32_t seed) : m_state(kWords), m_next(kWords)
{
    m_state[0] = 19650218U;
    for (std::uint32_t i = 1; i < kWords; ++i) m_state[i] = 1812433253U * (m_state[i - 1] ^ (m_state[i - 1] >> 30)) + i;
    std::size_t at = 1;
    const auto step = [&] {
        if (++at < kWords) return;
        m_state[0] = m_state[kWords - 1];
        at = 1;
    };
    for (std::size_t left = kWords; left > 0; --left) {
        m_state[at] = (m_state[at] ^ ((m_state[at - 1] ^ (m_state[at - 1] >> 30)) * 1664525U)) + seed;
        step();
    }
    for (std::size_t left = kWords - 1; left > 0; --left) {
        m_state[at] = (m_state[at] ^ ((m_state[at - 1] ^ (m_state[at - 1] >> 30)) * 1566083941U)) - static_cast<std::uint32_t>(at);
        step();
    }
    m_state[0] = 0x80000000U;
}

std::uint32_t PythonRandom::word()
{
    if (m_next == kWords) {
        for (std::size_t i = 0; i < kWords; ++i) {
            const std::uint32_t joined = (m_state[i] & 0x80000000U) | (m_state[(i + 1) % kWords] & 0x7fffffffU);
            m_state[i] = m_state[(i + kMiddle) % kWords] ^ (joined >> 1) ^ ((joined & 1U) != 0 ? 0x9908b0dfU : 0U);
        }
        m_next = 0;
    }
    std::uint32_t y = m_state[m_next++];
    y ^= y >> 11;
    y ^= (y << 7) & 0x9d2c5680U;
    y ^= (y << 15) & 0xefc60000U;
    return y ^ (y >> 18);
}

double PythonRandom::random()
{
    const std::uint32_t high = word() >> 5;
    const std::uint32_t low = word() >> 6;
    return (static_cast<double>(high) * 67108864.0 + static_cast<double>(low)) / 9007199254740992.0;
}

double PythonRandom::gauss(double mean, double deviation)
{
    if (m_nextGauss) {
        const double z = *m_nextGauss;
        m_nextGauss.reset();
        return mean + z * deviation;
    }
    const double turn = random() * 2.0 * std::numbers::pi;
    const double radius = std::sqrt(-2.0 * std::log(1.0 - random()));
    m_nextGauss = std::sin(turn) * radius;
    return mean + std::cos(turn) * radius * deviation;
}

double PythonRandom::lognormal(double mean, double deviation)
{
    const double magic = 4.0 * std::exp(-0.5) / std::sqrt(2.0);
    for (;;) {
        const double u1 = random();
        const double u2 = 1.0 - random();
        const double z = magic * (u1 - 0.5) / u2;
        if (z * z / 4.0 <= -std::log(u2)) return std::exp(mean + z * deviation);
    }
}

std::size_t PythonRandom::choice(std::span<const double> runningTotals)
{
    const double at = random() * runningTotals.back();
    const auto found = std::upper_bound(runningTotals.begin(), runningTotals.end() - 1, at);
    return static_cast<std::size_t>(found - runningTotals.begin());
}

} // namespace hereabouts::sample
