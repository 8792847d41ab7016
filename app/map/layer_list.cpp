// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/layer_list.h"

#include "app/overlay/format.h"

#include <algorithm>

namespace hereabouts::app {

LayerList::LayerList(MapScene* scene, QObject* parent) : QAbstractListModel(parent), m_scene(scene)
{
    connect(scene, &MapScene::choicesChanged, this, &LayerList::takeChoices);
}

int LayerList::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_choices.size()); }

QVariant LayerList::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto row = static_cast<std::size_t>(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole: return QString::fromStdString(m_summaries[row].title);
    case GroupRole: return QString::fromStdString(m_summaries[row].group);
    case ShownRole: return m_choices[row].on;
    case LayerOpacityRole: return m_choices[row].opacity;
    case RowsRole: return m_summaries[row].rows == 0 ? QString() : QString::fromStdString(formatCount(static_cast<std::int64_t>(m_summaries[row].rows)));
    default: return {};
    }
}

QHash<int, QByteArray> LayerList::roleNames() const
{
    return {{TitleRole, "title"}, {GroupRole, "group"}, {ShownRole, "shown"}, {LayerOpacityRole, "layerOpacity"}, {RowsRole, "rows"}};
}

void LayerList::setShown(int row, bool shown)
{
    if (row < 0 || row >= rowCount() || m_choices[static_cast<std::size_t>(row)].on == shown) return;
    m_choices[static_cast<std::size_t>(row)].on = shown;
    emit dataChanged(index(row), index(row), {ShownRole});
    give();
}

void LayerList::setLayerOpacity(int row, double opacity)
{
    if (row < 0 || row >= rowCount()) return;
    m_choices[static_cast<std::size_t>(row)].opacity = std::clamp(opacity, 0.0, 1.0);
    emit dataChanged(index(row), index(row), {LayerOpacityRole});
    give();
}

void LayerList::moveLayer(int from, int to)
{
    if (from < 0 || from >= rowCount() || to < 0 || to >= rowCount() || from == to) return;
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    const auto carry = [from, to](auto& list) {
        const auto at = [&list](int row) { return list.begin() + row; };
        if (from < to) std::rotate(at(from), at(from + 1), at(to + 1));
        else std::rotate(at(to), at(from), at(from + 1));
    };
    carry(m_choices);
    carry(m_summaries);
    endMoveRows();
    give();
}

void LayerList::give()
{
    std::vector<LayerChoice> choices(m_choices.rbegin(), m_choices.rend());
    m_scene->setChoices(std::move(choices));
}

void LayerList::takeChoices()
{
    if (!m_scene->isReady()) return;
    std::vector<LayerChoice> choices(m_scene->choices().rbegin(), m_scene->choices().rend());
    if (choices == m_choices) return; // our own change, come back
    const std::vector<LayerSummary> known = layersOf(*m_scene->layers());
    beginResetModel();
    m_choices.clear();
    m_summaries.clear();
    for (const LayerChoice& choice : choices) {
        const auto summary = std::ranges::find(known, choice.key, &LayerSummary::key);
        if (summary == known.end()) continue;
        m_choices.push_back(choice);
        m_summaries.push_back(*summary);
    }
    endResetModel();
}

} // namespace hereabouts::app
