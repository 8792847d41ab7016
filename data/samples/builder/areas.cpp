// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/country.h"
#include "data/samples/builder/files.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <stdexcept>

namespace hereabouts::sample {

namespace {

struct Gap {
    std::size_t board = 0; ///< The board it is missing from.
    std::size_t at = 0; ///< Place in that board's outer ring where it starts.
    std::size_t steps = 0;
    double depth = 0; ///< Metres it reaches in.
};

/// Ground that one board's file leaves out beside another board: about 0.04 square kilometres, where twelve people live by area weight.
constexpr double kGapGround = 40'000;
constexpr double kGapPeople = 12;

/// The ring with a bay cut into it along part `at`..`at + steps`, of the given depth in the middle; depth to the left is inwards.
Path withBay(const Path& ring, std::size_t at, std::size_t steps, double depth)
{
    Path cut;
    const Spot along = ring[(at + steps) % ring.size()] - ring[at];
    const Spot inwards = Spot{-along.y, along.x} * (1 / length(along));
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const std::size_t place = (i + ring.size() - at) % ring.size();
        if (place == 0 || place >= steps) {
            cut.push_back(ring[i]);
            continue;
        }
        const double part = static_cast<double>(place) / static_cast<double>(steps);
        cut.push_back(onGrid(ring[i] + inwards * (depth * 4 * part * (1 - part))));
    }
    return cut;
}

double density(const Country& country, std::size_t area, const Shapes& shapes) { return country.figures.smallAreas[area].people / squareMetres(shapes); }

/// True if the bay lies within the small area, whose border the stretch is, and another board is on the other side.
bool fits(const Path& ring, const Gap& gap, const Path& smallArea, const std::vector<Shapes>& boards)
{
    const Path cut = withBay(ring, gap.at, gap.steps, gap.depth);
    const Spot a = ring[gap.at];
    const Spot b = ring[(gap.at + gap.steps) % ring.size()];
    for (std::size_t k = 1; k < gap.steps; ++k) {
        const std::size_t i = (gap.at + k) % ring.size();
        const Spot deeper = cut[i] + Spot{-(b - a).y, (b - a).x} * (3 / apart(a, b));
        if (std::ranges::find(smallArea, ring[i]) == smallArea.end() || !inside(deeper, smallArea)) return false;
    }
    const Spot beyond = ring[(gap.at + gap.steps / 2) % ring.size()] + Spot{(b - a).y, -(b - a).x} * (25 / apart(a, b));
    for (std::size_t other = 0; other < kBoardCount; ++other) {
        if (other != gap.board && inside(beyond, boards[other][0].outer)) return true;
    }
    return false;
}

struct FoundGap {
    Gap gap;
    double squareMetres = 0;
};

/// The first stretch of border that suits, beside a small area of about 300 people to the square kilometre.
FoundGap findGap(const Country& country, const std::vector<Shapes>& boards)
{
    for (std::size_t area = 0; area < country.figures.smallAreas.size(); ++area) {
        const Shapes shapes = country.smallArea(area);
        const double ground = kGapPeople / density(country, area, shapes);
        if (std::abs(ground - kGapGround) > 4'000) continue;
        const std::size_t board = country.figures.smallAreas[area].board;
        const Path& ring = boards[board][0].outer;
        for (std::size_t steps = 6; steps <= 18; steps += 3) {
            for (std::size_t i = 0; i + steps < ring.size(); ++i) {
                const double span = apart(ring[i], ring[i + steps]);
                if (span < 250 || span > 1500) continue;
                const Gap gap{.board = board, .at = i, .steps = steps, .depth = ground * 1.5 / span}; // a parabola holds two thirds of its box
                if (fits(ring, gap, shapes[0].outer, boards)) return {gap, ground};
            }
        }
    }
    throw std::runtime_error("No stretch of border is right for the planted gap: change the people or the ground of a small area.");
}

/// Cuts the gap, with the depth that makes it just its size.
void cutGap(const FoundGap& found, Shapes& board)
{
    Path& ring = board[0].outer;
    double depth = found.gap.depth;
    const double whole = ringArea(ring);
    for (int round = 0; round < 6; ++round) depth *= found.squareMetres / (whole - ringArea(withBay(ring, found.gap.at, found.gap.steps, depth)));
    ring = withBay(ring, found.gap.at, found.gap.steps, depth);
}

void writeBoards(const Country& country, const std::filesystem::path& folder)
{
    std::vector<Shapes> boards;
    for (std::size_t b = 0; b < kBoardCount; ++b) boards.push_back(country.board(b));
    const FoundGap found = findGap(country, boards);
    cutGap(found, boards[found.gap.board]);
    FeatureFile file;
    for (std::size_t b = 0; b < kBoardCount; ++b) {
        file.add({{"code", kBoards[b].code}, {"name", kBoards[b].name}, {"ward", kBoards[b].ward}, {"population", kBoards[b].people}}, boards[b]);
    }
    file.save(folder / "boards-2025.geojson");
}

void writeSmallAreas(const Country& country, const std::filesystem::path& folder)
{
    FeatureFile file;
    Dice dice(5);
    for (std::size_t i = 0; i < country.figures.smallAreas.size(); ++i) {
        const SmallAreaFigures& area = country.figures.smallAreas[i];
        const auto dwellings = static_cast<int>(std::nearbyint(area.people / dice.between(2.2, 2.9)));
        file.add({{"code", area.code}, {"name", std::format("{} {}", kBoards[area.board].name, std::stoi(area.code.substr(3)) + 1)},
                     {"population", area.people}, {"dwellings", dwellings}, {"deprivation", area.deprivation}},
            country.smallArea(i));
    }
    file.save(folder / "small-areas-2023.geojson");
}

struct Ward {
    std::string_view code;
    std::string_view name;
    std::vector<Stretch> where;
};

void writeWards(const Country& country, const std::vector<Ward>& wards, const std::filesystem::path& path)
{
    FeatureFile file;
    for (const Ward& ward : wards) {
        int people = 0;
        const auto belongs = [&](const SmallAreaFigures& area) {
            return std::ranges::any_of(ward.where,
                [&](const Stretch& part) { return part.board == kBoards[area.board].code && part.from <= area.position && area.position < part.to; });
        };
        for (const SmallAreaFigures& area : country.figures.smallAreas) people += belongs(area) ? area.people : 0;
        file.add({{"code", ward.code}, {"name", ward.name}, {"population", people}}, country.smallAreas(belongs));
    }
    file.save(path);
}

std::vector<Ward> wards2025()
{
    return {{"W1", "Port Kōwhai", {{"PKC", 0, 1}, {"PKW", 0, 1}, {"PKH", 0, 1}}}, {"W2", "Southern Coast", {{"MAR", 0, 1}, {"PON", 0, 1}}},
        {"W3", "Tōtara", {{"TOT", 0, 1}, {"RIM", 0, 1}}}, {"W4", "Inland", {{"KAH", 0, 1}, {"MAN", 0, 1}}},
        {"W5", "Northern", {{"NIK", 0, 1}, {"HAR", 0, 1}, {"RAU", 0, 1}}}};
}

std::vector<Ward> wards2028()
{
    return {{"W1", "Port Kōwhai", {{"PKC", 0, 1}, {"PKW", 0, 1}, {"PKH", 0, 1}}}, {"W2", "Marram", {{"MAR", 0, 1}}}, {"W3", "Ponga", {{"PON", 0, 1}}},
        {"W4", "Rimu", {{"RIM", 0, 1}, {"TOT", .5, 1}}}, {"W5", "Tōtara South", {{"TOT", 0, .5}}},
        {"W6", "Inland and Northern", {{"KAH", 0, 1}, {"MAN", 0, 1}, {"NIK", 0, 1}, {"HAR", 0, 1}, {"RAU", 0, 1}}}};
}

} // namespace

void writeAreas(const Country& country, const std::filesystem::path& folder)
{
    writeBoards(country, folder);
    writeSmallAreas(country, folder);
    writeWards(country, wards2025(), folder / "wards-2025.geojson");
    writeWards(country, wards2028(), folder / "wards-2028.geojson");
}

} // namespace hereabouts::sample
