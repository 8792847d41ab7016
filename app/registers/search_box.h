// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_selection.h"
#include "app/registers/line_list.h"
#include "core/joined/place_search.h"

#include <QObject>
#include <QThreadPool>
#include <QtQmlIntegration>

#include <memory>
#include <vector>

namespace hereabouts::app {

/// Finds places, communities, anchors and proposals by name, as one types.
class SearchBox : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("There is one search.")
    Q_PROPERTY(QString typed READ typed WRITE setTyped NOTIFY typedChanged)
    Q_PROPERTY(hereabouts::app::LineList* results READ results CONSTANT)

public:
    SearchBox(OpenPlace* place, MapScene* scene, MapSelection* selection, QObject* parent = nullptr);
    ~SearchBox() override;

    [[nodiscard]] QString typed() const { return m_typed; }
    void setTyped(const QString& typed);
    [[nodiscard]] LineList* results() { return &m_results; }

    Q_INVOKABLE void go(int result); ///< Goes there and opens the card.

signals:
    void typedChanged();

private:
    void index();
    void find();

    OpenPlace* m_place;
    MapScene* m_scene;
    MapSelection* m_selection;
    QString m_typed;
    LineList m_results;
    std::shared_ptr<const core::PlaceSearch> m_search;
    std::vector<core::SearchTarget> m_found;
    QThreadPool m_thread; ///< Last, so that it ends first.
};

} // namespace hereabouts::app
