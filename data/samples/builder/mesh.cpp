// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/mesh.h"

#include "data/samples/builder/delaunay.h"

#include <map>
#include <numeric>

namespace hereabouts::sample {

namespace {

Spot circumcentre(Spot a, Spot b, Spot c)
{
    const Spot ab = b - a;
    const Spot ac = c - a;
    const double twice = 2 * cross(ab, ac);
    return {a.x + (ac.y * dot(ab, ab) - ab.y * dot(ac, ac)) / twice, a.y + (ab.x * dot(ac, ac) - ac.x * dot(ab, ab)) / twice};
}

/// Triangles whose centres all but coincide, found by following short sides: each gets the number of its group's first member.
std::vector<int> groupCentres(const std::vector<Triangle>& triangles, const std::vector<Spot>& centres, double mergeBelow)
{
    std::vector<int> leader(triangles.size());
    std::iota(leader.begin(), leader.end(), 0);
    const auto find = [&](int t) {
        while (leader[static_cast<std::size_t>(t)] != t) t = leader[static_cast<std::size_t>(t)];
        return t;
    };
    for (std::size_t t = 0; t < triangles.size(); ++t) {
        for (const int n : triangles[t].neighbours) {
            if (n < 0 || apart(centres[t], centres[static_cast<std::size_t>(n)]) >= mergeBelow) continue;
            const int a = find(static_cast<int>(t));
            const int b = find(n);
            leader[static_cast<std::size_t>(std::max(a, b))] = std::min(a, b);
        }
    }
    for (std::size_t t = 0; t < triangles.size(); ++t) leader[t] = find(static_cast<int>(t));
    return leader;
}

struct Centres {
    std::vector<int> cornerOf; ///< By triangle.
    std::vector<Corner> corners;
};

Centres makeCorners(const std::vector<Triangle>& triangles, const std::vector<Spot>& spots, double mergeBelow)
{
    std::vector<Spot> centres;
    for (const Triangle& t : triangles) {
        const auto at = [&](std::size_t i) { return spots[static_cast<std::size_t>(t.spots[i])]; };
        centres.push_back(circumcentre(at(0), at(1), at(2)));
    }
    const std::vector<int> leader = groupCentres(triangles, centres, mergeBelow);
    Centres made{.cornerOf = std::vector<int>(triangles.size(), -1)};
    std::vector<int> members;
    for (std::size_t t = 0; t < triangles.size(); ++t) {
        int& corner = made.cornerOf[static_cast<std::size_t>(leader[t])];
        if (corner < 0) {
            corner = static_cast<int>(made.corners.size());
            made.corners.push_back({});
            members.push_back(0);
        }
        made.cornerOf[t] = corner;
        Corner& c = made.corners[static_cast<std::size_t>(corner)];
        c.at = c.at + centres[t];
        ++members[static_cast<std::size_t>(corner)];
    }
    for (std::size_t c = 0; c < made.corners.size(); ++c) made.corners[c].at = made.corners[c].at * (1.0 / members[c]);
    return made;
}

/// Corners round a spot, turning left; empty if the spot is on the hull.
std::vector<int> ringRound(int spot, int firstTriangle, const std::vector<Triangle>& triangles, const std::vector<int>& cornerOf, int realSpots)
{
    std::vector<int> ring;
    int t = firstTriangle;
    do {
        const Triangle& triangle = triangles[static_cast<std::size_t>(t)];
        std::size_t i = 0;
        while (triangle.spots[i] != spot) ++i;
        if (std::ranges::any_of(triangle.spots, [&](int s) { return s >= realSpots; })) return {};
        const int corner = cornerOf[static_cast<std::size_t>(t)];
        if (ring.empty() || ring.back() != corner) ring.push_back(corner);
        t = triangle.neighbours[(i + 1) % 3];
    } while (t != firstTriangle && t >= 0);
    while (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
    return ring;
}

void joinEdges(Mesh& mesh)
{
    std::map<std::pair<int, int>, int> known;
    for (std::size_t c = 0; c < mesh.cells.size(); ++c) {
        Cell& cell = mesh.cells[c];
        for (std::size_t i = 0; i < cell.corners.size(); ++i) {
            const int from = cell.corners[i];
            const int to = cell.corners[(i + 1) % cell.corners.size()];
            const auto [found, fresh] = known.try_emplace(std::minmax(from, to), static_cast<int>(mesh.edges.size()));
            if (fresh) {
                mesh.edges.push_back({.from = from, .to = to, .left = static_cast<int>(c)});
                mesh.corners[static_cast<std::size_t>(from)].edges.push_back(found->second);
                mesh.corners[static_cast<std::size_t>(to)].edges.push_back(found->second);
            } else {
                mesh.edges[static_cast<std::size_t>(found->second)].right = static_cast<int>(c);
            }
            cell.edges.push_back(found->second);
        }
    }
}

} // namespace

int Mesh::edgeBetween(int cornerA, int cornerB) const
{
    for (const int e : corners[static_cast<std::size_t>(cornerA)].edges) {
        if (edges[static_cast<std::size_t>(e)].otherCorner(cornerA) == cornerB) return e;
    }
    return -1;
}

Mesh voronoiMesh(const std::vector<Spot>& sites, double mergeBelow)
{
    std::vector<Spot> spots = sites;
    const std::vector<Triangle> triangles = triangulate(sites);
    spots.insert(spots.end(), {{-3e6, -2e6}, {3e6, -2e6}, {0, 4e6}});
    Centres centres = makeCorners(triangles, spots, mergeBelow);

    std::vector<int> firstTriangle(spots.size(), -1);
    for (std::size_t t = 0; t < triangles.size(); ++t) {
        for (const int s : triangles[t].spots) firstTriangle[static_cast<std::size_t>(s)] = static_cast<int>(t);
    }
    Mesh mesh;
    mesh.corners = std::move(centres.corners);
    for (std::size_t s = 0; s < sites.size(); ++s) {
        Cell cell{.site = sites[s], .corners = ringRound(static_cast<int>(s), firstTriangle[s], triangles, centres.cornerOf, static_cast<int>(sites.size()))};
        if (cell.corners.size() < 3) continue;
        Path ring;
        for (const int corner : cell.corners) ring.push_back(mesh.corners[static_cast<std::size_t>(corner)].at);
        cell.squareMetres = ringArea(ring);
        mesh.cells.push_back(std::move(cell));
    }
    joinEdges(mesh);
    return mesh;
}

} // namespace hereabouts::sample
