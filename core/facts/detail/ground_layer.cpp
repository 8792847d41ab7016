// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/detail/ground_layer.h"

#include "core/facts/detail/under_edge.h"

#include <cmath>
#include <utility>

namespace hereabouts::core::detail {

namespace {

constexpr std::size_t kEdgesUnsliced = 160;
constexpr std::size_t kEdgesASlice = 12;
constexpr std::int64_t kMillimetresOfHalfACentimetre = 50; ///< mm² in half a cm².

/// Height of a line at x, over a base. @pre left.x < right.x
double heightAt(GridPoint left, GridPoint right, double x, double base)
{
    const double share = (x - left.x) / (double{1} * right.x - left.x);
    return (left.y - base) + share * (double{1} * right.y - left.y);
}

/// Area under the lower of two lines between two upright ones so far apart.
double underBoth(double e0, double e1, double f0, double f1, double width)
{
    if (e0 <= f0 && e1 <= f1) return (e0 + e1) / 2 * width;
    if (e0 >= f0 && e1 >= f1) return (f0 + f1) / 2 * width;
    const double share = (f0 - e0) / ((f0 - e0) - (f1 - e1));
    const double middle = e0 + share * (e1 - e0);
    const double first = (std::min(e0, f0) + middle) / 2 * share;
    const double second = (middle + std::min(e1, f1)) / 2 * (1 - share);
    return (first + second) * width;
}

std::int64_t squareMillimetres(double squareCentimetres)
{
    return std::llround(squareCentimetres * 100);
}

} // namespace

GroundLayer::GroundLayer(std::span<const MultiPolygon> areas)
{
    m_boxes.reserve(areas.size());
    for (const MultiPolygon& area : areas) addArea(area);
}

void GroundLayer::addArea(const MultiPolygon& area)
{
    std::vector<Edge> edges;
    GridBox box;
    std::int64_t total = 0;
    const auto addRing = [&](const Ring& ring, bool hole) {
        std::vector<GridPoint> vertices;
        for (const Point p : ring) {
            const auto at = toGrid(p);
            if (!at) return;
            vertices.push_back(*at);
        }
        if (vertices.size() < 3) return;
        std::int64_t doubled = 0;
        for (std::size_t i = 1; i < vertices.size(); ++i) doubled += turn(vertices.front(), vertices[i - 1], vertices[i]);
        const bool turnsLeft = (doubled > 0) != hole;
        total += (hole ? -1 : 1) * std::abs(doubled) * kMillimetresOfHalfACentimetre;
        for (std::size_t i = 0; i < vertices.size(); ++i) {
            const GridPoint a = vertices[i];
            const GridPoint b = vertices[(i + 1) % vertices.size()];
            box.include(a);
            if (a.x != b.x) edges.push_back({.left = std::min(a, b), .right = std::max(a, b), .top = (a.x > b.x) == turnsLeft});
        }
    };
    for (const Polygon& polygon : area) {
        addRing(polygon.outer, false);
        for (const Ring& hole : polygon.holes) addRing(hole, true);
    }
    m_boxes.push_back(box);
    m_totals.push_back(total);
    slice(std::move(edges));
}

void GroundLayer::slice(std::vector<Edge> edges)
{
    const GridBox& box = m_boxes.back();
    const std::size_t count = edges.size() <= kEdgesUnsliced ? 1 : edges.size() / kEdgesASlice;
    Slices slices{.first = static_cast<std::uint32_t>(m_sliceStarts.size())};
    slices.width = box.empty() ? 1 : static_cast<std::int32_t>((std::int64_t{box.maxX} - box.minX) / static_cast<std::int64_t>(count)) + 1;
    slices.count = box.empty() ? 1 : static_cast<std::uint32_t>((std::int64_t{box.maxX} - box.minX) / slices.width) + 1;
    const auto sliceOf = [&](std::int32_t x) { return static_cast<std::size_t>((x - box.minX) / slices.width); };
    std::vector<std::vector<Edge>> bySlice(slices.count);
    for (const Edge& edge : edges) {
        for (std::size_t s = sliceOf(edge.left.x), last = sliceOf(edge.right.x); s <= last; ++s) bySlice[s].push_back(edge);
    }
    double west = 0;
    for (std::size_t s = 0; s < bySlice.size(); ++s) {
        m_sliceStarts.push_back(static_cast<std::uint32_t>(m_edges.size()));
        m_sliceWest.push_back(west);
        const double from = double{1} * box.minX + static_cast<double>(s) * slices.width;
        for (const Edge& edge : bySlice[s]) {
            m_edges.push_back(edge);
            const double x0 = std::max<double>(from, edge.left.x);
            const double x1 = std::min<double>(from + slices.width, edge.right.x);
            if (x0 >= x1) continue;
            const double part = (heightAt(edge.left, edge.right, x0, box.minY) + heightAt(edge.left, edge.right, x1, box.minY)) / 2 * (x1 - x0);
            west += edge.top ? part : -part;
        }
    }
    m_sliceStarts.push_back(static_cast<std::uint32_t>(m_edges.size()));
    m_sliceWest.push_back(west);
    m_slices.push_back(slices);
}

std::span<const GroundLayer::Edge> GroundLayer::edgesOf(const Slices& slices, std::uint32_t slice) const
{
    const std::uint32_t from = m_sliceStarts[slices.first + slice];
    return std::span(m_edges).subspan(from, m_sliceStarts[slices.first + slice + 1] - from);
}

std::int64_t GroundLayer::west(std::size_t area, std::int32_t x) const
{
    const GridBox& box = m_boxes[area];
    if (x <= box.minX) return 0;
    if (x >= box.maxX) return m_totals[area];
    const Slices& slices = m_slices[area];
    const auto slice = static_cast<std::uint32_t>((x - box.minX) / slices.width);
    const double from = double{1} * box.minX + double{1} * slice * slices.width;
    double sum = m_sliceWest[slices.first + slice];
    for (const Edge& edge : edgesOf(slices, slice)) {
        const double x0 = std::max<double>(from, edge.left.x);
        const double x1 = std::min<double>(x, edge.right.x);
        if (x0 >= x1) continue;
        const double part = (heightAt(edge.left, edge.right, x0, box.minY) + heightAt(edge.left, edge.right, x1, box.minY)) / 2 * (x1 - x0);
        sum += edge.top ? part : -part;
    }
    return squareMillimetres(sum);
}

double GroundLayer::cutUnder(std::size_t area, GridPoint left, GridPoint right) const
{
    const GridBox& box = m_boxes[area];
    const Slices& slices = m_slices[area];
    const std::int32_t from = std::max(left.x, box.minX);
    const std::int32_t to = std::min(right.x, box.maxX);
    const auto sliceOf = [&](std::int32_t x) { return static_cast<std::uint32_t>((x - box.minX) / slices.width); };
    double sum = 0;
    for (std::uint32_t s = sliceOf(from), last = sliceOf(to); s <= last; ++s) {
        const double sliceFrom = std::max<double>(from, double{1} * box.minX + double{1} * s * slices.width);
        const double sliceTo = std::min<double>(to, double{1} * box.minX + double{1} * (s + 1) * slices.width);
        for (const Edge& edge : edgesOf(slices, s)) {
            const double x0 = std::max<double>(sliceFrom, edge.left.x);
            const double x1 = std::min<double>(sliceTo, edge.right.x);
            if (x0 >= x1) continue;
            const double part = underBoth(heightAt(left, right, x0, box.minY), heightAt(left, right, x1, box.minY),
                heightAt(edge.left, edge.right, x0, box.minY), heightAt(edge.left, edge.right, x1, box.minY), x1 - x0);
            sum += edge.top ? part : -part;
        }
    }
    return sum;
}

std::int64_t GroundLayer::under(std::size_t area, GridPoint a, GridPoint b) const
{
    const int sign = signOfEdge(a, b);
    if (sign == 0 || m_boxes[area].empty()) return 0;
    const Lie lie = lieOf(m_boxes[area], a, b);
    if (lie == Lie::Beside) return 0;
    if (lie == Lie::Under) return west(area, a.x) - west(area, b.x);
    return sign * squareMillimetres(cutUnder(area, sign > 0 ? b : a, sign > 0 ? a : b));
}

} // namespace hereabouts::core::detail
