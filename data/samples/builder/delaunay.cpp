// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/delaunay.h"

#include <map>
#include <numeric>

namespace hereabouts::sample {

namespace {

class Triangulation {
public:
    explicit Triangulation(const std::vector<Spot>& spots) : m_spots(spots)
    {
        const int n = static_cast<int>(spots.size());
        m_spots.push_back({-3e6, -2e6});
        m_spots.push_back({3e6, -2e6});
        m_spots.push_back({0, 4e6});
        m_triangles.push_back({.spots = {n, n + 1, n + 2}, .neighbours = {-1, -1, -1}});
    }

    void insert(int spot)
    {
        openCavity(spot);
        fillCavity(spot);
    }

    [[nodiscard]] std::vector<Triangle> take() { return std::move(m_triangles); }

private:
    struct Rim {
        int from;
        int to;
        int outside;
    };

    [[nodiscard]] Spot at(int spot) const { return m_spots[static_cast<std::size_t>(spot)]; }
    [[nodiscard]] Triangle& triangle(int t) { return m_triangles[static_cast<std::size_t>(t)]; }

    [[nodiscard]] int locate(Spot p)
    {
        int t = m_last;
        for (bool moved = true; moved;) {
            moved = false;
            for (std::size_t i = 0; i < 3 && !moved; ++i) {
                const Spot a = at(triangle(t).spots[(i + 1) % 3]);
                const Spot b = at(triangle(t).spots[(i + 2) % 3]);
                if (cross(b - a, p - a) >= 0 || triangle(t).neighbours[i] < 0) continue;
                t = triangle(t).neighbours[i];
                moved = true;
            }
        }
        return t;
    }

    [[nodiscard]] bool circleHolds(int t, Spot p)
    {
        const Spot a = at(triangle(t).spots[0]) - p;
        const Spot b = at(triangle(t).spots[1]) - p;
        const Spot c = at(triangle(t).spots[2]) - p;
        return dot(a, a) * cross(b, c) + dot(b, b) * cross(c, a) + dot(c, c) * cross(a, b) > 0;
    }

    void openCavity(int spot)
    {
        m_cavity.assign(1, locate(at(spot)));
        m_rim.clear();
        triangle(m_cavity[0]).alive = false;
        for (std::size_t next = 0; next < m_cavity.size(); ++next) {
            const int t = m_cavity[next];
            for (std::size_t i = 0; i < 3; ++i) {
                const int beyond = triangle(t).neighbours[i];
                if (beyond >= 0 && !triangle(beyond).alive) continue;
                if (beyond >= 0 && circleHolds(beyond, at(spot))) {
                    triangle(beyond).alive = false;
                    m_cavity.push_back(beyond);
                } else {
                    m_rim.push_back({triangle(t).spots[(i + 1) % 3], triangle(t).spots[(i + 2) % 3], beyond});
                }
            }
        }
        // A rim kept from a triangle that joined the cavity later is no rim.
        std::erase_if(m_rim, [&](const Rim& rim) { return rim.outside >= 0 && !triangle(rim.outside).alive; });
    }

    void fillCavity(int spot)
    {
        std::map<int, int> startingAt;
        std::vector<int> made;
        for (std::size_t i = 0; i < m_rim.size(); ++i) {
            int t = static_cast<int>(m_triangles.size());
            if (i < m_cavity.size()) t = m_cavity[i];
            else m_triangles.push_back({});
            triangle(t) = {.spots = {m_rim[i].from, m_rim[i].to, spot}, .neighbours = {-1, -1, m_rim[i].outside}};
            if (m_rim[i].outside >= 0) relink(m_rim[i], t);
            startingAt[m_rim[i].from] = t;
            made.push_back(t);
        }
        for (const int t : made) {
            const int next = startingAt.at(triangle(t).spots[1]);
            triangle(t).neighbours[0] = next;
            triangle(next).neighbours[1] = t;
        }
        m_last = made.back();
    }

    void relink(const Rim& rim, int inner)
    {
        Triangle& outer = triangle(rim.outside);
        for (std::size_t i = 0; i < 3; ++i) {
            if (outer.spots[(i + 1) % 3] == rim.to && outer.spots[(i + 2) % 3] == rim.from) outer.neighbours[i] = inner;
        }
    }

    std::vector<Spot> m_spots;
    std::vector<Triangle> m_triangles;
    std::vector<int> m_cavity;
    std::vector<Rim> m_rim;
    int m_last = 0;
};

/// Row by row, back and forth, so that each spot is near the one before it.
std::vector<int> visitingOrder(const std::vector<Spot>& spots)
{
    constexpr double kRow = 700;
    std::vector<int> order(spots.size());
    std::iota(order.begin(), order.end(), 0);
    const auto row = [&](int i) { return static_cast<int>(std::floor(spots[static_cast<std::size_t>(i)].y / kRow)); };
    std::ranges::sort(order, [&](int i, int j) {
        if (row(i) != row(j)) return row(i) < row(j);
        const double xi = spots[static_cast<std::size_t>(i)].x;
        const double xj = spots[static_cast<std::size_t>(j)].x;
        if (xi == xj) return i < j;
        return (row(i) % 2 == 0) == (xi < xj);
    });
    return order;
}

} // namespace

std::vector<Triangle> triangulate(const std::vector<Spot>& spots)
{
    Triangulation triangulation(spots);
    for (const int spot : visitingOrder(spots)) triangulation.insert(spot);
    return triangulation.take();
}

} // namespace hereabouts::sample
