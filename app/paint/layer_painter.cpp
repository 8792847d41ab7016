// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/detail/layer_painter.h"

#include "app/paint/detail/aside.h"
#include "app/paint/detail/hatch.h"
#include "app/paint/detail/marks.h"

#include <QPainter>
#include <QPen>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace hereabouts::app {

namespace {

constexpr int kVerticesAStroke = 96;
constexpr double kClusterCell = 64; ///< Pixels; divides a tile.
constexpr double kCrowdedBelow = 96;  ///< Pixels across an area of middling size.
constexpr double kMarkInsteadBelow = 12; ///< A shape smaller than this many pixels gets its rule's mark.

QColor withOpacity(QColor colour, double opacity)
{
    colour.setAlphaF(static_cast<float>(colour.alphaF() * opacity));
    return colour;
}

/// Cuts a run into dashes by the distance from the start of its line, so that they go on from tile to tile. QPen's own dashes start anew with every path.
void addDashes(const Run& run, const std::vector<double>& dash, QPainterPath& path)
{
    const double period = std::accumulate(dash.begin(), dash.end(), 0.0);
    double phase = std::fmod(run.before, period);
    std::size_t piece = 0;
    while (phase >= dash[piece]) {
        phase -= dash[piece];
        piece = (piece + 1) % dash.size();
    }
    double left = dash[piece] - phase; // of the dash or gap we are in
    if (piece % 2 == 0) path.moveTo(run.points.front());
    for (std::size_t i = 1; i < run.points.size(); ++i) {
        const QPointF from = run.points[i - 1];
        const QPointF way = run.points[i] - from;
        const double length = std::hypot(way.x(), way.y());
        double gone = 0;
        while (length - gone > left) {
            gone += left;
            const QPointF at = from + way * (gone / length);
            if (piece % 2 == 0) path.lineTo(at);
            else path.moveTo(at);
            piece = (piece + 1) % dash.size();
            left = dash[piece];
        }
        left -= length - gone;
        if (piece % 2 == 0) path.lineTo(run.points[i]);
    }
}

} // namespace

LayerPainter::LayerPainter(QPainter& painter, const MapPicture& picture, const Screen& screen, std::stop_token stop) :
    m_painter(painter), m_picture(picture), m_screen(screen), m_stop(std::move(stop)), m_theme(picture.choices().theme), m_zoom(screen.view.zoom()),
    m_metresPerPixel(screen.metresPerPixel())
{
}

std::vector<LayerPainter::Rows> LayerPainter::rowsInView(const ShapeLayer& layer) const
{
    std::vector<Rows> byRule(layer.style->rules.size());
    for (const std::uint32_t position : layer.index.touching(m_screen.world())) {
        const std::uint8_t rule = layer.ruleOf[position];
        if (rule != ShapeLayer::kNoRule) byRule[rule].push_back(layer.rows[position]);
    }
    for (std::size_t i = 0; i < byRule.size(); ++i) {
        if (m_zoom + 1e-9 < layer.style->rules[i].from) byRule[i].clear();
    }
    return byRule;
}

bool LayerPainter::overlayHasAreas() const { return m_picture.choices().overlay && !m_picture.choices().overlay->shown.empty(); }

void LayerPainter::paint(const RegisterShapes& shapes, const ShapeLayer& layer)
{
    const auto& overlay = m_picture.choices().overlay;
    const bool proposalsAreMarks = overlay && !overlay->marks.empty() && layer.style->kind == core::RegisterKind::Proposals;
    if (proposalsAreMarks) return;

    const std::vector<Rows> byRule = rowsInView(layer);
    const auto& rules = layer.style->rules;
    const bool isArea = layer.style->kind != core::RegisterKind::Basemap;
    // What matters most is listed first and painted last; all casings go under all lines, so that crossings open.
    for (std::size_t i = rules.size(); i-- > 0;) {
        if (rules[i].fill && !(isArea && overlayHasAreas())) fill(shapes, rules[i], byRule[i]);
    }
    if (layer.style->kind == core::RegisterKind::Communities && !overlayHasAreas()) hatchOverlaps(shapes);
    const bool round = !isArea;
    // Where thousands of areas are crowded, bands and dashes would run into each other and say nothing: a fine line is left.
    const core::Box& ground = layer.index.bounds();
    const bool crowded = isArea && ground.width() * ground.height() / static_cast<double>(layer.rows.size()) * std::pow(m_screen.view.pixelsPerWorld, 2) < kCrowdedBelow * kCrowdedBelow;
    for (std::size_t i = rules.size(); i-- > 0;) {
        if (rules[i].casing && !crowded) stroke(shapes, *rules[i].casing, byRule[i], round);
    }
    for (std::size_t i = rules.size(); i-- > 0;) {
        if (!rules[i].line) continue;
        LineStyle line = *rules[i].line;
        if (crowded) line.dash.clear();
        if (crowded) line.width = ByZoom(std::min(0.6, line.width.at(m_zoom)));
        stroke(shapes, line, byRule[i], round);
    }
    if (layer.rows.size() > kClusterBeyond && m_zoom < kUnclusteredZoom && rules.back().mark) {
        putClusters(shapes, layer);
        return;
    }
    for (std::size_t i = rules.size(); i-- > 0;) {
        if (rules[i].mark) putMarks(shapes, rules[i], byRule[i]);
    }
}

QPainterPath LayerPainter::ringsOf(const RegisterShapes& shapes, std::size_t row) const
{
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    addRings(m_screen, shapes, shapes.levelFor(m_metresPerPixel), row, path);
    return path;
}

QPainterPath LayerPainter::ringsOf(const RegisterShapes& shapes, const Rows& rows) const
{
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (const std::uint32_t row : rows) addRings(m_screen, shapes, shapes.levelFor(m_metresPerPixel), row, path);
    return path;
}

void LayerPainter::fill(const RegisterShapes& shapes, const StyleRule& rule, const Rows& rows)
{
    const QColor colour = withOpacity(rule.fill->colour.in(m_theme), rule.fill->opacity);
    for (const std::uint32_t row : rows) {
        if (shapes.types[row] != ShapeType::Area) continue;
        if (m_stop.stop_requested()) return;
        const QPainterPath path = ringsOf(shapes, row);
        if (path.isEmpty()) continue;
        if (rule.fill->pattern == FillPattern::Hatched) fillHatched(m_painter, path, colour, 1, anchor());
        else m_painter.fillPath(path, colour);
    }
}

void LayerPainter::hatchOverlaps(const RegisterShapes& shapes)
{
    const auto& overlaps = m_picture.layers()->snapshot()->overlaps;
    if (overlaps.empty()) return;
    const auto& codes = shapes.table->text("code");
    std::map<std::string_view, std::size_t> rowOf;
    for (std::size_t row = 0; row < codes.size(); ++row) rowOf.emplace(codes.at(row), row);
    const core::Box seen = m_screen.world();
    for (const core::CommunityOverlap& overlap : overlaps) {
        const auto first = rowOf.find(overlap.first);
        const auto second = rowOf.find(overlap.second);
        if (first == rowOf.end() || second == rowOf.end()) continue;
        if (!shapes.bounds[first->second].intersects(seen) || !shapes.bounds[second->second].intersects(seen)) continue;
        const bool open = overlap.agreement == core::OverlapAgreement::Disputed || overlap.agreement == core::OverlapAgreement::NotAsked;
        const ThemedColour colour = open ? ThemedColour{QColor(0xb3, 0x5a, 0x00), QColor(0xff, 0xb0, 0x66)} : ThemedColour{QColor(0x1d, 0x7a, 0x74), QColor(0x4c, 0xc4, 0xb8)};
        m_painter.save();
        m_painter.setClipPath(ringsOf(shapes, first->second), Qt::IntersectClip);
        fillHatched(m_painter, ringsOf(shapes, second->second), withOpacity(colour.in(m_theme), 0.45), 1.1, anchor());
        m_painter.restore();
    }
}

void LayerPainter::stroke(const RegisterShapes& shapes, const LineStyle& style, const Rows& rows, bool round)
{
    const double width = style.width.at(m_zoom);
    if (width <= 0.02) return;
    const ShapeLevel& level = shapes.levelFor(m_metresPerPixel);
    std::vector<Run> runs;
    for (const std::uint32_t row : rows) {
        if (shapes.types[row] != ShapeType::Point) addRuns(m_screen, shapes, level, row, runs);
    }
    if (m_stop.stop_requested()) return;
    strokeRuns(runs, withOpacity(style.colour.in(m_theme), style.opacity), width, style.dash, round);
}

void LayerPainter::strokeRuns(const std::vector<Run>& runs, const QColor& colour, double width, const std::vector<double>& dash, bool round)
{
    QPen pen(colour, width, Qt::SolidLine, round ? Qt::RoundCap : Qt::FlatCap, round ? Qt::RoundJoin : Qt::BevelJoin);
    if (width > 2.5) pen.setJoinStyle(Qt::RoundJoin);
    if (!dash.empty()) pen.setCapStyle(Qt::FlatCap);
    // Short paths: the rasterizer searches a list of all that a scan line already crosses, so that one long path of many lines would take quadratic time.
    const auto strokeEach = [&](QPainter& painter) {
        QPainterPath path;
        for (const Run& run : runs) {
            if (dash.empty()) {
                path.moveTo(run.points.front());
                for (std::size_t i = 1; i < run.points.size(); ++i) path.lineTo(run.points[i]);
            } else {
                addDashes(run, dash, path);
            }
            if (path.elementCount() < kVerticesAStroke && &run != &runs.back()) continue;
            painter.strokePath(path, pen);
            path.clear();
            if (m_stop.stop_requested()) return;
        }
    };
    const double opacity = pen.color().alphaF();
    QColor opaque = pen.color();
    opaque.setAlpha(255);
    pen.setColor(opaque);
    paintAside(m_painter, m_screen.view.size, opacity, strokeEach);
}

void LayerPainter::putMarks(const RegisterShapes& shapes, const StyleRule& rule, const Rows& rows)
{
    if (rows.empty()) return;
    const double size = rule.mark->size.at(m_zoom);
    const bool raster = isRaster(m_painter);
    const MarkSprite sprite(*rule.mark, size, m_theme, raster ? m_painter.device()->devicePixelRatioF() : 1);
    for (const std::uint32_t row : rows) {
        const core::Box& bounds = shapes.bounds[row];
        const bool small = std::max(bounds.width(), bounds.height()) * m_screen.view.pixelsPerWorld < kMarkInsteadBelow;
        if (shapes.types[row] != ShapeType::Point && !small) continue;
        const QPointF at = m_screen.at(shapes.anchors[row]);
        if (raster) sprite.put(m_painter, at);
        else drawMark(m_painter, at, *rule.mark, size, m_theme);
    }
}

void LayerPainter::putClusters(const RegisterShapes& shapes, const ShapeLayer& layer)
{
    struct Cell {
        double x = 0;
        double y = 0;
        std::size_t count = 0;
        std::uint32_t row = 0;
    };
    const double perWorld = m_screen.view.pixelsPerWorld;
    // A cell is counted whole or not at all, or tiles would disagree on its number and its middle.
    core::Box seen = m_screen.world();
    const double cell = kClusterCell / perWorld;
    seen = {std::floor(seen.minX / cell) * cell, std::floor(seen.minY / cell) * cell, std::ceil(seen.maxX / cell) * cell, std::ceil(seen.maxY / cell) * cell};
    std::map<std::pair<std::int64_t, std::int64_t>, Cell> cells;
    for (const std::uint32_t position : layer.index.touching(seen)) {
        const std::uint32_t row = layer.rows[position];
        const core::Point at = shapes.anchors[row];
        Cell& one = cells[{static_cast<std::int64_t>(std::floor(at.x / cell)), static_cast<std::int64_t>(std::floor(at.y / cell))}];
        one.x += at.x;
        one.y += at.y;
        one.row = row;
        ++one.count;
    }
    const MarkStyle& style = *layer.style->rules.back().mark;
    const bool raster = isRaster(m_painter);
    const double size = style.size.at(m_zoom);
    const MarkSprite sprite(style, size, m_theme, raster ? m_painter.device()->devicePixelRatioF() : 1);
    for (const auto& [key, one] : cells) {
        const auto count = static_cast<double>(one.count);
        const QPointF at = m_screen.at({one.x / count, one.y / count});
        if (one.count > 1) drawCluster(m_painter, at, one.count, style, m_theme);
        else if (raster) sprite.put(m_painter, at);
        else drawMark(m_painter, at, style, size, m_theme);
    }
}

} // namespace hereabouts::app
