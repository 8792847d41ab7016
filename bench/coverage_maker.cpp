// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/coverage_maker.h"

#include <algorithm>
#include <cmath>

namespace hereabouts::bench {

using core::Line;
using core::Point;

namespace {

constexpr double kCountryMetres = 600'000;

double toCentimetres(double metres) { return std::round(metres * 100) / 100; }

} // namespace

CoverageMaker::CoverageMaker(int columns, int rows, int segmentsABorder, std::uint64_t seed) :
    m_columns(columns), m_rows(rows), m_segments(segmentsABorder), m_across(2 * columns + 2), m_state(seed)
{
    for (int row = 0; row <= rows; ++row) {
        for (int k = 0; k < m_across; ++k) m_corners.push_back({k / 2.0 + random(-0.1, 0.1), row + random(-0.2, 0.2)});
    }
    const double side = std::max(columns, rows);
    for (int i = 0; i < 40; ++i) {
        m_towns.push_back({{random(0, columns), random(0, rows)}, side * random(0.02, 0.09), random(0.4, 0.8)});
    }
}

/// SplitMix64: the standard library's distributions differ between libraries.
double CoverageMaker::random(double from, double to)
{
    std::uint64_t z = (m_state += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    z ^= z >> 31U;
    return from + (to - from) * static_cast<double>(z >> 11U) * 0x1p-53;
}

/// Each town draws the board around it in, nearest most, and folds nothing over.
Point CoverageMaker::onTheGround(Point board) const
{
    for (const Town& town : m_towns) {
        const double dx = board.x - town.centre.x;
        const double dy = board.y - town.centre.y;
        const double shrink = 1 - town.pull * std::exp(-(dx * dx + dy * dy) / (2 * town.reach * town.reach));
        board = {town.centre.x + dx * shrink, town.centre.y + dy * shrink};
    }
    const double metres = kCountryMetres / std::max(m_columns, m_rows);
    return {board.x * metres, board.y * metres};
}

/// A crooked line that stays between the two centres, so that no two borders cross.
Line CoverageMaker::border(Point from, Point to, Point leftCentre, Point rightCentre)
{
    const auto count = static_cast<std::size_t>(m_segments);
    std::vector<double> bend(count + 1, 0.0);
    double most = 0.3;
    for (std::size_t step = count; step > 1; step /= 2, most *= 0.62) {
        for (std::size_t i = step / 2; i < count; i += step) bend[i] = (bend[i - step / 2] + bend[i + step / 2]) / 2 + random(-most, most);
    }
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double lengthSquared = dx * dx + dy * dy;
    const auto room = [&](Point centre, double t) {
        const double foot = std::clamp(((centre.x - from.x) * dx + (centre.y - from.y) * dy) / lengthSquared, 0.01, 0.99);
        const double height = std::abs((centre.x - from.x) * dy - (centre.y - from.y) * dx) / lengthSquared;
        return 0.6 * height * std::min(t / foot, (1 - t) / (1 - foot));
    };
    Line line;
    for (std::size_t i = 0; i <= count; ++i) {
        const double t = static_cast<double>(i) / static_cast<double>(count);
        const double off = std::clamp(bend[i], -room(rightCentre, t), room(leftCentre, t));
        const Point ground = onTheGround({from.x + t * dx - off * dy, from.y + t * dy + off * dx});
        line.push_back({toCentimetres(ground.x), toCentimetres(ground.y)});
    }
    return line;
}

std::vector<core::MultiPolygon> CoverageMaker::areas()
{
    // Bricks in a bond: each row half a brick further, so that three meet at each corner.
    const auto centre = [&](int k, int row) { return Point{k / 2.0 + 0.5, row + 0.5}; };
    const auto index = [&](int k, int row) { return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_across) + static_cast<std::size_t>(k); };
    std::vector<Line> level(m_corners.size());
    std::vector<Line> upright(m_corners.size());
    for (int row = 0; row <= m_rows; ++row) {
        for (int k = 0; k + 1 < m_across; ++k) {
            const int above = k - (k + row) % 2;
            const int below = k - (k + row + 1) % 2;
            level[index(k, row)] = border(cornerAt(k, row), cornerAt(k + 1, row), centre(above, row), centre(below, row - 1));
        }
        for (int k = row % 2; row < m_rows && k < m_across; k += 2) {
            upright[index(k, row)] = border(cornerAt(k, row), cornerAt(k, row + 1), centre(k - 2, row), centre(k, row));
        }
    }
    std::vector<core::MultiPolygon> areas;
    for (int row = 0; row < m_rows; ++row) {
        for (int column = 0; column < m_columns; ++column) {
            const int k = 2 * column + row % 2;
            core::Ring ring;
            const auto forward = [&](const Line& line) { ring.insert(ring.end(), line.begin(), line.end() - 1); };
            const auto backward = [&](const Line& line) { ring.insert(ring.end(), line.rbegin(), line.rend() - 1); };
            forward(level[index(k, row)]);
            forward(level[index(k + 1, row)]);
            forward(upright[index(k + 2, row)]);
            backward(level[index(k + 1, row + 1)]);
            backward(level[index(k, row + 1)]);
            backward(upright[index(k, row)]);
            ring.push_back(ring.front());
            areas.push_back({{.outer = std::move(ring), .holes = {}}});
        }
    }
    return areas;
}

std::vector<Point> CoverageMaker::points(std::size_t count)
{
    std::vector<Point> points;
    points.reserve(count);
    while (points.size() < count) {
        const Point ground = onTheGround({random(0, m_columns), random(0, m_rows)});
        points.push_back({toCentimetres(ground.x) + 0.005, toCentimetres(ground.y) + 0.005});
    }
    return points;
}

} // namespace hereabouts::bench
