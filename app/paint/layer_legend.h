// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paint/map_picture.h"

#include <QRectF>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

class QPainter;

namespace hereabouts::app {

/// One way in which a layer of areas or places is drawn: "Communities, recognised".
struct LayerLegendEntry {
    QString label;
    std::int64_t count = 0; ///< Rows drawn that way.
    core::RegisterKind kind = core::RegisterKind::Boards;
    std::string layer;      ///< Key of the layer.
    std::size_t rule = 0;   ///< Which of its style's ways.
};

/// What is on the map where no overlay is: every layer of areas and places that is on, from the top down, an entry for each way that rows are drawn.
[[nodiscard]] std::vector<LayerLegendEntry> layerLegend(const MapPicture& picture);

/// Row ids that the entry stands for.
[[nodiscard]] std::vector<std::int64_t> rowsOf(const MapPicture& picture, const LayerLegendEntry& entry);

/// Draws the entry's sign into the box as the map draws it.
void drawLayerSign(QPainter& painter, const QRectF& box, const MapPicture& picture, const LayerLegendEntry& entry);

} // namespace hereabouts::app
