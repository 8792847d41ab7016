// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/overlay/overlay.h"
#include "app/paint/map_layers.h"
#include "core/base/result.h"
#include "core/geometry/box.h"
#include "core/geometry/point.h"

#include <QImage>
#include <QSizeF>

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

class QPainter;

namespace hereabouts::app {

class LabelBook;

/// A layer of the panel: one file of styles/, in painting order.
struct LayerChoice {
    std::string key; ///< "road", "boards 2025", "communities", "labels".
    bool on = true;
    double opacity = 1; ///< 0…1.

    friend bool operator==(const LayerChoice&, const LayerChoice&) = default;
};

/// What a layer panel says of a layer.
struct LayerSummary {
    std::string key;
    std::string title; ///< "Community boards (boards 2025)".
    std::string group; ///< "Figures", "Areas", "Places", "Base map".
    std::size_t rows = 0;
    bool onAtFirst = true;
    std::optional<core::RegisterKind> kind; ///< The register behind it; nothing for the overlay and the labels.
};

/// The layers this place has something to show in, from the bottom up, with how they are shown at first. The overlay's key is "overlay", the names' "labels".
[[nodiscard]] std::vector<LayerSummary> layersOf(const MapLayers& layers);
[[nodiscard]] std::vector<LayerChoice> firstChoices(const MapLayers& layers);

/// A part of the world in pixels: `size` logical pixels show the ground from `origin` on.
struct MapView {
    core::Point origin;      ///< World units, top left.
    double pixelsPerWorld = 256; ///< 256 · 2^zoom.
    QSizeF size;             ///< Logical pixels.

    [[nodiscard]] double zoom() const;
    [[nodiscard]] core::Box world() const;
    /// The view of that size in which all of `world` is seen, centred, with `margin` pixels of air.
    [[nodiscard]] static MapView showing(const core::Box& world, QSizeF size, double margin = 0);
};

/// A tile of 256 logical pixels: x and y count from the north-west corner of the world; x may be negative or beyond 2^zoom and wraps around.
struct TileKey {
    int zoom = 0;
    std::int64_t x = 0;
    std::int64_t y = 0;

    friend auto operator<=>(const TileKey&, const TileKey&) = default;
};

inline constexpr int kTilePixels = 256;
inline constexpr int kMaxZoom = 19;

/// What is under a pointer.
struct MapHit {
    core::RegisterKind kind = core::RegisterKind::Boards;
    std::int64_t id = 0;  ///< Row id.
    std::string layer;    ///< Key of the layer it was found in.

    friend bool operator==(const MapHit&, const MapHit&) = default;
};

/// Everything that decides what the map looks like at one moment: what is there, how it is styled, which layers are on, the overlay, light or dark.
/// Immutable and shared by all painting threads; a change makes a new one, which costs microseconds.
class MapPicture {
public:
    struct Choices {
        std::vector<LayerChoice> layers; ///< From the bottom up; empty: firstChoices().
        OverlayPtr overlay;              ///< May be null.
        Theme theme = Theme::Light;
    };
    /// `former`, when given, lends the places of its names if layers and choices are the same: a new overlay or theme moves no name.
    [[nodiscard]] static std::shared_ptr<const MapPicture> create(MapLayersPtr layers, Choices choices, const MapPicture* former = nullptr);
    ~MapPicture();
    MapPicture(const MapPicture&) = delete;
    MapPicture& operator=(const MapPicture&) = delete;

    /// One opaque tile, dpr times 256 device pixels a side. A null image if asked to stop. Any thread.
    [[nodiscard]] QImage tile(TileKey key, double devicePixelRatio = 1, std::stop_token stop = {}) const;

    /// Paints the view into (0, 0, size) of the painter's coordinates; any device: image, SVG, PDF. Any thread. Returns early if asked to stop.
    void paint(QPainter& painter, const MapView& view, std::stop_token stop = {}) const;

    /// What is at a world position within `tolerance` pixels at that zoom, topmost first: points, then lines, then areas from the smallest.
    [[nodiscard]] std::vector<MapHit> hitTest(core::Point world, double zoom, double tolerance = 6) const;

    [[nodiscard]] const MapLayersPtr& layers() const { return m_layers; }
    [[nodiscard]] const Choices& choices() const { return m_choices; }
    /// What is behind everything: sea where the base map has land, else plain paper.
    [[nodiscard]] QColor background() const;

private:
    MapPicture() = default;
    MapLayersPtr m_layers;
    std::shared_ptr<LabelBook> m_labels;
    Choices m_choices;
};

using MapPicturePtr = std::shared_ptr<const MapPicture>;

} // namespace hereabouts::app
