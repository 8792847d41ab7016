// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/grip.h"

#include <algorithm>
#include <cmath>

namespace hereabouts::app {

namespace {

constexpr double kCornerPixels = 11;
constexpr double kMiddlePixels = 9;
constexpr double kMiddleNeedsPixels = 44; ///< A piece shorter than this on the screen has no room for a handle in its middle.
constexpr double kStillPixels = 3;

double distance(core::Point a, core::Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

} // namespace

std::optional<Handle> Grip::under(const Touch& touch) const
{
    const std::vector<core::SketchRing>& rings = m_easel.sketch().rings();
    std::optional<Handle> nearest;
    double best = kCornerPixels * touch.metresPerPixel;
    for (std::uint32_t r = 0; r < rings.size(); ++r) {
        for (std::uint32_t v = 0; v < rings[r].vertices.size(); ++v) {
            const double far = distance(rings[r].vertices[v], touch.at);
            if (far > best) continue;
            best = far;
            nearest = Handle{r, v};
        }
    }
    if (nearest) return nearest;
    best = kMiddlePixels * touch.metresPerPixel;
    for (std::uint32_t r = 0; r < rings.size(); ++r) {
        const auto& vertices = rings[r].vertices;
        const std::size_t pieces = rings[r].closed ? vertices.size() : vertices.size() - (vertices.empty() ? 0 : 1);
        for (std::uint32_t v = 0; v < pieces; ++v) {
            const core::Point a = vertices[v], b = vertices[(v + 1) % vertices.size()];
            const double far = distance({(a.x + b.x) / 2, (a.y + b.y) / 2}, touch.at);
            if (far > best || distance(a, b) < kMiddleNeedsPixels * touch.metresPerPixel) continue;
            best = far;
            nearest = Handle{r, v, true};
        }
    }
    return nearest;
}

bool Grip::press(const Touch& touch)
{
    m_held = under(touch);
    if (!m_held) return false;
    m_chosen = m_held->middle ? std::nullopt : m_held;
    m_pressed = m_to = touch.at;
    m_moved = false;
    m_lines.emplace(m_easel.sketch());
    return true;
}

void Grip::drag(const Touch& touch)
{
    if (!m_held) return;
    if (!m_moved && distance(touch.at, m_pressed) < kStillPixels * touch.metresPerPixel) return;
    m_moved = true;
    m_to = m_easel.snapped(touch);
    m_meetings = m_held->middle ? std::vector<core::Meeting>() : m_lines->meetingsIfMoved(m_held->ring, m_held->vertex, m_to);
    m_easel.repaint();
}

bool Grip::release(const Touch& touch)
{
    if (!m_held) return false;
    drag(touch);
    const Handle held = *m_held;
    const bool moved = m_moved;
    m_held.reset();
    m_lines.reset();
    m_meetings.clear();
    if (moved && held.middle) {
        if (m_easel.apply(core::edit::Insert{held.ring, held.vertex + 1, m_to})) m_chosen = Handle{held.ring, held.vertex + 1};
    } else if (moved) {
        m_easel.apply(core::edit::Move{held.ring, held.vertex, m_to});
    }
    m_easel.repaint();
    return moved;
}

bool Grip::giveUp()
{
    const bool had = m_held.has_value();
    m_held.reset();
    m_lines.reset();
    m_meetings.clear();
    if (had) m_easel.repaint();
    return had;
}

std::optional<core::Point> Grip::chooseNext(int step)
{
    const std::vector<core::SketchRing>& rings = m_easel.sketch().rings();
    std::vector<Handle> corners;
    for (std::uint32_t r = 0; r < rings.size(); ++r) {
        for (std::uint32_t v = 0; v < rings[r].vertices.size(); ++v) corners.push_back({r, v});
    }
    if (corners.empty()) return std::nullopt;
    const auto now = m_chosen ? std::ranges::find(corners, *m_chosen) : corners.end();
    const auto count = std::ssize(corners);
    const std::ptrdiff_t at = now == corners.end() ? (step > 0 ? 0 : count - 1) : (now - corners.begin() + step + count) % count;
    m_chosen = corners[static_cast<std::size_t>(at)];
    return rings[m_chosen->ring].vertices[m_chosen->vertex];
}

bool Grip::eraseChosen()
{
    if (!m_chosen) return false;
    const Handle corner = *m_chosen;
    forget();
    m_easel.apply(core::edit::Erase{corner.ring, corner.vertex});
    return true;
}

void Grip::forget()
{
    m_held.reset();
    m_chosen.reset();
    m_lines.reset();
    m_meetings.clear();
}

std::vector<core::SketchRing> Grip::rings() const
{
    std::vector<core::SketchRing> rings = m_easel.sketch().rings();
    if (!m_held || !m_moved) return rings;
    auto& vertices = rings[m_held->ring].vertices;
    if (m_held->middle)
        vertices.insert(vertices.begin() + m_held->vertex + 1, m_to);
    else
        vertices[m_held->vertex] = m_to;
    return rings;
}

} // namespace hereabouts::app
