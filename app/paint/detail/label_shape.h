// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paint/detail/map_style.h"

#include <QFont>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hereabouts::app {

/// Ground that is taken by names already placed.
class TakenGround {
public:
    [[nodiscard]] bool isFree(const QRectF& box) const;
    void take(const QRectF& box);

private:
    std::unordered_map<std::int64_t, std::vector<QRectF>> m_cells;
};

/// How a name is set: its font and its lines.
struct LabelText {
    QFont font;
    std::vector<QString> lines; ///< One, or two where one would be too long.
    QSizeF size;                ///< Pixels.

    /// @param mayWrap  Centred names may take two lines; names along a line may not.
    [[nodiscard]] static LabelText set(std::string_view name, const LabelStyle& style, double zoom, bool mayWrap);
    /// Outlines of the letters, centred on the origin.
    [[nodiscard]] QPainterPath glyphs() const;
};

/// Where on a line a name fits: straight enough, whole, and read from left to right.
struct AlongPlace {
    QPointF middle;
    double angle = 0; ///< Degrees, -90…90.
};

/// Places for a name of that width along a polyline, about one every `every` pixels, the straightest of each stretch.
[[nodiscard]] std::vector<AlongPlace> placesAlong(const std::vector<QPointF>& line, double width, double every);

} // namespace hereabouts::app
