// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/place/open_place.h"
#include "app/registers/line_list.h"

#include <QUrl>
#include <QVariantList>

#include <vector>

namespace hereabouts::app {

/// Rows that imports turned away: each with its source, row, field and reason, to be saved, mended and brought in again.
class TurnedAway : public LineList {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("There is one list of rows turned away.")
    Q_PROPERTY(QVariantList registers READ registers NOTIFY countChanged) ///< Maps of kind, title and rows.

public:
    explicit TurnedAway(OpenPlace* place, QObject* parent = nullptr);

    [[nodiscard]] QVariantList registers() const;
    /// Writes those of one register as CSV, as they stood in their sources; told() or failed() follows.
    Q_INVOKABLE void save(int kind, const QUrl& file);

signals:
    void told(const QString& message);
    void failed(const QString& message);

private:
    void look();

    OpenPlace* m_place;
    std::vector<gis::KeptReject> m_rejects;
};

} // namespace hereabouts::app
