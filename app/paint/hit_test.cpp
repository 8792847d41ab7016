// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/detail/register_shapes.h"
#include "app/paint/map_picture.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hereabouts::app {

namespace {

double distanceToSegment(core::Point p, core::Point a, core::Point b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length2 = dx * dx + dy * dy;
    const double t = length2 == 0 ? 0 : std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0);
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/// Calls visit(a, b) for every side of a row's full shape, in world units.
template <typename Visit>
void forEachSide(const RegisterShapes& shapes, std::size_t row, Visit&& visit)
{
    const ShapeLevel& level = shapes.levels.front();
    const core::Point origin = shapes.origins[row];
    const ShapeLevel::Parts parts = level.partsOf(row);
    for (std::uint32_t part = parts.first; part < parts.end; ++part) {
        const auto vertices = level.part(part);
        for (std::size_t i = 1; i < vertices.size(); ++i) {
            visit(core::Point{origin.x + static_cast<double>(vertices[i - 1].x), origin.y + static_cast<double>(vertices[i - 1].y)},
                core::Point{origin.x + static_cast<double>(vertices[i].x), origin.y + static_cast<double>(vertices[i].y)});
        }
    }
}

double distanceToLines(const RegisterShapes& shapes, std::size_t row, core::Point p)
{
    double nearest = std::numeric_limits<double>::infinity();
    forEachSide(shapes, row, [&](core::Point a, core::Point b) { nearest = std::min(nearest, distanceToSegment(p, a, b)); });
    return nearest;
}

bool holds(const RegisterShapes& shapes, std::size_t row, core::Point p)
{
    bool inside = false;
    forEachSide(shapes, row, [&](core::Point a, core::Point b) {
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
    });
    return inside;
}

/// A row under the pointer, with what puts it before or behind others.
struct Found {
    MapHit hit;
    int depth = 0;      ///< Points 0, lines 1, areas 2.
    double order = 0;   ///< Within a depth: distance in pixels, or ground.
    int layerOrder = 0; ///< The greater lies on top.
};

void findIn(const RegisterShapes& shapes, const ShapeLayer& layer, core::Point p, double zoom, double tolerance, std::vector<Found>& found)
{
    const double perWorld = kTilePixels * std::exp2(zoom);
    const double reach = (tolerance + 24) / perWorld;
    for (const std::uint32_t position : layer.index.touching(core::Box{p.x, p.y, p.x, p.y}.grownBy(reach))) {
        const std::uint8_t index = layer.ruleOf[position];
        if (index == ShapeLayer::kNoRule || zoom + 1e-9 < layer.style->rules[index].from) continue;
        const StyleRule& rule = layer.style->rules[index];
        const std::uint32_t row = layer.rows[position];
        Found one{.hit = {.kind = layer.style->kind, .id = shapes.table->id(row), .layer = layer.key}, .layerOrder = layer.style->order};
        const core::Point anchor = shapes.anchors[row];
        const double fromAnchor = std::hypot(anchor.x - p.x, anchor.y - p.y) * perWorld;
        const bool onMark = rule.mark && fromAnchor <= tolerance + rule.mark->size.at(zoom) / 2;
        if (shapes.types[row] == ShapeType::Point) {
            if (!onMark) continue;
            one.order = fromAnchor;
        } else if (shapes.types[row] == ShapeType::Line) {
            one.depth = 1;
            one.order = distanceToLines(shapes, row, p) * perWorld;
            const double half = rule.line ? rule.line->width.at(zoom) / 2 : 0;
            if (one.order > tolerance + half) continue;
        } else {
            if (!holds(shapes, row, p)) continue;
            one.depth = 2;
            one.order = shapes.table->groundSquareMetres(row);
        }
        found.push_back(std::move(one));
    }
}

} // namespace

std::vector<MapHit> MapPicture::hitTest(core::Point world, double zoom, double tolerance) const
{
    std::vector<Found> found;
    for (const LayerChoice& choice : m_choices.layers) {
        if (!choice.on || choice.opacity <= 0) continue;
        for (const core::RegisterKind kind : core::kAllRegisters) {
            const RegisterShapes& shapes = m_layers->shapes(kind);
            for (const ShapeLayer& layer : shapes.layers) {
                if (layer.key != choice.key || !layer.style->pickable) continue;
                // A place across the antimeridian is also seen one world further.
                for (const double repeat : {-1.0, 0.0, 1.0}) findIn(shapes, layer, {world.x + repeat, world.y}, zoom, tolerance, found);
            }
        }
    }
    std::ranges::stable_sort(found, [](const Found& a, const Found& b) {
        if (a.depth != b.depth) return a.depth < b.depth;
        if (a.depth == 0 && a.layerOrder != b.layerOrder) return a.layerOrder > b.layerOrder;
        return a.order < b.order;
    });
    std::vector<MapHit> hits;
    for (Found& one : found) hits.push_back(std::move(one.hit));
    return hits;
}

} // namespace hereabouts::app
