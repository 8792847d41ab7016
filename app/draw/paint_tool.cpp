// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/paint_tool.h"

#include "core/draw/reshape.h"
#include "gis/shapes/overlay.h"

#include <utility>

namespace hereabouts::app {

const core::MultiPolygon& PaintTool::shapeOf(std::uint32_t area) const
{
    return std::get<core::MultiPolygon>(m_ground->snapshot->at(core::RegisterKind::SmallAreas).geometry(m_ground->smallAreas[area]));
}

std::uint32_t PaintTool::areaAt(const Touch& touch) const { return m_ground ? m_ground->smallAreaAt.locate(touch.at) : core::AreaLocator::kNone; }

bool PaintTool::isIn(std::uint32_t area) const { return core::covers(m_easel.sketch().shape(), core::representativePoint(shapeOf(area))); }

bool PaintTool::paint(const std::set<std::uint32_t>& areas, bool out)
{
    std::vector<core::MultiPolygon> shapes;
    for (const std::uint32_t area : areas) shapes.push_back(shapeOf(area));
    core::Result<core::MultiPolygon> painted = core::MultiPolygon();
    if (out) {
        auto whole = gis::unionOf(shapes);
        painted = whole ? gis::difference(m_easel.sketch().shape(), *whole) : std::move(whole);
    } else {
        shapes.push_back(m_easel.sketch().shape());
        painted = gis::unionOf(shapes);
    }
    if (!painted) {
        m_easel.say(tr("That could not be painted: %1 Mend the crossings first.").arg(QString::fromStdString(painted.error().message)));
        return false;
    }
    return m_easel.apply(core::becoming(m_easel.sketch(), out ? "unpainted" : "painted", *painted));
}

bool PaintTool::press(const Touch& touch)
{
    if (!m_ground) {
        m_easel.say(tr("The small areas are still being laid out; a moment."));
        return true;
    }
    m_brushed.clear();
    const std::uint32_t area = areaAt(touch);
    m_out = area != core::AreaLocator::kNone && isIn(area);
    drag(touch);
    return true;
}

void PaintTool::drag(const Touch& touch)
{
    const std::uint32_t area = areaAt(touch);
    if (area == core::AreaLocator::kNone || isIn(area) != m_out) return;
    if (m_brushed.insert(area).second) m_easel.repaint();
}

void PaintTool::release(const Touch& touch)
{
    if (!m_ground) return;
    drag(touch);
    const std::set<std::uint32_t> brushed = std::exchange(m_brushed, {});
    if (brushed.empty())
        m_easel.say(tr("There is no small area there."));
    else
        paint(brushed, m_out);
    m_easel.repaint();
}

void PaintTool::click(const Touch& touch)
{
    if (press(touch)) release(touch);
}

void PaintTool::hover(const Touch& touch)
{
    const std::uint32_t area = areaAt(touch);
    if (area == m_under) return;
    m_under = area;
    m_easel.repaint();
}

bool PaintTool::giveUp()
{
    const bool had = !m_brushed.empty();
    m_brushed.clear();
    m_under = core::AreaLocator::kNone;
    m_easel.repaint();
    return had;
}

Preview PaintTool::preview() const
{
    Preview preview{.line = {}, .grounds = {}, .takesOut = m_out && !m_brushed.empty()};
    const auto add = [&](std::uint32_t area) {
        for (const core::Polygon& polygon : shapeOf(area)) preview.grounds.push_back(polygon.outer);
    };
    for (const std::uint32_t area : m_brushed) add(area);
    if (m_brushed.empty() && m_under != core::AreaLocator::kNone && m_ground) add(m_under);
    return preview;
}

QString PaintTool::advice() const
{
    if (!m_ground) return tr("Laying out the small areas …");
    if (m_under == core::AreaLocator::kNone) return tr("Brush over small areas to take them in; begin on one that is in to take some out.");
    const core::RegisterTable& table = m_ground->snapshot->at(core::RegisterKind::SmallAreas);
    const std::size_t row = m_ground->smallAreas[m_under];
    const std::int64_t people = table.integers("population")[row];
    const QString code = QString::fromUtf8(table.text("code").at(row));
    return people == core::kNoInteger ? tr("%1: its people are not known").arg(code) : tr("%1: %2 people").arg(code).arg(people);
}

void CutTool::click(const Touch& touch)
{
    m_line.push_back(m_easel.snapped(touch));
    m_easel.repaint();
}

void CutTool::hover(const Touch& touch)
{
    m_pointer = touch.at;
    if (!m_line.empty()) m_easel.repaint();
}

bool CutTool::finish()
{
    if (m_line.size() < 2) return false;
    const core::Line line = std::exchange(m_line, {});
    const core::MultiPolygon shape = m_easel.sketch().shape();
    const auto cut = gis::cutBy(shape, line);
    if (!cut)
        m_easel.say(QString::fromStdString(cut.error().message));
    else if (cut->size() <= shape.size())
        m_easel.say(tr("The line does not go right through: nothing was cut. Begin and end it outside."));
    else
        m_easel.apply(core::becoming(m_easel.sketch(), "cut", *cut));
    m_easel.repaint();
    return true;
}

bool CutTool::giveUp()
{
    const bool had = !m_line.empty();
    if (had) m_line.pop_back();
    m_easel.repaint();
    return had;
}

Preview CutTool::preview() const
{
    Preview preview{.line = {}, .grounds = {}, .cut = m_line};
    if (!m_line.empty() && m_pointer) preview.cut.push_back(*m_pointer);
    return preview;
}

QString CutTool::advice() const
{
    return m_line.empty() ? tr("Click outside the boundary where the cut begins.")
                          : tr("Click on across it; press Enter outside to cut. Esc takes the last click back.");
}

} // namespace hereabouts::app
