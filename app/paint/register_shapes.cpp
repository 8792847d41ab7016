// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/detail/register_shapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <string>
#include <string_view>
#include <utility>

namespace hereabouts::app {

namespace {

void appendPart(std::span<const core::Point> line, const core::Point& origin, const HomeToWorld& toWorld, ShapeLevel& level, core::Box& bounds)
{
    for (const core::Point& home : line) {
        const core::Point world = toWorld(home);
        if (!std::isfinite(world.x) || !std::isfinite(world.y)) continue;
        bounds.include(world);
        level.vertices.push_back({static_cast<float>(world.x - origin.x), static_cast<float>(world.y - origin.y)});
    }
    level.partEnds.push_back(static_cast<std::uint32_t>(level.vertices.size()));
}

/// Appends one row, whatever it is; returns its bounds in world units.
core::Box appendRow(const core::Geometry& geometry, const core::Point& origin, const HomeToWorld& toWorld, ShapeLevel& level)
{
    core::Box bounds;
    if (const auto* lines = std::get_if<core::MultiLine>(&geometry)) {
        for (const core::Line& line : *lines) appendPart(line, origin, toWorld, level, bounds);
    } else if (const auto* area = std::get_if<core::MultiPolygon>(&geometry)) {
        for (const core::Polygon& polygon : *area) {
            appendPart(polygon.outer, origin, toWorld, level, bounds);
            for (const core::Ring& hole : polygon.holes) appendPart(hole, origin, toWorld, level, bounds);
        }
    }
    level.rowEnds.push_back(static_cast<std::uint32_t>(level.partEnds.size()));
    return bounds;
}

ShapeType typeOf(const core::Geometry& geometry)
{
    constexpr std::array<ShapeType, 4> types{ShapeType::Nothing, ShapeType::Point, ShapeType::Line, ShapeType::Area};
    return types[geometry.index()];
}

void addFullLevel(RegisterShapes& shapes, const HomeToWorld& toWorld)
{
    const auto& geometries = shapes.table->geometries();
    ShapeLevel full;
    for (std::size_t row = 0; row < shapes.table->size(); ++row) {
        const core::Geometry nothing;
        const core::Geometry& geometry = geometries.empty() ? nothing : geometries[row];
        const core::Box home = core::boundsOf(geometry);
        ShapeType type = home.empty() ? ShapeType::Nothing : typeOf(geometry);
        core::Point origin = type == ShapeType::Nothing ? core::Point{} : toWorld(home.centre());
        core::Point anchor = type == ShapeType::Nothing || type == ShapeType::Point ? origin : toWorld(core::representativePoint(geometry));
        core::Box bounds = appendRow(geometry, origin, toWorld, full);
        if (type == ShapeType::Point && std::isfinite(origin.x) && std::isfinite(origin.y)) bounds.include(origin);
        if (bounds.empty()) type = ShapeType::Nothing;
        shapes.types.push_back(type);
        shapes.bounds.push_back(bounds);
        shapes.origins.push_back(origin);
        shapes.anchors.push_back(anchor);
    }
    shapes.levels.push_back(std::move(full));
}

void addCoarserLevels(RegisterShapes& shapes, const HomeToWorld& toWorld)
{
    for (const core::DetailLevel& detail : *shapes.details) {
        if (detail.shapes.size() != shapes.table->size()) continue;
        ShapeLevel level;
        level.toleranceMetres = detail.toleranceMetres;
        for (std::size_t row = 0; row < detail.shapes.size(); ++row) (void)appendRow(detail.shapes[row], shapes.origins[row], toWorld, level);
        shapes.levels.push_back(std::move(level));
    }
}

/// A value as a style file writes it: importance 3 is "3".
std::string wordAt(const core::RegisterTable& table, std::size_t field, std::size_t row)
{
    const core::Column& column = table.column(field);
    if (const auto* text = std::get_if<core::TextColumn>(&column)) return std::string(text->at(row));
    if (const auto* integers = std::get_if<core::IntegerColumn>(&column)) return (*integers)[row] == core::kNoInteger ? std::string() : std::to_string((*integers)[row]);
    return std::format("{}", std::get<core::RealColumn>(column)[row]);
}

std::uint8_t ruleFor(const LayerStyle& style, const core::RegisterTable& table, std::size_t row)
{
    for (std::size_t i = 0; i < style.rules.size(); ++i) {
        const StyleRule& rule = style.rules[i];
        if (rule.field.empty() || std::ranges::contains(rule.words, wordAt(table, *table.spec().fieldIndex(rule.field), row))) return static_cast<std::uint8_t>(i);
    }
    return ShapeLayer::kNoRule;
}

ShapeLayer layerOf(const RegisterShapes& shapes, const LayerStyle& style, std::string key, std::string title, bool onAtFirst, std::string_view field, std::string_view word)
{
    ShapeLayer layer{.key = std::move(key), .title = std::move(title), .style = &style, .onAtFirst = onAtFirst, .rows = {}, .ruleOf = {}, .index = {}};
    const core::TextColumn* column = field.empty() ? nullptr : &shapes.table->text(field);
    std::vector<core::Box> bounds;
    for (std::uint32_t row = 0; row < shapes.table->size(); ++row) {
        if (shapes.types[row] == ShapeType::Nothing || (column && column->at(row) != word)) continue;
        layer.rows.push_back(row);
        layer.ruleOf.push_back(ruleFor(style, *shapes.table, row));
        bounds.push_back(shapes.bounds[row]);
    }
    layer.index = BoxIndex(bounds);
    return layer;
}

void addLayers(RegisterShapes& shapes, const core::PlaceSnapshot& place, core::RegisterKind kind)
{
    for (const LayerStyle& style : MapStyle::builtIn().layers()) {
        if (style.kind != kind) continue;
        if (kind == core::RegisterKind::Basemap) {
            shapes.layers.push_back(layerOf(shapes, style, style.name, style.title, style.onAtFirst, "feature", style.feature));
        } else if (shapes.table->spec().hasEditions) {
            bool newest = true;
            for (const core::AreaEdition& edition : place.editions) {
                if (edition.kind != kind) continue;
                const std::string title = std::format("{} ({})", style.title, edition.name);
                shapes.layers.push_back(layerOf(shapes, style, edition.name, title, style.onAtFirst && newest, "edition", edition.name));
                newest = false;
            }
        } else {
            shapes.layers.push_back(layerOf(shapes, style, style.name, style.title, style.onAtFirst, {}, {}));
        }
    }
    std::erase_if(shapes.layers, [](const ShapeLayer& layer) { return layer.rows.empty(); });
}

} // namespace

RegisterShapes RegisterShapes::build(const core::PlaceSnapshot& place, core::RegisterKind kind, const HomeToWorld& toWorld)
{
    RegisterShapes shapes;
    shapes.table = place.registers[static_cast<std::size_t>(kind)];
    shapes.details = place.details[static_cast<std::size_t>(kind)];
    if (shapes.table->spec().geometry != core::GeometryRule::None) {
        addFullLevel(shapes, toWorld);
        addCoarserLevels(shapes, toWorld);
        addLayers(shapes, place, kind);
    }
    if (shapes.levels.empty()) shapes.levels.emplace_back();
    return shapes;
}

const ShapeLevel& RegisterShapes::levelFor(double metresPerPixel) const
{
    const ShapeLevel* best = &levels.front();
    for (const ShapeLevel& level : levels) {
        if (level.toleranceMetres <= metresPerPixel / 2) best = &level;
    }
    return *best;
}

} // namespace hereabouts::app
