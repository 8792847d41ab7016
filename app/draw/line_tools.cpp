// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/line_tools.h"

#include <cmath>
#include <numbers>

namespace hereabouts::app {

namespace {

constexpr double kFreehandPixels = 1.5; ///< A hand's tremor that nobody sees.
constexpr double kLeastRadiusPixels = 4;
constexpr int kCircleVertices = 72;

std::vector<core::Point> circle(core::Point centre, double radius)
{
    std::vector<core::Point> ring;
    for (int i = 0; i < kCircleVertices; ++i) {
        const double angle = 2 * std::numbers::pi * i / kCircleVertices;
        ring.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    return ring;
}

double distance(core::Point a, core::Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

QString metres(double length)
{
    return length < 1000 ? QCoreApplication::translate("Drawing", "%1 m").arg(std::round(length))
                         : QCoreApplication::translate("Drawing", "%1 km").arg(length / 1000, 0, 'f', 2);
}

} // namespace

void VertexTool::click(const Touch& touch)
{
    m_easel.apply(core::edit::Append{{m_easel.snapped(touch)}});
    m_pointer.reset();
}

void VertexTool::hover(const Touch& touch)
{
    m_pointer = m_easel.snapped(touch);
    m_easel.repaint();
}

Preview VertexTool::preview() const
{
    if (!m_pointer || !m_easel.sketch().openRing()) return {};
    return {.line = {*m_pointer}, .grounds = {}};
}

QString VertexTool::advice() const
{
    if (!m_easel.sketch().openRing()) return tr("Click where the line begins. Drag a corner to move it, a small dot to add one.");
    return tr("Click corner after corner; click the first one or press Enter to close the line. Esc takes the last back.");
}

bool FreehandTool::press(const Touch& touch)
{
    m_stroke.emplace(touch.metresPerPixel * kFreehandPixels);
    m_vertices.clear();
    drag(touch);
    return true;
}

void FreehandTool::drag(const Touch& touch)
{
    if (!m_stroke) return;
    if (const auto vertex = m_stroke->add(touch.at)) m_vertices.push_back(*vertex);
    m_easel.repaint();
}

void FreehandTool::release(const Touch& touch)
{
    if (!m_stroke) return;
    drag(touch);
    if (const auto last = m_stroke->finish()) m_vertices.push_back(*last);
    m_stroke.reset();
    if (m_vertices.size() > 1) m_easel.apply(core::edit::Append{m_vertices});
    m_vertices.clear();
    m_easel.repaint();
}

bool FreehandTool::giveUp()
{
    if (!m_stroke) return false;
    m_stroke.reset();
    m_vertices.clear();
    m_easel.repaint();
    return true;
}

Preview FreehandTool::preview() const
{
    Preview preview{.line = m_vertices, .grounds = {}};
    if (m_stroke && m_stroke->tail()) preview.line.push_back(*m_stroke->tail());
    return preview;
}

QString FreehandTool::advice() const
{
    return m_easel.sketch().openRing() ? tr("Draw on from where you are; press Enter to close the line.") : tr("Press, and draw along the boundary.");
}

double RadiusTool::radius() const { return m_centre ? distance(*m_centre, m_edge) : 0; }

bool RadiusTool::press(const Touch& touch)
{
    if (m_byClicks) return false;
    m_centre = m_edge = m_easel.snapped(touch);
    return true;
}

void RadiusTool::drag(const Touch& touch)
{
    if (!m_centre) return;
    m_edge = touch.at;
    m_easel.repaint();
}

void RadiusTool::release(const Touch& touch)
{
    drag(touch);
    if (radius() > kLeastRadiusPixels * touch.metresPerPixel)
        take();
    else
        giveUp();
}

void RadiusTool::click(const Touch& touch)
{
    if (m_byClicks) {
        m_edge = touch.at;
        return take();
    }
    m_centre = m_edge = m_easel.snapped(touch);
    m_byClicks = true;
    m_easel.repaint();
}

void RadiusTool::hover(const Touch& touch)
{
    if (m_byClicks) drag(touch);
}

void RadiusTool::take()
{
    const auto ring = circle(*m_centre, radius());
    giveUp();
    m_easel.apply(core::edit::AddPart{ring});
}

bool RadiusTool::giveUp()
{
    const bool had = m_centre.has_value();
    m_centre.reset();
    m_byClicks = false;
    m_easel.repaint();
    return had;
}

Preview RadiusTool::preview() const
{
    if (!m_centre || radius() <= 0) return {};
    return {.line = {}, .grounds = {circle(*m_centre, radius())}};
}

QString RadiusTool::advice() const
{
    if (m_centre) return tr("%1 around the point. Let go, or click, to take it.").arg(metres(radius()));
    return tr("Press at the middle and drag outwards; or click the middle, then the edge.");
}

bool MoveTool::press(const Touch& touch)
{
    m_from = m_to = touch.at;
    return true;
}

void MoveTool::drag(const Touch& touch)
{
    m_to = touch.at;
    m_easel.repaint();
}

void MoveTool::release(const Touch& touch)
{
    if (!m_from) return;
    const core::Point from = *m_from;
    m_from.reset();
    if (distance(from, touch.at) > touch.metresPerPixel) m_easel.apply(core::edit::MoveWhole{touch.at.x - from.x, touch.at.y - from.y});
    m_easel.repaint();
}

bool MoveTool::giveUp()
{
    const bool had = m_from.has_value();
    m_from.reset();
    m_easel.repaint();
    return had;
}

Preview MoveTool::preview() const
{
    if (!m_from) return {};
    Preview preview;
    for (const core::SketchRing& ring : m_easel.sketch().rings()) {
        std::vector<core::Point> moved = ring.vertices;
        for (core::Point& point : moved) point = {point.x + m_to.x - m_from->x, point.y + m_to.y - m_from->y};
        preview.grounds.push_back(std::move(moved));
    }
    return preview;
}

QString MoveTool::advice() const
{
    if (m_from) return tr("Moved by %1. Let go to leave it there; Esc puts it back.").arg(metres(distance(*m_from, m_to)));
    return tr("Drag to move the whole boundary.");
}

} // namespace hereabouts::app
