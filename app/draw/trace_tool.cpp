// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/trace_tool.h"

namespace hereabouts::app {

namespace {

constexpr double kTolerancePixels = 14;

} // namespace

std::optional<core::NetworkSpot> TraceTool::start(const Touch& touch) const
{
    const auto open = m_easel.sketch().openRing();
    if (!open || m_easel.sketch().rings()[*open].vertices.empty()) return m_from;
    return m_ground->network.nearest(m_easel.sketch().rings()[*open].vertices.back(), kTolerancePixels * touch.metresPerPixel);
}

void TraceTool::hover(const Touch& touch)
{
    if (!m_ground) return;
    const auto to = m_ground->network.nearest(touch.at, kTolerancePixels * touch.metresPerPixel);
    const auto from = start(touch);
    m_way.reset();
    if (to && from) {
        m_from = from;
        look(*to);
    }
    m_to = to;
    m_easel.repaint();
}

void TraceTool::look(const core::NetworkSpot& to)
{
    m_way = m_ground->network.trace(*m_from, to);
    if (!m_way || !m_other) return;
    if (auto other = m_ground->network.otherWay(*m_from, to, *m_way))
        m_way = std::move(other);
    else
        m_easel.say(tr("There is no other way round to there."));
}

void TraceTool::click(const Touch& touch)
{
    if (!m_ground) return m_easel.say(tr("The lines to follow are still being laid out; a moment."));
    hover(touch);
    if (!m_to) return m_easel.say(tr("There is no road, stream or line to follow there; zoom in, or click nearer to one."));
    const bool begins = !m_easel.sketch().openRing().has_value();
    if (begins) {
        m_from = m_to;
        m_easel.apply(core::edit::Append{{m_to->at}});
    } else if (!m_from) {
        m_easel.say(tr("The line does not end on anything that can be followed; click on to such a line with Corners first."));
    } else if (!m_way) {
        m_easel.say(tr("No road, stream or line leads there from where you are; go part of the way with Corners."));
    } else if (m_way->vertices.size() > 1) {
        m_easel.apply(core::edit::Append{{m_way->vertices.begin() + 1, m_way->vertices.end()}});
        m_from = m_to;
    }
    m_way.reset();
    m_other = false;
    m_easel.repaint();
}

void TraceTool::flip()
{
    m_other = !m_other;
    if (m_ground && m_from && m_to) look(*m_to);
    m_easel.repaint();
}

bool TraceTool::giveUp()
{
    const bool flipped = m_other;
    m_way.reset();
    m_to.reset();
    m_from.reset();
    m_other = false;
    m_easel.repaint();
    return flipped;
}

Preview TraceTool::preview() const
{
    if (m_way && m_easel.sketch().openRing()) return {.line = {m_way->vertices.begin() + 1, m_way->vertices.end()}, .grounds = {}};
    return {.line = {}, .grounds = {}, .spot = m_to ? std::optional(m_to->at) : std::nullopt};
}

QString TraceTool::advice() const
{
    if (!m_ground) return tr("Laying out the roads, streams and lines to follow …");
    if (!m_easel.sketch().openRing()) return tr("Click a road, stream or ward line where the boundary begins to follow it.");
    if (!m_way) return tr("Point to where the line goes along; the way there is shown before it is taken.");
    return tr("Click to go %1. F: the other way round.").arg(QString::fromStdString(core::inWords(m_way->along)));
}

} // namespace hereabouts::app
