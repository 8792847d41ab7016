// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_scene.h"

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include <vector>

namespace hereabouts::app {

/// The layers as the panel shows them: the topmost first, each on or off, with its opacity.
class LayerList : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("There is one map.")

public:
    enum Role { TitleRole = Qt::UserRole + 1, GroupRole, ShownRole, LayerOpacityRole, RowsRole };

    explicit LayerList(MapScene* scene, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE void setShown(int row, bool shown);
    Q_INVOKABLE void setLayerOpacity(int row, double opacity);
    Q_INVOKABLE void moveLayer(int from, int to); ///< To another place in the list; nothing happens beyond its ends.

private:
    void takeChoices();
    void give();

    MapScene* m_scene;
    std::vector<LayerChoice> m_choices;    ///< The topmost first.
    std::vector<LayerSummary> m_summaries; ///< In the same order.
};

} // namespace hereabouts::app
