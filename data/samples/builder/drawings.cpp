// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/community_ground.h"
#include "data/samples/builder/district.h"
#include "data/samples/builder/standing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

namespace hereabouts::sample {

namespace {

/// One evening's worth of people who were asked to draw where they live.
struct Asked {
    std::string_view community;
    std::string_view called; ///< As the people who draw call it.
    std::string_view prefix; ///< Of the people's codes.
    int people;
    double renters; ///< Share.
    double spread; ///< How far hands differ, as a share of the distance from the middle.
};

constexpr std::array<Asked, 4> kAsked{{{"C02", "Old Town", "OT", 40, 0.5, 0.10}, {"C10", "Tōtara North", "TN", 60, 0.25, 0.12},
    {"C01", "Harbourside", "HS", 40, 0.55, 0.15}, {"C03", "Wharf Street", "WS", 20, 0.7, 0.08}}};

struct Drawer {
    std::string code;
    bool rents = false;
    int years = 0;
    std::string_view age;
};

/// A direction a quarter of the way round for each 1 of `turn`, of length 1: made with roots alone, which are the same on every machine.
Spot direction(double turn)
{
    const double part = turn - std::floor(turn);
    const Spot first{1 - part, part};
    const Spot unit = first * (1 / length(first));
    switch (static_cast<int>(std::floor(turn)) % 4) {
    case 0: return unit;
    case 1: return {-unit.y, unit.x};
    case 2: return {-unit.x, -unit.y};
    default: return {unit.y, -unit.x};
    }
}

/// The middle of the ground that a ring encloses.
Spot centroid(const Path& ring)
{
    Spot sum;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) sum = sum + (ring[i] + ring[j]) * cross(ring[j], ring[i]);
    return sum * (1 / (6 * ringArea(ring)));
}

/// How far the ring reaches from `at` that way: to its outermost line; at least `least`.
double reach(const Path& ring, Spot at, Spot way, double least)
{
    double farthest = least;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Spot side = ring[i] - ring[j];
        const double slant = cross(way, side);
        if (slant == 0) continue;
        const double along = cross(ring[j] - at, side) / slant;
        const double across = cross(ring[j] - at, way) / slant;
        if (across >= 0 && across < 1) farthest = std::max(farthest, along);
    }
    return farthest;
}

/// Draws what people remember of a place's shape.
class Hand {
public:
    Hand(Path ring, Dice& dice) : m_ring(std::move(ring)), m_dice(dice), m_middle(centroid(m_ring)), m_size(std::sqrt(std::abs(ringArea(m_ring)))) { }

    /// A line of `corners` round the place as the drawer sees it: of that size beside the true one, moved by `aside` (in widths of the place).
    [[nodiscard]] Path around(int corners, double scale, double spread, Spot aside)
    {
        Path line;
        const double bulge = 1 + 1.6 / corners; // chords cut off what lies between corners; people draw them farther out
        const double first = m_dice.unit();
        for (int i = 0; i < corners; ++i) {
            const Spot way = direction(std::fmod(4 * (i + first + m_dice.between(-0.2, 0.2)) / corners + 4, 4.0));
            const double far = reach(m_ring, m_middle, way, m_size * 0.15) * scale * bulge * (1 + m_dice.between(-spread, spread));
            line.push_back(onGrid(m_middle + aside * m_size + way * far));
        }
        return line;
    }
    /// Somebody who drags a box from corner to corner.
    [[nodiscard]] Path box(double scale)
    {
        const double wide = m_size * scale * m_dice.between(0.45, 0.6);
        const double high = m_size * scale * m_dice.between(0.45, 0.6);
        const Spot at = m_middle + Spot{m_dice.between(-0.05, 0.05), m_dice.between(-0.05, 0.05)} * m_size;
        Path line;
        for (const Spot corner : {Spot{-wide, -high}, Spot{wide, -high}, Spot{wide, high}, Spot{-wide, high}}) line.push_back(onGrid(at + corner));
        return line;
    }
    [[nodiscard]] Path triangleOf(double metres) const
    {
        return {onGrid(m_middle), onGrid(m_middle + Spot{metres, 0}), onGrid(m_middle + Spot{metres / 2, metres})};
    }
    [[nodiscard]] double size() const { return m_size; }

private:
    Path m_ring;
    Dice& m_dice;
    Spot m_middle;
    double m_size;
};

Drawer drawerOf(const Asked& asked, int number, Dice& dice)
{
    static constexpr std::array<std::string_view, 5> kAges{"15-24", "25-39", "40-54", "55-69", "70 and over"};
    Drawer drawer{.code = std::format("{}-{:02}", asked.prefix, number + 1), .rents = number < asked.renters * asked.people};
    const std::size_t age = dice.below(drawer.rents ? 4 : 3) + (drawer.rents ? 0 : 2);
    drawer.age = kAges[age];
    drawer.years = static_cast<int>(dice.between(0, drawer.rents ? 7 : 12 + 8.0 * static_cast<double>(age)));
    return drawer;
}

class Drawings {
public:
    void add(const Asked& asked, const Drawer& drawer, const Path& line, int day, std::string_view note)
    {
        static constexpr std::array<std::string_view, 5> kChannels{"kiosk", "workshop", "workshop", "web", "paper"};
        const std::size_t channel = Dice::mix(static_cast<std::uint64_t>(day) * 977 + line.size()) % kChannels.size();
        m_file.add({{"community", asked.called}, {"person", drawer.code}, {"drawn_on", dayOfYear(day)}, {"channel", kChannels[channel]},
                       {"lives_here", asked.community == "C03" && drawer.years < 3 ? "no" : "yes"}, {"years_here", drawer.years},
                       {"tenure", drawer.rents ? "rent" : "own"}, {"age_group", drawer.age}, {"note", note}},
            Shapes{Shape{.outer = line, .holes = {}}});
    }
    void save(const std::filesystem::path& path) const { m_file.save(path); }

private:
    FeatureFile m_file;
};

/// Renters of Old Town draw the streets below the steps, owners all the way up to the lookout; elsewhere they hardly differ.
Path usual(const Asked& asked, const Drawer& drawer, Hand& hand, Dice& dice)
{
    const int corners = 5 + static_cast<int>(dice.below(8));
    if (asked.community == "C02") {
        return drawer.rents ? hand.around(corners, 0.68, asked.spread, {0.20, -0.12}) : hand.around(corners, 1.18, asked.spread, {-0.05, 0.05});
    }
    const double scale = asked.community == "C10" ? dice.between(0.88, 1.08) : dice.between(0.85, 1.15);
    const double slip = asked.spread / 3;
    return hand.around(corners, scale, asked.spread, {dice.between(-slip, slip), dice.between(-slip, slip)});
}

void drawPlace(const Country& country, const Asked& asked, Dice& dice, Drawings& drawings)
{
    Hand hand(lineOf(country, communityOf(asked.community))[0].outer, dice);
    for (int i = 0; i < asked.people; ++i) {
        const Drawer drawer = drawerOf(asked, i, dice);
        const int day = 305 + static_cast<int>(dice.below(140));
        Path line = usual(asked, drawer, hand, dice);
        std::string_view note;
        if (i % 13 == 5 && asked.community != "C02") line = hand.box(dice.between(0.9, 1.1));
        if (i % 17 == 8 && asked.community != "C02") line = hand.around(3, 1.0, asked.spread, {});
        if (i % 23 == 11 && line.size() > 4) {
            std::swap(line[1], line[2]); // the pen went back
            note = "Changed my mind about the corner.";
        }
        if (asked.community == "C01" && i == 30) {
            line = hand.box(26'000 / hand.size());
            note = "It is all our harbour.";
        }
        if (asked.community == "C01" && i == 34) {
            line = hand.triangleOf(20);
            note = "My house.";
        }
        drawings.add(asked, drawer, line, day, note);
        if (asked.community == "C10" && i == 14)
            drawings.add(asked, drawer, usual(asked, drawer, hand, dice), day + 9, "Drawn again at the garage evening; please take this one.");
        if (asked.community == "C02" && i == 21) {
            const Drawer late{.code = "OT-41", .rents = true, .years = 1, .age = "15-24"};
            drawings.add(asked, late, {line[0], line[1]}, day + 2, "The kiosk went dark after two taps.");
        }
    }
}

} // namespace

void writeDrawings(const Country& country, const std::filesystem::path& folder)
{
    Dice dice(31);
    Drawings drawings;
    for (const Asked& asked : kAsked) drawPlace(country, asked, dice, drawings);
    drawings.save(folder / "drawings-2026.geojson");
}

} // namespace hereabouts::sample
