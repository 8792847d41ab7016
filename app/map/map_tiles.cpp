// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_tiles.h"

#include "core/geometry/web_mercator.h"

#include <QQuickWindow>
#include <QSGSimpleTextureNode>

#include <algorithm>
#include <cmath>
#include <map>

namespace hereabouts::app {

namespace {

constexpr int kPaintingThreads = 2;
constexpr int kZoomRestMs = 50;
constexpr std::size_t kMostShown = 220;

/// All tiles of one item; each keeps its texture as long as it is shown.
class TilesNode : public QSGNode {
public:
    std::map<WantedTile, QSGSimpleTextureNode*> tiles;
};

} // namespace

MapTiles::MapTiles(QQuickItem* parent)
    : QQuickItem(parent),
      m_painter(kPaintingThreads, [this](const WantedTile& tile, const QImage& image) {
          QMetaObject::invokeMethod(this, [this, tile, image] { takeTile(tile, image); }, Qt::QueuedConnection);
      })
{
    setFlag(ItemHasContents);
    setClip(true);
    m_zoomRests.setSingleShot(true);
    m_zoomRests.setInterval(kZoomRestMs);
    connect(&m_zoomRests, &QTimer::timeout, this, &MapTiles::look);
}

MapTiles::~MapTiles() = default;

void MapTiles::setScene(MapScene* scene)
{
    if (scene == m_scene) return;
    m_scene = scene;
    connect(m_scene, &MapScene::pictureChanged, this, &MapTiles::look);
    emit sceneChanged();
    look();
}

void MapTiles::setCenter(const QGeoCoordinate& center)
{
    if (center == m_center) return;
    m_center = center;
    emit viewChanged();
    if (!m_zoomRests.isActive()) look();
    update();
}

void MapTiles::setZoomLevel(double zoom)
{
    if (qFuzzyCompare(zoom, m_zoom)) return;
    m_zoom = zoom;
    m_zoomRests.start();
    setComplete(false);
    emit viewChanged();
    update();
}

void MapTiles::geometryChange(const QRectF& now, const QRectF& before)
{
    QQuickItem::geometryChange(now, before);
    if (now.size() != before.size()) look();
}

void MapTiles::itemChange(ItemChange change, const ItemChangeData& data)
{
    QQuickItem::itemChange(change, data);
    if (change == ItemDevicePixelRatioHasChanged || change == ItemSceneChange) look();
}

double MapTiles::pixelRatio() const { return window() ? window()->effectiveDevicePixelRatio() : 1.0; }

std::vector<WantedTile> MapTiles::tilesInView() const
{
    if (!m_center.isValid() || width() <= 0 || height() <= 0) return {};
    const int zoom = std::clamp(static_cast<int>(std::lround(m_zoom)), 0, kMaxZoom);
    const double tiles = std::exp2(zoom);
    const double side = kTilePixels * std::exp2(m_zoom - zoom);
    const core::Point centre = core::toWebMercator({m_center.longitude(), m_center.latitude()});
    const double middleX = centre.x * tiles;
    const double middleY = centre.y * tiles;
    const auto first = [side](double middle, double length) { return static_cast<std::int64_t>(std::floor(middle - length / side / 2)); };
    const auto last = [side](double middle, double length) { return static_cast<std::int64_t>(std::floor(middle + length / side / 2)); };
    const int pixels = static_cast<int>(std::lround(side * pixelRatio()));

    std::vector<WantedTile> wanted;
    for (std::int64_t y = std::max<std::int64_t>(0, first(middleY, height())); y <= std::min(last(middleY, height()), (std::int64_t{1} << zoom) - 1); ++y) {
        for (std::int64_t x = first(middleX, width()); x <= last(middleX, width()); ++x) {
            wanted.push_back({.key = {.zoom = zoom, .x = x, .y = y}, .pixels = pixels, .picture = m_scene->pictureNumber()});
        }
    }
    const auto distance = [&](const WantedTile& tile) {
        return std::hypot(static_cast<double>(tile.key.x) + 0.5 - middleX, static_cast<double>(tile.key.y) + 0.5 - middleY);
    };
    std::ranges::sort(wanted, {}, distance);
    return wanted;
}

QRectF MapTiles::placeOf(const TileKey& key) const
{
    const double side = kTilePixels * std::exp2(m_zoom - key.zoom);
    const double tiles = std::exp2(key.zoom);
    const core::Point centre = core::toWebMercator({m_center.longitude(), m_center.latitude()});
    const double ratio = pixelRatio();
    const auto snapped = [ratio](double position) { return std::round(position * ratio) / ratio; };
    // A tile of another turn of the world (x beyond either end) is drawn where the map is now.
    const double turns = std::round((centre.x * tiles - static_cast<double>(key.x)) / tiles) * tiles;
    const double column = key.zoom < 3 ? static_cast<double>(key.x) : static_cast<double>(key.x) + turns;
    const double row = static_cast<double>(key.y);
    const double left = snapped(width() / 2 + (column - centre.x * tiles) * side);
    const double top = snapped(height() / 2 + (row - centre.y * tiles) * side);
    const double right = snapped(width() / 2 + (column + 1 - centre.x * tiles) * side);
    const double bottom = snapped(height() / 2 + (row + 1 - centre.y * tiles) * side);
    return {left, top, right - left, bottom - top};
}

void MapTiles::look()
{
    if (!m_scene || !m_scene->picture() || m_zoomRests.isActive()) return;
    std::vector<WantedTile> wanted = tilesInView();
    std::vector<WantedTile> missing;
    std::vector<Shown> current;
    for (const WantedTile& tile : wanted) {
        const QImage image = m_painter.remembered(tile);
        if (image.isNull()) missing.push_back(tile);
        else current.push_back({.tile = tile, .image = image});
    }
    const bool complete = missing.empty();
    // Former tiles stay beneath until the last of the new ones is there, the newest of them on top.
    std::erase_if(m_shown, [&](const Shown& one) {
        const bool again = std::ranges::find(wanted, one.tile) != wanted.end();
        return again || complete || !placeOf(one.tile.key).intersects(boundingRect());
    });
    if (m_shown.size() > kMostShown) m_shown.erase(m_shown.begin(), m_shown.end() - kMostShown);
    m_shown.insert(m_shown.end(), std::make_move_iterator(current.begin()), std::make_move_iterator(current.end()));
    m_painter.want(m_scene->picture(), std::move(missing));
    setComplete(complete && !wanted.empty());
    update();
}

void MapTiles::takeTile(const WantedTile& tile, const QImage&)
{
    if (m_scene && tile.picture == m_scene->pictureNumber()) look();
}

void MapTiles::setComplete(bool complete)
{
    if (complete == m_complete) return;
    m_complete = complete;
    emit completeChanged();
}

QSGNode* MapTiles::updatePaintNode(QSGNode* old, UpdatePaintNodeData*)
{
    auto* root = dynamic_cast<TilesNode*>(old);
    if (!root) root = new TilesNode;
    std::map<WantedTile, QSGSimpleTextureNode*> kept;
    for (const Shown& one : m_shown) {
        QSGSimpleTextureNode* node = nullptr;
        if (const auto found = root->tiles.find(one.tile); found != root->tiles.end()) {
            node = found->second;
            root->tiles.erase(found);
            root->removeChildNode(node);
        } else {
            node = new QSGSimpleTextureNode;
            node->setTexture(window()->createTextureFromImage(one.image, QQuickWindow::TextureIsOpaque));
            node->setOwnsTexture(true);
        }
        const QRectF place = placeOf(one.tile.key);
        const bool crisp = std::abs(place.width() * pixelRatio() - one.tile.pixels) < 1.5;
        node->setFiltering(crisp ? QSGTexture::Nearest : QSGTexture::Linear);
        node->setRect(place);
        root->appendChildNode(node);
        kept[one.tile] = node;
    }
    for (const auto& [tile, node] : root->tiles) {
        root->removeChildNode(node);
        delete node;
    }
    root->tiles = std::move(kept);
    return root;
}

} // namespace hereabouts::app
