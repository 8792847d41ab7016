// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/overlay/overlay.h"
#include "core/base/result.h"
#include "core/geometry/point.h"
#include "core/joined/place_snapshot.h"

#include <QSize>

#include <filesystem>
#include <optional>

namespace hereabouts::app {

/// West, south, east, north in degrees; east may be beyond 180 or less than west for a box across the antimeridian.
struct LonLatBox {
    double west = 0;
    double south = 0;
    double east = 0;
    double north = 0;
};

/// A sheet to be looked at on its own: map, title, legend with counts, notes, scale bar, north arrow, source.
struct RenderRequest {
    OverlayRequest overlay;        ///< See overlayNamed().
    QSize size{1600, 1131};        ///< Pixels of a PNG; for SVG and PDF the same numbers in 1/96 inch. 320…16,000 each way.
    std::optional<LonLatBox> bbox; ///< The whole district when not given.
    Theme theme = Theme::Light;
};

/// Draws the sheet into a .png, .svg or .pdf file. Needs a QGuiApplication (its platform may be "offscreen").
/// Fails with BadInput for another ending or an impossible size or box, ReadOnly when the file cannot be written, and as OverlayMaker::make does.
[[nodiscard]] core::Result<void> renderMap(const core::SnapshotPtr& snapshot, const RenderRequest& request, const std::filesystem::path& file);

} // namespace hereabouts::app
