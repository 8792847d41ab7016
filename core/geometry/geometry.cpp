// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/geometry.h"

#include "core/geometry/orientation.h"

#include <algorithm>
#include <cmath>

namespace hereabouts::core {

namespace {

/// Twice the signed area, taken relative to the ring's first point so that large coordinates cost no digits.
double doubledArea(const Ring& ring)
{
    double sum = 0;
    if (ring.empty()) return sum;
    const Point origin = ring.front();
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Point a{ring[i - 1].x - origin.x, ring[i - 1].y - origin.y};
        const Point b{ring[i].x - origin.x, ring[i].y - origin.y};
        sum += a.x * b.y - b.x * a.y;
    }
    return sum;
}

double areaOf(const Polygon& polygon)
{
    double area = std::abs(doubledArea(polygon.outer)) / 2;
    for (const Ring& hole : polygon.holes) area -= std::abs(doubledArea(hole)) / 2;
    return area;
}

Point centroidOf(const Ring& ring)
{
    const Point origin = ring.front();
    double sum = 0;
    double x = 0;
    double y = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Point a{ring[i - 1].x - origin.x, ring[i - 1].y - origin.y};
        const Point b{ring[i].x - origin.x, ring[i].y - origin.y};
        const double cross = a.x * b.y - b.x * a.y;
        sum += cross;
        x += (a.x + b.x) * cross;
        y += (a.y + b.y) * cross;
    }
    if (sum == 0) return origin;
    return {origin.x + x / (3 * sum), origin.y + y / (3 * sum)};
}

/// Where a level line through the polygon's middle stays inside longest.
Point insideOf(const Polygon& polygon)
{
    const Box box = boundsOf(polygon.outer);
    Point best = polygon.outer.front();
    double widest = -1;
    for (const double share : {0.5, 0.37, 0.63, 0.21, 0.79}) {
        const double y = box.minY + box.height() * share;
        std::vector<double> crossings;
        const auto cross = [&](const Ring& ring) {
            for (std::size_t i = 1; i < ring.size(); ++i) {
                const Point a = ring[i - 1];
                const Point b = ring[i];
                if ((a.y <= y) != (b.y <= y)) crossings.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
            }
        };
        cross(polygon.outer);
        for (const Ring& hole : polygon.holes) cross(hole);
        std::ranges::sort(crossings);
        for (std::size_t i = 1; i < crossings.size(); i += 2) {
            if (const double width = crossings[i] - crossings[i - 1]; width > widest) {
                widest = width;
                best = {(crossings[i] + crossings[i - 1]) / 2, y};
            }
        }
    }
    return best;
}

template <typename... F>
struct Overloaded : F... {
    using F::operator()...;
};

} // namespace

Box boundsOf(const Line& line)
{
    Box box;
    for (const Point p : line) box.include(p);
    return box;
}

Box boundsOf(const MultiPolygon& area)
{
    Box box;
    for (const Polygon& polygon : area) box.include(boundsOf(polygon.outer));
    return box;
}

Box boundsOf(const Geometry& geometry)
{
    return std::visit(Overloaded{
                          [](std::monostate) { return Box{}; },
                          [](Point p) { return Box{p.x, p.y, p.x, p.y}; },
                          [](const MultiLine& lines) {
                              Box box;
                              for (const Line& line : lines) box.include(boundsOf(line));
                              return box;
                          },
                          [](const MultiPolygon& area) { return boundsOf(area); },
                      },
        geometry);
}

std::size_t vertexCount(const Geometry& geometry)
{
    return std::visit(Overloaded{
                          [](std::monostate) { return std::size_t{0}; },
                          [](Point) { return std::size_t{1}; },
                          [](const MultiLine& lines) {
                              std::size_t count = 0;
                              for (const Line& line : lines) count += line.size();
                              return count;
                          },
                          [](const MultiPolygon& area) {
                              std::size_t count = 0;
                              for (const Polygon& polygon : area) {
                                  count += polygon.outer.size();
                                  for (const Ring& hole : polygon.holes) count += hole.size();
                              }
                              return count;
                          },
                      },
        geometry);
}

double planarArea(const MultiPolygon& area)
{
    double sum = 0;
    for (const Polygon& polygon : area) sum += areaOf(polygon);
    return sum;
}

Point representativePoint(const Geometry& geometry)
{
    return std::visit(Overloaded{
                          [](std::monostate) { return Point{}; },
                          [](Point p) { return p; },
                          [](const MultiLine& lines) {
                              if (lines.empty()) return Point{};
                              const Line& longest = *std::ranges::max_element(lines, {}, &Line::size);
                              return longest.empty() ? Point{} : longest[longest.size() / 2];
                          },
                          [](const MultiPolygon& area) {
                              if (area.empty()) return Point{};
                              const Polygon& largest = *std::ranges::max_element(area, {}, areaOf);
                              if (largest.outer.size() < 4) return largest.outer.empty() ? Point{} : largest.outer.front();
                              const Point centroid = centroidOf(largest.outer);
                              return covers({largest}, centroid) ? centroid : insideOf(largest);
                          },
                      },
        geometry);
}

bool covers(const MultiPolygon& area, Point point)
{
    bool inside = false;
    bool onEdge = false;
    const auto walk = [&](const Ring& ring) {
        for (std::size_t i = 1; i < ring.size() && !onEdge; ++i) {
            const Point a = ring[i - 1];
            const Point b = ring[i];
            if (onSegment(a, b, point)) onEdge = true;
            if ((a.y > point.y) != (b.y > point.y) && (sideOf(a, b, point) > 0) == (b.y > a.y)) inside = !inside;
        }
    };
    for (const Polygon& polygon : area) {
        walk(polygon.outer);
        for (const Ring& hole : polygon.holes) walk(hole);
    }
    return onEdge || inside;
}

} // namespace hereabouts::core
