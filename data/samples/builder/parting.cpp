// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/parting.h"

#include "data/samples/builder/dice.h"
#include "data/samples/builder/towns.h"

#include <numeric>
#include <queue>
#include <tuple>

namespace hereabouts::sample {

namespace {

struct Cut {
    std::string_view first;  ///< Boards of the first piece, blank apart; the rest is the second piece.
    Path firstPoles;         ///< kilometres
    Path secondPoles;
    Path shape;              ///< Instead of poles: the first piece's outline as a hand would draw it, kilometres, grown or shrunk until it has its ground.
};

// From the whole district down to single boards.
const std::vector<Cut> kCuts{
    {"MAN", {{25, -2}}, {{-14, 1}}},
    {"NIK", {{-1, 26}}, {{-1, -14}}},
    {"KAH", {{9, -13}, {3, -9.5}, {3, -17}}, {{-6, -11}, {-4.5, -18}, {-1.5, -6.5}, {6, 1}}},
    {"PKC PKW PKH TOT RIM MAR PON", {}, {}, {{-16, -0.9}, {-16, 1.2}, {-14.5, 2.2}, {-10.5, 3.4}, {-6.9, 3.1}, {-6.3, 0.6}, {-5, -1.7}, {-2.6, -3}, {-1, -6.3}, {2.2, -7.4},
        {2.2, -12}, {-1, -25}, {-24, -25}, {-24, -6}, {-18.6, -3.4}}},
    {"HAR", {{-17, 8}}, {{12, 6}}},
    {"PKC PKW PKH", {}, {}, {{-18.4, -4.2}, {-17.6, -6.2}, {-14.6, -6.2}, {-12, -5.1}, {-10.5, -4.5}, {-10.2, -3.2}, {-10.3, -1.8}, {-11.2, -0.8}, {-12.1, 0.1}, {-12.6, 1.1},
        {-13.7, 1.6}, {-15.4, 1.3}, {-15.6, -0.9}, {-14, -1}, {-12.4, -2.2}, {-15, -3.3}}},
    {"MAR PON", {{-14, -9}, {-8, -13}, {-5, -18}}, {{-5, -4}, {-9, 1}, {-1.5, -7}}},
    {"PON", {{-7, -13}, {-5, -18}}, {{-14.5, -9}}},
    {"TOT", {{-5.5, -4.5}, {-0.5, -7.5}}, {{-8.5, 1}}},
    {"PKW", {}, {}, {{-16, -1.2}, {-16, 1.8}, {-12.4, 1.8}, {-11.9, 0.2}, {-11.4, -0.7}, {-12.4, -1.3}}},
    {"PKC", {}, {}, {{-12.8, -2.2}, {-12, -0.9}, {-10, -1.2}, {-9.8, -4.6}, {-12.2, -5.2}, {-13.3, -3.2}}},
};

struct Axis {
    std::string_view board;
    Spot start; // kilometres
    Spot end;
};

// Which way the small areas are numbered, so that communities that reach over a board line do so where they meet.
const std::vector<Axis> kAxes{{"PKC", {-11.3, -1}, {-13, -5.5}}, {"PKW", {-17, 1}, {-11, 1}}, {"PKH", {-18.5, -4.5}, {-13.5, -6.5}}, {"MAR", {-17, -8}, {-9, -14}},
    {"TOT", {-6, -7}, {-4.5, -1}}, {"RIM", {-10, 0}, {-4, 5}}, {"KAH", {-2, -10}, {16, -12}}, {"MAN", {22, -26}, {24, 20}}, {"NIK", {-17, 22}, {20, 22}},
    {"HAR", {-17, 5}, {-5, 13}}, {"PON", {-11, -13}, {-4, -21}}, {"RAU", {-3, 8}, {14, 5}}};

double densityAt(const Terrain& terrain, std::size_t cell, Spot site)
{
    if (terrain.ground[cell] == Ground::Lake) return 0.00005;
    if (terrain.town[cell] >= 0) {
        const Town& town = towns()[static_cast<std::size_t>(terrain.town[cell])];
        return 1.2 - 0.7 * apart(site, town.centre) / town.radius;
    }
    const double away = fromTowns(site);
    return 0.004 + 0.09 / (1 + (away / 700) * (away / 700));
}

std::vector<int> mainland(const Mesh& mesh, const Terrain& terrain)
{
    std::vector<int> found;
    std::vector<bool> seen(mesh.cells.size());
    for (std::size_t start = 0; start < mesh.cells.size(); ++start) {
        if (seen[start] || terrain.ground[start] == Ground::Sea) continue;
        std::vector<int> piece{static_cast<int>(start)};
        seen[start] = true;
        for (std::size_t next = 0; next < piece.size(); ++next) {
            for (const int e : mesh.cells[static_cast<std::size_t>(piece[next])].edges) {
                const int n = mesh.edges[static_cast<std::size_t>(e)].otherCell(piece[next]);
                if (n < 0 || seen[static_cast<std::size_t>(n)] || terrain.ground[static_cast<std::size_t>(n)] == Ground::Sea) continue;
                seen[static_cast<std::size_t>(n)] = true;
                piece.push_back(n);
            }
        }
        if (piece.size() > found.size()) found = std::move(piece);
    }
    return found;
}

/// Parts one board into its small areas.
class SmallAreaParter {
public:
    SmallAreaParter(const Mesh& mesh, const Parter& parter, const Figures& figures, const std::vector<double>& density, std::size_t board, std::vector<int>& smallArea)
        : m_mesh(mesh), m_parter(parter), m_figures(figures), m_density(density), m_smallArea(smallArea)
    {
        const auto axis = std::ranges::find(kAxes, kBoards[board].code, &Axis::board);
        m_along = axis->end - axis->start;
        while (m_figures.smallAreas[m_first].board != board) ++m_first;
        m_last = m_first;
        while (m_last < m_figures.smallAreas.size() && m_figures.smallAreas[m_last].board == board) ++m_last;
        for (const CommunityPlan& community : communityPlans()) {
            for (std::size_t i = m_first + 1; i < m_last; ++i) {
                if (Figures::belongs(community, m_figures.smallAreas[i]) != Figures::belongs(community, m_figures.smallAreas[i - 1])) m_breaks.push_back(i);
            }
        }
    }

    void run(const std::vector<int>& cells) { divide(cells, m_first, m_last); }

private:
    void divide(const std::vector<int>& cells, std::size_t low, std::size_t high)
    {
        if (high - low == 1) {
            for (const int c : cells) m_smallArea[static_cast<std::size_t>(c)] = static_cast<int>(low);
            return;
        }
        const std::size_t centre = (low + high) / 2;
        std::size_t cut = 0;
        for (const std::size_t at : m_breaks) {
            const auto off = [&](std::size_t i) { return i > centre ? i - centre : centre - i; };
            if (low < at && at < high && (cut == 0 || off(at) < off(cut))) cut = at;
        }
        Spot way = cut != 0 ? m_along : longestWay(cells);
        if (dot(way, m_along) < 0) way = way * -1;
        if (cut == 0) cut = centre;
        const auto people = [&](std::size_t from, std::size_t to) {
            double sum = 0;
            for (std::size_t i = from; i < to; ++i) sum += m_figures.smallAreas[i].people;
            return sum;
        };
        double all = 0;
        for (const int c : cells) all += m_density[static_cast<std::size_t>(c)];
        const double share = people(low, cut) / people(low, high);
        const auto reach = [&](int c) { return dot(m_mesh.cells[static_cast<std::size_t>(c)].site, way); };
        const auto [start, end] = std::ranges::minmax_element(cells, {}, reach);
        const Parter::Pieces pieces = m_parter.part(cells, {*start}, {*end}, m_density, share * all, cut - low, high - cut);
        divide(pieces.first, low, cut);
        divide(pieces.second, cut, high);
    }

    /// Direction in which cells, weighed by their people, spread the most.
    [[nodiscard]] Spot longestWay(const std::vector<int>& cells) const
    {
        Spot mean;
        double weight = 0;
        for (const int c : cells) {
            const double w = m_density[static_cast<std::size_t>(c)];
            mean = mean + m_mesh.cells[static_cast<std::size_t>(c)].site * w;
            weight += w;
        }
        mean = mean * (1 / weight);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (const int c : cells) {
            const Spot off = m_mesh.cells[static_cast<std::size_t>(c)].site - mean;
            const double w = m_density[static_cast<std::size_t>(c)];
            xx += w * off.x * off.x;
            xy += w * off.x * off.y;
            yy += w * off.y * off.y;
        }
        const double larger = (xx + yy) / 2 + std::sqrt((xx - yy) * (xx - yy) / 4 + xy * xy);
        if (xy == 0) return xx > yy ? Spot{1, 0} : Spot{0, 1};
        return {larger - yy, xy};
    }

    const Mesh& m_mesh;
    const Parter& m_parter;
    const Figures& m_figures;
    const std::vector<double>& m_density;
    std::vector<int>& m_smallArea;
    Spot m_along;
    std::size_t m_first = 0;
    std::size_t m_last = 0;
    std::vector<std::size_t> m_breaks;
};

/// Islands go with the nearest ground of the mainland, if that is in the district.
void annexIslands(const Mesh& mesh, const Terrain& terrain, const std::vector<int>& mainlandCells, Areas& areas)
{
    std::vector<bool> main(mesh.cells.size());
    for (const int c : mainlandCells) main[static_cast<std::size_t>(c)] = true;
    for (std::size_t c = 0; c < mesh.cells.size(); ++c) {
        if (main[c] || terrain.ground[c] == Ground::Sea) continue;
        const int host = *std::ranges::min_element(mainlandCells, {}, [&](int m) { return apart(mesh.cells[static_cast<std::size_t>(m)].site, mesh.cells[c].site); });
        areas.board[c] = areas.board[static_cast<std::size_t>(host)];
        areas.smallArea[c] = areas.smallArea[static_cast<std::size_t>(host)];
    }
}

} // namespace

Parter::Parter(const Mesh& mesh, const std::vector<double>& barrier) : m_mesh(mesh)
{
    for (std::size_t e = 0; e < mesh.edges.size(); ++e) {
        const Edge& edge = mesh.edges[e];
        if (edge.left < 0 || edge.right < 0) {
            m_crossing.push_back(0);
            continue;
        }
        const Spot a = mesh.cells[static_cast<std::size_t>(edge.left)].site;
        const Spot b = mesh.cells[static_cast<std::size_t>(edge.right)].site;
        const double climb = std::abs(groundHeight(a) - groundHeight(b));
        const double chance = static_cast<double>(Dice::mix(e) >> 11) * 0x1.0p-53;
        const double wander = 0.7 * rugged(middle(a, b), 3500, 3, 41); // so that lines across open country are not drawn with a ruler
        m_crossing.push_back(apart(a, b) * (1.0 + 0.3 * chance + wander + barrier[e]) + 2 * climb);
    }
}

std::vector<double> Parter::distances(const std::vector<int>& cells, const std::vector<int>& poles) const
{
    std::vector<double> distance(m_mesh.cells.size(), -1); // -1: not among the cells
    for (const int c : cells) distance[static_cast<std::size_t>(c)] = 1e18;
    using Entry = std::pair<double, int>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    for (const int pole : poles) {
        distance[static_cast<std::size_t>(pole)] = 0;
        open.push({0, pole});
    }
    while (!open.empty()) {
        const auto [far, cell] = open.top();
        open.pop();
        if (far > distance[static_cast<std::size_t>(cell)]) continue;
        for (const int e : m_mesh.cells[static_cast<std::size_t>(cell)].edges) {
            const int n = m_mesh.edges[static_cast<std::size_t>(e)].otherCell(cell);
            if (n < 0) continue;
            const double further = far + m_crossing[static_cast<std::size_t>(e)];
            if (further >= distance[static_cast<std::size_t>(n)]) continue;
            distance[static_cast<std::size_t>(n)] = further;
            open.push({further, n});
        }
    }
    return distance;
}

Parter::Pieces Parter::part(const std::vector<int>& cells, const std::vector<int>& firstPoles, const std::vector<int>& secondPoles, const std::vector<double>& weight, double firstWeight,
    std::size_t leastFirst, std::size_t leastSecond) const
{
    const std::vector<double> fromFirst = distances(cells, firstPoles);
    const std::vector<double> fromSecond = distances(cells, secondPoles);
    std::vector<int> order = cells;
    // Along a shortest way to the first pole this difference never grows, so both pieces stay connected wherever the line falls
    // (but for ways of equal length, whose strays change sides below).
    const auto lean = [&](int c) { return fromFirst[static_cast<std::size_t>(c)] - fromSecond[static_cast<std::size_t>(c)]; };
    // Behind a pole all cells lean alike but for rounding: there the nearer come first.
    const auto rank = [&](int c) { return std::tuple{std::nearbyint(lean(c) * 8), fromFirst[static_cast<std::size_t>(c)], c}; };
    std::ranges::sort(order, {}, rank);
    std::size_t count = 0;
    double sum = 0;
    while (count < order.size() && sum + weight[static_cast<std::size_t>(order[count])] / 2 < firstWeight) sum += weight[static_cast<std::size_t>(order[count++])];
    count = std::clamp(count, leastFirst, order.size() - leastSecond);
    const auto line = order.begin() + static_cast<std::ptrdiff_t>(count);
    return {.first = {order.begin(), line}, .second = {line, order.end()}};
}

Parter::Pieces Parter::carve(const std::vector<int>& cells, const Path& shape, const std::vector<double>& weight, double firstWeight) const
{
    Path ring;
    for (const Spot corner : shape) ring.push_back(corner * 1000);
    std::vector<double> outside(m_mesh.cells.size());
    for (const int c : cells) {
        const Spot site = m_mesh.cells[static_cast<std::size_t>(c)].site;
        double away = 1e9;
        for (std::size_t i = 0; i < ring.size(); ++i) away = std::min(away, fromSegment(site, ring[i], ring[(i + 1) % ring.size()]));
        outside[static_cast<std::size_t>(c)] = (inside(site, ring) ? -away : away) + 260 * rugged(site, 1500, 2, 43);
    }
    std::vector<int> order = cells;
    std::ranges::sort(order, {}, [&](int c) { return std::pair{outside[static_cast<std::size_t>(c)], c}; });
    std::size_t count = 0;
    double sum = 0;
    while (count < order.size() && sum + weight[static_cast<std::size_t>(order[count])] / 2 < firstWeight) sum += weight[static_cast<std::size_t>(order[count++])];
    const auto line = order.begin() + static_cast<std::ptrdiff_t>(count);
    Pieces pieces{.first = {order.begin(), line}, .second = {line, order.end()}};
    dropStrays(pieces.first, pieces.second);
    dropStrays(pieces.second, pieces.first);
    return pieces;
}

void Parter::dropStrays(std::vector<int>& piece, std::vector<int>& other) const
{
    std::vector<int> group(m_mesh.cells.size(), -2); // -2: not of this piece; -1: not seen
    for (const int c : piece) group[static_cast<std::size_t>(c)] = -1;
    std::vector<int> sizes;
    for (const int start : piece) {
        if (group[static_cast<std::size_t>(start)] != -1) continue;
        const int number = static_cast<int>(sizes.size());
        std::vector<int> reached{start};
        group[static_cast<std::size_t>(start)] = number;
        for (std::size_t next = 0; next < reached.size(); ++next) {
            for (const int e : m_mesh.cells[static_cast<std::size_t>(reached[next])].edges) {
                const int n = m_mesh.edges[static_cast<std::size_t>(e)].otherCell(reached[next]);
                if (n < 0 || group[static_cast<std::size_t>(n)] != -1) continue;
                group[static_cast<std::size_t>(n)] = number;
                reached.push_back(n);
            }
        }
        sizes.push_back(static_cast<int>(reached.size()));
    }
    const auto largest = static_cast<int>(std::ranges::max_element(sizes) - sizes.begin());
    for (const int c : piece) {
        if (group[static_cast<std::size_t>(c)] != largest) other.push_back(c);
    }
    std::erase_if(piece, [&](int c) { return group[static_cast<std::size_t>(c)] != largest; });
}

std::vector<int> Parter::nearest(const std::vector<int>& cells, const Path& spots) const
{
    std::vector<int> found;
    for (const Spot spot : spots) {
        found.push_back(*std::ranges::min_element(cells, {}, [&](int c) { return apart(m_mesh.cells[static_cast<std::size_t>(c)].site, spot * 1000); }));
    }
    return found;
}

Areas partDistrict(const Mesh& mesh, const Terrain& terrain, const Figures& figures, const std::vector<double>& barrier,
    const std::array<double, kBoardCount>& squareKilometres)
{
    const Parter parter(mesh, barrier);
    std::vector<double> ground(mesh.cells.size());
    std::vector<double> density(mesh.cells.size());
    for (std::size_t c = 0; c < mesh.cells.size(); ++c) {
        ground[c] = mesh.cells[c].squareMetres * 1e-6;
        density[c] = ground[c] * densityAt(terrain, c, mesh.cells[c].site);
    }
    Areas areas{.board = std::vector<int>(mesh.cells.size(), -1), .smallArea = std::vector<int>(mesh.cells.size(), -1)};
    const std::vector<int> main = mainland(mesh, terrain);
    const double whole = std::accumulate(squareKilometres.begin(), squareKilometres.end(), 0.0);
    std::vector<int> rest = parter.part(main, parter.nearest(main, {{-4, 0}}), parter.nearest(main, {{52, 0}}), ground, whole).first;

    std::vector<std::pair<std::vector<int>, std::vector<std::size_t>>> pieces(1);
    pieces[0].first = std::move(rest);
    for (std::size_t b = 0; b < kBoards.size(); ++b) pieces[0].second.push_back(b);
    for (const Cut& cut : kCuts) {
        // The piece that holds the boards cut off, found by its members.
        const auto piece = std::ranges::find_if(pieces, [&](const auto& p) {
            return std::ranges::any_of(p.second, [&](std::size_t b) { return cut.first.contains(kBoards[b].code); });
        });
        std::vector<std::size_t> taken;
        std::vector<std::size_t> left;
        double share = 0;
        for (const std::size_t b : piece->second) {
            const bool takes = cut.first.contains(kBoards[b].code);
            (takes ? taken : left).push_back(b);
            if (takes) share += squareKilometres[b];
        }
        const std::vector<int>& cells = piece->first;
        Parter::Pieces parts = !cut.shape.empty() ? parter.carve(cells, cut.shape, ground, share) : parter.part(cells, parter.nearest(cells, cut.firstPoles), parter.nearest(cells, cut.secondPoles), ground, share);
        *piece = {std::move(parts.second), left};
        pieces.emplace_back(std::move(parts.first), taken);
    }
    for (const auto& [cells, boards] : pieces) {
        for (const int c : cells) areas.board[static_cast<std::size_t>(c)] = static_cast<int>(boards.front());
        SmallAreaParter(mesh, parter, figures, density, boards.front(), areas.smallArea).run(cells);
    }
    annexIslands(mesh, terrain, main, areas);
    return areas;
}

} // namespace hereabouts::sample
