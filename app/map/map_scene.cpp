// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_scene.h"

#include "core/geometry/web_mercator.h"

#include <algorithm>
#include <cmath>

namespace hereabouts::app {

QGeoRectangle geoRectangleOf(const core::Box& world)
{
    if (world.empty()) return {};
    const auto coordinate = [](double x, double y) {
        const core::LonLat position = core::fromWebMercator({x, y});
        return QGeoCoordinate(position.lat, std::remainder(position.lon, 360.0));
    };
    return {coordinate(world.minX, world.minY), coordinate(world.maxX, world.maxY)};
}

MapScene::MapScene(OpenPlace* place, QObject* parent) : QObject(parent), m_place(place)
{
    m_threads.setMaxThreadCount(2);
    connect(m_place, &OpenPlace::placeChanged, this, &MapScene::takePlace);
}

MapScene::~MapScene()
{
    m_stop.request_stop();
    m_threads.waitForDone();
}

QGeoRectangle MapScene::district() const { return m_layers ? geoRectangleOf(m_layers->bounds()) : QGeoRectangle(); }

QColor MapScene::background() const { return m_picture ? m_picture->background() : QColor(m_theme == Theme::Dark ? "#1b2227" : "#eef2f3"); }

QString MapScene::attribution() const
{
    if (!m_layers) return {};
    const core::District& district = m_layers->snapshot()->district;
    const QString name = QString::fromStdString(district.name);
    return district.fictional ? tr("%1 is fictional: no real place, people or money").arg(name) : tr("From the place file of %1").arg(name);
}

void MapScene::setDark(bool dark)
{
    const Theme theme = dark ? Theme::Dark : Theme::Light;
    if (theme == m_theme) return;
    m_theme = theme;
    if (m_picture) repaint();
    else emit pictureChanged();
}

void MapScene::setChoices(std::vector<LayerChoice> choices)
{
    if (choices == m_choices) return;
    m_choices = std::move(choices);
    emit choicesChanged();
    if (m_layers) repaint();
}

void MapScene::show(const OverlayRequest& request)
{
    m_request = request;
    const std::uint64_t asked = ++m_asked;
    if (!m_maker) return;
    m_threads.start([this, asked, request, maker = m_maker] {
        const core::Result<OverlayPtr> made = maker->make(request);
        QMetaObject::invokeMethod(this, [this, asked, made] {
            if (asked != m_asked) return;
            if (!made) {
                emit failed(QString::fromStdString(made.error().message));
                return;
            }
            m_overlay = *made;
            emit overlayChanged();
            if (m_layers) repaint();
        }, Qt::QueuedConnection);
    });
}

void MapScene::takePlace()
{
    m_stop.request_stop();
    m_stop = {};
    const core::SnapshotPtr snapshot = m_place->snapshot();
    m_maker = std::make_shared<const OverlayMaker>(snapshot);
    m_threads.start([this, snapshot, former = m_layers, token = m_stop.get_token()] {
        const auto built = MapLayers::build(snapshot, former.get(), core::Job{.stop = token});
        QMetaObject::invokeMethod(this, [this, snapshot, built] {
            if (snapshot != m_place->snapshot()) return; // a newer one is being built
            if (built) takeLayers(*built);
            else emit failed(QString::fromStdString(built.error().message));
        }, Qt::QueuedConnection);
    });
}

void MapScene::takeLayers(const MapLayersPtr& layers)
{
    m_layers = layers;
    // Layers that the person has arranged stay as they are; new ones (another edition) come in where they would be at first.
    std::vector<LayerChoice> choices = firstChoices(*layers);
    if (!m_choices.empty()) {
        std::vector<LayerChoice> kept = m_choices;
        std::erase_if(kept, [&](const LayerChoice& one) { return std::ranges::find(choices, one.key, &LayerChoice::key) == choices.end(); });
        for (std::size_t i = 0; i < choices.size(); ++i) {
            if (std::ranges::find(kept, choices[i].key, &LayerChoice::key) != kept.end()) continue;
            kept.insert(kept.begin() + static_cast<std::ptrdiff_t>(std::min(i, kept.size())), choices[i]);
        }
        choices = std::move(kept);
    }
    m_choices = std::move(choices);
    repaint();
    emit layersChanged();
    emit choicesChanged();
    show(m_request);
}

void MapScene::repaint()
{
    m_picture = MapPicture::create(m_layers, {.layers = m_choices, .overlay = m_overlay, .theme = m_theme});
    ++m_pictureNumber;
    emit pictureChanged();
}

} // namespace hereabouts::app
