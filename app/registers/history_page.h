// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/place/open_place.h"
#include "app/registers/line_list.h"

namespace hereabouts::app {

/// Every change to the place, the newest first.
class HistoryPage : public LineList {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("There is one history.")

    Q_PROPERTY(hereabouts::app::LineList* detail READ detail CONSTANT) ///< What the change that was opened did, field by field.
    Q_PROPERTY(QString opened READ opened NOTIFY detailChanged)        ///< Its name; empty when none is open.

public:
    explicit HistoryPage(OpenPlace* place, QObject* parent = nullptr);

    [[nodiscard]] LineList* detail() { return &m_detail; }
    [[nodiscard]] QString opened() const { return m_opened; }
    Q_INVOKABLE void open(int line); ///< Shows what that change did.
    Q_INVOKABLE void close();

signals:
    void detailChanged();

private:
    void takeHistory();

    OpenPlace* m_place;
    LineList m_detail;
    QString m_opened;
};

} // namespace hereabouts::app
