// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/contour.h"

#include <algorithm>
#include <array>
#include <map>

namespace hereabouts::core {

namespace {

struct Corner {
    std::int32_t x = 0;
    std::int32_t y = 0;
    friend auto operator<=>(const Corner&, const Corner&) = default;
};

enum Heading { kEast, kNorth, kWest, kSouth };
constexpr std::array<Corner, 4> kSteps{{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}};
/// Seen from a corner, the cell to the left of the side that leads away from it.
constexpr std::array<Corner, 4> kLeftCell{{{0, 0}, {-1, 0}, {-1, -1}, {0, -1}}};

/// Walks the sides between cells inside and outside, inside to the left.
class Tracer {
public:
    Tracer(const CountGrid& grid, std::int32_t atLeast) : m_grid(grid), m_frame(grid.frame()), m_atLeast(atLeast), m_walked(grid.frame().size(), false) { }

    MultiPolygon trace()
    {
        label();
        for (std::int32_t row = 0; row < m_frame.rows; ++row) {
            for (std::int32_t column = 0; column < m_frame.columns; ++column) {
                // Every ring has a side that leads east: the south side of a cell inside.
                if (inside({column, row}) && !inside({column, row - 1}) && !m_walked[m_frame.index(column, row)]) walk({column, row});
            }
        }
        for (auto& [part, hole] : m_holes) m_parts[part].holes.push_back(std::move(hole));
        return std::move(m_parts);
    }

private:
    [[nodiscard]] bool inside(Corner cell) const
    {
        return cell.x >= 0 && cell.y >= 0 && cell.x < m_frame.columns && cell.y < m_frame.rows && m_grid.at(cell.x, cell.y) >= m_atLeast;
    }
    [[nodiscard]] Corner leftOf(Corner at, int heading) const { return {at.x + kLeftCell[heading].x, at.y + kLeftCell[heading].y}; }

    /// Numbers the parts: cells joined by their sides.
    void label()
    {
        m_label.assign(m_frame.size(), -1);
        std::vector<Corner> todo;
        for (std::int32_t row = 0; row < m_frame.rows; ++row) {
            for (std::int32_t column = 0; column < m_frame.columns; ++column) {
                if (!inside({column, row}) || m_label[m_frame.index(column, row)] >= 0) continue;
                m_label[m_frame.index(column, row)] = static_cast<std::int32_t>(m_parts.size());
                todo.push_back({column, row});
                spread(todo);
                m_parts.emplace_back();
            }
        }
    }

    void spread(std::vector<Corner>& todo)
    {
        while (!todo.empty()) {
            const Corner cell = todo.back();
            todo.pop_back();
            for (const Corner step : kSteps) {
                const Corner next{cell.x + step.x, cell.y + step.y};
                if (!inside(next) || m_label[m_frame.index(next.x, next.y)] >= 0) continue;
                m_label[m_frame.index(next.x, next.y)] = static_cast<std::int32_t>(m_parts.size());
                todo.push_back(next);
            }
        }
    }

    void walk(Corner start)
    {
        std::vector<Corner> turns{start}; // The lowest and westernmost of its ring's corners: it turns there.
        Corner at = start;
        int heading = kEast;
        const std::size_t part = static_cast<std::size_t>(m_label[m_frame.index(start.x, start.y)]);
        do {
            if (heading == kEast) m_walked[m_frame.index(at.x, at.y)] = true;
            at = {at.x + kSteps[heading].x, at.y + kSteps[heading].y};
            const int left = (heading + 1) % 4;
            const int right = (heading + 3) % 4;
            // Round the own cell where two meet at a corner: so each part has one outer ring.
            int next = heading;
            if (!inside(leftOf(at, heading)))
                next = left;
            else if (inside(leftOf(at, right)))
                next = right;
            if (next != heading && (at != start || next != kEast)) turns.push_back(at);
            heading = next;
        } while (at != start || heading != kEast);
        split(turns, part);
    }

    /// Keeps the walk as rings that pass each corner once.
    void split(const std::vector<Corner>& walked, std::size_t part)
    {
        std::vector<Corner> path;
        std::map<Corner, std::size_t> place;
        for (const Corner corner : walked) {
            const auto [known, fresh] = place.try_emplace(corner, path.size());
            if (fresh) {
                path.push_back(corner);
                continue;
            }
            const auto from = path.begin() + static_cast<std::ptrdiff_t>(known->second);
            keep({from, path.end()}, part);
            for (auto gone = from + 1; gone != path.end(); ++gone) place.erase(*gone);
            path.erase(from + 1, path.end());
        }
        keep(path, part);
    }

    void keep(const std::vector<Corner>& corners, std::size_t part)
    {
        Ring ring;
        double twice = 0;
        for (std::size_t i = 0; i < corners.size(); ++i) {
            const Corner a = corners[i];
            const Corner b = corners[(i + 1) % corners.size()];
            twice += static_cast<double>(a.x) * b.y - static_cast<double>(b.x) * a.y;
            ring.push_back({m_frame.origin.x + a.x * m_frame.cell, m_frame.origin.y + a.y * m_frame.cell});
        }
        ring.push_back(ring.front());
        if (twice > 0)
            m_parts[part].outer = std::move(ring);
        else
            m_holes.emplace_back(part, std::move(ring));
    }

    const CountGrid& m_grid;
    const GridFrame& m_frame;
    std::int32_t m_atLeast;
    std::vector<bool> m_walked; ///< The south sides that a ring has gone along.
    std::vector<std::int32_t> m_label;
    MultiPolygon m_parts;
    std::vector<std::pair<std::size_t, Ring>> m_holes;
};

} // namespace

MultiPolygon contourOf(const CountGrid& grid, std::int32_t atLeast) { return Tracer(grid, atLeast).trace(); }

} // namespace hereabouts::core
