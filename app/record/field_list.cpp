// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/field_list.h"

#include "gis/intake/values.h"
#include "gis/text/fold.h"

#include <QDate>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace hereabouts::app {

namespace {

using core::FieldType;

/// Fields that hold paragraphs.
constexpr std::array<std::string_view, 14> kLong{"self_description", "purpose", "note", "boundary_text", "perceptual", "functional", "political", "reasons",
    "conditions", "relationship", "statement", "desired_outcome", "sections_reached", "areas_of_members"};

constexpr qsizetype kLineHolds = 44; ///< Characters: what is longer is read and changed in a paragraph.

QString kindOf(const core::Field& field)
{
    if (!field.words.empty()) return QStringLiteral("words");
    if (std::ranges::contains(kLong, field.name)) return QStringLiteral("long");
    switch (field.type) {
    case FieldType::Flag: return QStringLiteral("flag");
    case FieldType::Date: return QStringLiteral("date");
    case FieldType::Integer:
    case FieldType::Real:
    case FieldType::Money: return QStringLiteral("number");
    case FieldType::Text:
    case FieldType::Codes: return QStringLiteral("text");
    }
    return QStringLiteral("text");
}

QString textOf(const core::Value& value, FieldType type)
{
    if (const auto* text = std::get_if<std::string>(&value)) return QString::fromStdString(*text);
    if (const auto* real = std::get_if<double>(&value)) return QLocale::c().toString(*real, 'g', 15);
    const auto* whole = std::get_if<std::int64_t>(&value);
    if (!whole) return {};
    if (type == FieldType::Date) return QDate(1970, 1, 1).addDays(*whole).toString(Qt::ISODate);
    if (type == FieldType::Money) {
        const std::int64_t size = std::abs(*whole);
        return QStringLiteral("%1%2.%3").arg(*whole < 0 ? QStringLiteral("-") : QString()).arg(size / 100).arg(size % 100, 2, 10, QLatin1Char('0'));
    }
    return QString::number(*whole);
}

} // namespace

int FieldList::rowCount(const QModelIndex& parent) const { return parent.isValid() || !m_spec ? 0 : static_cast<int>(m_spec->fields.size()); }

QVariant FieldList::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto at = static_cast<std::size_t>(index.row());
    const core::Field& field = m_spec->fields[at];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole: return QString::fromUtf8(field.title);
    case TextRole: return m_texts[at];
    case KindRole: {
        const QString kind = kindOf(field);
        return kind == u"text" && textOf(m_before[at], field.type).size() > kLineHolds ? QStringLiteral("long") : kind;
    }
    case WordsRole: {
        QStringList words{QString()};
        for (const std::string_view word : field.words) words.append(QString::fromUtf8(word));
        return words;
    }
    case ProblemRole: return m_problems[at];
    case RequiredRole: return field.required;
    case PrivateRole: return field.isPrivate || m_spec->isPrivate;
    case FixedRole: return m_fixed == at;
    default: return {};
    }
}

QHash<int, QByteArray> FieldList::roleNames() const
{
    return {{TitleRole, "title"}, {TextRole, "text"}, {KindRole, "kind"}, {WordsRole, "words"}, {ProblemRole, "problem"}, {RequiredRole, "needed"},
        {PrivateRole, "isPrivate"}, {FixedRole, "isFixed"}};
}

void FieldList::open(const core::RegisterSpec& spec, std::vector<core::Value> values, std::optional<std::size_t> fixed)
{
    beginResetModel();
    m_spec = &spec;
    m_before = m_values = std::move(values);
    m_fixed = fixed;
    m_problems.assign(spec.fields.size(), QString());
    m_texts.clear();
    for (std::size_t i = 0; i < spec.fields.size(); ++i) m_texts.push_back(textOf(m_values[i], spec.fields[i].type));
    endResetModel();
    emit changed();
}

void FieldList::setText(int field, const QString& text)
{
    const auto at = static_cast<std::size_t>(field);
    if (!m_spec || field < 0 || at >= m_texts.size() || m_fixed == at || m_texts[at] == text) return;
    m_texts[at] = text;
    const std::string typed = gis::normalised(text.toStdString());
    const auto value = gis::convert(m_spec->fields[at], typed, {});
    m_problems[at] = value ? QString() : QString::fromStdString(value.error()) + u'.';
    if (value) m_values[at] = *value;
    const QModelIndex index = this->index(field);
    emit dataChanged(index, index, {ProblemRole});
    emit changed();
}

bool FieldList::isChanged() const
{
    return m_values != m_before || std::ranges::any_of(m_problems, [](const QString& problem) { return !problem.isEmpty(); });
}

QString FieldList::problem() const
{
    if (!m_spec) return {};
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        const QString title = QString::fromUtf8(m_spec->fields[i].title);
        if (!m_problems[i].isEmpty()) return tr("%1: %2").arg(title, m_problems[i]);
        if (m_spec->fields[i].required && std::holds_alternative<std::monostate>(m_values[i])) return tr("%1 is missing; fill it in.").arg(title);
    }
    return {};
}

std::vector<std::pair<std::string, core::Value>> FieldList::changes() const
{
    std::vector<std::pair<std::string, core::Value>> changes;
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        if (m_values[i] != m_before[i]) changes.emplace_back(m_spec->fields[i].name, m_values[i]);
    }
    return changes;
}

} // namespace hereabouts::app
