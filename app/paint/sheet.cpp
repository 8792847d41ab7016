// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/detail/sheet.h"

#include "app/overlay/format.h"
#include "app/paint/detail/screen.h"

#include <QDate>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QPen>

#include <algorithm>
#include <cmath>

namespace hereabouts::app {

namespace {

constexpr double kMargin = 28;

QFont sheetFont(double pixels, bool bold)
{
    QFont font(QStringLiteral("Noto Sans"));
    font.setPixelSize(std::max(7, static_cast<int>(std::lround(pixels))));
    font.setBold(bold);
    return font;
}

/// The greatest of 1, 2, 5, 10, 20 … metres that fits.
double roundLength(double most)
{
    const double power = std::pow(10, std::floor(std::log10(most)));
    for (const double step : {5.0, 2.0}) {
        if (step * power <= most) return step * power;
    }
    return power;
}

void notesThatFit(SheetColumn& column, const std::vector<std::string>& notes, double keepFree)
{
    double pixels = 11.5;
    const auto heightAt = [&](double size) {
        double height = 0;
        for (const std::string& note : notes) height += column.heightOf(QString::fromStdString(note), size, false) + 5;
        return height;
    };
    while (pixels > 9 && heightAt(pixels) > column.left() - keepFree) pixels -= 0.5;
    for (std::size_t i = 0; i < notes.size(); ++i) {
        const QString note = QString::fromStdString(notes[i]);
        const bool isLast = i + 1 == notes.size();
        const double more = isLast ? 0 : 18;
        if (column.heightOf(note, pixels, false) + more > column.left() - keepFree) {
            column.text(QStringLiteral("… and %1 more, in the app and in hereabouts tally.").arg(notes.size() - i), pixels, false, column.colours().quiet, 0);
            return;
        }
        column.text(note, pixels, false, column.colours().quiet, 5);
    }
}

void words(QPainter& painter, const QRectF& box, const MapPicture& picture)
{
    const SheetColours colours = SheetColours::of(picture.choices().theme);
    const core::PlaceSnapshot& place = *picture.layers()->snapshot();
    const OverlayPtr& overlay = picture.choices().overlay;
    const bool hasOverlay = overlay && !overlay->title.empty();
    SheetColumn column(painter, box, colours);
    const QString district = QString::fromStdString(place.district.name);
    if (hasOverlay) column.text(district, 14, false, colours.quiet, 4);
    column.text(hasOverlay ? QString::fromStdString(overlay->title) : district, 25, true, colours.ink, 6);
    if (hasOverlay && !overlay->subtitle.empty()) column.text(QString::fromStdString(overlay->subtitle), 13, false, colours.quiet, 4);
    if (place.district.fictional) column.chip(QStringLiteral("Fictional district"), 6);
    column.space(6);
    column.rule(12);
    drawLegend(column, picture);
    column.space(10);

    const QString source = QStringLiteral("Place file of %1, EPSG:%2, revision %3. Drawn %4 with Hereabouts. The map is in Web Mercator; nothing is measured on it.")
                               .arg(district)
                               .arg(place.district.epsg)
                               .arg(place.revision)
                               .arg(QLocale(QLocale::English).toString(QDate::currentDate(), QStringLiteral("d MMMM yyyy")));
    const double sourceHeight = column.heightOf(source, 10.5, false);
    if (hasOverlay && !overlay->notes.empty()) {
        column.rule(10);
        notesThatFit(column, overlay->notes, sourceHeight + 22);
    }
    SheetColumn foot(painter, QRectF(box.left(), box.bottom() - sourceHeight - 11, box.width(), sourceHeight + 11), colours);
    foot.rule(10);
    foot.text(source, 10.5, false, colours.quiet, 0);
}

} // namespace

SheetColours SheetColours::of(Theme theme)
{
    if (theme == Theme::Dark) return {.paper = QColor(0x15, 0x1a, 0x1f), .ink = QColor(0xee, 0xf1, 0xf3), .quiet = QColor(0xa5, 0xae, 0xb6), .rule = QColor(0x39, 0x42, 0x4a), .mark = QColor(0xff, 0xc0, 0x66)};
    return {.paper = QColor(0xff, 0xff, 0xff), .ink = QColor(0x1e, 0x24, 0x2a), .quiet = QColor(0x5d, 0x66, 0x6e), .rule = QColor(0xd9, 0xdd, 0xe0), .mark = QColor(0x9a, 0x5b, 0x00)};
}

double SheetColumn::heightOf(const QString& words, double pixels, bool bold) const
{
    return QFontMetricsF(sheetFont(pixels, bold)).boundingRect(QRectF(0, 0, m_box.width(), 1e5), Qt::TextWordWrap, words).height();
}

void SheetColumn::text(const QString& words, double pixels, bool bold, const QColor& colour, double after)
{
    const double height = heightOf(words, pixels, bold);
    m_painter.setFont(sheetFont(pixels, bold));
    m_painter.setPen(colour);
    m_painter.drawText(QRectF(m_box.left(), m_y, m_box.width(), height + 2), Qt::TextWordWrap, words);
    m_y += height + after;
}

void SheetColumn::chip(const QString& words, double after)
{
    const QFont font = sheetFont(11, true);
    const double width = QFontMetricsF(font).horizontalAdvance(words) + 16;
    QPainterPath path;
    path.addRoundedRect(QRectF(m_box.left(), m_y + 2, width, 20), 10, 10);
    m_painter.strokePath(path, QPen(m_colours.mark, 1.2));
    m_painter.setFont(font);
    m_painter.setPen(m_colours.mark);
    m_painter.drawText(QRectF(m_box.left(), m_y + 2, width, 20), Qt::AlignCenter, words);
    m_y += 22 + after;
}

void SheetColumn::rule(double after)
{
    m_painter.setPen(QPen(m_colours.rule, 1));
    m_painter.drawLine(QPointF(m_box.left(), m_y), QPointF(m_box.right(), m_y));
    m_y += after;
}

void drawScaleAndNorth(QPainter& painter, const QRectF& map, const MapView& view, Theme theme)
{
    const bool dark = theme == Theme::Dark;
    const QColor ink = dark ? QColor(0xe8, 0xec, 0xef) : QColor(0x2a, 0x30, 0x36);
    QColor plate = dark ? QColor(0x15, 0x1a, 0x1f) : QColor(Qt::white);
    plate.setAlpha(215);
    const double metresPerPixel = Screen{.view = view}.metresPerPixel();
    const double metres = roundLength(150 * metresPerPixel);
    const double length = metres / metresPerPixel;
    const QString label = metres >= 1000 ? QStringLiteral("%1 km").arg(QString::fromStdString(formatNumber(metres / 1000, 1))) : QStringLiteral("%1 m").arg(QString::fromStdString(formatNumber(metres, 1)));
    const QFont font = sheetFont(11, false);
    const double width = 44 + length + 14 + QFontMetricsF(font).horizontalAdvance(label) + 12;
    const QRectF box(map.left() + 12, map.bottom() - 12 - 34, width, 34);
    QPainterPath rounded;
    rounded.addRoundedRect(box, 6, 6);
    painter.fillPath(rounded, plate);

    const QPointF north(box.left() + 20, box.center().y() + 1);
    QPainterPath arrow;
    arrow.addPolygon(QPolygonF({north + QPointF(0, -4), north + QPointF(5, 11), north + QPointF(0, 8), north + QPointF(-5, 11), north + QPointF(0, -4)}));
    painter.fillPath(arrow, ink);
    painter.setFont(sheetFont(10, true));
    painter.setPen(ink);
    painter.drawText(QRectF(north.x() - 10, box.top() + 1, 20, 13), Qt::AlignCenter, QStringLiteral("N"));

    const double left = box.left() + 44;
    const double y = box.center().y() + 4;
    painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(left, y), QPointF(left + length, y));
    for (const double x : {left, left + length}) painter.drawLine(QPointF(x, y - 6), QPointF(x, y + 0.8));
    painter.setPen(QPen(ink, 1));
    painter.drawLine(QPointF(left + length / 2, y - 3), QPointF(left + length / 2, y));
    painter.setFont(font);
    painter.drawText(QRectF(left + length + 8, box.top(), 100, box.height()), Qt::AlignVCenter | Qt::AlignLeft, label);
}

void drawSheet(QPainter& painter, QSizeF size, const MapPicture& picture, const core::Box& shown)
{
    const Theme theme = picture.choices().theme;
    const SheetColours colours = SheetColours::of(theme);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(0, 0), size), colours.paper);
    const bool upright = size.height() > size.width();
    const double beside = std::clamp(std::round(size.width() * 0.24), 210.0, 350.0);
    const double under = std::clamp(std::round(size.height() * 0.36), 200.0, 460.0);
    const QRectF map = upright ? QRectF(kMargin, kMargin, size.width() - 2 * kMargin, size.height() - 3 * kMargin - under)
                               : QRectF(kMargin, kMargin, size.width() - 3 * kMargin - beside, size.height() - 2 * kMargin);
    const QRectF column = upright ? QRectF(kMargin, map.bottom() + kMargin, map.width(), under) : QRectF(map.right() + kMargin, kMargin, beside, map.height());

    const MapView view = MapView::showing(shown, map.toRect().size(), 26);
    painter.save();
    painter.setClipRect(map.toRect());
    painter.translate(map.toRect().topLeft());
    picture.paint(painter, view);
    painter.restore();
    painter.setPen(QPen(colours.rule, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(map);
    drawScaleAndNorth(painter, map, view, theme);
    words(painter, column, picture);
}

} // namespace hereabouts::app
