// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/overlay/format.h"
#include "app/paint/detail/hatch.h"
#include "app/paint/detail/sheet.h"
#include "app/paint/layer_legend.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QPen>

#include <algorithm>
#include <cmath>
#include <functional>

namespace hereabouts::app {

namespace {

constexpr double kRow = 23;
constexpr double kSwatchWidth = 28;
constexpr double kSwatchHeight = 15;

QFont sheetFont(double pixels, bool bold = false)
{
    QFont font(QStringLiteral("Noto Sans"));
    font.setPixelSize(static_cast<int>(std::lround(pixels)));
    font.setBold(bold);
    return font;
}

void swatch(QPainter& painter, const QRectF& box, const LegendEntry& entry, const SheetColours& colours, Theme theme)
{
    const QColor colour = entry.colour.in(theme);
    if (entry.pattern == LegendPattern::Disc || entry.pattern == LegendPattern::Ring) {
        const bool ring = entry.pattern == LegendPattern::Ring;
        painter.setPen(QPen(ring ? colour : colours.paper, ring ? 1.7 : 1));
        painter.setBrush(ring ? QBrush(Qt::NoBrush) : QBrush(colour));
        painter.drawEllipse(box.center(), 7, 7);
        return;
    }
    QPainterPath path;
    path.addRoundedRect(box, 2.5, 2.5);
    if (entry.pattern == LegendPattern::Hatched) fillHatched(painter, path, colour, 1.1, box.topLeft());
    else painter.fillPath(path, colour);
    painter.strokePath(path, QPen(colours.rule, 0.8));
}

void entryRow(SheetColumn& column, const QString& label, const QString& count, const std::function<void(QPainter&, const QRectF&)>& drawSwatch)
{
    QPainter& painter = column.painter();
    const QRectF box = column.box();
    const QRectF sign(box.left(), column.y() + (kRow - kSwatchHeight) / 2, kSwatchWidth, kSwatchHeight);
    drawSwatch(painter, sign);
    painter.setFont(sheetFont(12.5));
    const double countWidth = count.isEmpty() ? 0 : QFontMetricsF(painter.font()).horizontalAdvance(count) + 8;
    const QRectF words(box.left() + kSwatchWidth + 10, column.y(), box.width() - kSwatchWidth - 10 - countWidth, kRow);
    painter.setPen(column.colours().ink);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, QFontMetricsF(painter.font()).elidedText(label, Qt::ElideRight, words.width()));
    painter.setPen(column.colours().quiet);
    painter.drawText(QRectF(box.left(), column.y(), box.width(), kRow), Qt::AlignVCenter | Qt::AlignRight, count);
    column.space(kRow);
}

void bivariateSquare(SheetColumn& column, const Overlay& overlay, Theme theme)
{
    QPainter& painter = column.painter();
    const double side = std::clamp((column.box().width() - 40) / 3, 30.0, 46.0);
    const double left = column.box().left() + 22;
    const double top = column.y() + 4;
    painter.setFont(sheetFont(11));
    for (int cell = 0; cell < 9; ++cell) {
        const LegendEntry& entry = overlay.legend[static_cast<std::size_t>(cell)];
        const QRectF box(left + entry.column * side, top + (2 - entry.row) * side, side, side);
        const QColor colour = entry.colour.in(theme);
        painter.fillRect(box.adjusted(0.5, 0.5, -0.5, -0.5), colour);
        painter.setPen(colour.lightness() > 140 ? QColor(0x20, 0x24, 0x28) : QColor(Qt::white));
        painter.drawText(box, Qt::AlignCenter, QString::number(entry.count));
    }
    painter.setPen(QPen(column.colours().quiet, 1.2));
    const double bottom = top + 3 * side;
    const auto arrow = [&painter](QPointF from, QPointF to, QPointF wing) {
        painter.drawLine(from, to);
        painter.drawLine(to, to - wing + QPointF(wing.y(), wing.x()) * 0.6);
        painter.drawLine(to, to - wing - QPointF(wing.y(), wing.x()) * 0.6);
    };
    arrow({left - 8, bottom}, {left - 8, top}, {0, -5});
    arrow({left, bottom + 8}, {left + 3 * side, bottom + 8}, {5, 0});
    column.space(3 * side + 20);
    const SheetColours& colours = column.colours();
    column.text(QStringLiteral("→  ") + QString::fromStdString(overlay.firstAxis), 11.5, false, colours.ink, 2);
    column.text(QStringLiteral("↑  ") + QString::fromStdString(overlay.secondAxis), 11.5, false, colours.ink, 6);
    column.text(QStringLiteral("Each measure is cut into thirds; the numbers count areas."), 11, false, colours.quiet, 6);
}

/// What is on the map where no overlay is.
void layersLegend(SheetColumn& column, const MapPicture& picture)
{
    for (const LayerLegendEntry& entry : layerLegend(picture)) {
        if (column.left() < 2 * kRow) return;
        entryRow(column, entry.label, QString::fromStdString(formatCount(entry.count)),
            [&](QPainter& painter, const QRectF& box) { drawLayerSign(painter, box, picture, entry); });
    }
}

} // namespace

void drawLegend(SheetColumn& column, const MapPicture& picture)
{
    const OverlayPtr& overlay = picture.choices().overlay;
    const Theme theme = picture.choices().theme;
    if (!overlay || overlay->legend.empty()) {
        layersLegend(column, picture);
        return;
    }
    std::size_t first = 0;
    if (overlay->request.kind == OverlayKind::Bivariate) {
        bivariateSquare(column, *overlay, theme);
        first = 9;
    }
    bool wasMark = false;
    for (std::size_t i = first; i < overlay->legend.size(); ++i) {
        const LegendEntry& entry = overlay->legend[i];
        if (wasMark && entry.kind != LegendKind::Mark) column.space(8);
        wasMark = entry.kind == LegendKind::Mark;
        entryRow(column, QString::fromStdString(entry.label), QString::fromStdString(formatCount(entry.count)),
            [&](QPainter& painter, const QRectF& box) { swatch(painter, box, entry, column.colours(), theme); });
    }
}

} // namespace hereabouts::app
