// SPDX-License-Identifier: GPL-3.0-or-later
// The overlay's part of LayerPainter.
#include "app/paint/detail/aside.h"
#include "app/paint/detail/hatch.h"
#include "app/paint/detail/layer_painter.h"

#include <QPainter>
#include <QPen>

#include <algorithm>
#include <cmath>
#include <map>

namespace hereabouts::app {

namespace {

constexpr double kCoverageOpacity = 0.9;     ///< Below one, so that areas are drawn aside and a little of the ground shows.
constexpr double kOverlappingOpacity = 0.72; ///< Communities: the ground under them still shows.
constexpr double kOutlineFrom = 9;           ///< Pixels across a middling area: below, borders would be all there is to see.

const ShapeLayer* layerOf(const RegisterShapes& shapes, const core::AreaSet& areas)
{
    for (const ShapeLayer& layer : shapes.layers) {
        if (layer.key == areas.name || (!shapes.table->spec().hasEditions && layer.style->kind == areas.kind)) return &layer;
    }
    return nullptr;
}

/// Pixels across an area of middling size, the same at every place of the map.
double middlingPixels(const ShapeLayer& layer, double pixelsPerWorld)
{
    const core::Box& bounds = layer.index.bounds();
    return std::sqrt(bounds.width() * bounds.height() / static_cast<double>(layer.rows.size())) * pixelsPerWorld;
}

} // namespace

void LayerPainter::paintOverlay()
{
    const OverlayPtr& overlay = m_picture.choices().overlay;
    if (!overlay) return;
    const RegisterShapes& shapes = m_picture.layers()->shapes(overlay->areas.kind);
    const ShapeLayer* layer = layerOf(shapes, overlay->areas);
    if (!layer || overlay->shown.empty()) return;
    if (overlay->areas.overlapping) fillOverlayOverlapping(shapes, *layer);
    else fillOverlayCoverage(shapes, *layer);
    if (!m_stop.stop_requested() && middlingPixels(*layer, m_screen.view.pixelsPerWorld) > kOutlineFrom) outlineOverlay(shapes, *layer);
}

void LayerPainter::fillEntry(const LegendEntry& entry, const QPainterPath& path, double opacity)
{
    QColor colour = entry.colour.in(m_theme);
    if (entry.pattern == LegendPattern::Hatched) {
        fillHatched(m_painter, path, colour, 1.1, anchor());
        return;
    }
    colour.setAlphaF(static_cast<float>(opacity));
    m_painter.fillPath(path, colour);
}

void LayerPainter::fillOverlayCoverage(const RegisterShapes& shapes, const ShapeLayer& layer)
{
    const Overlay& overlay = *m_picture.choices().overlay;
    std::vector<Rows> rowsOf(overlay.legend.size());
    for (const std::uint32_t position : layer.index.touching(m_screen.world())) {
        if (const OverlayArea* area = overlay.areaOfRow(layer.rows[position])) rowsOf[static_cast<std::size_t>(area->entry)].push_back(layer.rows[position]);
    }
    for (std::size_t i = 0; i < rowsOf.size(); ++i) {
        if (overlay.legend[i].pattern == LegendPattern::Hatched) fillEntry(overlay.legend[i], ringsOf(shapes, rowsOf[i]), 1);
    }
    if (!isRaster(m_painter)) {
        for (std::size_t i = 0; i < rowsOf.size(); ++i) {
            if (overlay.legend[i].pattern == LegendPattern::Hatched) continue;
            const QPainterPath path = ringsOf(shapes, rowsOf[i]);
            fillEntry(overlay.legend[i], path, 1);
            // Vector viewers smooth each shape by itself; a hairline of its own colour closes the seams between classes.
            m_painter.strokePath(path, QPen(overlay.legend[i].colour.in(m_theme), 0.4));
        }
        return;
    }
    // Where neighbours share a pixel their coverages add up to one: added on clear ground there is no seam, whichever comes first.
    const auto addEach = [&](QPainter& adding) {
        adding.setCompositionMode(QPainter::CompositionMode_Plus);
        adding.setPen(Qt::NoPen);
        for (std::size_t i = 0; i < rowsOf.size(); ++i) {
            if (overlay.legend[i].pattern == LegendPattern::Hatched) continue;
            adding.setBrush(overlay.legend[i].colour.in(m_theme));
            for (const std::uint32_t row : rowsOf[i]) {
                if (m_stop.stop_requested()) return;
                adding.drawPath(ringsOf(shapes, row));
            }
        }
    };
    paintAside(m_painter, m_screen.view.size, kCoverageOpacity, addEach);
}

void LayerPainter::fillOverlayOverlapping(const RegisterShapes& shapes, const ShapeLayer& layer)
{
    const Overlay& overlay = *m_picture.choices().overlay;
    std::vector<std::uint32_t> rows;
    for (const std::uint32_t position : layer.index.touching(m_screen.world())) {
        if (overlay.areaOfRow(layer.rows[position])) rows.push_back(layer.rows[position]);
    }
    // Large ones first, so that a precinct inside a suburb is seen.
    std::ranges::stable_sort(rows, std::greater{}, [&shapes](std::uint32_t row) { return shapes.table->groundSquareMetres(row); });
    const auto draw = [&](QPainter& aside) {
        for (const std::uint32_t row : rows) {
            if (m_stop.stop_requested()) return;
            const LegendEntry& entry = overlay.legend[static_cast<std::size_t>(overlay.areaOfRow(row)->entry)];
            if (entry.pattern == LegendPattern::Hatched) fillHatched(aside, ringsOf(shapes, row), entry.colour.in(m_theme), 1.1, anchor());
            else aside.fillPath(ringsOf(shapes, row), entry.colour.in(m_theme));
        }
        stripeOverlaps(aside, shapes, rows);
    };
    // Laid down as one: what two communities claim must not look like a darker class of its own.
    paintAside(m_painter, m_screen.view.size, kOverlappingOpacity, draw);
}

void LayerPainter::stripeOverlaps(QPainter& painter, const RegisterShapes& shapes, const Rows& rows) const
{
    if (!shapes.table->spec().fieldIndex("code")) return;
    const Overlay& overlay = *m_picture.choices().overlay;
    std::map<std::string_view, std::size_t> rowOf;
    for (const std::uint32_t row : rows) rowOf.emplace(shapes.table->text("code").at(row), row);
    for (const core::CommunityOverlap& overlap : m_picture.layers()->snapshot()->overlaps) {
        auto lower = rowOf.find(overlap.first);
        auto upper = rowOf.find(overlap.second);
        if (lower == rowOf.end() || upper == rowOf.end()) continue;
        if (shapes.table->groundSquareMetres(lower->second) < shapes.table->groundSquareMetres(upper->second)) std::swap(lower, upper);
        const LegendEntry& hidden = overlay.legend[static_cast<std::size_t>(overlay.areaOfRow(lower->second)->entry)];
        painter.save();
        painter.setClipPath(ringsOf(shapes, upper->second), Qt::IntersectClip);
        fillHatched(painter, ringsOf(shapes, lower->second), hidden.colour.in(m_theme), hidden.pattern == LegendPattern::Hatched ? 1.1 : 3.2, anchor());
        painter.restore();
    }
}

void LayerPainter::outlineOverlay(const RegisterShapes& shapes, const ShapeLayer& layer)
{
    const ShapeLevel& level = shapes.levelFor(m_metresPerPixel);
    std::vector<Run> runs;
    for (const std::uint32_t position : layer.index.touching(m_screen.world())) addRuns(m_screen, shapes, level, layer.rows[position], runs);
    const bool dark = m_theme == Theme::Dark;
    const double size = middlingPixels(layer, m_screen.view.pixelsPerWorld);
    const double width = std::clamp(size / 40, 0.45, 1.1);
    strokeRuns(runs, dark ? QColor(0x12, 0x18, 0x1d, 190) : QColor(0xff, 0xff, 0xff, 200), width, {}, false);
}

void LayerPainter::paintOverlayMarks()
{
    const OverlayPtr& overlay = m_picture.choices().overlay;
    if (!overlay) return;
    const double scale = std::clamp(0.62 + (m_zoom - 8) * 0.09, 0.5, 1.25);
    for (const OverlayMark& mark : overlay->marks) {
        const double r = mark.radius * scale;
        const QPointF at = m_screen.at(m_picture.layers()->toWorld(mark.home));
        if (!m_screen.clip().contains(at)) continue;
        const LegendEntry& entry = overlay->legend[static_cast<std::size_t>(mark.entry)];
        const QColor colour = entry.colour.in(m_theme);
        const QColor paper = m_theme == Theme::Dark ? QColor(0x16, 0x1b, 0x20) : QColor(Qt::white);
        const bool ring = entry.pattern == LegendPattern::Ring;
        QColor inside = ring ? paper : colour;
        inside.setAlpha(ring ? 150 : 205);
        m_painter.setPen(QPen(ring ? colour : paper, ring ? 1.7 : 1.2));
        m_painter.setBrush(inside);
        m_painter.drawEllipse(at, r, r);
    }
}

} // namespace hereabouts::app
