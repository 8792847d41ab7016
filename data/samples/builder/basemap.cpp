// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/chains.h"
#include "data/samples/builder/district.h"
#include "data/samples/builder/files.h"
#include "data/samples/builder/names.h"
#include "data/samples/builder/parcels.h"
#include "data/samples/builder/towns.h"

#include <array>
#include <numeric>

namespace hereabouts::sample {

namespace {

Json row(std::string_view feature, std::string_view name, int importance) { return {{"feature", feature}, {"name", name}, {"importance", importance}}; }

void addLand(const Country& country, FeatureFile& file)
{
    static constexpr std::array<std::string_view, 6> kIslands{"Flax Island", "Gannet Island", "Pilot Island", "Ferry Rock", "Tern Rock", "Shag Rock"};
    const Shapes land = country.outline->merge([&](int cell) { return country.terrain.ground[static_cast<std::size_t>(cell)] != Ground::Sea; });
    for (std::size_t i = 0; i < land.size(); ++i) {
        const std::string_view name = i > 0 && i <= kIslands.size() ? kIslands[i - 1] : "";
        file.add(row("land", name, i == 0 ? 1 : i < 4 ? 3 : 5), Shapes{land[i]});
    }
}

void addLakes(const Country& country, FeatureFile& file)
{
    static constexpr std::array<std::string_view, 8> kLakes{"Lake Raupō", "Lake Kākaho", "Mirror Lake", "Lake Toetoe", "Teal Lake", "Lake Hīnau", "Sedge Lake", "Eel Pond"};
    std::vector<Shapes> lakes;
    for (int i = 0; i < country.terrain.lakes; ++i) lakes.push_back(country.outline->merge([&](int cell) { return country.terrain.lake[static_cast<std::size_t>(cell)] == i; }));
    std::ranges::stable_sort(lakes, std::greater<>{}, [](const Shapes& lake) { return squareMetres(lake); });
    for (std::size_t i = 0; i < lakes.size(); ++i) file.add(row("lake", i < kLakes.size() ? kLakes[i] : "", i < 2 ? 2 : i < 5 ? 3 : 5), lakes[i]);
}

/// From each mouth up the branch that drains the most; the other branches are rivers of their own.
void addRivers(const Country& country, FeatureFile& file)
{
    static constexpr std::array<std::string_view, 14> kRivers{"Kōwhai River", "Ponga River", "Rimu River", "Harakeke Stream", "Miro Stream", "Toetoe Creek", "Raupō Stream",
        "Fern Creek", "Kahikatea Stream", "Karaka Stream", "Willow Creek", "Mill Stream", "Nīkau Stream", "Saddle Creek"};
    const Mesh& mesh = country.mesh;
    const Terrain& terrain = country.terrain;
    std::vector<int> order(mesh.corners.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::greater<>{}, [&](int c) { return terrain.catchment[static_cast<std::size_t>(c)]; });
    std::vector<bool> used(mesh.edges.size());
    const auto biggestInflow = [&](int corner) {
        int best = -1;
        for (const int e : mesh.corners[static_cast<std::size_t>(corner)].edges) {
            const int above = mesh.edges[static_cast<std::size_t>(e)].otherCorner(corner);
            if (!terrain.river[static_cast<std::size_t>(e)] || used[static_cast<std::size_t>(e)] || terrain.downstream[static_cast<std::size_t>(above)] != corner) continue;
            if (best < 0 || terrain.catchment[static_cast<std::size_t>(above)] > terrain.catchment[static_cast<std::size_t>(mesh.edges[static_cast<std::size_t>(best)].otherCorner(corner))]) best = e;
        }
        return best;
    };
    std::size_t named = 0;
    for (const int mouth : order) {
        for (int e = biggestInflow(mouth); e >= 0; e = biggestInflow(mouth)) {
            const double catchment = terrain.catchment[static_cast<std::size_t>(mesh.edges[static_cast<std::size_t>(e)].otherCorner(mouth))];
            Path line;
            int corner = mouth;
            for (int step = e; step >= 0; step = biggestInflow(corner)) {
                used[static_cast<std::size_t>(step)] = true;
                const Path part = country.outline->along(step, corner);
                line.insert(line.end(), part.begin() + (line.empty() ? 0 : 1), part.end());
                corner = mesh.edges[static_cast<std::size_t>(step)].otherCorner(corner);
            }
            std::ranges::reverse(line); // from spring to mouth
            const bool here = mesh.corners[static_cast<std::size_t>(mouth)].at.x < 27'000 && line.size() > 30;
            const std::string_view name = here && named < kRivers.size() ? kRivers[named++] : "";
            file.add(row("river", name, catchment > 120 ? 1 : catchment > 40 ? 2 : 4), std::vector<Path>{line});
        }
    }
}

int townOf(const Country& country, const Chain& chain)
{
    const Edge& edge = country.mesh.edges[static_cast<std::size_t>(chain.edges[chain.edges.size() / 2])];
    const int left = country.terrain.town[static_cast<std::size_t>(edge.left)];
    return left >= 0 ? left : country.terrain.town[static_cast<std::size_t>(edge.right)];
}

void addRoads(const Country& country, FeatureFile& file)
{
    StreetNames names(31);
    const Spot wharf{-12'350, -2550};
    for (const Way way : {Way::Highway, Way::Arterial, Way::Rural, Way::Street}) {
        std::vector<Chain> chains = chainEdges(country.mesh, *country.outline, [&](int e) { return country.roads.way[static_cast<std::size_t>(e)] == way; });
        std::ranges::stable_sort(chains, std::greater<>{}, &Chain::metres);
        bool rataGiven = false;
        bool wharfGiven = false;
        for (const Chain& chain : chains) {
            std::string name;
            const int town = townOf(country, chain);
            if (way == Way::Highway) name = "State Highway 42";
            else if (way == Way::Arterial && !rataGiven && fromPath(towns()[0].centre, chain.line) < 1500) {
                name = "Rata Road";
                rataGiven = true;
            } else if (way == Way::Street && !wharfGiven && town == 0 && fromPath(wharf, chain.line) < 450) {
                name = "Wharf Street";
                wharfGiven = true;
            } else if (way == Way::Street) {
                if (chain.metres > 150) name = names.street(town, chain.metres);
            } else {
                name = names.road();
            }
            const int importance = way == Way::Highway ? 1 : way == Way::Arterial ? 2 : way == Way::Rural ? 4 : town == 0 && chain.metres > 900 ? 5 : 6;
            file.add(row("road", name, importance), std::vector<Path>{chain.line});
        }
    }
    for (const Chain& chain : chainEdges(country.mesh, *country.outline, [&](int e) { return bool(country.roads.rail[static_cast<std::size_t>(e)]); })) {
        file.add(row("rail", "Port Line", 3), std::vector<Path>{chain.line});
    }
}

void addParks(const Country& country, FeatureFile& file)
{
    const Shapes forest = country.outline->merge([&](int cell) { return country.isForest(cell); });
    for (const Shape& shape : forest) {
        if (ringArea(shape.outer) > 3e6) file.add(row("park", "Mānuka Hills Forest Park", 2), Shapes{shape});
    }
    Dice dice(91);
    for (std::size_t c = 0; c < country.mesh.cells.size(); ++c) {
        if (!isPark(country, static_cast<int>(c))) continue;
        const std::string name = std::string(dice.pick(kPlants)) + (dice.chance(0.5) ? " Reserve" : " Park");
        file.add(row("park", name, 6), country.outline->merge([&](int cell) { return cell == static_cast<int>(c); }));
    }
}

} // namespace

void writeBasemap(const Country& country, const std::filesystem::path& folder)
{
    FeatureFile file;
    addLand(country, file);
    addLakes(country, file);
    addRivers(country, file);
    addParks(country, file);
    addRoads(country, file);
    for (const Town& town : towns()) file.add(row("town", town.name, town.importance), onGrid(town.centre));
    for (const Path& parcel : parcelsOf(country, boardIndex("PKC"))) file.add({{"feature", "parcel"}, {"importance", 8}}, Shapes{{.outer = parcel}});
    file.save(folder / "basemap.geojson");
}

} // namespace hereabouts::sample
