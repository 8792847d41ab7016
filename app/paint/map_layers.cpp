// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/map_layers.h"

#include "app/paint/detail/home_to_world.h"
#include "app/paint/detail/register_shapes.h"

#include <algorithm>
#include <format>
#include <utility>

namespace hereabouts::app {

namespace {

using core::RegisterKind;

core::Box homeBounds(const core::PlaceSnapshot& place, RegisterKind kind)
{
    core::Box box;
    for (const core::Geometry& geometry : place.at(kind).geometries()) box.include(core::boundsOf(geometry));
    return box;
}

/// Ground that the district is about: what has areas. A supplier overseas must not stretch it around the world.
core::Box groundOf(const core::PlaceSnapshot& place)
{
    core::Box ground;
    for (const RegisterKind kind : {RegisterKind::Boards, RegisterKind::Wards, RegisterKind::SmallAreas, RegisterKind::Communities, RegisterKind::Basemap}) {
        ground.include(homeBounds(place, kind));
    }
    return ground;
}

core::Box worldBounds(const RegisterShapes& shapes)
{
    core::Box box;
    for (const core::Box& one : shapes.bounds) box.include(one);
    return box;
}

} // namespace

core::Result<std::shared_ptr<const MapLayers>> MapLayers::build(core::SnapshotPtr snapshot, const MapLayers* former, const core::Job& job)
{
    const std::shared_ptr<MapLayers> layers(new MapLayers);
    const core::Box ground = groundOf(*snapshot);
    const bool sameNet = former && former->m_snapshot->district.epsg == snapshot->district.epsg && former->m_toWorld->covers(ground);
    if (sameNet) {
        layers->m_toWorld = former->m_toWorld;
    } else {
        auto toWorld = HomeToWorld::create(snapshot->district.epsg, ground);
        if (!toWorld) return std::unexpected(toWorld.error());
        layers->m_toWorld = std::make_shared<const HomeToWorld>(std::move(*toWorld));
    }
    const bool sameEditions = former && std::ranges::equal(former->m_snapshot->editions, snapshot->editions, [](const auto& a, const auto& b) { return a.kind == b.kind && a.name == b.name; });
    for (const RegisterKind kind : core::kAllRegisters) {
        if (job.stopped()) return core::fail(core::ErrorCode::Cancelled, "Drawing the map was stopped.");
        const auto at = static_cast<std::size_t>(kind);
        const auto lent = sameNet && sameEditions ? former->m_shapes[at] : nullptr;
        if (lent && lent->table == snapshot->registers[at] && lent->details == snapshot->details[at]) {
            layers->m_shapes[at] = lent;
            continue;
        }
        job.tell(static_cast<double>(at) / core::kRegisterCount, std::format("drawing {}", core::specOf(kind).name));
        layers->m_shapes[at] = std::make_shared<const RegisterShapes>(RegisterShapes::build(*snapshot, kind, *layers->m_toWorld));
    }
    layers->m_snapshot = std::move(snapshot);
    for (const RegisterKind kind : {RegisterKind::Boards, RegisterKind::Wards, RegisterKind::SmallAreas, RegisterKind::Communities, RegisterKind::Basemap, RegisterKind::Anchors,
             RegisterKind::Proposals, RegisterKind::Suppliers, RegisterKind::Localities}) {
        layers->m_bounds = worldBounds(layers->shapes(kind));
        if (!layers->m_bounds.empty()) break;
    }
    return layers;
}

MapLayers::~MapLayers() = default;

core::Box MapLayers::boundsOf(core::RegisterKind kind, std::size_t row) const
{
    const RegisterShapes& one = shapes(kind);
    return row < one.bounds.size() ? one.bounds[row] : core::Box{};
}

core::Point MapLayers::toWorld(core::Point home) const { return (*m_toWorld)(home); }

core::Geometry MapLayers::worldShape(core::RegisterKind kind, std::size_t row) const
{
    const auto& geometries = m_snapshot->at(kind).geometries();
    if (geometries.empty()) return {};
    core::Geometry shape = geometries[row];
    const auto move = [this](std::vector<core::Point>& points) {
        for (core::Point& point : points) point = toWorld(point);
    };
    if (auto* point = std::get_if<core::Point>(&shape)) *point = toWorld(*point);
    if (auto* lines = std::get_if<core::MultiLine>(&shape)) {
        for (core::Line& line : *lines) move(line);
    }
    if (auto* area = std::get_if<core::MultiPolygon>(&shape)) {
        for (core::Polygon& polygon : *area) {
            move(polygon.outer);
            for (core::Ring& hole : polygon.holes) move(hole);
        }
    }
    return shape;
}

} // namespace hereabouts::app
