// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_selection.h"
#include "app/registers/line_list.h"
#include "core/community/communities_here.h"
#include "core/joined/whats_here.h"
#include "gis/crs/projection.h"

#include <QGeoCoordinate>
#include <QObject>
#include <QThreadPool>
#include <QtQmlIntegration>

#include <optional>

namespace hereabouts::app {

/// The "What's here" card: everything from all registers at one position.
class Card : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("There is one card.")
    Q_PROPERTY(bool shown READ isShown NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed)
    Q_PROPERTY(QGeoCoordinate position READ position NOTIFY changed)
    Q_PROPERTY(hereabouts::app::LineList* lines READ lines CONSTANT)

public:
    Card(OpenPlace* place, MapSelection* selection, QObject* parent = nullptr);
    ~Card() override;

    [[nodiscard]] bool isShown() const { return m_shown; }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString subtitle() const { return m_subtitle; }
    [[nodiscard]] QGeoCoordinate position() const { return m_position; }
    [[nodiscard]] LineList* lines() { return &m_lines; }

    Q_INVOKABLE void askAt(const QGeoCoordinate& position);
    Q_INVOKABLE void close();
    Q_INVOKABLE void follow(int line); ///< Goes to what the line speaks of.

signals:
    void changed();

private:
    void take(const core::PlaceSnapshot& place, const core::WhatsHere& here, const core::CommunitiesHere& whose);
    [[nodiscard]] bool prepareProjection(int epsg);

    OpenPlace* m_place;
    MapSelection* m_selection;
    LineList m_lines;
    bool m_shown = false;
    QString m_title;
    QString m_subtitle;
    QGeoCoordinate m_position;
    quint64 m_asked = 0;
    int m_epsg = 0;
    std::optional<gis::Projection> m_projection;
    QThreadPool m_thread; ///< Last, so that it ends first.
};

} // namespace hereabouts::app
