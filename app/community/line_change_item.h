// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/community/editions_tab.h"
#include "app/map/over_map_item.h"

#include <QColor>

namespace hereabouts::app {

/// Paints what a community gains and loses between two of its lines over the map: gained blue, lost orange and hatched.
class LineChangeItem : public OverMapItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(hereabouts::app::EditionsTab* editions READ editions WRITE setEditions NOTIFY editionsChanged REQUIRED)
    Q_PROPERTY(QColor ink MEMBER m_ink NOTIFY viewChanged)

public:
    explicit LineChangeItem(QQuickItem* parent = nullptr) : OverMapItem(parent) { }
    [[nodiscard]] EditionsTab* editions() const { return m_editions; }
    void setEditions(EditionsTab* editions);

signals:
    void editionsChanged();

protected:
    [[nodiscard]] core::Point worldOf(core::Point home) const override { return m_editions->worldOf(home); }
    void paintShapes(QPainter& painter) override;

private:
    EditionsTab* m_editions = nullptr;
    QColor m_ink;
};

} // namespace hereabouts::app
