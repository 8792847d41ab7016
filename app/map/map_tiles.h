// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_scene.h"
#include "app/map/tile_painter.h"

#include <QGeoCoordinate>
#include <QImage>
#include <QQuickItem>
#include <QTimer>
#include <QtQmlIntegration>

#include <vector>

namespace hereabouts::app {

/// The scene as tiles under a QtLocation Map of the same size, centre and zoom (bearing and tilt 0). Draws textures alone, so it looks the same with OpenGL,
/// Vulkan and the software renderer. The tiles of the former zoom or picture stay until the new ones are there.
class MapTiles : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(hereabouts::app::MapScene* scene READ scene WRITE setScene NOTIFY sceneChanged REQUIRED)
    Q_PROPERTY(QGeoCoordinate center READ center WRITE setCenter NOTIFY viewChanged)
    Q_PROPERTY(double zoomLevel READ zoomLevel WRITE setZoomLevel NOTIFY viewChanged)
    /// True when every tile in view is there, at its best.
    Q_PROPERTY(bool complete READ isComplete NOTIFY completeChanged)

public:
    explicit MapTiles(QQuickItem* parent = nullptr);
    ~MapTiles() override;

    [[nodiscard]] MapScene* scene() const { return m_scene; }
    void setScene(MapScene* scene);
    [[nodiscard]] QGeoCoordinate center() const { return m_center; }
    void setCenter(const QGeoCoordinate& center);
    [[nodiscard]] double zoomLevel() const { return m_zoom; }
    void setZoomLevel(double zoom);
    [[nodiscard]] bool isComplete() const { return m_complete; }

signals:
    void sceneChanged();
    void viewChanged();
    void completeChanged();

protected:
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;
    void itemChange(ItemChange change, const ItemChangeData& data) override;

private:
    struct Shown {
        WantedTile tile;
        QImage image;
    };
    [[nodiscard]] std::vector<WantedTile> tilesInView() const; ///< Nearest to the centre first.
    [[nodiscard]] QRectF placeOf(const TileKey& key) const;    ///< Where a tile lies in the item, on whole device pixels.
    [[nodiscard]] double pixelRatio() const;
    void look();
    void takeTile(const WantedTile& tile, const QImage& image);
    void setComplete(bool complete);

    MapScene* m_scene = nullptr;
    QGeoCoordinate m_center;
    double m_zoom = 8;
    bool m_complete = false;
    QTimer m_zoomRests; ///< While the zoom is changing, what is there is stretched and nothing is painted that would be thrown away.
    std::vector<Shown> m_shown; ///< In painting order: what is left of former pictures first.
    TilePainter m_painter; ///< Last, so that its threads end first.
};

} // namespace hereabouts::app
