// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/map_picture.h"

#include "app/paint/detail/aside.h"
#include "app/paint/detail/label_book.h"
#include "app/paint/detail/layer_painter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace hereabouts::app {

namespace {

constexpr std::string_view kOverlayKey = "overlay";
constexpr std::string_view kLabelsKey = "labels";

/// A layer and the register it is of.
struct LayerOfRegister {
    const RegisterShapes* shapes;
    const ShapeLayer* layer;
};

std::vector<LayerOfRegister> inPaintingOrder(const MapLayers& layers)
{
    std::vector<LayerOfRegister> all;
    for (const core::RegisterKind kind : core::kAllRegisters) {
        const RegisterShapes& shapes = layers.shapes(kind);
        // Older editions first, so that the newest lies on top.
        for (std::size_t i = shapes.layers.size(); i-- > 0;) all.push_back({&shapes, &shapes.layers[i]});
    }
    std::ranges::stable_sort(all, {}, [](const LayerOfRegister& one) { return one.layer->style->order; });
    return all;
}

} // namespace

std::vector<LayerSummary> layersOf(const MapLayers& layers)
{
    std::vector<LayerSummary> summaries;
    bool overlayIsIn = false;
    const auto addOverlay = [&] {
        summaries.push_back({.key = std::string(kOverlayKey), .title = "Figures", .group = "Figures", .rows = 0, .onAtFirst = true, .kind = {}});
        overlayIsIn = true;
    };
    for (const LayerOfRegister& one : inPaintingOrder(layers)) {
        if (!overlayIsIn && one.layer->style->order > kOverlayOrder) addOverlay();
        summaries.push_back({.key = one.layer->key, .title = one.layer->title, .group = one.layer->style->group, .rows = one.layer->rows.size(), .onAtFirst = one.layer->onAtFirst,
            .kind = one.layer->style->kind});
    }
    if (!overlayIsIn) addOverlay();
    summaries.push_back({.key = std::string(kLabelsKey), .title = "Names", .group = "Base map", .rows = 0, .onAtFirst = true, .kind = {}});
    return summaries;
}

std::vector<LayerChoice> firstChoices(const MapLayers& layers)
{
    std::vector<LayerChoice> choices;
    for (const LayerSummary& summary : layersOf(layers)) choices.push_back({.key = summary.key, .on = summary.onAtFirst, .opacity = 1});
    return choices;
}

double MapView::zoom() const { return std::log2(pixelsPerWorld / kTilePixels); }

core::Box MapView::world() const { return {origin.x, origin.y, origin.x + size.width() / pixelsPerWorld, origin.y + size.height() / pixelsPerWorld}; }

MapView MapView::showing(const core::Box& world, QSizeF size, double margin)
{
    MapView view{.origin = {}, .pixelsPerWorld = kTilePixels, .size = size};
    const core::Box shown = world.empty() ? core::Box{0, 0, 1, 1} : world;
    const double wide = std::max(1.0, size.width() - 2 * margin) / std::max(shown.width(), 1e-9);
    const double high = std::max(1.0, size.height() - 2 * margin) / std::max(shown.height(), 1e-9);
    view.pixelsPerWorld = std::min({wide, high, kTilePixels * std::exp2(kMaxZoom)});
    const core::Point centre = shown.centre();
    view.origin = {centre.x - size.width() / 2 / view.pixelsPerWorld, centre.y - size.height() / 2 / view.pixelsPerWorld};
    return view;
}

std::shared_ptr<const MapPicture> MapPicture::create(MapLayersPtr layers, Choices choices, const MapPicture* former)
{
    const std::shared_ptr<MapPicture> picture(new MapPicture);
    if (choices.layers.empty()) choices.layers = firstChoices(*layers);
    picture->m_choices = std::move(choices);
    const bool sameNames = former && former->m_labels->isFor(layers, picture->m_choices.layers);
    picture->m_labels = sameNames ? former->m_labels : std::make_shared<LabelBook>(layers, picture->m_choices.layers);
    picture->m_layers = std::move(layers);
    return picture;
}

MapPicture::~MapPicture() = default;

QColor MapPicture::background() const
{
    const auto& layers = m_layers->shapes(core::RegisterKind::Basemap).layers;
    const bool hasLand = std::ranges::any_of(layers, [](const ShapeLayer& layer) { return layer.key == "land"; });
    const bool dark = m_choices.theme == Theme::Dark;
    if (hasLand) return dark ? QColor(0x14, 0x1c, 0x24) : QColor(0xd3, 0xe3, 0xec);
    return dark ? QColor(0x23, 0x29, 0x2f) : QColor(0xf6, 0xf3, 0xeb);
}

QImage MapPicture::tile(TileKey key, double devicePixelRatio, std::stop_token stop) const
{
    const auto side = static_cast<int>(std::lround(kTilePixels * devicePixelRatio));
    QImage image(side, side, QImage::Format_RGB32);
    image.setDevicePixelRatio(devicePixelRatio);
    const double perWorld = std::exp2(key.zoom);
    {
        QPainter painter(&image);
        paint(painter, {.origin = {static_cast<double>(key.x) / perWorld, static_cast<double>(key.y) / perWorld}, .pixelsPerWorld = kTilePixels * perWorld, .size = QSizeF(kTilePixels, kTilePixels)}, stop);
    }
    return stop.stop_requested() ? QImage() : image;
}

void MapPicture::paint(QPainter& painter, const MapView& view, std::stop_token stop) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(0, 0), view.size), background());
    const std::vector<LayerOfRegister> all = inPaintingOrder(*m_layers);
    const int first = static_cast<int>(std::floor(view.origin.x)) - 1;
    const int last = static_cast<int>(std::floor(view.origin.x + view.size.width() / view.pixelsPerWorld));
    const auto overlayChoice = std::ranges::find(m_choices.layers, kOverlayKey, &LayerChoice::key);
    const double marksOpacity = overlayChoice == m_choices.layers.end() || !overlayChoice->on ? 0 : overlayChoice->opacity;
    for (const LayerChoice& choice : m_choices.layers) {
        if (stop.stop_requested()) break;
        if (choice.key == kLabelsKey) {
            // The overlay's marks lie on all layers, and names lie on them.
            paintAside(painter, view.size, marksOpacity, [&](QPainter& target) {
                for (int repeat = first; repeat <= last; ++repeat) LayerPainter(target, *this, {.view = view, .repeat = repeat}, stop).paintOverlayMarks();
            });
        }
        if (!choice.on) continue;
        const auto drawAt = [&](QPainter& target, int repeat) {
            const Screen screen{.view = view, .repeat = repeat};
            LayerPainter layerPainter(target, *this, screen, stop);
            if (choice.key == kOverlayKey) layerPainter.paintOverlay();
            if (choice.key == kLabelsKey) m_labels->paint(target, screen, m_choices.theme);
            for (const LayerOfRegister& one : all) {
                if (one.layer->key == choice.key) layerPainter.paint(*one.shapes, *one.layer);
            }
        };
        paintAside(painter, view.size, choice.opacity, [&](QPainter& target) {
            for (int repeat = first; repeat <= last; ++repeat) drawAt(target, repeat);
        });
    }
    painter.restore();
}

} // namespace hereabouts::app
