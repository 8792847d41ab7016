// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/register/register_table.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace hereabouts::core {

TextColumn::TextColumn() : m_distinct{""} { }

void TextColumn::append(std::string_view text)
{
    if (text.empty()) return appendNone();
    if (!m_words.empty() && m_distinct[m_words.back()] == text) return m_words.push_back(m_words.back());
    if (const auto found = m_index.find(text); found != m_index.end()) return m_words.push_back(found->second);
    const auto word = static_cast<std::uint32_t>(m_distinct.size());
    m_index.emplace(text, word);
    m_distinct.emplace_back(text);
    m_words.push_back(word);
}

void TextColumn::appendNone()
{
    m_words.push_back(0);
}

RegisterTable::RegisterTable(const RegisterSpec& spec) : m_spec(&spec)
{
    for (const Field& field : spec.fields) {
        switch (field.type) {
        case FieldType::Text:
        case FieldType::Codes: m_columns.emplace_back(TextColumn{}); break;
        case FieldType::Real: m_columns.emplace_back(RealColumn{}); break;
        case FieldType::Integer:
        case FieldType::Money:
        case FieldType::Date:
        case FieldType::Flag: m_columns.emplace_back(IntegerColumn{}); break;
        }
    }
}

RegisterTable::RegisterTable(const RegisterSpec& spec, std::vector<std::int64_t> ids, std::vector<Column> columns, std::vector<Geometry> geometries,
    std::vector<double> groundSquareMetres) :
    m_spec(&spec), m_ids(std::move(ids)), m_columns(std::move(columns)), m_geometries(std::move(geometries)),
    m_groundSquareMetres(std::move(groundSquareMetres))
{
    assert(m_columns.size() == spec.fields.size());
    assert(m_geometries.empty() || m_geometries.size() == m_ids.size());
}

void RegisterTable::append(Record record)
{
    assert(record.values.size() == m_columns.size());
    m_ids.push_back(record.id);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const Value& value = record.values[i];
        if (auto* text = std::get_if<TextColumn>(&m_columns[i])) {
            if (const auto* word = std::get_if<std::string>(&value))
                text->append(*word);
            else
                text->appendNone();
        } else if (auto* integers = std::get_if<IntegerColumn>(&m_columns[i])) {
            const auto* number = std::get_if<std::int64_t>(&value);
            integers->push_back(number ? *number : kNoInteger);
        } else {
            const auto* number = std::get_if<double>(&value);
            std::get<RealColumn>(m_columns[i]).push_back(number ? *number : std::nan(""));
        }
    }
    if (m_spec->geometry == GeometryRule::None) return;
    m_geometries.push_back(std::move(record.geometry));
    m_groundSquareMetres.push_back(record.groundSquareMetres);
}

std::size_t RegisterTable::rowOfId(std::int64_t id) const
{
    const auto found = std::ranges::lower_bound(m_ids, id);
    return found != m_ids.end() && *found == id ? static_cast<std::size_t>(found - m_ids.begin()) : size();
}

const TextColumn& RegisterTable::text(std::string_view field) const
{
    return std::get<TextColumn>(m_columns[m_spec->fieldIndex(field).value()]);
}
const IntegerColumn& RegisterTable::integers(std::string_view field) const
{
    return std::get<IntegerColumn>(m_columns[m_spec->fieldIndex(field).value()]);
}
const RealColumn& RegisterTable::reals(std::string_view field) const
{
    return std::get<RealColumn>(m_columns[m_spec->fieldIndex(field).value()]);
}

Value RegisterTable::value(std::size_t row, std::size_t field) const
{
    if (const auto* text = std::get_if<TextColumn>(&m_columns[field])) {
        return text->word(row) == 0 ? Value{} : Value{std::string(text->at(row))};
    }
    if (const auto* integers = std::get_if<IntegerColumn>(&m_columns[field])) {
        return (*integers)[row] == kNoInteger ? Value{} : Value{(*integers)[row]};
    }
    const double number = std::get<RealColumn>(m_columns[field])[row];
    return std::isnan(number) ? Value{} : Value{number};
}

Record RegisterTable::record(std::size_t row) const
{
    Record record{.id = m_ids[row], .values = {}, .geometry = geometry(row), .groundSquareMetres = groundSquareMetres(row)};
    for (std::size_t field = 0; field < m_columns.size(); ++field) record.values.push_back(value(row, field));
    return record;
}

const Geometry& RegisterTable::geometry(std::size_t row) const
{
    static const Geometry none;
    return m_geometries.empty() ? none : m_geometries[row];
}

} // namespace hereabouts::core
