// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/plane.h"

#include "data/samples/builder/dice.h"

namespace hereabouts::sample {

namespace {

double lattice(std::int64_t x, std::int64_t y, std::uint64_t seed)
{
    const std::uint64_t key = static_cast<std::uint64_t>(x) * 0x9e3779b97f4a7c15ULL ^ static_cast<std::uint64_t>(y) * 0xc2b2ae3d27d4eb4fULL ^ seed;
    return static_cast<double>(Dice::mix(Dice::mix(key)) >> 11) * 0x1.0p-52 - 1.0;
}

double ease(double t) { return t * t * t * (t * (t * 6 - 15) + 10); }

} // namespace

double rolling(Spot p, double wave, std::uint64_t seed)
{
    const double x = p.x / wave;
    const double y = p.y / wave;
    const auto left = static_cast<std::int64_t>(std::floor(x));
    const auto low = static_cast<std::int64_t>(std::floor(y));
    const double u = ease(x - static_cast<double>(left));
    const double v = ease(y - static_cast<double>(low));
    const double south = lattice(left, low, seed) * (1 - u) + lattice(left + 1, low, seed) * u;
    const double north = lattice(left, low + 1, seed) * (1 - u) + lattice(left + 1, low + 1, seed) * u;
    return south * (1 - v) + north * v;
}

double rugged(Spot p, double wave, int octaves, std::uint64_t seed)
{
    double sum = 0;
    double height = 0.6;
    for (int i = 0; i < octaves; ++i) {
        sum += height * rolling(p, wave, seed + static_cast<std::uint64_t>(i) * 7919);
        height /= 2;
        wave /= 2;
    }
    return sum;
}

} // namespace hereabouts::sample
