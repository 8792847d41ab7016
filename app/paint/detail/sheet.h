// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paint/map_picture.h"
#include "core/geometry/box.h"

#include <QColor>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <string>

class QPainter;

namespace hereabouts::app {

/// Colours of a sheet's paper and words.
struct SheetColours {
    QColor paper;
    QColor ink;
    QColor quiet;
    QColor rule;
    QColor mark; ///< "Fictional district".

    [[nodiscard]] static SheetColours of(Theme theme);
};

/// Writes down a column, one thing under the other, and knows how far down it has come.
class SheetColumn {
public:
    SheetColumn(QPainter& painter, const QRectF& box, const SheetColours& colours) : m_painter(painter), m_box(box), m_colours(colours), m_y(box.top()) {}

    void text(const QString& words, double pixels, bool bold, const QColor& colour, double after);
    /// How high the text would be.
    [[nodiscard]] double heightOf(const QString& words, double pixels, bool bold) const;
    void chip(const QString& words, double after);
    void rule(double after);
    void space(double pixels) { m_y += pixels; }
    [[nodiscard]] double y() const { return m_y; }
    [[nodiscard]] double left() const { return m_box.bottom() - m_y; } ///< Pixels still free.
    [[nodiscard]] const QRectF& box() const { return m_box; }
    [[nodiscard]] QPainter& painter() const { return m_painter; }
    [[nodiscard]] const SheetColours& colours() const { return m_colours; }

private:
    QPainter& m_painter;
    QRectF m_box;
    SheetColours m_colours;
    double m_y;
};

/// The legend of the overlay, or of the layers that are on where there is none.
void drawLegend(SheetColumn& column, const MapPicture& picture);

/// A bar of a round length and an arrow to the north, in the lower left of the map.
void drawScaleAndNorth(QPainter& painter, const QRectF& map, const MapView& view, Theme theme);

/// The whole sheet: words in a column beside the map, or under it where the sheet is upright.
void drawSheet(QPainter& painter, QSizeF size, const MapPicture& picture, const core::Box& shown);

} // namespace hereabouts::app
