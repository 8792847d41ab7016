// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/marked_shapes.h"

#include "core/geometry/web_mercator.h"

#include <algorithm>
#include <cmath>

namespace hereabouts::app {

namespace {

/// Map rebuilds a shape's path whenever the camera moves (PLATFORM.md 3a), so there is a limit to how much it is given.
constexpr std::size_t kMostShapes = 300;
constexpr std::size_t kMostVerticesAShape = 1500;

QGeoCoordinate coordinateOf(core::Point world)
{
    const core::LonLat position = core::fromWebMercator(world);
    return {position.lat, std::remainder(position.lon, 360.0)};
}

/// The points that are further than `tolerance` from the one before: at half a pixel nobody sees the difference.
QList<QGeoCoordinate> thinned(const std::vector<core::Point>& line, double tolerance)
{
    const double length = tolerance * static_cast<double>(std::max<std::size_t>(1, line.size() / kMostVerticesAShape / 4));
    QList<QGeoCoordinate> kept;
    core::Point last{.x = -10, .y = -10};
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool end = i + 1 == line.size();
        if (!end && std::hypot(line[i].x - last.x, line[i].y - last.y) < length) continue;
        last = line[i];
        kept.append(coordinateOf(last));
    }
    return kept;
}

QVariantList asVariants(const QList<QGeoCoordinate>& path)
{
    QVariantList list;
    for (const QGeoCoordinate& one : path) list.append(QVariant::fromValue(one));
    return list;
}

} // namespace

MarkedShapes::MarkedShapes(MapScene* scene, MapSelection* selection, QObject* parent) : QAbstractListModel(parent), m_scene(scene), m_selection(selection)
{
    connect(selection, &MapSelection::changed, this, &MarkedShapes::rebuild);
    connect(selection, &MapSelection::hoverChanged, this, &MarkedShapes::rebuild);
    connect(scene, &MapScene::layersChanged, this, &MarkedShapes::rebuild);
}

int MarkedShapes::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_shapes.size()); }

QVariant MarkedShapes::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Shape& shape = m_shapes[static_cast<std::size_t>(index.row())];
    switch (role) {
    case ShapeRole: return shape.shape;
    case BoundaryRole: return QVariant::fromValue(shape.boundary);
    case PathRole: return shape.path;
    case PositionRole: return QVariant::fromValue(shape.position);
    case HoveredRole: return shape.hovered;
    default: return {};
    }
}

QHash<int, QByteArray> MarkedShapes::roleNames() const
{
    return {{ShapeRole, "shape"}, {BoundaryRole, "boundary"}, {PathRole, "path"}, {PositionRole, "position"}, {HoveredRole, "hovered"}};
}

void MarkedShapes::setZoom(double zoom)
{
    const double whole = std::floor(zoom);
    if (whole == m_zoom) return;
    m_zoom = whole;
    emit zoomChanged();
    if (!m_shapes.empty()) rebuild();
}

void MarkedShapes::mark(RowRef ref, bool hovered, std::vector<Shape>& shapes) const
{
    const core::PlaceSnapshot& place = *m_scene->layers()->snapshot();
    const auto row = rowOf(place, ref);
    if (!row || place.at(ref.kind).geometries().empty()) return;
    const double tolerance = 0.5 / (kTilePixels * std::exp2(m_zoom + 1));
    const core::Geometry geometry = m_scene->layers()->worldShape(ref.kind, *row);
    if (const auto* point = std::get_if<core::Point>(&geometry)) {
        shapes.push_back({.shape = QStringLiteral("point"), .position = coordinateOf(*point), .hovered = hovered});
    } else if (const auto* lines = std::get_if<core::MultiLine>(&geometry)) {
        for (const core::Line& line : *lines) shapes.push_back({.shape = QStringLiteral("line"), .path = asVariants(thinned(line, tolerance)), .hovered = hovered});
    } else if (const auto* area = std::get_if<core::MultiPolygon>(&geometry)) {
        for (const core::Polygon& part : *area) {
            if (core::boundsOf(core::Line(part.outer)).width() < 2 * tolerance) continue;
            Shape shape{.shape = QStringLiteral("area"), .boundary = QGeoPolygon(thinned(part.outer, tolerance)), .hovered = hovered};
            for (const core::Ring& hole : part.holes) shape.boundary.addHole(thinned(hole, tolerance));
            shapes.push_back(std::move(shape));
        }
    }
}

void MarkedShapes::rebuild()
{
    std::vector<Shape> shapes;
    if (m_scene->isReady()) {
        for (const RowRef& ref : m_selection->rows()) {
            if (shapes.size() < kMostShapes) mark(ref, false, shapes);
        }
        const auto hovered = m_selection->hovered();
        if (hovered && !m_selection->rows().contains(*hovered)) mark(*hovered, true, shapes);
    }
    beginResetModel();
    m_shapes = std::move(shapes);
    endResetModel();
}

} // namespace hereabouts::app
