// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/sketch_item.h"

#include "core/geometry/web_mercator.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace hereabouts::app {

namespace {

constexpr double kCornerRadius = 5.5;
constexpr double kCornerRoom = 9;
constexpr double kMiddleRadius = 3.5;
constexpr double kMiddleNeedsPixels = 44;
constexpr std::size_t kMostHandles = 1500; ///< More corners than that in view are a thick line, not handles.

bool near(const std::optional<Handle>& handle, std::uint32_t ring, std::uint32_t vertex, bool middle) { return handle == Handle{ring, vertex, middle}; }

} // namespace

SketchItem::SketchItem(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &SketchItem::viewChanged, this, [this] { update(); });
}

void SketchItem::setBoard(DrawingBoard* board)
{
    if (board == m_board) return;
    m_board = board;
    connect(m_board, &DrawingBoard::sketchChanged, this, [this] { update(); });
    connect(m_board, &DrawingBoard::activeChanged, this, [this] { update(); });
    emit boardChanged();
}

QPointF SketchItem::onScreen(core::Point home) const
{
    const core::Point world = m_board->worldOf(home);
    double away = world.x - m_middle.x;
    away -= std::round(away); // a place across 180° lies beyond 1
    return {width() / 2 + away * m_worldPixels, height() / 2 + (world.y - m_middle.y) * m_worldPixels};
}

QPolygonF SketchItem::onScreen(const std::vector<core::Point>& line) const
{
    QPolygonF points;
    points.reserve(static_cast<qsizetype>(line.size()));
    for (const core::Point& point : line) points.append(onScreen(point));
    return points;
}

void SketchItem::paint(QPainter* painter)
{
    if (!m_board || !m_board->isActive() || !m_center.isValid()) return;
    m_middle = core::toWebMercator({m_center.longitude(), m_center.latitude()});
    m_worldPixels = 256 * std::exp2(m_zoom);
    const std::vector<core::SketchRing> rings = m_board->shownRings();
    QPainterPath ground, open;
    for (const core::SketchRing& ring : rings) {
        const QPolygonF line = onScreen(ring.vertices);
        if (!ring.closed) {
            open.addPolygon(line);
            continue;
        }
        ground.addPolygon(line);
        ground.closeSubpath();
    }
    ground.setFillRule(Qt::OddEvenFill);
    painter->setBrush(QColor(m_ink.red(), m_ink.green(), m_ink.blue(), 40));
    painter->setPen(QPen(m_paper, 5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(ground);
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(open);
    painter->setPen(QPen(m_ink, 2.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(ground);
    painter->drawPath(open);
    paintPreview(*painter);
    paintHandles(*painter, rings);
    paintFaults(*painter);
}

void SketchItem::paintPreview(QPainter& painter) const
{
    const Preview preview = m_board->preview();
    QPen dashes(preview.takesOut ? m_warning : m_ink, 2.5, Qt::CustomDashLine, Qt::FlatCap, Qt::RoundJoin);
    dashes.setDashPattern({3, 2});
    painter.setPen(dashes);
    const auto openRing = m_board->sketch().openRing();
    if (!preview.line.empty()) {
        QPolygonF line;
        if (openRing && !m_board->sketch().rings()[*openRing].vertices.empty()) line.append(onScreen(m_board->sketch().rings()[*openRing].vertices.back()));
        line.append(onScreen(preview.line));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(line);
    }
    painter.setBrush(Qt::NoBrush);
    if (preview.cut.size() > 1)
        painter.drawPolyline(onScreen(preview.cut));
    else if (preview.cut.size() == 1)
        painter.drawEllipse(onScreen(preview.cut.front()), 4, 4);
    if (preview.spot) painter.drawEllipse(onScreen(*preview.spot), 7, 7);
    const QColor fill = preview.takesOut ? m_warning : m_ink;
    painter.setBrush(QColor(fill.red(), fill.green(), fill.blue(), 60));
    for (const auto& ground : preview.grounds) painter.drawPolygon(onScreen(ground));
}

void SketchItem::paintHandles(QPainter& painter, const std::vector<core::SketchRing>& rings) const
{
    const QRectF view = boundingRect().adjusted(-10, -10, 10, 10);
    std::size_t corners = 0;
    for (const core::SketchRing& ring : rings) corners += ring.vertices.size();
    if (corners > kMostHandles) return;
    for (std::uint32_t r = 0; r < rings.size(); ++r) {
        const QPolygonF line = onScreen(rings[r].vertices);
        const auto count = static_cast<std::uint32_t>(line.size());
        QPointF shown; // corners closer to the last one than that would be one blot
        for (std::uint32_t v = 0; v < count; ++v) {
            if (!view.contains(line[v])) continue;
            const QPointF next = line[(v + 1) % count];
            const bool hasPiece = rings[r].closed || v + 1 < count;
            if (hasPiece && QLineF(line[v], next).length() >= kMiddleNeedsPixels && !m_board->grip().held()) {
                const double radius = near(m_board->hovered(), r, v, true) ? kMiddleRadius + 2 : kMiddleRadius;
                painter.setPen(QPen(m_ink, 1.2));
                painter.setBrush(m_paper);
                painter.drawEllipse((line[v] + next) / 2, radius, radius);
            }
            const bool chosen = near(m_board->grip().chosen(), r, v, false), touched = near(m_board->hovered(), r, v, false);
            if (!chosen && !touched && v > 0 && QLineF(shown, line[v]).length() < kCornerRoom) continue;
            shown = line[v];
            const double radius = touched ? kCornerRadius + 2 : kCornerRadius;
            painter.setPen(QPen(chosen ? m_paper : m_ink, 2));
            painter.setBrush(chosen ? m_ink : m_paper);
            painter.drawEllipse(line[v], radius, radius);
        }
    }
}

void SketchItem::paintFaults(QPainter& painter) const
{
    std::vector<core::Point> faults = m_board->faults();
    const std::vector<core::Point> ahead = m_board->faultsAhead();
    faults.insert(faults.end(), ahead.begin(), ahead.end());
    for (const core::Point& fault : faults) {
        const QPointF at = onScreen(fault);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_paper, 6));
        painter.drawEllipse(at, 11, 11);
        painter.setPen(QPen(m_warning, 3));
        painter.drawEllipse(at, 11, 11);
        painter.drawLine(at + QPointF(-5, -5), at + QPointF(5, 5));
        painter.drawLine(at + QPointF(-5, 5), at + QPointF(5, -5));
    }
}

} // namespace hereabouts::app
