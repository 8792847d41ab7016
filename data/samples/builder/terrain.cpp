// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/terrain.h"

#include "data/samples/builder/towns.h"

#include <queue>

namespace hereabouts::sample {

namespace {

struct Ridge {
    Path line; // kilometres
    double height;
    double width;
};

const std::vector<Ridge> kRidges{
    {{{25, -31}, {22, -18}, {26, -6}, {23, 5}, {25, 16}, {29, 28}}, 880, 4.2},
    {{{-1, -19}, {5, -17.5}, {10, -19}, {17, -17.5}, {23, -15}}, 430, 2.2},
    {{{24, -3}, {15, -4.5}, {8, -3}, {2, -3.6}}, 360, 2.0},
    {{{-19, -6}, {-15, -7.4}, {-9.5, -8.8}, {-3, -10.5}, {2, -11.5}}, 190, 1.2},
    {{{-14, 21}, {-6, 19}, {3, 20.5}, {10, 18.5}, {24, 20}}, 400, 2.4},
    {{{40, -20}, {48, -6}, {44, 8}, {50, 20}}, 1100, 6},
};

struct Hollow {
    Spot middle; // kilometres
    double radius;
    double depth;
};

const std::vector<Hollow> kHollows{{{3.4, 9.2}, 2.5, 95}, {{7.8, 5.4}, 1.9, 80}, {{1.2, 4.0}, 1.0, 50}, {{11.5, 11.2}, 1.3, 70}, {{-2.6, 10.6}, 0.8, 45},
    {{19.5, 5.5}, 0.9, 160}, {{12.5, -13.4}, 0.6, 60}};

/// Only the hollows meant as lakes hold water; the small ones that noise makes have silted up.
bool inHollow(Spot p)
{
    return std::ranges::any_of(kHollows, [&](const Hollow& hollow) { return apart(p * 0.001, hollow.middle) < 1.5 * hollow.radius; });
}

constexpr double kLakeDepth = 5.0;         // metres of filling that make standing water a lake
constexpr double kLeastLake = 350'000;     // square metres
constexpr double kRiverCatchment = 9.0;    // square kilometres

/// Cells at sea that the open sea reaches; what it does not reach is low ground.
void floodSea(const Mesh& mesh, Terrain& terrain)
{
    std::vector<bool> low(mesh.cells.size());
    std::vector<int> reached;
    for (std::size_t c = 0; c < mesh.cells.size(); ++c) {
        low[c] = inland(mesh.cells[c].site) <= 0 && terrain.town[c] < 0;
        const bool outermost = std::ranges::any_of(mesh.cells[c].edges, [&](int e) { return mesh.edges[static_cast<std::size_t>(e)].right < 0; });
        if (outermost) reached.push_back(static_cast<int>(c));
    }
    for (const int c : reached) terrain.ground[static_cast<std::size_t>(c)] = Ground::Sea;
    for (std::size_t next = 0; next < reached.size(); ++next) {
        for (const int e : mesh.cells[static_cast<std::size_t>(reached[next])].edges) {
            const int n = mesh.edges[static_cast<std::size_t>(e)].otherCell(reached[next]);
            if (n < 0 || !low[static_cast<std::size_t>(n)] || terrain.ground[static_cast<std::size_t>(n)] == Ground::Sea) continue;
            terrain.ground[static_cast<std::size_t>(n)] = Ground::Sea;
            reached.push_back(n);
        }
    }
}

bool touchesSea(const Mesh& mesh, const Terrain& terrain, const Corner& corner)
{
    return std::ranges::any_of(corner.edges, [&](int e) {
        const Edge& edge = mesh.edges[static_cast<std::size_t>(e)];
        const auto sea = [&](int cell) { return cell < 0 || terrain.ground[static_cast<std::size_t>(cell)] == Ground::Sea; };
        return sea(edge.left) || sea(edge.right);
    });
}

/// Fills hollows to their rims; returns corners in the order the water would climb, so that each comes after the one it runs to.
std::vector<int> fillHollows(const Mesh& mesh, Terrain& terrain, std::vector<double>& filled)
{
    using Entry = std::pair<double, int>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    std::vector<bool> seen(mesh.corners.size());
    for (std::size_t c = 0; c < mesh.corners.size(); ++c) {
        if (!touchesSea(mesh, terrain, mesh.corners[c])) continue;
        seen[c] = true;
        filled[c] = 0;
        open.push({0, static_cast<int>(c)});
    }
    std::vector<int> order;
    while (!open.empty()) {
        const auto [level, corner] = open.top();
        open.pop();
        order.push_back(corner);
        for (const int e : mesh.corners[static_cast<std::size_t>(corner)].edges) {
            const auto next = static_cast<std::size_t>(mesh.edges[static_cast<std::size_t>(e)].otherCorner(corner));
            if (seen[next]) continue;
            seen[next] = true;
            filled[next] = std::max(terrain.height[next], level + 0.01);
            terrain.downstream[next] = corner;
            open.push({filled[next], static_cast<int>(next)});
        }
    }
    return order;
}

void findLakes(const Mesh& mesh, Terrain& terrain, const std::vector<double>& filled)
{
    std::vector<bool> deep(mesh.cells.size());
    for (std::size_t c = 0; c < mesh.cells.size(); ++c) {
        if (terrain.ground[c] == Ground::Sea || terrain.town[c] >= 0 || !inHollow(mesh.cells[c].site)) continue;
        double depth = 0;
        for (const int corner : mesh.cells[c].corners) depth += filled[static_cast<std::size_t>(corner)] - terrain.height[static_cast<std::size_t>(corner)];
        deep[c] = depth / static_cast<double>(mesh.cells[c].corners.size()) > kLakeDepth;
    }
    for (std::size_t start = 0; start < mesh.cells.size(); ++start) {
        if (!deep[start] || terrain.lake[start] >= 0) continue;
        std::vector<int> cells{static_cast<int>(start)};
        double area = 0;
        deep[start] = false;
        for (std::size_t next = 0; next < cells.size(); ++next) {
            const Cell& cell = mesh.cells[static_cast<std::size_t>(cells[next])];
            area += cell.squareMetres;
            for (const int e : cell.edges) {
                const int n = mesh.edges[static_cast<std::size_t>(e)].otherCell(cells[next]);
                if (n < 0 || !deep[static_cast<std::size_t>(n)]) continue;
                deep[static_cast<std::size_t>(n)] = false;
                cells.push_back(n);
            }
        }
        if (area < kLeastLake) continue;
        for (const int c : cells) {
            terrain.ground[static_cast<std::size_t>(c)] = Ground::Lake;
            terrain.lake[static_cast<std::size_t>(c)] = terrain.lakes;
        }
        ++terrain.lakes;
    }
}

void runRivers(const Mesh& mesh, Terrain& terrain, const std::vector<int>& order)
{
    for (const Cell& cell : mesh.cells) {
        if (inland(cell.site) <= 0) continue;
        for (const int corner : cell.corners) {
            terrain.catchment[static_cast<std::size_t>(corner)] += cell.squareMetres * 1e-6 / static_cast<double>(cell.corners.size());
        }
    }
    for (auto corner = order.rbegin(); corner != order.rend(); ++corner) {
        const int next = terrain.downstream[static_cast<std::size_t>(*corner)];
        if (next >= 0) terrain.catchment[static_cast<std::size_t>(next)] += terrain.catchment[static_cast<std::size_t>(*corner)];
    }
    for (std::size_t c = 0; c < mesh.corners.size(); ++c) {
        if (terrain.downstream[c] < 0 || terrain.catchment[c] < kRiverCatchment) continue;
        const int e = mesh.edgeBetween(static_cast<int>(c), terrain.downstream[c]);
        const Edge& edge = mesh.edges[static_cast<std::size_t>(e)];
        const bool open = edge.left >= 0 && edge.right >= 0 && (terrain.isWater(edge.left) || terrain.isWater(edge.right));
        terrain.river[static_cast<std::size_t>(e)] = !open;
    }
}

} // namespace

double groundHeight(Spot p)
{
    const Spot km = p * 0.001;
    const double in = std::max(0.0, inland(p));
    double height = 3 + 9 * std::min(in, 12.0);
    double hills = 0;
    for (const Ridge& ridge : kRidges) {
        const double part = fromPath(km, ridge.line) / ridge.width;
        hills += ridge.height / (1 + part * part * part);
    }
    const double shore = std::min(1.0, in / 1.2);
    height += shore * hills * (1 + 0.55 * rugged(p, 4200, 4, 21)) + shore * (14 + 0.12 * hills) * rugged(p, 1800, 3, 22);
    for (const Hollow& hollow : kHollows) {
        const double part = apart(km, hollow.middle) / (hollow.radius * (1 + 0.35 * rugged(p, 2200, 3, 23)));
        if (part < 1) height -= hollow.depth * (1 - part * part);
    }
    return std::max(0.5, height);
}

Terrain shapeTerrain(const Mesh& mesh)
{
    Terrain terrain{.ground = std::vector<Ground>(mesh.cells.size(), Ground::Land), .lake = std::vector<int>(mesh.cells.size(), -1),
        .height = std::vector<double>(mesh.corners.size()), .downstream = std::vector<int>(mesh.corners.size(), -1),
        .catchment = std::vector<double>(mesh.corners.size()), .river = std::vector<bool>(mesh.edges.size())};
    for (const Cell& cell : mesh.cells) terrain.town.push_back(inland(cell.site) > 0.03 ? townAt(cell.site) : -1);
    floodSea(mesh, terrain);
    for (std::size_t c = 0; c < mesh.corners.size(); ++c) terrain.height[c] = groundHeight(mesh.corners[c].at);
    std::vector<double> filled(mesh.corners.size());
    const std::vector<int> order = fillHollows(mesh, terrain, filled);
    findLakes(mesh, terrain, filled);
    runRivers(mesh, terrain, order);
    return terrain;
}

} // namespace hereabouts::sample
