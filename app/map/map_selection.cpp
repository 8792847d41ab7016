// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_selection.h"

#include "core/geometry/web_mercator.h"

#include <algorithm>
#include <cmath>

namespace hereabouts::app {

namespace {

/// A lone point is shown with this much of the world around it: about two kilometres.
constexpr double kAroundPoint = 2.5e-5;

} // namespace

MapSelection::MapSelection(OpenPlace* place, MapScene* scene, QObject* parent) : QObject(parent), m_place(place), m_scene(scene)
{
    connect(m_place, &OpenPlace::placeChanged, this, &MapSelection::dropWhatIsGone);
}

void MapSelection::select(std::set<RowRef> rows)
{
    if (rows == m_rows) return;
    m_rows = std::move(rows);
    emit changed();
}

void MapSelection::visit(RowRef ref)
{
    if (!m_place->isOpen() || !m_scene->isReady()) return;
    const auto row = rowOf(*m_place->snapshot(), ref);
    if (!row) return;
    select({ref});
    const core::PlaceSnapshot& place = *m_scene->layers()->snapshot();
    if (place.at(ref.kind).geometries().empty() || *row >= place.at(ref.kind).size()) return;
    const core::Geometry& shape = place.at(ref.kind).geometry(*row);
    if (std::holds_alternative<std::monostate>(shape)) return;
    bringIntoView(m_scene->layers()->boundsOf(ref.kind, *row));
    const core::LonLat position = core::fromWebMercator(m_scene->layers()->toWorld(core::representativePoint(shape)));
    emit asked(QGeoCoordinate(position.lat, std::remainder(position.lon, 360.0)));
}

void MapSelection::bringIntoView(core::Box world)
{
    if (world.empty()) return;
    const double grow = std::max(0.0, kAroundPoint - std::max(world.width(), world.height())) / 2 + std::max(world.width(), world.height()) * 0.15;
    emit comeIntoView(geoRectangleOf(world.grownBy(grow)));
}

void MapSelection::bringSelectedIntoView()
{
    if (!m_scene->isReady()) return;
    core::Box world;
    for (const RowRef& ref : m_rows) {
        const auto row = rowOf(*m_scene->layers()->snapshot(), ref);
        if (row && !m_scene->layers()->snapshot()->at(ref.kind).geometries().empty()) world.include(m_scene->layers()->boundsOf(ref.kind, *row));
    }
    bringIntoView(world);
}

std::vector<MapHit> MapSelection::hitsAt(const QGeoCoordinate& position, double zoom) const
{
    if (!m_scene->picture() || !position.isValid()) return {};
    return m_scene->picture()->hitTest(core::toWebMercator({position.longitude(), position.latitude()}), zoom);
}

void MapSelection::tap(const QGeoCoordinate& position, double zoom, bool add)
{
    const std::vector<MapHit> hits = hitsAt(position, zoom);
    const auto hit = std::ranges::find_if(hits, [](const MapHit& one) { return one.kind != core::RegisterKind::Basemap; });
    std::set<RowRef> rows = add ? m_rows : std::set<RowRef>();
    if (hit != hits.end()) {
        const RowRef ref{.kind = hit->kind, .id = hit->id};
        if (!rows.insert(ref).second) rows.erase(ref);
    }
    select(std::move(rows));
    emit asked(position);
}

QString MapSelection::overlayText(const MapHit& hit) const
{
    const OverlayPtr& overlay = m_scene->overlay();
    if (!overlay) return {};
    const auto mark = std::ranges::find_if(overlay->marks, [&hit](const OverlayMark& one) { return one.kind == hit.kind && one.id == hit.id; });
    if (mark != overlay->marks.end()) return QString::fromStdString(mark->text);
    if (overlay->areas.kind != hit.kind) return {};
    const auto row = rowOf(*m_scene->layers()->snapshot(), {.kind = hit.kind, .id = hit.id});
    const OverlayArea* area = row ? overlay->areaOfRow(*row) : nullptr;
    return area ? QString::fromStdString(area->text) : QString();
}

void MapSelection::hover(const QGeoCoordinate& position, double zoom)
{
    std::vector<MapHit> hits = hitsAt(position, zoom);
    std::erase_if(hits, [](const MapHit& one) { return one.kind == core::RegisterKind::Basemap; });
    if (hits.empty()) {
        leave();
        return;
    }
    // Among areas, the one that the overlay has a figure for is what a person points at.
    const auto isArea = [](const MapHit& one) { return core::specOf(one.kind).covers || one.kind == core::RegisterKind::Communities; };
    const auto figured = std::ranges::find_if(hits, [this](const MapHit& one) { return !overlayText(one).isEmpty(); });
    const MapHit hit = isArea(hits.front()) && figured != hits.end() ? *figured : hits.front();
    const RowRef ref{.kind = hit.kind, .id = hit.id};
    if (m_hovered == ref) return;
    const core::PlaceSnapshot& place = *m_scene->layers()->snapshot();
    const auto row = rowOf(place, ref);
    if (!row) return;
    m_hovered = ref;
    m_hoverTitle = nameOf(place, ref.kind, *row);
    m_hoverText = overlayText(hit);
    if (m_hoverText.isEmpty()) m_hoverText = singularOf(ref.kind);
    emit hoverChanged();
}

void MapSelection::leave()
{
    if (!m_hovered) return;
    m_hovered.reset();
    m_hoverTitle.clear();
    m_hoverText.clear();
    emit hoverChanged();
}

void MapSelection::clear() { select({}); }

void MapSelection::dropWhatIsGone()
{
    std::set<RowRef> rows = m_rows;
    std::erase_if(rows, [this](const RowRef& ref) { return !rowOf(*m_place->snapshot(), ref); });
    leave();
    select(std::move(rows));
}

} // namespace hereabouts::app
