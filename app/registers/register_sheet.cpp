// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/register_sheet.h"

#include "app/overlay/format.h"
#include "app/registers/row_order.h"
#include "gis/text/fold.h"
#include "gis/write/export.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScopedValueRollback>

#include <algorithm>
#include <filesystem>

namespace hereabouts::app {

namespace {

QString titleOf(std::string_view title) { return QString::fromUtf8(title.data(), static_cast<qsizetype>(title.size())); }

} // namespace

RegisterSheet::RegisterSheet(OpenPlace* place, MapSelection* selection, QObject* parent) : QAbstractTableModel(parent), m_place(place), m_selection(selection)
{
    connect(place, &OpenPlace::placeChanged, this, &RegisterSheet::takePlace);
    connect(selection, &MapSelection::changed, this, &RegisterSheet::takeSelection);
}

int RegisterSheet::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

int RegisterSheet::columnCount(const QModelIndex& parent) const { return parent.isValid() || !m_snapshot ? 0 : static_cast<int>(core::specOf(m_kind).fields.size()); }

QVariant RegisterSheet::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const std::size_t row = m_rows[static_cast<std::size_t>(index.row())];
    const auto field = static_cast<std::size_t>(index.column());
    switch (role) {
    case Qt::DisplayRole: return cellText(*m_snapshot, m_kind, row, field);
    case SelectedRole: return isSelected(row);
    case NumberRole: return !std::holds_alternative<core::TextColumn>(m_snapshot->at(m_kind).column(field));
    default: return {};
    }
}

QVariant RegisterSheet::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const core::Field& field = core::specOf(m_kind).fields[static_cast<std::size_t>(section)];
    if (field.type != core::FieldType::Money) return titleOf(field.title);
    return QStringLiteral("%1, %2").arg(titleOf(field.title), QString::fromStdString(m_snapshot->district.currency));
}

QHash<int, QByteArray> RegisterSheet::roleNames() const { return {{Qt::DisplayRole, "display"}, {SelectedRole, "chosen"}, {NumberRole, "number"}}; }

QStringList RegisterSheet::registers() const
{
    QStringList titles;
    for (const core::RegisterKind kind : m_kinds) titles.append(titleOf(core::specOf(kind).title));
    return titles;
}

int RegisterSheet::which() const
{
    const auto found = std::ranges::find(m_kinds, m_kind);
    return found == m_kinds.end() ? -1 : static_cast<int>(found - m_kinds.begin());
}

void RegisterSheet::setWhich(int which)
{
    if (which >= 0 && which < static_cast<int>(m_kinds.size())) setKind(m_kinds[static_cast<std::size_t>(which)]);
}

void RegisterSheet::setKind(core::RegisterKind kind)
{
    if (kind == m_kind && m_snapshot) return;
    m_kind = kind;
    m_filter.clear();
    m_selectedOnly = false;
    m_sortedBy = -1;
    m_descending = false;
    m_lastClicked = -1;
    m_folded.clear();
    arrange();
    emit whichChanged();
}

void RegisterSheet::setFilter(const QString& filter)
{
    if (filter == m_filter) return;
    m_filter = filter;
    arrange();
}

void RegisterSheet::setSelectedOnly(bool selectedOnly)
{
    if (selectedOnly == m_selectedOnly) return;
    m_selectedOnly = selectedOnly;
    arrange();
}

void RegisterSheet::sortBy(int column)
{
    if (column < 0 || column >= columnCount()) return;
    m_descending = column == m_sortedBy && !m_descending;
    m_sortedBy = column;
    arrange();
}

QString RegisterSheet::summary() const
{
    if (!m_snapshot) return {};
    const auto count = [](std::size_t n) { return QString::fromStdString(formatCount(static_cast<std::int64_t>(n))); };
    const std::size_t all = m_snapshot->at(m_kind).size();
    QString words = m_rows.size() == all ? tr("%1 rows").arg(count(all)) : tr("%1 of %2 rows").arg(count(m_rows.size()), count(all));
    const auto selected = std::ranges::count(m_selection->rows(), m_kind, &RowRef::kind);
    if (selected > 0) words += tr(" · %1 selected").arg(count(static_cast<std::size_t>(selected)));
    return words;
}

bool RegisterSheet::isSelected(std::size_t row) const { return m_selection->rows().contains({.kind = m_kind, .id = m_snapshot->at(m_kind).id(row)}); }

bool RegisterSheet::passes(std::size_t row, const std::string& folded) const
{
    if (m_selectedOnly && !isSelected(row)) return false;
    return folded.empty() || m_folded[row].find(folded) != std::string::npos;
}

void RegisterSheet::arrange()
{
    if (!m_snapshot) return;
    const core::RegisterTable& table = m_snapshot->at(m_kind);
    const std::string folded = gis::fold(m_filter.toStdString());
    if (!folded.empty() && m_folded.size() != table.size()) {
        m_folded.clear();
        for (std::size_t row = 0; row < table.size(); ++row) {
            QString words;
            for (int column = 0; column < columnCount(); ++column) words += cellText(*m_snapshot, m_kind, row, static_cast<std::size_t>(column)) + u'\n';
            m_folded.push_back(gis::fold(words.toStdString()));
        }
    }
    beginResetModel();
    m_rows.clear();
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (passes(row, folded)) m_rows.push_back(row);
    }
    if (m_sortedBy >= 0) sortRows(m_rows, table.column(static_cast<std::size_t>(m_sortedBy)), m_descending);
    endResetModel();
    emit arranged();
    emit summaryChanged();
}

void RegisterSheet::takePlace()
{
    m_snapshot = m_place->snapshot();
    m_kinds.clear();
    for (const core::RegisterKind kind : core::kAllRegisters) {
        if (m_snapshot->at(kind).size() > 0) m_kinds.push_back(kind);
    }
    if (which() < 0 && !m_kinds.empty()) m_kind = m_kinds.front();
    m_folded.clear();
    arrange();
    emit registersChanged();
    emit whichChanged();
}

void RegisterSheet::takeSelection()
{
    if (!m_snapshot) return;
    if (m_ownChange) {
        if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {SelectedRole});
        emit summaryChanged();
        return;
    }
    const std::set<RowRef>& rows = m_selection->rows();
    if (!rows.empty() && std::ranges::none_of(rows, [this](const RowRef& one) { return one.kind == m_kind; })) setKind(rows.begin()->kind);
    else if (m_selectedOnly) arrange();
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {SelectedRole});
    emit summaryChanged();
    const auto first = std::ranges::find_if(m_rows, [this](std::size_t row) { return isSelected(row); });
    if (first != m_rows.end()) emit showRow(static_cast<int>(first - m_rows.begin()));
}

void RegisterSheet::click(int row, bool add, bool reach)
{
    if (row < 0 || row >= rowCount()) return;
    const auto ref = [this](int shown) { return RowRef{.kind = m_kind, .id = m_snapshot->at(m_kind).id(m_rows[static_cast<std::size_t>(shown)])}; };
    std::set<RowRef> rows = add ? m_selection->rows() : std::set<RowRef>();
    if (reach && m_lastClicked >= 0 && m_lastClicked < rowCount()) {
        for (int shown = std::min(row, m_lastClicked); shown <= std::max(row, m_lastClicked); ++shown) rows.insert(ref(shown));
    } else {
        if (!rows.insert(ref(row)).second) rows.erase(ref(row));
        m_lastClicked = row;
    }
    const QScopedValueRollback own(m_ownChange, true);
    m_selection->select(std::move(rows));
}

void RegisterSheet::visit(int row)
{
    if (row < 0 || row >= rowCount()) return;
    const QScopedValueRollback own(m_ownChange, true);
    m_selection->visit({.kind = m_kind, .id = m_snapshot->at(m_kind).id(m_rows[static_cast<std::size_t>(row)])});
}

void RegisterSheet::selectShown()
{
    std::set<RowRef> rows;
    for (const std::size_t row : m_rows) rows.insert({.kind = m_kind, .id = m_snapshot->at(m_kind).id(row)});
    const QScopedValueRollback own(m_ownChange, true);
    m_selection->select(std::move(rows));
}

void RegisterSheet::showSelected() { m_selection->bringSelectedIntoView(); }

std::vector<std::int64_t> RegisterSheet::chosenIds() const
{
    std::vector<std::int64_t> ids;
    for (const RowRef& one : m_selection->rows()) {
        if (one.kind == m_kind) ids.push_back(one.id);
    }
    if (!ids.empty()) return ids;
    for (const std::size_t row : m_rows) ids.push_back(m_snapshot->at(m_kind).id(row));
    return ids;
}

QString RegisterSheet::tabSeparated() const
{
    // A tab or a line end inside a cell would shift the rest of a spreadsheet.
    const auto cell = [](QString text) { return text.replace(u'\t', u' ').replace(u'\n', u' '); };
    const bool any = std::ranges::any_of(m_rows, [this](std::size_t row) { return isSelected(row); });
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < columnCount(); ++column) cells.append(cell(headerData(column, Qt::Horizontal).toString()));
    lines.append(cells.join(u'\t'));
    for (const std::size_t row : m_rows) {
        if (any && !isSelected(row)) continue;
        cells.clear();
        for (int column = 0; column < columnCount(); ++column) cells.append(cell(cellText(*m_snapshot, m_kind, row, static_cast<std::size_t>(column))));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

void RegisterSheet::copySelected() const
{
    if (m_snapshot) QGuiApplication::clipboard()->setText(tabSeparated());
}

void RegisterSheet::exportTo(const QUrl& file)
{
    if (!m_snapshot || !file.isLocalFile()) return;
    const gis::ExportRequest request{.kind = m_kind, .edition = {}, .ids = chosenIds(), .rawCsv = false};
    const std::filesystem::path target = file.toLocalFile().toStdString();
    m_place->ask<gis::ExportReport>(tr("Writing %1").arg(file.fileName()),
        [place = m_snapshot, request, target](gis::PlaceFile&, const core::Job& job) { return gis::exportPlace(*place, request, target, job); }, this,
        [this, name = file.fileName()](core::Result<gis::ExportReport> report) {
            if (!report) {
                emit m_place->failed(QString::fromStdString(report.error().message));
                return;
            }
            std::size_t rows = 0;
            for (const gis::ExportedLayer& layer : report->layers) rows += layer.rows;
            emit m_place->told(tr("%1 rows are in %2.").arg(QString::fromStdString(formatCount(static_cast<std::int64_t>(rows))), name));
        });
}

int RegisterSheet::columnWidth(int column) const
{
    constexpr int kLeast = 6;
    constexpr int kMost = 38;
    qsizetype longest = headerData(column, Qt::Horizontal).toString().size() + 2;
    const std::size_t step = std::max<std::size_t>(1, m_rows.size() / 60);
    for (std::size_t i = 0; i < m_rows.size(); i += step) longest = std::max(longest, cellText(*m_snapshot, m_kind, m_rows[i], static_cast<std::size_t>(column)).size());
    return std::clamp(static_cast<int>(longest), kLeast, kMost);
}

} // namespace hereabouts::app
