// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/community_ground.h"

#include <algorithm>
#include <cmath>
#include <queue>
#include <stdexcept>

namespace hereabouts::sample {

namespace {

/// Cells outside the district, nearest to Mānuka Hills first, until a community that has the hills has the given part of its ground outside.
std::vector<bool> groundBeyond(const Country& country, double insideSquareMetres, double share)
{
    const Mesh& mesh = country.mesh;
    std::vector<bool> taken(mesh.cells.size());
    using Entry = std::pair<double, int>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    // A shallow bulge over the middle of the border reads as a valley that the hills share; a round one reads as a mistake.
    const Spot heart{23'000, 3000};
    const auto order = [&](Spot site) { return 4.8 * (site.x - heart.x) * (site.x - heart.x) + (site.y - heart.y) * (site.y - heart.y); };
    const auto outside = [&](int cell) {
        return country.areas.board[static_cast<std::size_t>(cell)] < 0 && country.terrain.ground[static_cast<std::size_t>(cell)] == Ground::Land;
    };
    const auto offer = [&](int cell) {
        for (const int e : mesh.cells[static_cast<std::size_t>(cell)].edges) {
            const int n = mesh.edges[static_cast<std::size_t>(e)].otherCell(cell);
            if (n >= 0 && outside(n)) open.push({order(mesh.cells[static_cast<std::size_t>(n)].site), n});
        }
    };
    const int hills = static_cast<int>(boardIndex("MAN"));
    for (std::size_t c = 0; c < mesh.cells.size(); ++c) {
        if (country.areas.board[c] == hills) offer(static_cast<int>(c));
    }
    const double wanted = insideSquareMetres * share / (1 - share);
    double sum = 0;
    while (!open.empty() && sum < wanted) {
        const int cell = open.top().second;
        open.pop();
        if (taken[static_cast<std::size_t>(cell)]) continue;
        taken[static_cast<std::size_t>(cell)] = true;
        sum += mesh.cells[static_cast<std::size_t>(cell)].squareMetres;
        offer(cell);
    }
    return taken;
}

double turn(Spot a, Spot b, Spot c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

bool cross(Spot a, Spot b, Spot c, Spot d) { return (turn(a, b, c) > 0) != (turn(a, b, d) > 0) && (turn(c, d, a) > 0) != (turn(c, d, b) > 0); }

/// A slip of the pen: two neighbouring points exchanged where that makes the line cross itself most.
void crossOver(Path& ring)
{
    double widest = 0;
    std::size_t slip = 0;
    for (std::size_t i = 1; i + 2 < ring.size(); ++i) {
        const double wide = std::min(std::abs(turn(ring[i - 1], ring[i], ring[i + 1])), std::abs(turn(ring[i], ring[i + 1], ring[i + 2])));
        if (wide > widest && cross(ring[i - 1], ring[i + 1], ring[i], ring[i + 2])) {
            widest = wide;
            slip = i;
        }
    }
    if (slip == 0) throw std::logic_error("No line of this community can cross itself by one slip.");
    std::swap(ring[slip], ring[slip + 1]);
}

} // namespace

Shapes groundOf(const Country& country, const std::vector<Stretch>& where)
{
    return country.smallAreas([&](const SmallAreaFigures& area) { return Figures::belongs(where, area); });
}

Shapes lineOf(const Country& country, const CommunityPlan& community)
{
    if (community.where.empty()) return {};
    Shapes shapes = groundOf(country, community.where);
    if (community.code == "C14") {
        const std::vector<bool> beyond = groundBeyond(country, squareMetres(shapes), 0.04);
        shapes = country.outline->merge([&](int cell) {
            const int area = country.areas.smallArea[static_cast<std::size_t>(cell)];
            return beyond[static_cast<std::size_t>(cell)]
                || (area >= 0 && Figures::belongs(community, country.figures.smallAreas[static_cast<std::size_t>(area)]));
        });
    }
    if (community.code == "C16") crossOver(shapes[0].outer);
    return shapes;
}

} // namespace hereabouts::sample
