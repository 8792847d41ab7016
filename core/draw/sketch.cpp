// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/draw/sketch.h"

#include "core/draw/detail/plan_edit.h"
#include "core/geometry/grid_point.h"

#include <algorithm>
#include <utility>

namespace hereabouts::core {

std::uint32_t outerOf(const std::vector<SketchRing>& rings, std::uint32_t ring)
{
    while (ring > 0 && rings[ring].hole) --ring;
    return ring;
}

Result<Sketch> Sketch::of(const MultiPolygon& boundary)
{
    Sketch sketch;
    for (const Polygon& polygon : boundary) {
        const auto add = [&](const Ring& ring, bool hole) -> Result<void> {
            auto vertices = detail::closedVertices(ring);
            if (!vertices) return std::unexpected(vertices.error());
            sketch.m_rings.push_back({.vertices = std::move(*vertices), .hole = hole, .closed = true});
            return {};
        };
        if (auto added = add(polygon.outer, false); !added) return std::unexpected(added.error());
        for (const Ring& hole : polygon.holes) {
            if (auto added = add(hole, true); !added) return std::unexpected(added.error());
        }
    }
    return sketch;
}

SketchQuestion Sketch::question() const
{
    if (m_rings.empty()) return SketchQuestion::NothingDrawn;
    if (!m_open) return SketchQuestion::None;
    const std::vector<Point>& vertices = m_rings[*m_open].vertices;
    if (vertices.size() < 3) return SketchQuestion::TwoClicks;
    return detail::doubledArea(vertices) == 0 ? SketchQuestion::EnclosesNothing : SketchQuestion::StillOpen;
}

MultiPolygon Sketch::shape() const
{
    MultiPolygon area;
    for (const SketchRing& ring : m_rings) {
        if (!ring.closed) continue;
        Ring closed = ring.vertices;
        if ((detail::doubledArea(closed) < 0) != ring.hole) std::ranges::reverse(closed);
        closed.push_back(closed.front());
        if (!ring.hole)
            area.push_back({.outer = std::move(closed), .holes = {}});
        else if (!area.empty())
            area.back().holes.push_back(std::move(closed));
    }
    return area;
}

std::optional<SketchEdit> Sketch::stepBack() const
{
    if (!m_open) return std::nullopt;
    const SketchEdit* last = undoable();
    const std::size_t left = m_rings[*m_open].vertices.size();
    if (last && (std::holds_alternative<edit::Append>(*last) || std::holds_alternative<edit::StartHole>(*last) || left == 0)) return edit::Undo{};
    return edit::Erase{.ring = *m_open, .vertex = static_cast<std::uint32_t>(left - 1)};
}

Result<void> Sketch::apply(const SketchEdit& given)
{
    if (std::holds_alternative<edit::Undo>(given)) return undo();
    if (std::holds_alternative<edit::Redo>(given)) return redo();
    auto planned = detail::plan(m_rings, m_open, given);
    if (!planned) return std::unexpected(planned.error());
    m_steps.resize(m_done);
    for (const detail::Change& change : *planned) detail::perform(m_rings, m_open, change, true);
    m_steps.push_back({.edit = given, .changes = std::move(*planned)});
    ++m_done;
    return {};
}

Result<void> Sketch::undo()
{
    if (!canUndo()) return fail(ErrorCode::BadInput, "There is nothing to undo.");
    const Step& step = m_steps[--m_done];
    for (std::size_t i = step.changes.size(); i-- > 0;) detail::perform(m_rings, m_open, step.changes[i], false);
    return {};
}

Result<void> Sketch::redo()
{
    if (!canRedo()) return fail(ErrorCode::BadInput, "There is nothing to do again.");
    for (const detail::Change& change : m_steps[m_done++].changes) detail::perform(m_rings, m_open, change, true);
    return {};
}

} // namespace hereabouts::core
