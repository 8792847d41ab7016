// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/draw/reach.h"

#include "core/draw/crossings.h"
#include "core/draw/detail/faces.h"
#include "core/draw/freehand.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace hereabouts::core {

namespace {

/// How far each corner of a square grid is from the nearest disc's rim, below zero inside.
class DiscField {
public:
    DiscField(const Box& box, double step) :
        m_box(box), m_step(step), m_columns(static_cast<std::size_t>(box.width() / step) + 2), m_rows(static_cast<std::size_t>(box.height() / step) + 2),
        m_values(m_columns * m_rows, std::numeric_limits<float>::max())
    {
    }

    void add(Point centre, double radius)
    {
        const double reach = radius + 2 * m_step; // Further off, nothing is drawn.
        const auto first = [&](double from) { return static_cast<std::size_t>(std::max(0.0, std::ceil(from / m_step))); };
        const auto last = [&](double to, std::size_t count) { return std::min(count, static_cast<std::size_t>(std::max(0.0, std::floor(to / m_step) + 1))); };
        for (std::size_t row = first(centre.y - reach - m_box.minY); row < last(centre.y + reach - m_box.minY, m_rows); ++row) {
            for (std::size_t column = first(centre.x - reach - m_box.minX); column < last(centre.x + reach - m_box.minX, m_columns); ++column) {
                const Point corner = at(column, row);
                const auto off = static_cast<float>(std::hypot(corner.x - centre.x, corner.y - centre.y) - radius);
                float& value = m_values[row * m_columns + column];
                value = std::min(value, off);
            }
        }
    }

    /// The rims as edges that have the discs to their left.
    [[nodiscard]] std::vector<GridSegment> outline() const
    {
        std::vector<GridSegment> edges;
        for (std::size_t row = 0; row + 1 < m_rows; ++row) {
            for (std::size_t column = 0; column + 1 < m_columns; ++column) outlineCell(column, row, edges);
        }
        return edges;
    }

private:
    [[nodiscard]] Point at(std::size_t column, std::size_t row) const
    {
        return {m_box.minX + static_cast<double>(column) * m_step, m_box.minY + static_cast<double>(row) * m_step};
    }

    /// Between two corners of which one is inside. Kept off the corners, so that no two crossings fall together.
    [[nodiscard]] static GridPoint crossing(Point a, float valueA, Point b, float valueB)
    {
        const double far = 1e6; // Stands for corners that no disc comes near.
        const double va = std::min<double>(valueA, far);
        const double vb = std::min<double>(valueB, far);
        const double share = std::clamp(va / (va - vb), 0.02, 0.98);
        return *toGrid({a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)});
    }

    /// Marching squares: as one goes round the cell to the left, each way out of the inside is joined to a way in. Where both diagonals disagree, the middle
    /// of the cell says which.
    void outlineCell(std::size_t column, std::size_t row, std::vector<GridSegment>& edges) const
    {
        const std::array<std::pair<std::size_t, std::size_t>, 4> corners{{{column, row}, {column + 1, row}, {column + 1, row + 1}, {column, row + 1}}};
        std::array<float, 4> value{};
        for (std::size_t i = 0; i < 4; ++i) value[i] = m_values[corners[i].second * m_columns + corners[i].first];
        std::vector<GridPoint> out;
        std::vector<GridPoint> in;
        for (std::size_t i = 0; i < 4; ++i) {
            const std::size_t next = (i + 1) % 4;
            if ((value[i] <= 0) == (value[next] <= 0)) continue;
            // From the lower corner, or the left one, so that the cell beyond finds the same crossing.
            const std::size_t a = i < 2 ? i : next;
            const std::size_t b = i < 2 ? next : i;
            const GridPoint p = crossing(at(corners[a].first, corners[a].second), value[a], at(corners[b].first, corners[b].second), value[b]);
            (value[i] <= 0 ? out : in).push_back(p);
        }
        if (out.empty()) return;
        const bool middleInside = value[0] / 4 + value[1] / 4 + value[2] / 4 + value[3] / 4 <= 0;
        for (std::size_t i = 0; i < out.size(); ++i) {
            // A corner inside is cut off by the edge from its way out to its way in; with the middle inside, it is the corners outside that are cut off.
            const bool firstIsInside = value[0] <= 0;
            const std::size_t own = firstIsInside ? (i + in.size() - 1) % in.size() : i;
            const std::size_t other = firstIsInside ? i : (i + 1) % in.size();
            const std::size_t to = out.size() == 1 ? 0 : middleInside ? other : own;
            if (out[i] != in[to]) edges.push_back({out[i], in[to]});
        }
    }

    Box m_box;
    double m_step;
    std::size_t m_columns;
    std::size_t m_rows;
    std::vector<float> m_values;
};

struct Disc {
    Point centre;
    double radius = 0;
};

std::vector<Disc> discsOf(const Network& network, const NetworkSpot& from, const WalkLimits& limits, double step)
{
    std::vector<Disc> discs;
    for (const Network::Reached& reached : network.reachedFrom(from, limits.metres)) {
        const GridSegment edge = network.edge(reached.edge);
        const Point a = toMetres(edge.a);
        const Point b = toMetres(edge.b);
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        const int parts = std::max(1, static_cast<int>(std::ceil(length / step * 2)));
        for (int i = 0; i <= parts; ++i) {
            const double share = static_cast<double>(i) / parts;
            const Point q{a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
            double walked = std::min(reached.fromA + share * length, reached.fromB + (1 - share) * length);
            if (reached.edge == from.edge) walked = std::min(walked, std::hypot(q.x - from.at.x, q.y - from.at.y));
            if (const double radius = std::min(limits.asideMetres, limits.metres - walked); radius > 0) discs.push_back({.centre = q, .radius = radius});
        }
    }
    return discs;
}

/// Thinned, if no line crosses another for it.
MultiPolygon thinnedOutline(const MultiPolygon& area, double toleranceMetres)
{
    MultiPolygon fewer;
    for (const Polygon& polygon : area) {
        fewer.push_back({.outer = thinned(polygon.outer, toleranceMetres), .holes = {}});
        for (const Ring& hole : polygon.holes) fewer.back().holes.push_back(thinned(hole, toleranceMetres));
    }
    const auto sketch = Sketch::of(fewer);
    if (!sketch || std::ranges::any_of(meetingsOf(*sketch), &Meeting::isFault)) return area;
    return fewer;
}

} // namespace

MultiPolygon walkingReach(const Network& network, const NetworkSpot& from, const WalkLimits& limits)
{
    const double step = std::max(5.0, limits.metres / 100);
    const std::vector<Disc> discs = discsOf(network, from, limits, step);
    Box box;
    for (const Disc& disc : discs) {
        box.include(Point{disc.centre.x - disc.radius, disc.centre.y - disc.radius});
        box.include(Point{disc.centre.x + disc.radius, disc.centre.y + disc.radius});
    }
    if (box.empty()) return {};
    DiscField field(box.grownBy(2 * step), step);
    for (const Disc& disc : discs) field.add(disc.centre, disc.radius);
    MultiPolygon area = detail::facesLeftOf(field.outline());
    for (Polygon& polygon : area)
        std::erase_if(polygon.holes, [&](const Ring& hole) { return planarArea({{.outer = hole, .holes = {}}}) < limits.fillSquareMetres; });
    return thinnedOutline(area, step / 4);
}

} // namespace hereabouts::core
