// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/legend.h"

#include "app/overlay/format.h"

#include <algorithm>

namespace hereabouts::app {

namespace {

QString patternName(LegendPattern pattern)
{
    switch (pattern) {
    case LegendPattern::Hatched: return QStringLiteral("hatched");
    case LegendPattern::Disc: return QStringLiteral("disc");
    case LegendPattern::Ring: return QStringLiteral("ring");
    case LegendPattern::Solid: break;
    }
    return QStringLiteral("solid");
}

} // namespace

Legend::Legend(MapScene* scene, MapSelection* selection, QObject* parent) : QAbstractListModel(parent), m_scene(scene), m_selection(selection)
{
    connect(scene, &MapScene::overlayChanged, this, &Legend::takeOverlay);
    connect(scene, &MapScene::pictureChanged, this, &Legend::takePicture);
}

void Legend::takeOverlay()
{
    beginResetModel();
    m_overlay = m_scene->overlay();
    endResetModel();
    emit legendChanged();
}

void Legend::takePicture()
{
    auto layers = m_scene->picture() ? layerLegend(*m_scene->picture()) : std::vector<LayerLegendEntry>{};
    const auto same = [](const LayerLegendEntry& a, const LayerLegendEntry& b) { return a.label == b.label && a.count == b.count && a.layer == b.layer && a.rule == b.rule; };
    const bool changed = !std::ranges::equal(layers, m_layers, same);
    if (changed && showsLayers()) {
        beginResetModel();
        m_layers = std::move(layers);
        endResetModel();
        emit legendChanged();
        return;
    }
    m_layers = std::move(layers);
    if (rowCount() > 0) emit dataChanged(index(0), index(rowCount() - 1), {ColourRole});
}

int Legend::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid()) return 0;
    return static_cast<int>(showsLayers() ? m_layers.size() : m_overlay->legend.size());
}

QVariant Legend::layerData(const LayerLegendEntry& entry, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case LabelRole: return entry.label;
    case ColourRole: return QColor(Qt::transparent);
    case PatternRole: return QStringLiteral("layer");
    case CountRole: return QString::fromStdString(formatCount(entry.count));
    case CellRole: return -1;
    default: return {};
    }
}

QVariant Legend::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (showsLayers()) return layerData(m_layers[static_cast<std::size_t>(index.row())], role);
    const LegendEntry& entry = m_overlay->legend[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case LabelRole: return QString::fromStdString(entry.label);
    case ColourRole: return entry.colour.in(m_scene->theme());
    case PatternRole: return patternName(entry.pattern);
    case CountRole: return QString::fromStdString(formatCount(entry.count));
    case CellRole: return entry.column >= 0 ? (2 - entry.row) * 3 + entry.column : -1;
    default: return {};
    }
}

QHash<int, QByteArray> Legend::roleNames() const
{
    return {{LabelRole, "label"}, {ColourRole, "colour"}, {PatternRole, "pattern"}, {CountRole, "count"}, {CellRole, "cell"}};
}

QString Legend::title() const
{
    if (showsLayers()) return m_layers.empty() ? QString() : tr("On the map");
    return QString::fromStdString(m_overlay->title);
}

void Legend::drawSign(QPainter& painter, const QRectF& box, int row) const
{
    if (!showsLayers() || row < 0 || row >= rowCount() || !m_scene->picture()) return;
    drawLayerSign(painter, box, *m_scene->picture(), m_layers[static_cast<std::size_t>(row)]);
}

QString Legend::subtitle() const { return m_overlay ? QString::fromStdString(m_overlay->subtitle) : QString(); }
QString Legend::firstAxis() const { return m_overlay ? QString::fromStdString(m_overlay->firstAxis) : QString(); }
QString Legend::secondAxis() const { return m_overlay ? QString::fromStdString(m_overlay->secondAxis) : QString(); }

QStringList Legend::notes() const
{
    QStringList notes;
    if (!m_overlay) return notes;
    for (const std::string& note : m_overlay->notes) notes.append(QString::fromStdString(note));
    return notes;
}

int Legend::cells() const
{
    if (!m_overlay) return 0;
    return static_cast<int>(std::ranges::count_if(m_overlay->legend, [](const LegendEntry& entry) { return entry.column >= 0; }));
}

void Legend::selectEntry(int row)
{
    if (row < 0 || row >= rowCount()) return;
    std::set<RowRef> rows;
    if (showsLayers()) {
        const LayerLegendEntry& entry = m_layers[static_cast<std::size_t>(row)];
        for (const std::int64_t id : rowsOf(*m_scene->picture(), entry)) rows.insert({.kind = entry.kind, .id = id});
        m_selection->select(std::move(rows));
        return;
    }
    for (const OverlayArea& area : m_overlay->shown) {
        if (area.entry == row) rows.insert({.kind = m_overlay->areas.kind, .id = area.id});
    }
    for (const OverlayMark& mark : m_overlay->marks) {
        if (mark.entry == row) rows.insert({.kind = mark.kind, .id = mark.id});
    }
    m_selection->select(std::move(rows));
}

} // namespace hereabouts::app
