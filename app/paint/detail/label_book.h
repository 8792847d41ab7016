// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paint/detail/map_style.h"
#include "app/paint/detail/screen.h"
#include "app/paint/map_layers.h"
#include "app/paint/map_picture.h"

#include <QPainterPath>
#include <QPointF>
#include <QRectF>

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <tuple>
#include <vector>

class QPainter;

namespace hereabouts::app {

/// A name in its place.
struct PlacedLabel {
    QPainterPath glyphs;      ///< Around the origin.
    QPointF at;               ///< Pixels from the world's corner at the zoom of its page.
    double angle = 0;         ///< Degrees, clockwise.
    QRectF box;               ///< What it covers, in the same pixels.
    const LabelStyle* style = nullptr;
};

/// Which names are shown where, at every zoom: settled for a whole block of the world at once, whoever asks first, so that every tile of it agrees. No name
/// crosses the edge of its block, except the most important ones, which are settled for the whole place. Safe to use from several threads.
class LabelBook {
public:
    LabelBook(MapLayersPtr layers, std::vector<LayerChoice> choices);

    void paint(QPainter& painter, const Screen& screen, Theme theme) const;
    [[nodiscard]] bool isFor(const MapLayersPtr& layers, const std::vector<LayerChoice>& choices) const { return m_layers == layers && m_choices == choices; }

private:
    using Page = std::vector<PlacedLabel>;
    using PageKey = std::tuple<std::int64_t, std::int64_t, std::int64_t>; ///< Zoom in hundredths, block x and y.

    [[nodiscard]] std::shared_ptr<const Page> page(double zoom, std::int64_t x, std::int64_t y) const;
    [[nodiscard]] Page settle(double zoom, const QRectF& block, bool wholePlace, const Page* before) const;

    MapLayersPtr m_layers;
    std::vector<LayerChoice> m_choices;
    mutable std::mutex m_mutex;
    mutable std::map<PageKey, std::shared_ptr<const Page>> m_pages;
};

} // namespace hereabouts::app
