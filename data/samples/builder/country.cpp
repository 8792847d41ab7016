// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/country.h"

#include "data/samples/builder/towns.h"

namespace hereabouts::sample {

namespace {

constexpr double kMergeBelow = 14;     // metres
constexpr int kCalibrations = 3;
constexpr double kForestAbove = 520;   // metres above the sea

std::vector<double> barriers(const Country& country)
{
    std::vector<double> barrier(country.mesh.edges.size());
    for (std::size_t e = 0; e < barrier.size(); ++e) {
        const Way way = country.roads.way[e];
        if (country.terrain.river[e]) barrier[e] = 2.6;
        else if (way >= Way::Arterial || country.roads.rail[e]) barrier[e] = 1.6;
        else if (way == Way::Rural) barrier[e] = 1.1;
    }
    return barrier;
}

std::vector<Line> lineKinds(const Country& country)
{
    const Terrain& terrain = country.terrain;
    std::vector<Line> kinds(country.mesh.edges.size(), Line::None);
    for (std::size_t e = 0; e < kinds.size(); ++e) {
        const Edge& edge = country.mesh.edges[e];
        if (edge.left < 0 || edge.right < 0) continue;
        const auto left = static_cast<std::size_t>(edge.left);
        const auto right = static_cast<std::size_t>(edge.right);
        if (country.areas.smallArea[left] != country.areas.smallArea[right] || country.isForest(edge.left) != country.isForest(edge.right)) kinds[e] = Line::Border;
        if (country.roads.way[e] >= Way::Rural || country.roads.rail[e]) kinds[e] = Line::Road;
        if (terrain.river[e]) kinds[e] = Line::River;
        if (terrain.ground[left] != terrain.ground[right]) kinds[e] = Line::Shore;
        if (country.roads.way[e] == Way::Street) kinds[e] = Line::Street;
        if (country.roads.way[e] >= Way::Rural && terrain.town[left] >= 0 && terrain.town[right] >= 0) kinds[e] = Line::Street;
    }
    return kinds;
}

/// Parts and draws the district; `targets` is how much ground each board's cells are to have.
std::array<double, kBoardCount> draw(Country& country, const Mesh& rough, const std::array<double, kBoardCount>& targets)
{
    country.mesh = rough;
    country.areas = partDistrict(country.mesh, country.terrain, country.figures, barriers(country), targets);
    country.outline = std::make_unique<Outline>(country.mesh, lineKinds(country));
    std::array<double, kBoardCount> measured{};
    for (std::size_t b = 0; b < kBoardCount; ++b) measured[b] = squareMetres(country.board(b)) * 1e-6;
    return measured;
}

} // namespace

bool Country::isForest(int cell) const
{
    const Cell& c = mesh.cells[static_cast<std::size_t>(cell)];
    double sum = 0;
    for (const int corner : c.corners) sum += terrain.height[static_cast<std::size_t>(corner)];
    return terrain.ground[static_cast<std::size_t>(cell)] == Ground::Land && areas.board[static_cast<std::size_t>(cell)] >= 0 && sum > kForestAbove * static_cast<double>(c.corners.size());
}

Shapes Country::board(std::size_t index) const
{
    return outline->merge([&](int cell) { return areas.board[static_cast<std::size_t>(cell)] == static_cast<int>(index); });
}

Shapes Country::smallArea(std::size_t index) const
{
    return outline->merge([&](int cell) { return areas.smallArea[static_cast<std::size_t>(cell)] == static_cast<int>(index); });
}

Shapes Country::smallAreas(const std::function<bool(const SmallAreaFigures&)>& which) const
{
    std::vector<bool> chosen;
    for (const SmallAreaFigures& area : figures.smallAreas) chosen.push_back(which(area));
    return outline->merge([&](int cell) {
        const int area = areas.smallArea[static_cast<std::size_t>(cell)];
        return area >= 0 && chosen[static_cast<std::size_t>(area)];
    });
}

std::vector<int> Country::builtCells(std::size_t board) const
{
    std::vector<int> built;
    std::vector<int> dry;
    for (std::size_t c = 0; c < mesh.cells.size(); ++c) {
        if (areas.board[c] != static_cast<int>(board) || terrain.ground[c] != Ground::Land || mesh.cells[c].squareMetres > 400'000) continue;
        (terrain.town[c] >= 0 ? built : dry).push_back(static_cast<int>(c));
    }
    return built.size() >= 12 ? built : dry;
}

Spot Country::spotIn(int cell, Dice& dice) const
{
    const Cell& home = mesh.cells[static_cast<std::size_t>(cell)];
    Spot mean;
    for (const int corner : home.corners) mean = mean + mesh.corners[static_cast<std::size_t>(corner)].at;
    mean = mean * (1.0 / static_cast<double>(home.corners.size()));
    const Spot corner = mesh.corners[static_cast<std::size_t>(dice.pick(home.corners))].at;
    return onGrid(mean + (corner - mean) * dice.between(0, 0.6));
}

std::unique_ptr<Country> makeCountry()
{
    auto country = std::make_unique<Country>();
    country->figures = drawFigures();
    const Mesh rough = voronoiMesh(meshSites(), kMergeBelow);
    country->terrain = shapeTerrain(rough);
    country->roads = layRoads(rough, country->terrain);
    std::array<double, kBoardCount> targets{};
    for (std::size_t b = 0; b < kBoardCount; ++b) targets[b] = kBoards[b].squareKilometres;
    for (int round = 0; round < kCalibrations; ++round) {
        const auto measured = draw(*country, rough, targets);
        for (std::size_t b = 0; b < kBoardCount; ++b) targets[b] += kBoards[b].squareKilometres - measured[b];
    }
    draw(*country, rough, targets);
    return country;
}

} // namespace hereabouts::sample
