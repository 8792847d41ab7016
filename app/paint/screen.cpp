// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/detail/screen.h"

#include "core/geometry/web_mercator.h"

#include <QPolygonF>

#include <cmath>
#include <numbers>

namespace hereabouts::app {

namespace {

constexpr double kWorldMetres = 2 * std::numbers::pi * 6378137.0;
constexpr double kLeastStep = 0.35; ///< Pixels between drawn vertices.
constexpr double kMostStep = 128;   ///< A longer side is drawn in pieces: over thousands of pixels its slope would round differently in every tile.

/// On which outer sides of the clip a point is: one bit a side.
unsigned sidesOf(const QPointF& p, const QRectF& clip)
{
    return (p.x() < clip.left() ? 1U : 0U) | (p.x() > clip.right() ? 2U : 0U) | (p.y() < clip.top() ? 4U : 0U) | (p.y() > clip.bottom() ? 8U : 0U);
}

bool inside(const core::Box& box, const core::Box& outer) { return box.minX >= outer.minX && box.maxX <= outer.maxX && box.minY >= outer.minY && box.maxY <= outer.maxY; }

/// Goes through the vertices of a part that are worth drawing: always the first and the last, and none that lies on the one before.
template <typename Visit>
void thinned(const Screen& screen, core::Point origin, std::span<const Offset> part, Visit&& visit)
{
    QPointF last;
    for (std::size_t i = 0; i < part.size(); ++i) {
        const QPointF at = screen.at({origin.x + static_cast<double>(part[i].x), origin.y + static_cast<double>(part[i].y)});
        const double step = i == 0 ? kMostStep : (at - last).manhattanLength();
        if (step < kLeastStep && i + 1 < part.size()) continue;
        const double pieces = std::ceil(step / kMostStep);
        for (double piece = 1; piece < pieces; ++piece) visit(last + (at - last) * (piece / pieces));
        last = at;
        visit(at);
    }
}

/// Collects a ring; of a run of vertices that all lie beyond the same side, the first and the last stand for all.
class RingCollector {
public:
    RingCollector(const QRectF& clip, bool wholeInView) : m_clip(clip), m_wholeInView(wholeInView) {}

    void add(const QPointF& at)
    {
        const unsigned sides = m_wholeInView ? 0 : sidesOf(at, m_clip);
        if (m_points.size() >= 2 && (m_sides & m_formerSides & sides) != 0) m_points.back() = at;
        else {
            m_points.push_back(at);
            m_formerSides = m_sides;
        }
        m_sides = sides;
    }
    [[nodiscard]] const QPolygonF& points() const { return m_points; }

private:
    QRectF m_clip;
    bool m_wholeInView;
    unsigned m_sides = 0;       ///< Of the last point kept.
    unsigned m_formerSides = 0; ///< Of the one before.
    QPolygonF m_points;
};

} // namespace

core::Box Screen::world(double grownByPixels) const
{
    const double grown = (margin + grownByPixels) / view.pixelsPerWorld;
    core::Box box{view.origin.x - repeat, view.origin.y, view.origin.x - repeat + view.size.width() / view.pixelsPerWorld, view.origin.y + view.size.height() / view.pixelsPerWorld};
    return box.grownBy(grown);
}

double Screen::metresPerPixel() const
{
    const double lat = core::fromWebMercator({0.5, view.origin.y + view.size.height() / view.pixelsPerWorld / 2}).lat;
    return kWorldMetres * std::cos(lat * std::numbers::pi / 180) / view.pixelsPerWorld;
}

void addRings(const Screen& screen, const RegisterShapes& shapes, const ShapeLevel& level, std::size_t row, QPainterPath& path)
{
    const bool whole = inside(shapes.bounds[row], screen.world());
    const ShapeLevel::Parts parts = level.partsOf(row);
    for (std::uint32_t part = parts.first; part < parts.end; ++part) {
        RingCollector ring(screen.clip(), whole);
        thinned(screen, shapes.origins[row], level.part(part), [&ring](const QPointF& at) { ring.add(at); });
        if (ring.points().size() >= 3) path.addPolygon(ring.points());
    }
}

void addRuns(const Screen& screen, const RegisterShapes& shapes, const ShapeLevel& level, std::size_t row, std::vector<Run>& runs)
{
    const bool whole = inside(shapes.bounds[row], screen.world());
    const QRectF clip = screen.clip();
    const ShapeLevel::Parts parts = level.partsOf(row);
    for (std::uint32_t part = parts.first; part < parts.end; ++part) {
        Run run;
        QPointF last;
        double length = 0;
        unsigned lastSides = 0;
        bool first = true;
        const auto finish = [&runs, &run] {
            if (run.points.size() > 1) runs.push_back(std::move(run));
            run = {};
        };
        thinned(screen, shapes.origins[row], level.part(part), [&](const QPointF& at) {
            const unsigned sides = whole ? 0 : sidesOf(at, clip);
            if (!first) {
                if ((sides & lastSides) != 0) finish();
                else {
                    if (run.points.empty()) run = {.points = {last}, .before = length};
                    run.points.push_back(at);
                }
                length += std::hypot(at.x() - last.x(), at.y() - last.y());
            }
            first = false;
            last = at;
            lastSides = sides;
        });
        finish();
    }
}

} // namespace hereabouts::app
