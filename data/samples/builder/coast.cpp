// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/dice.h"
#include "data/samples/builder/terrain.h"
#include "data/samples/builder/towns.h"

#include <unordered_map>

namespace hereabouts::sample {

namespace {

// The coast as a hand would draw it, in kilometres, turning left from the north-east; noise makes it a shore.
const Path kMainland{{34, 29}, {26, 27.5}, {20, 29}, {14, 26.6}, {8, 28}, {2, 25.4}, {-4, 26.2}, {-9, 24}, {-13.5, 26}, {-17.6, 23.4}, {-18.6, 19}, {-16.6, 15.4},
    {-17.8, 11}, {-19.6, 8}, {-19.3, 5}, {-18.8, 2.6}, {-19.4, .4}, {-18.3, -1}, {-16.9, -.8}, {-15.6, -.55}, {-14.2, -.7},
    {-12.9, -1}, {-12, -1.9}, {-12.6, -2.7}, {-13.6, -3.1}, {-14.8, -3.5}, {-16, -3.3}, {-17, -3.5}, {-18, -4.7}, {-17, -6.5}, {-15.8, -8.2}, {-15, -10.2},
    {-14.5, -12.2}, {-13.2, -13.8}, {-12, -15}, {-10.6, -15.2}, {-8.6, -14.4}, {-6.6, -13.9}, {-4.8, -14.5}, {-3.6, -15.6}, {-5.4, -15.9}, {-7.4, -16.3}, {-9.6, -17.2},
    {-10.9, -18}, {-10.2, -19.8}, {-7, -21.5}, {-3, -21}, {2, -22.5}, {7, -21.5}, {12, -23.5}, {19, -23}, {26, -26}, {36, -34}, {48, -31}, {60, -27}, {68, -15}, {72, 0}, {66, 14},
    {58, 23}, {48, 31}, {40, 28}};

struct Islet {
    Spot middle; // kilometres
    double radius;
};
const std::vector<Islet> kIslets{{{-22.4, 12.8}, 1.25}, {{-20.9, 11.2}, 0.5}, {{-21.3, -2.2}, 0.65}, {{-12.6, -17}, 0.45}, {{5.5, 30.6}, 0.9}, {{-15.3, -1.95}, 0.3}};

double signedAway(Spot km)
{
    double nearest = 1e9;
    for (std::size_t i = 0; i < kMainland.size(); ++i) nearest = std::min(nearest, fromSegment(km, kMainland[i], kMainland[(i + 1) % kMainland.size()]));
    double away = inside(km, kMainland) ? nearest : -nearest;
    for (const Islet& islet : kIslets) away = std::max(away, islet.radius - apart(km, islet.middle));
    return away;
}

/// Metres between neighbouring cells around a spot.
double spacing(Spot p)
{
    const double in = inland(p);
    const bool far = p.x > 29'000;
    if (in < -0.9) return in < -4 ? 4200 : 1700;
    if (in < 0.55) return far ? 800 : (fromTowns(p) < 2500 ? 120 : 190);
    if (far) return 1500;
    const double away = fromTowns(p);
    return std::min(340.0, 140.0 + away * 0.07);
}

/// Spots kept well apart, looked up by square.
class Scatter {
public:
    bool add(Spot p, double clear)
    {
        const auto reach = static_cast<int>(std::ceil(clear / kSquare));
        const int column = square(p.x);
        const int row = square(p.y);
        for (int r = row - reach; r <= row + reach; ++r) {
            for (int c = column - reach; c <= column + reach; ++c) {
                if (crowded(r, c, p, clear)) return false;
            }
        }
        m_squares[key(row, column)].push_back(p);
        spots.push_back(p);
        return true;
    }

    std::vector<Spot> spots;

private:
    static constexpr double kSquare = 300;
    static int square(double v) { return static_cast<int>(std::floor(v / kSquare)); }
    static std::int64_t key(int row, int column) { return static_cast<std::int64_t>(row) * 100'000 + column; }
    [[nodiscard]] bool crowded(int row, int column, Spot p, double clear) const
    {
        const auto found = m_squares.find(key(row, column));
        return found != m_squares.end() && std::ranges::any_of(found->second, [&](Spot q) { return apart(p, q) < clear; });
    }

    std::unordered_map<std::int64_t, std::vector<Spot>> m_squares;
};

void layBlocks(std::size_t index, Dice& dice, Scatter& scatter)
{
    const Town& town = towns()[index];
    const Spot along = town.along * (1 / length(town.along));
    const Spot over{-along.y, along.x};
    const int reach = static_cast<int>(town.radius * 1.5 / town.blockDepth);
    for (int row = -reach; row <= reach; ++row) {
        for (int column = -reach; column <= reach; ++column) {
            // Every other row is moved half a block: streets meet in a T more often than in a cross.
            const double shift = town.looseness > 0.05 && row % 2 != 0 ? 0.5 : 0.0;
            const double u = (column + shift + dice.between(-town.looseness, town.looseness)) * town.blockLength;
            const double v = (row + dice.between(-town.looseness, town.looseness) * 0.8) * town.blockDepth;
            const Spot p = town.centre + along * u + over * v;
            if (townAt(p) != static_cast<int>(index) || inland(p) < 0.03) continue;
            scatter.add(p, town.blockDepth * 0.62);
        }
    }
}

} // namespace

double inland(Spot p)
{
    const Spot km = p * 0.001;
    const double away = signedAway(km);
    if (away > 3.5 || away < -3.5) return away;
    const double sheltered = std::min({1.0, 0.16 + apart(km, {-13.5, -2.2}) / 26, 0.16 + apart(km, {-8.5, -16}) / 22});
    return away + sheltered * (1.9 * rugged(p, 6500, 4, 11) + 0.55 * rugged(p, 1300, 3, 12));
}

std::vector<Spot> meshSites()
{
    constexpr double kWest = -42'000;
    constexpr double kEast = 82'000;
    constexpr double kSouth = -44'000;
    constexpr double kNorth = 42'000;
    constexpr double kStep = 95;
    Dice dice(2193);
    Scatter scatter;
    for (std::size_t t = 0; t < towns().size(); ++t) layBlocks(t, dice, scatter);

    std::vector<std::uint32_t> order;
    const auto columns = static_cast<std::uint32_t>((kEast - kWest) / kStep);
    const auto rows = static_cast<std::uint32_t>((kNorth - kSouth) / kStep);
    for (std::uint32_t i = 0; i < columns * rows; ++i) order.push_back(i);
    dice.shuffle(order);
    for (const std::uint32_t i : order) {
        const Spot p{kWest + (i % columns + dice.unit()) * kStep, kSouth + (i / columns + dice.unit()) * kStep};
        if (townAt(p) >= 0 && inland(p) > 0.03) {
            scatter.add(p, 95); // the ragged rest of a town's ground
            continue;
        }
        scatter.add(p, 0.8 * spacing(p));
    }
    return scatter.spots;
}

} // namespace hereabouts::sample
