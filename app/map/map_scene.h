// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/overlay/overlay.h"
#include "app/paint/map_picture.h"
#include "app/place/open_place.h"

#include <QColor>
#include <QGeoRectangle>
#include <QObject>
#include <QThreadPool>
#include <QtQmlIntegration>

#include <cstdint>
#include <memory>
#include <vector>

namespace hereabouts::app {

/// A box of world units as the map's own kind of rectangle.
[[nodiscard]] QGeoRectangle geoRectangleOf(const core::Box& world);

/// What the map shows: the open place's layers, which of them are on, the overlay, light or dark. Everything slow happens off the GUI thread; what was shown
/// stays until the new picture is ready.
class MapScene : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("There is one map.")
    Q_PROPERTY(bool ready READ isReady NOTIFY layersChanged)
    Q_PROPERTY(QGeoRectangle district READ district NOTIFY layersChanged)
    Q_PROPERTY(QColor background READ background NOTIFY pictureChanged)
    Q_PROPERTY(QString attribution READ attribution NOTIFY layersChanged)
    Q_PROPERTY(bool dark READ isDark WRITE setDark NOTIFY pictureChanged)

public:
    explicit MapScene(OpenPlace* place, QObject* parent = nullptr);
    ~MapScene() override;

    [[nodiscard]] bool isReady() const { return m_layers != nullptr; }
    [[nodiscard]] QGeoRectangle district() const;
    [[nodiscard]] QColor background() const;
    [[nodiscard]] QString attribution() const;
    [[nodiscard]] bool isDark() const { return m_theme == Theme::Dark; }
    void setDark(bool dark);

    [[nodiscard]] const MapLayersPtr& layers() const { return m_layers; }   ///< Null until the first layersChanged().
    [[nodiscard]] const MapPicturePtr& picture() const { return m_picture; } ///< Null until the first pictureChanged().
    [[nodiscard]] std::uint64_t pictureNumber() const { return m_pictureNumber; }
    [[nodiscard]] const OverlayPtr& overlay() const { return m_overlay; }    ///< May be null.
    [[nodiscard]] const std::vector<LayerChoice>& choices() const { return m_choices; }
    [[nodiscard]] Theme theme() const { return m_theme; }

    void setChoices(std::vector<LayerChoice> choices);
    /// Makes the overlay in the background; overlayChanged() or failed() follows. The last one asked for wins.
    void show(const OverlayRequest& request);

signals:
    void layersChanged();
    void pictureChanged();
    void overlayChanged();
    void choicesChanged();
    void failed(const QString& message);

private:
    void takePlace();
    void takeLayers(const MapLayersPtr& layers);
    void repaint();

    OpenPlace* m_place;
    MapLayersPtr m_layers;
    MapPicturePtr m_picture;
    std::uint64_t m_pictureNumber = 0;
    OverlayPtr m_overlay;
    OverlayRequest m_request;
    std::shared_ptr<const OverlayMaker> m_maker;
    std::uint64_t m_asked = 0; ///< Number of the overlay asked for last.
    std::vector<LayerChoice> m_choices;
    Theme m_theme = Theme::Light;
    std::stop_source m_stop;
    QThreadPool m_threads; ///< Last, so that it ends first.
};

} // namespace hereabouts::app
