// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/roads.h"

#include "data/samples/builder/dice.h"
#include "data/samples/builder/towns.h"

#include <queue>

namespace hereabouts::sample {

namespace {

constexpr double kForbidden = 1e9;

class RoadLayer {
public:
    RoadLayer(const Mesh& mesh, const Terrain& terrain) : m_mesh(mesh), m_terrain(terrain)
    {
        m_roads.way.assign(mesh.edges.size(), Way::None);
        m_roads.rail.assign(mesh.edges.size(), false);
        for (std::size_t e = 0; e < mesh.edges.size(); ++e) {
            const Edge& edge = mesh.edges[e];
            if (edge.left >= 0 && edge.right >= 0 && terrain.town[static_cast<std::size_t>(edge.left)] >= 0 && terrain.town[static_cast<std::size_t>(edge.right)] >= 0
                && !terrain.river[e] && !wet(static_cast<int>(e))) {
                m_roads.way[e] = Way::Street;
            }
        }
    }

    [[nodiscard]] int cornerNear(Spot spot) const
    {
        double least = 1e18;
        int best = 0;
        for (std::size_t c = 0; c < m_mesh.corners.size(); ++c) {
            const double away = apart(m_mesh.corners[c].at, spot);
            if (away >= least || m_terrain.height[c] <= 0.6) continue;
            least = away;
            best = static_cast<int>(c);
        }
        return best;
    }

    /// Lays a way from one spot to another, along what is there where that is no great detour.
    void join(Spot from, Spot to, Way way)
    {
        const int goal = cornerNear(to);
        mark(search(cornerNear(from), [&](int corner) { return corner == goal; }, way), way);
    }

    /// Lays a way from a spot to the nearest road of any kind but streets.
    void reach(Spot from, Way way)
    {
        const auto onRoad = [&](int corner) {
            return std::ranges::any_of(m_mesh.corners[static_cast<std::size_t>(corner)].edges, [&](int e) { return m_roads.way[static_cast<std::size_t>(e)] > Way::Street; });
        };
        mark(search(cornerNear(from), onRoad, way), way);
    }

    void layRail(const std::vector<Spot>& stations)
    {
        for (std::size_t i = 0; i + 1 < stations.size(); ++i) {
            const int goal = cornerNear(stations[i + 1]);
            m_forRail = true;
            for (const int e : search(cornerNear(stations[i]), [&](int corner) { return corner == goal; }, Way::Highway)) m_roads.rail[static_cast<std::size_t>(e)] = true;
            m_forRail = false;
        }
    }

    [[nodiscard]] Roads take() { return std::move(m_roads); }

private:
    [[nodiscard]] bool wet(int e) const
    {
        const Edge& edge = m_mesh.edges[static_cast<std::size_t>(e)];
        return edge.left < 0 || edge.right < 0 || m_terrain.isWater(edge.left) || m_terrain.isWater(edge.right);
    }

    [[nodiscard]] double cost(int e, Way way) const
    {
        const Edge& edge = m_mesh.edges[static_cast<std::size_t>(e)];
        const Corner& a = m_mesh.corners[static_cast<std::size_t>(edge.from)];
        const Corner& b = m_mesh.corners[static_cast<std::size_t>(edge.to)];
        const double size = apart(a.at, b.at) + 1;
        if (edge.left < 0 || edge.right < 0 || (m_terrain.isWater(edge.left) && m_terrain.isWater(edge.right))) return kForbidden;
        const double grade = std::abs(m_terrain.height[static_cast<std::size_t>(edge.from)] - m_terrain.height[static_cast<std::size_t>(edge.to)]) / size;
        double effort = size * (1 + 60 * grade * grade * (m_forRail ? 6 : 1) + 5 * grade);
        if (wet(e)) effort *= 5;
        if (m_terrain.river[static_cast<std::size_t>(e)]) effort *= 8;
        const Way there = m_roads.way[static_cast<std::size_t>(e)];
        if (m_forRail) return there > Way::Street ? effort * 2.5 : there == Way::Street ? effort * 1.3 : effort;
        if (there >= way) return effort * 0.35;
        if (there > Way::Street) return effort * 0.5;
        return there == Way::Street ? effort * 0.8 : effort;
    }

    template <class Arrived> [[nodiscard]] std::vector<int> search(int start, const Arrived& arrived, Way way) const
    {
        std::vector<double> far(m_mesh.corners.size(), 1e18);
        std::vector<int> by(m_mesh.corners.size(), -1);
        using Entry = std::pair<double, int>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
        far[static_cast<std::size_t>(start)] = 0;
        open.push({0, start});
        while (!open.empty()) {
            const auto [here, corner] = open.top();
            open.pop();
            if (here > far[static_cast<std::size_t>(corner)]) continue;
            if (arrived(corner)) return walkBack(corner, start, by);
            for (const int e : m_mesh.corners[static_cast<std::size_t>(corner)].edges) {
                const double step = cost(e, way);
                const auto next = static_cast<std::size_t>(m_mesh.edges[static_cast<std::size_t>(e)].otherCorner(corner));
                if (step >= kForbidden || here + step >= far[next]) continue;
                far[next] = here + step;
                by[next] = e;
                open.push({far[next], static_cast<int>(next)});
            }
        }
        return {};
    }

    [[nodiscard]] std::vector<int> walkBack(int corner, int start, const std::vector<int>& by) const
    {
        std::vector<int> path;
        while (corner != start) {
            path.push_back(by[static_cast<std::size_t>(corner)]);
            corner = m_mesh.edges[static_cast<std::size_t>(path.back())].otherCorner(corner);
        }
        return path;
    }

    void mark(const std::vector<int>& path, Way way)
    {
        for (const int e : path) {
            Way& there = m_roads.way[static_cast<std::size_t>(e)];
            there = std::max(there, way);
        }
    }

    const Mesh& m_mesh;
    const Terrain& m_terrain;
    Roads m_roads;
    bool m_forRail = false;
};

Spot centreOf(std::string_view town) { return std::ranges::find(towns(), town, &Town::name)->centre; }

} // namespace

Roads layRoads(const Mesh& mesh, const Terrain& terrain)
{
    RoadLayer layer(mesh, terrain);
    // State Highway 42: over the hills from the east, through the valley and the towns, up the coast and out again.
    const std::vector<Spot> highway{{67'000, -4000}, {46'000, -9000}, centreOf("Kahikatea"), centreOf("Tōtara Flat"), centreOf("Port Kōwhai"), centreOf("Rimu Junction"),
        centreOf("Harakeke"), centreOf("Nīkau"), centreOf("Karaka Bay"), {44'000, 24'000}, {59'000, 16'000}};
    for (std::size_t i = 0; i + 1 < highway.size(); ++i) layer.join(highway[i], highway[i + 1], Way::Highway);
    const std::vector<std::pair<std::string_view, std::string_view>> arterials{{"Port Kōwhai", "The Heights"}, {"The Heights", "Marram Beach"}, {"Marram Beach", "Ponga"},
        {"Ponga", "Tōtara Flat"}, {"Ponga", "Fernside"}, {"Rimu Junction", "Kōwhai West"}, {"Port Kōwhai", "Kōwhai West"}, {"Rimu Junction", "Tōtara Flat"},
        {"Rimu Junction", "Raupō"}, {"Raupō", "Lakeside"}, {"Harakeke", "Flaxmill"}, {"Flaxmill", "Raupō"}, {"Lakeside", "Hinau"}, {"Kahikatea", "Mānuka Hills"},
        {"Mānuka Hills", "Hinau"}, {"Kahikatea", "Mataī Bridge"}, {"Lakeside", "Mānuka Hills"}, {"Fernside", "Kahikatea"}, {"Raupō", "Nīkau"}};
    for (const auto& [from, to] : arterials) layer.join(centreOf(from), centreOf(to), Way::Arterial);

    Dice dice(4242);
    int farms = 0;
    while (farms < 190) {
        const Spot p{dice.between(-20'000, 29'000), dice.between(-25'000, 30'000)};
        const bool steep = groundHeight(p) > 330;
        if (inland(p) < 0.4 || (steep && !dice.chance(0.25)) || townAt(p) >= 0) continue;
        layer.reach(p, Way::Rural);
        ++farms;
    }
    layer.layRail({{66'000, -1000}, {46'000, -6500}, {24'000, -9500}, centreOf("Kahikatea") + Spot{400, 500}, centreOf("Tōtara Flat") + Spot{300, 900},
        centreOf("Rimu Junction") + Spot{500, -700}, {-12'350, -2550}});
    layer.layRail({centreOf("Rimu Junction") + Spot{500, -700}, centreOf("Harakeke") + Spot{900, 0}});
    return layer.take();
}

} // namespace hereabouts::sample
