// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_selection.h"
#include "app/registers/line_list.h"
#include "core/geometry/box.h"

#include <QAbstractListModel>
#include <QGeoCoordinate>
#include <QtQmlIntegration>

#include <string>
#include <vector>

namespace hereabouts::app {

/// What is wrong with the place's areas and file: gaps, overlaps, slivers and duplicates as rows here and markers on the map, and the file's own troubles.
class CheckPage : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("There is one check.")
    Q_PROPERTY(QString summary READ summary NOTIFY checked)
    Q_PROPERTY(bool done READ isDone NOTIFY checked)

public:
    enum Role { SectionRole = Qt::UserRole + 1, TitleRole, DetailRole, BadgeRole, ToneRole, OnMapRole, PositionRole };

    CheckPage(OpenPlace* place, MapScene* scene, MapSelection* selection, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] bool isDone() const { return m_done; }

    Q_INVOKABLE void check();
    Q_INVOKABLE void follow(int row); ///< Goes to the fault on the map.
    Q_INVOKABLE void clear();

    struct Fault {
        QString section;
        QString title;
        QString detail;
        QString badge;
        QString tone;
        core::Box home; ///< Empty for a fault that is nowhere on the map.
        core::Point where;
    };

signals:
    void checked();

private:
    void take(std::vector<Fault> faults);

    OpenPlace* m_place;
    MapScene* m_scene;
    MapSelection* m_selection;
    std::vector<Fault> m_faults;
    bool m_done = false;
};

} // namespace hereabouts::app
