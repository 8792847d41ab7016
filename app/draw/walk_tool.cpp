// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/walk_tool.h"

#include "core/draw/reach.h"

#include <cmath>

namespace hereabouts::app {

namespace {

constexpr double kTolerancePixels = 30;
constexpr double kMetresAMinute = 80; ///< The pace that walking catchments are drawn with: 4.8 km an hour.

} // namespace

void WalkTool::hover(const Touch& touch)
{
    if (!m_ground) return;
    m_spot = m_ground->roads.nearest(touch.at, kTolerancePixels * touch.metresPerPixel);
    m_easel.repaint();
}

void WalkTool::click(const Touch& touch)
{
    if (!m_ground) return m_easel.say(tr("The roads are still being laid out; a moment."));
    hover(touch);
    if (!m_spot) return m_easel.say(tr("There is no road near enough to walk from; click nearer to one."));
    const core::MultiPolygon reached = core::walkingReach(m_ground->roads, *m_spot, {.metres = m_metres});
    if (reached.empty()) return m_easel.say(tr("Nothing can be reached on foot from there."));
    for (const core::Polygon& part : reached) m_easel.apply(core::edit::AddPart{{part.outer.begin(), part.outer.end() - 1}});
}

bool WalkTool::giveUp()
{
    m_spot.reset();
    m_easel.repaint();
    return false;
}

Preview WalkTool::preview() const { return {.line = {}, .grounds = {}, .spot = m_spot ? std::optional(m_spot->at) : std::nullopt}; }

QString WalkTool::advice() const
{
    if (!m_ground) return tr("Laying out the roads …");
    return tr("Click a road: the ground within %1 m on foot along the roads (about %2 minutes), and 50 m aside, is taken in.")
        .arg(m_metres)
        .arg(std::round(m_metres / kMetresAMinute));
}

} // namespace hereabouts::app
