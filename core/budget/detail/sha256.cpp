// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/detail/sha256.h"

#include <bit>
#include <cmath>
#include <cstddef>
#include <string>

namespace hereabouts::core::detail {

namespace {

using Words = std::array<std::uint32_t, 64>;
__extension__ using Wide = unsigned __int128;

/// The first 32 bits of the fraction of the root of a prime: the standard's constants are these of the first 8 and 64 primes.
std::uint32_t rootFraction(std::uint64_t prime, int root)
{
    // The largest r with r^root <= prime · 2^(32 · root), whole part and 32 bits of fraction.
    std::uint64_t low = 0;
    std::uint64_t high = std::uint64_t{1} << 37;
    while (high - low > 1) {
        const std::uint64_t middle = (low + high) / 2;
        const Wide square = static_cast<Wide>(middle) * middle;
        const bool isBelow = root == 2 ? square <= static_cast<Wide>(prime) << 64 : square <= (static_cast<Wide>(prime) << 96) / middle;
        (isBelow ? low : high) = middle;
    }
    return static_cast<std::uint32_t>(low);
}

std::array<std::uint64_t, 64> firstPrimes()
{
    std::array<std::uint64_t, 64> primes{};
    std::size_t found = 0;
    for (std::uint64_t number = 2; found < primes.size(); ++number) {
        bool isPrime = true;
        for (std::size_t i = 0; i < found; ++i) isPrime = isPrime && number % primes[i] != 0;
        if (isPrime) primes[found++] = number;
    }
    return primes;
}

struct Constants {
    std::array<std::uint32_t, 8> start{};
    Words rounds{};
};

const Constants& constants()
{
    static const Constants made = [] {
        Constants all;
        const auto primes = firstPrimes();
        for (std::size_t i = 0; i < 8; ++i) all.start[i] = rootFraction(primes[i], 2);
        for (std::size_t i = 0; i < 64; ++i) all.rounds[i] = rootFraction(primes[i], 3);
        return all;
    }();
    return made;
}

void mix(std::array<std::uint32_t, 8>& state, std::string_view block)
{
    Words words{};
    for (std::size_t i = 0; i < 16; ++i) {
        for (std::size_t byte = 0; byte < 4; ++byte) words[i] = words[i] << 8 | static_cast<unsigned char>(block[i * 4 + byte]);
    }
    for (std::size_t i = 16; i < 64; ++i) {
        const std::uint32_t a = words[i - 15];
        const std::uint32_t b = words[i - 2];
        words[i] = words[i - 16] + words[i - 7] + (std::rotr(a, 7) ^ std::rotr(a, 18) ^ a >> 3) + (std::rotr(b, 17) ^ std::rotr(b, 19) ^ b >> 10);
    }
    auto [a, b, c, d, e, f, g, h] = state;
    for (std::size_t i = 0; i < 64; ++i) {
        const std::uint32_t first = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + ((e & f) ^ (~e & g)) + constants().rounds[i] + words[i];
        const std::uint32_t second = (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = d + first;
        d = c;
        c = b;
        b = a;
        a = first + second;
    }
    const std::array<std::uint32_t, 8> mixed{a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < 8; ++i) state[i] += mixed[i];
}

} // namespace

std::array<std::uint32_t, 8> sha256(std::string_view bytes)
{
    std::string padded(bytes);
    padded += '\x80';
    while (padded.size() % 64 != 56) padded += '\0';
    const std::uint64_t bits = static_cast<std::uint64_t>(bytes.size()) * 8;
    for (int shift = 56; shift >= 0; shift -= 8) padded += static_cast<char>(bits >> shift);
    std::array<std::uint32_t, 8> state = constants().start;
    for (std::size_t at = 0; at < padded.size(); at += 64) mix(state, std::string_view(padded).substr(at, 64));
    return state;
}

} // namespace hereabouts::core::detail
