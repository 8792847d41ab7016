// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/record_page.h"

#include "app/place/row_ref.h"

#include <QVariantMap>

#include <algorithm>
#include <utility>

namespace hereabouts::app {

namespace {

using core::RegisterKind;
using core::RegisterSpec;
using core::RegisterTable;

QString textOf(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

/// What a line says of a row beside its name: its first few fields that say something else.
QString detailOf(const core::PlaceSnapshot& place, RegisterKind kind, std::size_t row, const QString& name)
{
    constexpr qsizetype kMost = 4;
    const RegisterSpec& spec = core::specOf(kind);
    QStringList parts;
    for (std::size_t i = 0; i < spec.fields.size() && parts.size() < kMost; ++i) {
        if ((spec.detailOf && i == spec.parentField()) || spec.fields[i].name == "code" || spec.fields[i].name == "line_hash") continue;
        const QString text = cellText(place, kind, row, i);
        if (!text.isEmpty() && text != name && text.size() < 90) parts.append(text);
    }
    return parts.join(QStringLiteral(" · "));
}

/// A row without a name of its own is called by what it is about.
QString nameInList(const core::PlaceSnapshot& place, RegisterKind kind, std::size_t row)
{
    for (const std::string_view field : {"name", "title", "edition", "role", "need", "step", "status", "basis", "what_for", "code"}) {
        const auto index = core::specOf(kind).fieldIndex(field);
        if (!index) continue;
        if (const QString text = cellText(place, kind, row, *index); !text.isEmpty()) return text;
    }
    return nameOf(place, kind, row);
}

} // namespace

RecordPage::RecordPage(OpenPlace* place, MapSelection* selection, QObject* parent) : QObject(parent), m_place(place), m_selection(selection)
{
    connect(m_place, &OpenPlace::placeChanged, this, &RecordPage::takePlace);
    connect(&m_fields, &FieldList::changed, this, &RecordPage::editedChanged);
}

std::optional<RowRef> RecordPage::row() const
{
    if (!m_kind || m_id == 0) return std::nullopt;
    return RowRef{*m_kind, m_id};
}

std::string RecordPage::ownCode() const
{
    if (!m_kind || m_id == 0) return {};
    const RegisterTable& table = m_place->snapshot()->at(*m_kind);
    const std::size_t at = table.rowOfId(m_id);
    const bool hasCode = table.spec().fieldIndex("code").has_value();
    return at < table.size() && hasCode ? std::string(table.text("code").at(at)) : std::string();
}

std::vector<RowRef> RecordPage::rowsAbout(const core::PlaceSnapshot& place) const
{
    std::vector<RowRef> rows;
    const std::string code = ownCode();
    if (code.empty()) return rows;
    for (const RegisterKind kind : core::kAllRegisters) {
        const RegisterSpec& spec = core::specOf(kind);
        if (spec.detailOf != m_kind) continue;
        const RegisterTable& table = place.at(kind);
        const core::TextColumn& parents = table.text(spec.fields[spec.parentField()].name);
        for (std::size_t row = 0; row < table.size(); ++row) {
            if (parents.at(row) == code) rows.push_back({kind, table.id(row)});
        }
    }
    return rows;
}

void RecordPage::open(RowRef row)
{
    m_back.clear();
    show(row);
}

void RecordPage::show(RowRef ref)
{
    if (!m_place->isOpen()) return;
    const core::PlaceSnapshot& place = *m_place->snapshot();
    const auto at = rowOf(place, ref);
    if (!at) return emit failed(tr("That row is not there any more."));
    const RegisterSpec& spec = core::specOf(ref.kind);
    m_kind = ref.kind;
    m_id = ref.id;
    m_title = nameInList(place, ref.kind, *at);
    m_subtitle = spec.isPrivate ? tr("%1 · private: never leaves in an export").arg(singularOf(ref.kind)) : singularOf(ref.kind);
    m_fields.open(spec, place.at(ref.kind).record(*at).values, spec.detailOf ? std::optional(spec.parentField()) : std::nullopt);
    fillMore();
    emit changed();
}

void RecordPage::openSelected()
{
    if (m_selection->count() != 1) return emit failed(tr("Choose one row in the table, or one thing on the map, first."));
    open(*m_selection->rows().begin());
}

void RecordPage::openNew(int kind)
{
    if (!m_place->isOpen() || kind < 0 || static_cast<std::size_t>(kind) >= core::kRegisterCount) return;
    m_kind = static_cast<RegisterKind>(kind);
    m_id = 0;
    m_title = tr("New: %1").arg(singularOf(*m_kind));
    m_subtitle = textOf(core::specOf(*m_kind).title);
    m_fields.open(core::specOf(*m_kind), std::vector<core::Value>(core::specOf(*m_kind).fields.size()), std::nullopt);
    fillMore();
    emit changed();
}

void RecordPage::addMore(int kind)
{
    const std::string code = ownCode();
    if (code.empty() || kind < 0 || static_cast<std::size_t>(kind) >= core::kRegisterCount) return;
    const RegisterSpec& spec = core::specOf(static_cast<RegisterKind>(kind));
    if (spec.detailOf != m_kind) return;
    m_back.push_back({*m_kind, m_id});
    const QString parent = m_title;
    openNew(kind);
    std::vector<core::Value> values(spec.fields.size());
    values[spec.parentField()] = code;
    m_fields.open(spec, std::move(values), spec.parentField());
    m_subtitle = parent;
    emit changed();
}

void RecordPage::follow(int line)
{
    const auto& lines = m_more.lines();
    if (line < 0 || static_cast<std::size_t>(line) >= lines.size() || !lines[static_cast<std::size_t>(line)].leadsTo) return;
    const RowRef to = *lines[static_cast<std::size_t>(line)].leadsTo;
    m_back.push_back({*m_kind, m_id});
    show(to);
}

void RecordPage::back()
{
    if (m_back.empty()) return close();
    const RowRef row = m_back.back();
    m_back.pop_back();
    show(row);
}

void RecordPage::close()
{
    m_kind.reset();
    m_id = 0;
    m_back.clear();
    m_more.setLines({});
    emit changed();
    emit closed();
}

void RecordPage::forget()
{
    if (const auto ref = row())
        show(*ref);
    else
        back();
}

void RecordPage::save(const QString& why)
{
    if (!m_kind || !m_fields.isChanged()) return;
    if (const QString problem = m_fields.problem(); !problem.isEmpty()) return emit failed(problem);
    std::vector<gis::Edit> edits;
    const RegisterKind kind = *m_kind;
    if (m_id == 0)
        edits.emplace_back(gis::AddRow{kind, {.values = m_fields.values()}});
    else
        for (auto& [field, value] : m_fields.changes()) edits.emplace_back(gis::SetField{kind, m_id, std::move(field), std::move(value)});
    const bool isNew = m_id == 0;
    const QString what = isNew ? tr("Added to %1").arg(textOf(core::specOf(kind).title)) : tr("Changed %1").arg(m_title);
    m_place->ask<gis::HistoryRow>(
        tr("Saving"), [edits = std::move(edits), what = what.toStdString(), why = why.trimmed().toStdString()](gis::PlaceFile& file, const core::Job&) { return file.apply(edits, what, why); }, this,
        [this, isNew](const core::Result<gis::HistoryRow>& saved) {
            if (!saved) return emit failed(textOf(saved.error().message));
            emit told(textOf(saved->what) + u'.');
            if (isNew) back();
        });
}

void RecordPage::remove()
{
    if (!m_kind || m_id == 0) return;
    std::vector<gis::Edit> edits;
    for (const RowRef& ref : rowsAbout(*m_place->snapshot())) edits.emplace_back(gis::RemoveRow{ref.kind, ref.id});
    edits.emplace_back(gis::RemoveRow{*m_kind, m_id});
    const QString what = edits.size() > 1 ? tr("Removed %1 with %2 rows about it").arg(m_title).arg(edits.size() - 1) : tr("Removed %1").arg(m_title);
    m_place->ask<gis::HistoryRow>(
        tr("Removing"), [edits = std::move(edits), what = what.toStdString()](gis::PlaceFile& file, const core::Job&) { return file.apply(edits, what); }, this,
        [this](const core::Result<gis::HistoryRow>& removed) {
            if (!removed) return emit failed(textOf(removed.error().message));
            emit told(tr("%1. Undo brings it back.").arg(textOf(removed->what)));
            back();
        });
}

void RecordPage::takePlace()
{
    if (!m_kind) return;
    if (m_id == 0) return;
    if (!rowOf(*m_place->snapshot(), {*m_kind, m_id})) return close();
    if (m_fields.isChanged() && m_fields.problem().isEmpty()
        && m_fields.values() != m_place->snapshot()->at(*m_kind).record(*rowOf(*m_place->snapshot(), {*m_kind, m_id})).values) {
        fillMore(); // what is being typed stays
        return;
    }
    show({*m_kind, m_id});
}

void RecordPage::fillMore()
{
    std::vector<Line> lines;
    const core::PlaceSnapshot& place = *m_place->snapshot();
    for (const RowRef& ref : rowsAbout(place)) {
        const std::size_t row = *rowOf(place, ref);
        const QString name = nameInList(place, ref.kind, row);
        lines.push_back({.section = textOf(core::specOf(ref.kind).title), .title = name, .detail = detailOf(place, ref.kind, row, name), .leadsTo = ref});
    }
    m_more.setLines(std::move(lines));
}

QVariantList RecordPage::addable() const
{
    QVariantList list;
    if (ownCode().empty()) return list;
    for (const RegisterKind kind : core::kAllRegisters) {
        if (core::specOf(kind).detailOf != m_kind) continue;
        list.append(QVariantMap{{QStringLiteral("kind"), static_cast<int>(kind)}, {QStringLiteral("title"), singularOf(kind)}});
    }
    return list;
}

} // namespace hereabouts::app
