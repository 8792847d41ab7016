// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/draw/freehand.h"

#include "core/geometry/segment_grid.h"

#include <algorithm>
#include <cmath>

namespace hereabouts::core {

namespace {

/// A piece is ended after so many positions, so that each one costs no more than this.
constexpr std::size_t kLongest = 512;

double metresOff(Point from, Point to, Point p)
{
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double squared = dx * dx + dy * dy;
    const double share = squared == 0 ? 0 : std::clamp(((p.x - from.x) * dx + (p.y - from.y) * dy) / squared, 0.0, 1.0);
    return std::hypot(from.x + share * dx - p.x, from.y + share * dy - p.y);
}

} // namespace

Freehand::Freehand(double toleranceMetres) : m_tolerance(toleranceMetres) { }

bool Freehand::fits(Point end) const
{
    return m_passed.size() < kLongest && std::ranges::all_of(m_passed, [&](Point p) { return metresOff(*m_from, end, p) <= m_tolerance; });
}

std::optional<Point> Freehand::add(Point metres)
{
    const auto grid = toGrid(metres);
    if (!grid) return std::nullopt;
    const Point at = toMetres(*grid);
    if (!m_from) {
        m_from = at;
        return at;
    }
    std::optional<Point> certain;
    if (!m_passed.empty() && !fits(at)) {
        certain = m_passed.back();
        m_from = certain;
        m_passed.clear();
    }
    if (at != (m_passed.empty() ? *m_from : m_passed.back())) m_passed.push_back(at);
    return certain;
}

std::optional<Point> Freehand::finish()
{
    const std::optional<Point> last = tail();
    m_from.reset();
    m_passed.clear();
    return last;
}

std::optional<Point> Freehand::tail() const
{
    return m_passed.empty() ? std::nullopt : std::optional(m_passed.back());
}

std::vector<Point> thinned(const std::vector<Point>& track, double toleranceMetres)
{
    Freehand hand(toleranceMetres);
    std::vector<Point> line;
    for (const Point p : track) {
        if (const auto vertex = hand.add(p)) line.push_back(*vertex);
    }
    if (const auto last = hand.finish()) line.push_back(*last);
    return line;
}

} // namespace hereabouts::core
