// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/geometry.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hereabouts::test {

/// Areas drawn as letters, each a square with sides of one, the lowest line at y = 0, blanks between letters ignored and '.' nobody's:
///
///     DrawnMap(R"(A A B
///                 A . B)").area('A')   is three squares, its outline with a vertex at every square's corner.
///
/// A letter's squares that touch are one polygon; holes are holes; parts that touch at a corner alone are two polygons.
class DrawnMap {
public:
    explicit DrawnMap(std::string_view drawing) { read(drawing); }

    [[nodiscard]] core::MultiPolygon area(char letter) const;
    [[nodiscard]] std::map<char, core::MultiPolygon> areas() const;
    /// The letter drawn in the square whose lower left corner is (x, y); '.' beyond the drawing.
    [[nodiscard]] char at(int x, int y) const;
    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return static_cast<int>(m_rows.size()); }

private:
    using Corner = std::pair<int, int>;
    using Square = std::pair<int, int>;

    void read(std::string_view drawing);
    [[nodiscard]] std::set<Square> takeOnePart(std::set<Square>& squares) const;
    [[nodiscard]] static core::Polygon outlineOf(const std::set<Square>& part);
    [[nodiscard]] static core::Ring takeRing(std::multimap<Corner, Corner>& edges);

    std::vector<std::string> m_rows; ///< Lowest first.
    int m_width = 0;
};

inline void DrawnMap::read(std::string_view drawing)
{
    std::string row;
    const auto endRow = [&] {
        if (!row.empty()) m_rows.insert(m_rows.begin(), row);
        m_width = std::max(m_width, static_cast<int>(row.size()));
        row.clear();
    };
    for (const char c : drawing) {
        if (c == '\n') endRow();
        else if (c != ' ') row.push_back(c);
    }
    endRow();
}

inline char DrawnMap::at(int x, int y) const
{
    if (y < 0 || y >= height() || x < 0 || x >= static_cast<int>(m_rows[static_cast<std::size_t>(y)].size())) return '.';
    return m_rows[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)];
}

inline std::set<DrawnMap::Square> DrawnMap::takeOnePart(std::set<Square>& squares) const
{
    std::set<Square> part;
    std::vector<Square> open{*squares.begin()};
    while (!open.empty()) {
        const Square square = open.back();
        open.pop_back();
        if (squares.erase(square) == 0) continue;
        part.insert(square);
        const auto [x, y] = square;
        for (const Square& next : {Square{x + 1, y}, Square{x - 1, y}, Square{x, y + 1}, Square{x, y - 1}}) open.push_back(next);
    }
    return part;
}

/// Turns as sharply left as it can at a corner where two rings touch, so that each stays on its own.
inline core::Ring DrawnMap::takeRing(std::multimap<Corner, Corner>& edges)
{
    const Corner start = edges.begin()->first;
    core::Ring ring;
    Corner at = start;
    Corner from = start;
    do {
        ring.push_back({static_cast<double>(at.first), static_cast<double>(at.second)});
        auto next = edges.find(at);
        for (auto candidate = next; candidate != edges.end() && candidate->first == at; ++candidate) {
            const auto [dx, dy] = Corner{at.first - from.first, at.second - from.second};
            if (dx * (candidate->second.second - at.second) - dy * (candidate->second.first - at.first) > 0) next = candidate;
        }
        from = at;
        at = next->second;
        edges.erase(next);
    } while (at != start);
    ring.push_back(ring.front());
    return ring;
}

inline core::Polygon DrawnMap::outlineOf(const std::set<Square>& part)
{
    std::multimap<Corner, Corner> edges; // The part to the left.
    for (const auto& [x, y] : part) {
        if (!part.contains({x, y - 1})) edges.emplace(Corner{x, y}, Corner{x + 1, y});
        if (!part.contains({x + 1, y})) edges.emplace(Corner{x + 1, y}, Corner{x + 1, y + 1});
        if (!part.contains({x, y + 1})) edges.emplace(Corner{x + 1, y + 1}, Corner{x, y + 1});
        if (!part.contains({x - 1, y})) edges.emplace(Corner{x, y + 1}, Corner{x, y});
    }
    core::Polygon polygon{.outer = takeRing(edges), .holes = {}}; // The leftmost corner is on the outer ring.
    while (!edges.empty()) polygon.holes.push_back(takeRing(edges));
    return polygon;
}

inline core::MultiPolygon DrawnMap::area(char letter) const
{
    std::set<Square> squares;
    for (int y = 0; y < height(); ++y) {
        for (int x = 0; x < m_width; ++x) {
            if (at(x, y) == letter) squares.emplace(x, y);
        }
    }
    core::MultiPolygon area;
    while (!squares.empty()) area.push_back(outlineOf(takeOnePart(squares)));
    return area;
}

inline std::map<char, core::MultiPolygon> DrawnMap::areas() const
{
    std::map<char, core::MultiPolygon> areas;
    for (const std::string& row : m_rows) {
        for (const char letter : row) {
            if (letter != '.' && !areas.contains(letter)) areas.emplace(letter, area(letter));
        }
    }
    return areas;
}

} // namespace hereabouts::test
