// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/place/row_ref.h"

#include <QAbstractListModel>
#include <QString>
#include <QtQmlIntegration>

#include <optional>
#include <vector>

namespace hereabouts::app {

/// One line of a page, as it is read.
struct Line {
    QString section; ///< Lines of one section follow each other.
    QString title;
    QString detail;
    QString badge;   ///< A word or two about its state.
    QString tone;    ///< "good", "warn", "bad" or empty: how the badge is meant, never told by colour alone.
    QString note;    ///< How it was made; for a tooltip.
    std::optional<RowRef> leadsTo; ///< The row it speaks of.
};

/// Lines of a page. A snapshot: setLines() replaces every one.
class LineList : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Lines belong to a page.")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role { SectionRole = Qt::UserRole + 1, TitleRole, DetailRole, BadgeRole, ToneRole, NoteRole, LeadsRole };

    using QAbstractListModel::QAbstractListModel;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return rowCount(); }

    void setLines(std::vector<Line> lines);
    [[nodiscard]] const std::vector<Line>& lines() const { return m_lines; }

signals:
    void countChanged();

private:
    std::vector<Line> m_lines;
};

} // namespace hereabouts::app
