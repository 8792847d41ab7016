// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/agreed/agreed_ground.h"
#include "app/registers/line_list.h"

#include <QImage>

#include <optional>
#include <vector>

namespace hereabouts::app {

/// The line along whole small areas, and what that changed.
struct SnappedLine {
    core::MultiPolygon line;
    std::optional<std::int64_t> people;
    double shareGained = 0; ///< Mean share of the drawings that include the ground taken in; 0 where none was.
    double shareLost = 0; ///< The same of the ground left out.
};

/// Small areas of the newest edition whose middle lies inside, as one line. Fails with NotFound where there is none.
[[nodiscard]] core::Result<SnappedLine> snapToSmallAreas(const core::PlaceSnapshot& place, const AgreedGround& ground);

/// What the page says of an agreement.
[[nodiscard]] std::vector<Line> figuresOf(const AgreedGround& ground, const std::optional<SnappedLine>& snapped);

/// A pixel a cell, north at the top: stronger the more people include it.
[[nodiscard]] QImage surfaceOf(const core::CountGrid& grid, std::size_t people);
/// The same of a difference of shares, -1…1: one hue for each side.
[[nodiscard]] QImage differenceOf(const core::GridFrame& frame, const std::vector<float>& difference);

} // namespace hereabouts::app
