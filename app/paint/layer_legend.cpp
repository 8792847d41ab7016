// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/layer_legend.h"

#include "app/paint/detail/map_style.h"
#include "app/paint/detail/marks.h"
#include "app/paint/detail/register_shapes.h"

#include <QPainter>
#include <QPen>

#include <algorithm>
#include <ranges>

namespace hereabouts::app {

namespace {

QString ruleLabel(const ShapeLayer& layer, const StyleRule& rule, bool several)
{
    QString label = QString::fromStdString(layer.title);
    if (!several) return label;
    if (rule.words.empty()) return label + QStringLiteral(", others");
    QStringList words;
    for (const std::string& word : rule.words) words.push_back(QString::fromStdString(word));
    return label + QStringLiteral(", ") + (words.size() > 2 ? words.front() + QStringLiteral(" and the like") : words.join(QStringLiteral(", ")));
}

void addEntries(const ShapeLayer& layer, core::RegisterKind kind, std::vector<LayerLegendEntry>& entries)
{
    std::vector<std::int64_t> used(layer.style->rules.size());
    for (const std::uint8_t rule : layer.ruleOf) {
        if (rule < used.size()) ++used[rule];
    }
    const bool several = std::ranges::count_if(used, [](std::int64_t count) { return count > 0; }) > 1;
    for (std::size_t rule = 0; rule < used.size(); ++rule) {
        if (used[rule] == 0) continue;
        entries.push_back({.label = ruleLabel(layer, layer.style->rules[rule], several), .count = used[rule], .kind = kind, .layer = layer.key, .rule = rule});
    }
}

const ShapeLayer* layerOf(const MapPicture& picture, const LayerLegendEntry& entry)
{
    const auto& layers = picture.layers()->shapes(entry.kind).layers;
    const auto found = std::ranges::find(layers, entry.layer, &ShapeLayer::key);
    return found == layers.end() || entry.rule >= found->style->rules.size() ? nullptr : &*found;
}

} // namespace

std::vector<LayerLegendEntry> layerLegend(const MapPicture& picture)
{
    std::vector<LayerLegendEntry> entries;
    for (const LayerChoice& choice : picture.choices().layers | std::views::reverse) {
        if (!choice.on) continue;
        for (const core::RegisterKind kind : core::kAllRegisters) {
            if (kind == core::RegisterKind::Basemap) continue;
            for (const ShapeLayer& layer : picture.layers()->shapes(kind).layers) {
                if (layer.key == choice.key) addEntries(layer, kind, entries);
            }
        }
    }
    return entries;
}

std::vector<std::int64_t> rowsOf(const MapPicture& picture, const LayerLegendEntry& entry)
{
    std::vector<std::int64_t> ids;
    const ShapeLayer* const layer = layerOf(picture, entry);
    if (!layer) return ids;
    const core::RegisterTable& table = picture.layers()->snapshot()->at(entry.kind);
    for (std::size_t i = 0; i < layer->rows.size(); ++i) {
        if (layer->ruleOf[i] == entry.rule) ids.push_back(table.id(layer->rows[i]));
    }
    return ids;
}

void drawLayerSign(QPainter& painter, const QRectF& box, const MapPicture& picture, const LayerLegendEntry& entry)
{
    const ShapeLayer* const layer = layerOf(picture, entry);
    if (!layer) return;
    const StyleRule& rule = layer->style->rules[entry.rule];
    const Theme theme = picture.choices().theme;
    if (rule.mark) {
        drawMark(painter, box.center(), *rule.mark, 11, theme);
        return;
    }
    if (rule.fill) {
        QColor colour = rule.fill->colour.in(theme);
        colour.setAlphaF(static_cast<float>(std::max(0.15, rule.fill->opacity)));
        painter.fillRect(box, colour);
    }
    if (!rule.line) return;
    QPen pen(rule.line->colour.in(theme), 1.8);
    QList<qreal> dash;
    for (const double length : rule.line->dash) dash.push_back(length / 1.8);
    if (!dash.isEmpty()) pen.setDashPattern(dash);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    if (rule.fill) painter.drawRect(box);
    else painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
}

} // namespace hereabouts::app
