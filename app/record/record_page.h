// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_selection.h"
#include "app/place/open_place.h"
#include "app/record/field_list.h"
#include "app/registers/line_list.h"

#include <QObject>
#include <QVariantList>
#include <QtQmlIntegration>

#include <optional>
#include <vector>

namespace hereabouts::app {

/// One row of any register, to read and to fill in, and the rows that tell more of it: a community's officers, its grants, its boundary editions.
class RecordPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("There is one record page.")
    Q_PROPERTY(bool shown READ isShown NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed)
    Q_PROPERTY(bool isNew READ isNew NOTIFY changed)
    Q_PROPERTY(bool edited READ isEdited NOTIFY editedChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY editedChanged)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY changed)
    Q_PROPERTY(hereabouts::app::FieldList* fields READ fields CONSTANT)
    Q_PROPERTY(hereabouts::app::LineList* more READ more CONSTANT) ///< Rows that tell more, by register.
    Q_PROPERTY(QVariantList addable READ addable NOTIFY changed) ///< Registers to which such a row can be added: maps of kind and title.

public:
    RecordPage(OpenPlace* place, MapSelection* selection, QObject* parent = nullptr);

    [[nodiscard]] bool isShown() const { return m_kind.has_value(); }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString subtitle() const { return m_subtitle; }
    [[nodiscard]] bool isNew() const { return m_id == 0; }
    [[nodiscard]] bool isEdited() const { return m_fields.isChanged(); }
    [[nodiscard]] QString problem() const { return m_fields.problem(); }
    [[nodiscard]] bool canGoBack() const { return !m_back.empty(); }
    [[nodiscard]] FieldList* fields() { return &m_fields; }
    [[nodiscard]] LineList* more() { return &m_more; }
    [[nodiscard]] QVariantList addable() const;
    [[nodiscard]] std::optional<RowRef> row() const;

    void open(RowRef row);
    Q_INVOKABLE void openSelected(); ///< The one row that is selected on the map or in the table.
    Q_INVOKABLE void openNew(int kind); ///< A new row of a register.
    Q_INVOKABLE void addMore(int kind); ///< A new row that tells more of this one.
    Q_INVOKABLE void follow(int line); ///< Opens the row that a line of `more` speaks of.
    Q_INVOKABLE void back(); ///< To the row that this one tells more of.
    Q_INVOKABLE void close();
    /// @param why  For the history; empty for none. An award beyond what its round has left needs one.
    Q_INVOKABLE void save(const QString& why = {});
    Q_INVOKABLE void forget(); ///< What was typed and not saved.
    Q_INVOKABLE void remove(); ///< The row, with those that tell more of it; one undo brings all back.

signals:
    void changed();
    void editedChanged();
    void closed();
    void told(const QString& message);
    void failed(const QString& message);

private:
    void show(RowRef row);
    void takePlace();
    void fillMore();
    [[nodiscard]] std::string ownCode() const; ///< What other rows call this one.
    [[nodiscard]] std::vector<RowRef> rowsAbout(const core::PlaceSnapshot& place) const;

    OpenPlace* m_place;
    MapSelection* m_selection;
    std::optional<core::RegisterKind> m_kind;
    std::int64_t m_id = 0;
    QString m_title;
    QString m_subtitle;
    std::vector<RowRef> m_back;
    FieldList m_fields;
    LineList m_more;
};

} // namespace hereabouts::app
