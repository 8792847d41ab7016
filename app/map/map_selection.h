// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_scene.h"
#include "app/place/row_ref.h"

#include <QGeoCoordinate>
#include <QGeoRectangle>
#include <QObject>
#include <QtQmlIntegration>

#include <optional>
#include <set>
#include <vector>

namespace hereabouts::app {

/// What is selected, for map, table and card alike; and what the pointer is over.
class MapSelection : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("There is one selection.")
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString hoverTitle READ hoverTitle NOTIFY hoverChanged)
    Q_PROPERTY(QString hoverText READ hoverText NOTIFY hoverChanged)

public:
    MapSelection(OpenPlace* place, MapScene* scene, QObject* parent = nullptr);

    [[nodiscard]] const std::set<RowRef>& rows() const { return m_rows; }
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] std::optional<RowRef> hovered() const { return m_hovered; }
    [[nodiscard]] QString hoverTitle() const { return m_hoverTitle; }
    [[nodiscard]] QString hoverText() const { return m_hoverText; }

    void select(std::set<RowRef> rows);
    /// Selects the row, brings it into view and asks what is there.
    void visit(RowRef row);
    /// Brings these world units into view.
    void bringIntoView(core::Box world);

    Q_INVOKABLE void tap(const QGeoCoordinate& position, double zoom, bool add);
    Q_INVOKABLE void hover(const QGeoCoordinate& position, double zoom);
    Q_INVOKABLE void leave();
    Q_INVOKABLE void clear();
    Q_INVOKABLE void bringSelectedIntoView();

signals:
    void changed();
    void hoverChanged();
    /// A person asks what is at this position (WGS 84).
    void asked(const QGeoCoordinate& position);
    void comeIntoView(const QGeoRectangle& box);

private:
    [[nodiscard]] std::vector<MapHit> hitsAt(const QGeoCoordinate& position, double zoom) const;
    [[nodiscard]] QString overlayText(const MapHit& hit) const; ///< What the overlay says of it; empty for nothing.
    void dropWhatIsGone();

    OpenPlace* m_place;
    MapScene* m_scene;
    std::set<RowRef> m_rows;
    std::optional<RowRef> m_hovered;
    QString m_hoverTitle;
    QString m_hoverText;
};

} // namespace hereabouts::app
