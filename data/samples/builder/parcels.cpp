// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/parcels.h"

namespace hereabouts::sample {

namespace {

constexpr double kSetBack = 8;        // metres from the middle of the street
constexpr double kLargestLot = 1150;  // square metres
constexpr double kSmallestLot = 150;

/// The part of a convex ring on the left of the line through `at` along `way`.
Path leftOf(const Path& ring, Spot at, Spot way)
{
    Path kept;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Spot a = ring[i];
        const Spot b = ring[(i + 1) % ring.size()];
        const double sideA = cross(way, a - at);
        const double sideB = cross(way, b - at);
        if (sideA >= 0) kept.push_back(a);
        if ((sideA > 0 && sideB < 0) || (sideA < 0 && sideB > 0)) kept.push_back(a + (b - a) * (sideA / (sideA - sideB)));
    }
    return kept;
}

Path setBack(const Path& block)
{
    Path ring = block;
    for (std::size_t i = 0; i < block.size() && ring.size() >= 3; ++i) {
        const Spot way = block[(i + 1) % block.size()] - block[i];
        const Spot left = Spot{-way.y, way.x} * (kSetBack / std::max(1.0, length(way)));
        ring = leftOf(ring, block[i] + left, way);
    }
    return ring;
}

Spot longestSide(const Path& ring)
{
    Spot best;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Spot side = ring[(i + 1) % ring.size()] - ring[i];
        if (length(side) > length(best)) best = side;
    }
    return best * (1 / std::max(1e-9, length(best)));
}

Spot centre(const Path& ring)
{
    Spot sum;
    for (const Spot p : ring) sum = sum + p;
    return sum * (1.0 / static_cast<double>(ring.size()));
}

void cutAcross(const Path& strip, Spot along, std::vector<Path>& lots)
{
    if (strip.size() < 3) return;
    const double area = ringArea(strip);
    if (area < kSmallestLot) return;
    if (area < kLargestLot) {
        Path lot;
        for (const Spot p : strip) {
            const Spot q = onGrid(p);
            if (lot.empty() || apart(lot.back(), q) > 0.5) lot.push_back(q);
        }
        if (lot.size() >= 3 && ringArea(lot) > kSmallestLot) lots.push_back(std::move(lot));
        return;
    }
    const Spot over{-along.y, along.x};
    double low = 1e18;
    double high = -1e18;
    for (const Spot p : strip) {
        low = std::min(low, dot(p, along));
        high = std::max(high, dot(p, along));
    }
    const Spot at = centre(strip) + along * ((low + high) / 2 - dot(centre(strip), along));
    cutAcross(leftOf(strip, at, over), along, lots);
    cutAcross(leftOf(strip, at, over * -1), along, lots);
}

} // namespace

bool isPark(const Country& country, int cell)
{
    return country.terrain.town[static_cast<std::size_t>(cell)] >= 0 && country.areas.board[static_cast<std::size_t>(cell)] >= 0
        && Dice::mix(static_cast<std::uint64_t>(cell) * 977) % 27 == 0;
}

std::vector<Path> parcelsOf(const Country& country, std::size_t board)
{
    std::vector<Path> lots;
    for (std::size_t c = 0; c < country.mesh.cells.size(); ++c) {
        const Cell& cell = country.mesh.cells[c];
        if (country.areas.board[c] != static_cast<int>(board) || country.terrain.town[c] < 0 || cell.squareMetres > 45'000 || isPark(country, static_cast<int>(c))) continue;
        Path block;
        for (const int corner : cell.corners) block.push_back(country.mesh.corners[static_cast<std::size_t>(corner)].at);
        const Path yard = setBack(block);
        if (yard.size() < 3) continue;
        const Spot along = longestSide(yard);
        cutAcross(leftOf(yard, centre(yard), along), along, lots);
        cutAcross(leftOf(yard, centre(yard), along * -1), along, lots);
    }
    return lots;
}

} // namespace hereabouts::sample
