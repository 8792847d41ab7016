// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/certified_area.h"

#include "core/geometry/orientation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace hereabouts::core {

namespace {

/// Squares' corners stay off the centimetre grid that drawings lie on.
constexpr double kOffGrid = 0.0037;

struct Edge {
    Point a;
    Point b;
};

struct Square {
    Point centre;
    double half = 0;

    [[nodiscard]] double area() const { return 4 * half * half; }
};

/// An area with edges in a square: whether it holds the square's centre, and where its edges lie in the stack.
struct Touching {
    bool holdsCentre = false;
    std::uint32_t first = 0;
    std::uint32_t end = 0;
};

/// False only if the edge is certainly out of the square.
bool mayMeet(const Edge& edge, const Square& square)
{
    const double half = square.half * (1 + 1e-9) + 1e-7; // Over what doubles lose on coordinates of the Earth's size.
    const double ax = edge.a.x - square.centre.x;
    const double ay = edge.a.y - square.centre.y;
    const double bx = edge.b.x - square.centre.x;
    const double by = edge.b.y - square.centre.y;
    if (std::min(ax, bx) > half || std::max(ax, bx) < -half || std::min(ay, by) > half || std::max(ay, by) < -half) return false;
    const double dx = bx - ax;
    const double dy = by - ay;
    const double reach = half * (std::abs(dx) + std::abs(dy));
    return std::abs(ax * dy - ay * dx) <= reach + 1e-12 * (std::abs(ax * dy) + std::abs(ay * dx));
}

/// True if the way from one point to another along an axis changes sides of the area at this edge.
bool crossesAcross(const Edge& edge, Point from, Point to)
{
    return (edge.a.y <= from.y) != (edge.b.y <= from.y) && (sideOf(edge.a, edge.b, from) > 0) != (sideOf(edge.a, edge.b, to) > 0);
}
bool crossesAlong(const Edge& edge, Point from, Point to)
{
    return (edge.a.x <= from.x) != (edge.b.x <= from.x) && (sideOf(edge.a, edge.b, from) > 0) != (sideOf(edge.a, edge.b, to) > 0);
}

/// Quarters squares, keeping for each the areas that have an edge in it.
class Quartering {
public:
    Quartering(std::int32_t atLeast, bool wholeDepth, double leaf, const Job& job) :
        m_atLeast(atLeast), m_wholeDepth(wholeDepth), m_leafHalf(leaf / 2), m_job(job)
    {
    }

    CertifiedArea run(std::span<const MultiPolygon* const> areas, const Box& box, double leaf)
    {
        double side = leaf;
        while (side < std::max(box.width(), box.height()) + 4 * leaf) side *= 2;
        const double west = std::floor(box.minX / leaf - 1) * leaf + kOffGrid;
        const double south = std::floor(box.minY / leaf - 1) * leaf + kOffGrid;
        const Square all{.centre = {west + side / 2, south + side / 2}, .half = side / 2};
        std::int32_t holding = 0;
        for (const MultiPolygon* area : areas) open(*area, all, holding);
        m_sum.leafMetres = leaf;
        visit(all, holding, 0, static_cast<std::uint32_t>(m_touching.size()));
        return m_sum;
    }

private:
    void open(const MultiPolygon& area, const Square& all, std::int32_t& holding)
    {
        const auto first = static_cast<std::uint32_t>(m_edges.size());
        const Point far{all.centre.x, all.centre.y};
        bool holds = false;
        const auto take = [&](const Ring& ring) {
            for (std::size_t i = 1; i < ring.size(); ++i) {
                const Edge edge{ring[i - 1], ring[i]};
                if (edge.a == edge.b) continue;
                // By a ray to the west: edges that span the centre's height with the centre to their east.
                if ((edge.a.y <= far.y) != (edge.b.y <= far.y)) holds ^= (sideOf(edge.a, edge.b, far) > 0) == (edge.b.y < edge.a.y);
                if (mayMeet(edge, all)) m_edges.push_back(edge);
            }
        };
        for (const Polygon& polygon : area) {
            take(polygon.outer);
            for (const Ring& hole : polygon.holes) take(hole);
        }
        const auto end = static_cast<std::uint32_t>(m_edges.size());
        if (first != end)
            m_touching.push_back({holds, first, end});
        else if (holds)
            ++holding;
    }

    /// Settles a square that needs no quartering.
    bool settled(const Square& square, std::int32_t holding, std::uint32_t first, std::uint32_t end)
    {
        const auto touching = static_cast<std::int32_t>(end - first);
        const bool leaf = square.half <= m_leafHalf * 1.0001 || m_stopped;
        if (touching > 0 && !leaf && (m_wholeDepth || (holding < m_atLeast && holding + touching >= m_atLeast))) return false;
        std::int32_t atCentre = holding;
        for (std::uint32_t i = first; i < end; ++i) atCentre += m_touching[i].holdsCentre ? 1 : 0;
        const auto worth = [&](std::int32_t depth) { return m_wholeDepth ? static_cast<double>(depth) : depth >= m_atLeast ? 1.0 : 0.0; };
        m_sum.lower += square.area() * worth(holding);
        m_sum.upper += square.area() * worth(holding + touching);
        m_sum.estimate += square.area() * worth(atCentre);
        return true;
    }

    void visit(const Square& square, std::int32_t holding, std::uint32_t first, std::uint32_t end)
    {
        if (settled(square, holding, first, end)) return;
        if (++m_visits % 4096 == 0) m_stopped = m_job.stopped();
        for (const int quarter : {0, 1, 2, 3}) {
            const double half = square.half / 2;
            const Square child{.centre = {square.centre.x + (quarter % 2 == 0 ? -half : half), square.centre.y + (quarter < 2 ? -half : half)}, .half = half};
            const auto edges = m_edges.size();
            const auto childFirst = static_cast<std::uint32_t>(m_touching.size());
            std::int32_t childHolding = holding;
            for (std::uint32_t i = first; i < end; ++i) childHolding += hand(m_touching[i], square.centre, child);
            visit(child, childHolding, childFirst, static_cast<std::uint32_t>(m_touching.size()));
            m_edges.resize(edges);
            m_touching.resize(childFirst);
        }
    }

    /// Gives an area's edges to a quarter; 1 if it has none there and holds all of it.
    std::int32_t hand(const Touching touching, Point from, const Square& child)
    {
        // From the centre across and then along, within the square: only its own edges can be met.
        const Point corner{child.centre.x, from.y};
        const auto first = static_cast<std::uint32_t>(m_edges.size());
        bool holds = touching.holdsCentre;
        for (std::uint32_t i = touching.first; i < touching.end; ++i) {
            const Edge edge = m_edges[i];
            holds ^= crossesAcross(edge, from, corner);
            holds ^= crossesAlong(edge, corner, child.centre);
            if (mayMeet(edge, child)) m_edges.push_back(edge);
        }
        const auto end = static_cast<std::uint32_t>(m_edges.size());
        if (first == end) return holds ? 1 : 0;
        m_touching.push_back({holds, first, end});
        return 0;
    }

    std::int32_t m_atLeast;
    bool m_wholeDepth;
    double m_leafHalf;
    const Job& m_job;
    std::vector<Edge> m_edges; ///< A stack: a square's after its parent's.
    std::vector<Touching> m_touching;
    CertifiedArea m_sum;
    std::uint32_t m_visits = 0;
    bool m_stopped = false;
};

} // namespace

Box groundHeldBy(std::span<const MultiPolygon* const> areas, std::int32_t atLeast)
{
    std::array<std::vector<double>, 4> ends;
    for (const MultiPolygon* area : areas) {
        const Box box = boundsOf(*area);
        if (box.empty()) continue;
        const std::array values{box.minX, box.minY, -box.maxX, -box.maxY};
        for (std::size_t i = 0; i < 4; ++i) ends[i].push_back(values[i]);
    }
    if (ends[0].size() < static_cast<std::size_t>(atLeast)) return {};
    for (auto& values : ends) std::ranges::nth_element(values, values.begin() + (atLeast - 1));
    const auto at = static_cast<std::size_t>(atLeast - 1);
    const Box box{ends[0][at], ends[1][at], -ends[2][at], -ends[3][at]};
    return box.empty() ? Box{} : box;
}

CertifiedArea certifiedArea(std::span<const MultiPolygon* const> areas, std::int32_t atLeast, double leafMetres, const Job& job)
{
    const Box box = groundHeldBy(areas, atLeast);
    if (box.empty()) return {.leafMetres = leafMetres};
    return Quartering(atLeast, false, leafMetres, job).run(areas, box, leafMetres);
}

CertifiedArea certifiedDepthSum(std::span<const MultiPolygon* const> areas, double leafMetres, const Job& job)
{
    const Box box = groundHeldBy(areas, 1);
    if (box.empty()) return {.leafMetres = leafMetres};
    return Quartering(1, true, leafMetres, job).run(areas, box, leafMetres);
}

} // namespace hereabouts::core
