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
    connect(scene, &MapScene::pictureChanged, this, [this] {
        if (rowCount() > 0) emit dataChanged(index(0), index(rowCount() - 1), {ColourRole});
    });
}

void Legend::takeOverlay()
{
    beginResetModel();
    m_overlay = m_scene->overlay();
    endResetModel();
    emit legendChanged();
}

int Legend::rowCount(const QModelIndex& parent) const { return parent.isValid() || !m_overlay ? 0 : static_cast<int>(m_overlay->legend.size()); }

QVariant Legend::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
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

QString Legend::title() const { return m_overlay ? QString::fromStdString(m_overlay->title) : QString(); }
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
    for (const OverlayArea& area : m_overlay->shown) {
        if (area.entry == row) rows.insert({.kind = m_overlay->areas.kind, .id = area.id});
    }
    for (const OverlayMark& mark : m_overlay->marks) {
        if (mark.entry == row) rows.insert({.kind = mark.kind, .id = mark.id});
    }
    m_selection->select(std::move(rows));
}

} // namespace hereabouts::app
