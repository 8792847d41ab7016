// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

namespace hereabouts::sample {

/// Metres east and north of the middle of the district (E 1,500,000 N 5,700,000 in EPSG:2193).
struct Spot {
    double x = 0;
    double y = 0;

    friend Spot operator+(Spot a, Spot b) { return {a.x + b.x, a.y + b.y}; }
    friend Spot operator-(Spot a, Spot b) { return {a.x - b.x, a.y - b.y}; }
    friend Spot operator*(Spot a, double k) { return {a.x * k, a.y * k}; }
    friend bool operator==(Spot, Spot) = default;
};

using Path = std::vector<Spot>;

[[nodiscard]] inline double cross(Spot a, Spot b) { return a.x * b.y - a.y * b.x; }
[[nodiscard]] inline double dot(Spot a, Spot b) { return a.x * b.x + a.y * b.y; }
[[nodiscard]] inline double length(Spot a) { return std::sqrt(a.x * a.x + a.y * a.y); }
[[nodiscard]] inline double apart(Spot a, Spot b) { return length(b - a); }
[[nodiscard]] inline Spot middle(Spot a, Spot b) { return (a + b) * 0.5; }

/// Distance from `p` to the segment `a`–`b`.
[[nodiscard]] inline double fromSegment(Spot p, Spot a, Spot b)
{
    const Spot along = b - a;
    const double square = dot(along, along);
    const double part = square > 0 ? std::clamp(dot(p - a, along) / square, 0.0, 1.0) : 0.0;
    return apart(p, a + along * part);
}

[[nodiscard]] inline double fromPath(Spot p, std::span<const Spot> path)
{
    double nearest = 1e18;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) nearest = std::min(nearest, fromSegment(p, path[i], path[i + 1]));
    return nearest;
}

/// Even-odd; `ring` not closed.
[[nodiscard]] inline bool inside(Spot p, std::span<const Spot> ring)
{
    bool in = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Spot a = ring[i];
        const Spot b = ring[j];
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) in = !in;
    }
    return in;
}

/// Signed area of a ring that is not closed: positive if it turns left.
[[nodiscard]] inline double ringArea(std::span<const Spot> ring)
{
    double twice = 0;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) twice += cross(ring[j], ring[i]);
    return twice / 2;
}

/// Rolling noise in -1..1 of about `wave` metres, the same everywhere: only + - * and /.
[[nodiscard]] double rolling(Spot p, double wave, std::uint64_t seed);

/// `octaves` of rolling noise, each half as wide and half as high; about -1..1.
[[nodiscard]] double rugged(Spot p, double wave, int octaves, std::uint64_t seed);

} // namespace hereabouts::sample
