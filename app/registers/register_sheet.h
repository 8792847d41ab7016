// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_selection.h"

#include <QAbstractTableModel>
#include <QStringList>
#include <QUrl>
#include <QtQmlIntegration>

#include <cstddef>
#include <vector>

namespace hereabouts::app {

/// One register as a table that can be sorted and filtered; its selected rows are the map's.
class RegisterSheet : public QAbstractTableModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("There is one table.")
    Q_PROPERTY(QStringList registers READ registers NOTIFY registersChanged)
    Q_PROPERTY(int which READ which WRITE setWhich NOTIFY whichChanged)
    Q_PROPERTY(int registerKind READ registerKind NOTIFY whichChanged)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY arranged)
    Q_PROPERTY(bool selectedOnly READ selectedOnly WRITE setSelectedOnly NOTIFY arranged)
    Q_PROPERTY(int sortedBy READ sortedBy NOTIFY arranged)
    Q_PROPERTY(bool descending READ descending NOTIFY arranged)
    Q_PROPERTY(QString summary READ summary NOTIFY summaryChanged)

public:
    enum Role { SelectedRole = Qt::UserRole + 1, NumberRole };

    RegisterSheet(OpenPlace* place, MapSelection* selection, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] QStringList registers() const;
    [[nodiscard]] int which() const;
    void setWhich(int which);
    [[nodiscard]] core::RegisterKind kind() const { return m_kind; }
    void setKind(core::RegisterKind kind);
    [[nodiscard]] int registerKind() const { return static_cast<int>(m_kind); }
    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString& filter);
    [[nodiscard]] bool selectedOnly() const { return m_selectedOnly; }
    void setSelectedOnly(bool selectedOnly);
    [[nodiscard]] int sortedBy() const { return m_sortedBy; }
    [[nodiscard]] bool descending() const { return m_descending; }
    [[nodiscard]] QString summary() const; ///< "120 proposals · 14 shown · 2 selected".

    Q_INVOKABLE void sortBy(int column); ///< Again for the other direction.
    /// A click: the row alone; with `add` in or out of the selection; with `reach` everything from the last clicked row to this one.
    Q_INVOKABLE void click(int row, bool add, bool reach);
    Q_INVOKABLE void visit(int row); ///< Goes there on the map.
    Q_INVOKABLE void selectShown();
    Q_INVOKABLE void showSelected(); ///< Brings all selected rows into view on the map.
    Q_INVOKABLE void copySelected() const; ///< To the clipboard as tab-separated text with headings; all that is shown if nothing is selected.
    /// Writes the selected rows, else all that are shown; told() or failed() of the place follows. The file's ending says the format.
    Q_INVOKABLE void exportTo(const QUrl& file);
    Q_INVOKABLE [[nodiscard]] int columnWidth(int column) const; ///< Characters that hold most of what the column says.

    /// Row ids to write out: the selected of this register, else all that is shown.
    [[nodiscard]] std::vector<std::int64_t> chosenIds() const;
    [[nodiscard]] QString tabSeparated() const;

signals:
    void registersChanged();
    void whichChanged();
    void arranged();
    void summaryChanged();
    void showRow(int row); ///< Scroll here: it was selected on the map.

private:
    void takePlace();
    void takeSelection();
    void arrange();
    [[nodiscard]] bool isSelected(std::size_t row) const;
    [[nodiscard]] bool passes(std::size_t row, const std::string& folded) const;

    OpenPlace* m_place;
    MapSelection* m_selection;
    core::SnapshotPtr m_snapshot;
    std::vector<core::RegisterKind> m_kinds; ///< Registers with rows.
    core::RegisterKind m_kind = core::RegisterKind::Communities;
    QString m_filter;
    bool m_selectedOnly = false;
    int m_sortedBy = -1;
    bool m_descending = false;
    std::vector<std::size_t> m_rows;        ///< Rows of the register, in the order shown.
    mutable std::vector<std::string> m_folded; ///< One a row of the register, made at the first filter.
    int m_lastClicked = -1;
    bool m_ownChange = false; ///< The selection is changing because of a click here.
};

} // namespace hereabouts::app
