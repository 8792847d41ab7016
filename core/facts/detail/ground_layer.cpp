// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/detail/ground_layer.h"

#include "core/facts/detail/under_edge.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace hereabouts::core::detail {

namespace {

constexpr std::uint32_t kEdgesARun = 24;
constexpr std::uint32_t kRunsAChain = 16;
constexpr std::int64_t kMillimetresOfHalfACentimetre = 50; ///< mm² in half a cm².

/// Height of a line at x, over a base. @pre a.x != b.x
double heightAt(GridPoint a, GridPoint b, double x, double base)
{
    const double share = (x - a.x) / (double{1} * b.x - a.x);
    return (a.y - base) + share * (double{1} * b.y - a.y);
}

/// Area under a line between two positions on it, from east to west.
double underLine(GridPoint a, GridPoint b, double from, double to, double base)
{
    return (heightAt(a, b, from, base) + heightAt(a, b, to, base)) / 2 * (from - to);
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

std::int64_t squareMillimetres(double squareCentimetres) { return std::llround(squareCentimetres * 100); }

} // namespace

GroundLayer::GroundLayer(std::span<const MultiPolygon> areas)
{
    m_boxes.reserve(areas.size());
    for (const MultiPolygon& area : areas) addArea(area);
}

void GroundLayer::addArea(const MultiPolygon& area)
{
    GridBox box;
    std::int64_t total = 0;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> rings; // First vertex and last.
    const auto addRing = [&](const Ring& ring, bool hole) {
        std::vector<GridPoint> vertices;
        for (const Point p : ring) {
            const auto at = toGrid(p);
            if (!at) return;
            if (vertices.empty() || vertices.back() != *at) vertices.push_back(*at);
        }
        if (vertices.size() < 3) return;
        if (vertices.front() != vertices.back()) vertices.push_back(vertices.front());
        std::int64_t doubled = 0;
        for (std::size_t i = 1; i < vertices.size(); ++i) doubled += turn(vertices.front(), vertices[i - 1], vertices[i]);
        if ((doubled > 0) == hole) std::ranges::reverse(vertices);
        total += (hole ? -1 : 1) * std::abs(doubled) * kMillimetresOfHalfACentimetre;
        for (const GridPoint p : vertices) box.include(p);
        const auto first = static_cast<std::uint32_t>(m_vertices.size());
        m_vertices.insert(m_vertices.end(), vertices.begin(), vertices.end());
        rings.emplace_back(first, static_cast<std::uint32_t>(m_vertices.size() - 1));
    };
    for (const Polygon& polygon : area) {
        addRing(polygon.outer, false);
        for (const Ring& hole : polygon.holes) addRing(hole, true);
    }
    m_boxes.push_back(box);
    m_totals.push_back(total);
    for (const auto& [first, last] : rings) addRuns(first, last, box.minY);
    m_starts.push_back(static_cast<std::uint32_t>(m_chains.size()));
}

void GroundLayer::addRuns(std::uint32_t first, std::uint32_t last, std::int32_t base)
{
    for (std::uint32_t from = first; from < last; from += kEdgesARun) {
        Run run{.box = {}, .first = from, .last = std::min(from + kEdgesARun, last)};
        run.box.include(m_vertices[from]);
        for (std::uint32_t i = run.first; i < run.last; ++i) {
            const GridPoint a = m_vertices[i];
            const GridPoint b = m_vertices[i + 1];
            run.box.include(b);
            if (a.x != b.x) run.ground += underLine(a, b, a.x, b.x, base);
        }
        const auto index = static_cast<std::uint32_t>(m_runs.size());
        if ((from - first) % (kEdgesARun * kRunsAChain) == 0) m_chains.push_back({.whole = {.box = {}, .first = from}, .firstRun = index});
        Chain& chain = m_chains.back();
        chain.whole.box.include({run.box.minX, run.box.minY});
        chain.whole.box.include({run.box.maxX, run.box.maxY});
        chain.whole.last = run.last;
        chain.whole.ground += run.ground;
        chain.lastRun = index + 1;
        m_runs.push_back(run);
    }
}

std::optional<double> GroundLayer::wholeWest(const Run& run, std::int32_t x)
{
    if (run.box.minX >= x) return 0;
    if (run.box.maxX <= x) return run.ground;
    return std::nullopt;
}

double GroundLayer::edgesWest(const Run& run, std::int32_t x, double base) const
{
    double sum = 0;
    for (std::uint32_t i = run.first; i < run.last; ++i) {
        const GridPoint a = m_vertices[i];
        const GridPoint b = m_vertices[i + 1];
        if (a.x != b.x && std::min(a.x, b.x) < x) sum += underLine(a, b, std::min(a.x, x), std::min(b.x, x), base);
    }
    return sum;
}

std::int64_t GroundLayer::west(std::size_t area, std::int32_t x) const
{
    const GridBox& box = m_boxes[area];
    if (x <= box.minX) return 0;
    if (x >= box.maxX) return m_totals[area];
    double sum = 0;
    for (const Chain& chain : chainsOf(area)) {
        if (const auto whole = wholeWest(chain.whole, x)) {
            sum += *whole;
            continue;
        }
        for (const Run& run : runsOf(chain)) {
            const auto whole = wholeWest(run, x);
            sum += whole ? *whole : edgesWest(run, x, box.minY);
        }
    }
    return squareMillimetres(sum);
}

std::optional<double> GroundLayer::wholeUnder(const Run& run, GridPoint left, GridPoint right, double base) const
{
    if (run.box.maxX <= left.x || run.box.minX >= right.x) return 0;
    if (run.box.minX < left.x || run.box.maxX > right.x) return std::nullopt;
    switch (lieOf(run.box, left, right)) {
    case Lie::Under: return run.ground;
    case Lie::Beside: return underLine(left, right, m_vertices[run.first].x, m_vertices[run.last].x, base);
    case Lie::Cut: break;
    }
    return std::nullopt;
}

double GroundLayer::edgesUnder(const Run& run, GridPoint left, GridPoint right, double base) const
{
    double sum = 0;
    for (std::uint32_t i = run.first; i < run.last; ++i) {
        const GridPoint a = m_vertices[i];
        const GridPoint b = m_vertices[i + 1];
        const double x0 = std::max(left.x, std::min(a.x, b.x));
        const double x1 = std::min(right.x, std::max(a.x, b.x));
        if (x0 >= x1) continue;
        const double part
            = underBoth(heightAt(left, right, x0, base), heightAt(left, right, x1, base), heightAt(a, b, x0, base), heightAt(a, b, x1, base), x1 - x0);
        sum += a.x > b.x ? part : -part;
    }
    return sum;
}

double GroundLayer::cutUnder(std::size_t area, GridPoint left, GridPoint right) const
{
    const double base = m_boxes[area].minY;
    double sum = 0;
    for (const Chain& chain : chainsOf(area)) {
        if (const auto whole = wholeUnder(chain.whole, left, right, base)) {
            sum += *whole;
            continue;
        }
        for (const Run& run : runsOf(chain)) {
            const auto whole = wholeUnder(run, left, right, base);
            sum += whole ? *whole : edgesUnder(run, left, right, base);
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
