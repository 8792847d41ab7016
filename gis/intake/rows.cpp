// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/intake/detail/rows.h"

#include "gis/intake/values.h"
#include "gis/text/fold.h"

#include <algorithm>
#include <array>
#include <format>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace hereabouts::gis::detail {

namespace {

using core::FieldType;

/// Where one field's values come from.
struct FieldSource {
    std::optional<std::size_t> column;
    std::string constant;
    ColumnStyle style;
};

std::vector<FieldSource> fieldSources(const Gathered& source, const ColumnOfField& mapping, Building& building)
{
    std::vector<FieldSource> sources;
    for (const core::Field& field : building.spec.fields) {
        FieldSource from;
        const auto mapped = mapping.find(std::string(field.name));
        if (mapped != mapping.end() && mapped->second.starts_with('=')) from.constant = mapped->second.substr(1);
        else if (mapped != mapping.end()) from.column = source.columnNamed(mapped->second);
        const bool styled = field.type == FieldType::Date || field.type == FieldType::Money || field.type == FieldType::Integer || field.type == FieldType::Real;
        if (from.column && styled) {
            StyleJudge judge;
            source.eachRow([&](const Gathered::RowAt& row, std::size_t) { judge.see(row.cell(*from.column)); });
            from.style = judge.style();
            if (field.type == FieldType::Date && from.style.ambiguousDates) {
                building.note(std::format("No date under '{}' tells whether the day or the month comes first; they were read day first.", mapped->second));
            }
        }
        sources.push_back(std::move(from));
    }
    return sources;
}

/// "Port Kōwhai (West)" → "PORT-KOWHAI-WEST".
std::string slugOf(std::string_view name)
{
    std::string slug;
    for (const char c : fold(name)) {
        if (c >= 'a' && c <= 'z') slug += static_cast<char>(c - 'a' + 'A');
        else if ((c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) slug += c;
        else if (c == ' ' && !slug.empty() && !slug.ends_with('-')) slug += '-';
    }
    return slug;
}

std::vector<std::pair<std::string, std::string>> valuesOf(const Gathered& source, const Gathered::RowAt& row)
{
    std::vector<std::pair<std::string, std::string>> values;
    for (std::size_t c = 0; c < source.description.columns().size(); ++c) values.emplace_back(source.description.columns()[c], row.cell(c));
    return values;
}

/// Builds one row after the other.
class RowBuilder {
public:
    RowBuilder(const Gathered& source, std::vector<FieldSource> sources, const std::string& edition, Building& building) :
        m_source(source), m_sources(std::move(sources)), m_edition(edition), m_building(building)
    {
        const auto& spec = building.spec;
        m_code = spec.fieldIndex("code");
        m_name = spec.fieldIndex("name");
        if (spec.hasEditions) m_editionField = spec.fieldIndex("edition");
        m_makesCodes = m_code && !hasSource(*m_code) && m_name && hasSource(*m_name);
        m_namesByCode = m_name && spec.fields[*m_name].required && !hasSource(*m_name) && m_code && hasSource(*m_code);
        if (m_makesCodes) building.note("The source has no codes; they were made from the names.");
        if (m_namesByCode) building.note("The source has no names; the codes stand in for them.");
        if (building.batch.kind == core::RegisterKind::Communities && m_makesCodes) {
            for (const std::string& code : building.place.at(core::RegisterKind::Communities).text("code").distinct()) m_slugs.insert(code);
        }
    }

    void put(const Gathered::RowAt& row, std::size_t index)
    {
        const auto& fields = m_building.spec.fields;
        core::Record record;
        record.values.resize(fields.size());
        for (std::size_t f = 0; f < fields.size(); ++f) {
            const FieldSource& from = m_sources[f];
            const std::string_view cell = from.column ? row.cell(*from.column) : std::string_view(from.constant);
            auto value = convert(fields[f], cell, from.style);
            if (!value) return reject(row, fields[f].name, std::format("{}: {}; mend it or leave it blank.", fields[f].title, value.error()));
            record.values[f] = std::move(*value);
        }
        complete(record);
        for (std::size_t f = 0; f < fields.size(); ++f) {
            const bool missing = std::holds_alternative<std::monostate>(record.values[f]);
            if (missing && fields[f].required) return reject(row, fields[f].name, std::format("{} is missing; fill it in.", fields[f].title));
        }
        const ShapeAtHome& shape = m_source.shapes[index];
        if (!shape.refusal.empty()) return reject(row, "geometry", shape.refusal);
        record.geometry = shape.geometry;
        record.groundSquareMetres = shape.groundSquareMetres;
        if (!shape.repair.empty()) {
            m_building.batch.repaired.push_back({.row = row.number(), .code = m_code ? textAt(record, *m_code) : std::string(), .wasSquareMetres = shape.wasSquareMetres,
                .nowSquareMetres = shape.nowSquareMetres, .reason = shape.repair});
        }
        m_building.batch.rows.push_back(std::move(record));
        m_building.sourceRows.push_back(row.number());
    }

private:
    [[nodiscard]] bool hasSource(std::size_t field) const { return m_sources[field].column || !m_sources[field].constant.empty(); }
    static std::string textAt(const core::Record& record, std::size_t field)
    {
        const auto* text = std::get_if<std::string>(&record.values[field]);
        return text == nullptr ? std::string() : *text;
    }

    void complete(core::Record& record)
    {
        if (m_editionField && std::holds_alternative<std::monostate>(record.values[*m_editionField])) record.values[*m_editionField] = m_edition;
        if (m_makesCodes && !textAt(record, *m_name).empty()) {
            const std::string slug = slugOf(textAt(record, *m_name));
            std::string code = slug;
            for (int n = 2; !m_slugs.insert(code).second; ++n) code = std::format("{}-{}", slug, n);
            if (!code.empty()) record.values[*m_code] = std::move(code);
        }
        if (m_name && m_code && m_building.spec.fields[*m_name].required && textAt(record, *m_name).empty() && m_namesByCode) record.values[*m_name] = record.values[*m_code];
        if (m_building.batch.kind == core::RegisterKind::Anchors && std::holds_alternative<std::monostate>(record.values[m_building.field("site")])) {
            record.values[m_building.field("site")] = std::string("Main site");
        }
        if (m_building.batch.kind == core::RegisterKind::Anchors && !hasSource(m_building.field("committed"))) sayWhetherCommitted(record);
    }

    /// A source with words alone: "none yet" in a column of commitments says no.
    void sayWhetherCommitted(core::Record& record) const
    {
        std::string words = fold(textAt(record, m_building.field("commitment")));
        if (words.ends_with('.')) words.pop_back();
        if (words.empty()) return;
        const bool none = std::ranges::contains(std::array<std::string_view, 8>{"none", "none yet", "no", "not yet", "nil", "n/a", "no commitment", "–"}, words);
        record.values[m_building.field("committed")] = std::int64_t{none ? 0 : 1};
    }

    void reject(const Gathered::RowAt& row, std::string_view field, std::string reason)
    {
        const bool secret = m_building.batch.kind == core::RegisterKind::Ballots;
        m_building.batch.rejected.push_back({.row = row.number(), .field = std::string(field), .reason = std::move(reason),
            .values = secret ? std::vector<std::pair<std::string, std::string>>() : valuesOf(m_source, row)});
    }

    const Gathered& m_source;
    std::vector<FieldSource> m_sources;
    const std::string& m_edition;
    Building& m_building;
    std::optional<std::size_t> m_code, m_name, m_editionField;
    bool m_makesCodes = false;
    bool m_namesByCode = false;
    std::unordered_set<std::string> m_slugs;
};

std::string keyOf(const Building& building, const core::Record& record)
{
    std::string key;
    for (const std::string_view field : building.spec.key) key += building.text(record, field) + '\x1F';
    return key;
}

std::string keyShown(const Building& building, const core::Record& record)
{
    std::string shown;
    for (const std::string_view field : building.spec.key) {
        if (field != "edition") shown += (shown.empty() ? "" : " at ") + building.text(record, field);
    }
    return shown;
}

} // namespace

std::string Building::text(const core::Record& record, std::string_view name) const
{
    const core::Value& value = record.values[field(name)];
    if (const auto* words = std::get_if<std::string>(&value)) return *words;
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    return {};
}

void Building::rejectRows(const Gathered& source, const std::vector<RejectedRow>& rejected, bool secret)
{
    std::unordered_map<std::int64_t, const RejectedRow*> byRow;
    for (const RejectedRow& row : rejected) byRow.emplace(row.row, &row);
    if (byRow.empty()) return;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < batch.rows.size(); ++i) {
        if (byRow.contains(sourceRows[i])) continue;
        if (kept != i) {
            batch.rows[kept] = std::move(batch.rows[i]);
            sourceRows[kept] = sourceRows[i];
        }
        ++kept;
    }
    batch.rows.resize(kept);
    sourceRows.resize(kept);
    std::erase_if(batch.repaired, [&](const RepairedRow& row) { return byRow.contains(row.row); });
    source.eachRow([&](const Gathered::RowAt& row, std::size_t) {
        const auto found = byRow.find(row.number());
        if (found == byRow.end()) return;
        RejectedRow listed = *found->second;
        if (!secret) listed.values = valuesOf(source, row);
        batch.rejected.push_back(std::move(listed));
    });
}

void buildRows(const Gathered& source, const ColumnOfField& mapping, const std::string& edition, Building& building)
{
    building.batch.rows.reserve(source.shapes.size());
    RowBuilder builder(source, fieldSources(source, mapping, building), edition, building);
    source.eachRow([&](const Gathered::RowAt& row, std::size_t index) { builder.put(row, index); });
}

void rejectRepeats(const Gathered& source, Building& building)
{
    if (building.spec.key.empty()) return;
    std::unordered_map<std::string, std::int64_t> seen; // 0: in the place already
    const core::RegisterTable& table = building.place.at(building.batch.kind);
    for (std::size_t row = 0; row < table.size(); ++row) {
        std::string key;
        for (const std::string_view field : building.spec.key) key += std::string(table.text(field).at(row)) + '\x1F';
        seen.emplace(std::move(key), 0);
    }
    std::vector<RejectedRow> rejected;
    const std::string title = building.batch.kind == core::RegisterKind::Ballots ? "receipt" : std::string(building.spec.key.back());
    for (std::size_t i = 0; i < building.batch.rows.size(); ++i) {
        const auto [found, isNew] = seen.emplace(keyOf(building, building.batch.rows[i]), building.sourceRows[i]);
        if (isNew) continue;
        const bool secret = building.batch.kind == core::RegisterKind::Ballots;
        const std::string shown = secret ? "Its receipt" : "'" + keyShown(building, building.batch.rows[i]) + "'";
        rejected.push_back({.row = building.sourceRows[i], .field = title,
            .reason = found->second == 0 ? std::format("{} is in the place already; give it another code or leave out the row.", shown)
                                         : std::format("{} stands in row {} already; give each row its own.", shown, found->second),
            .values = {}});
    }
    building.rejectRows(source, rejected, building.batch.kind == core::RegisterKind::Ballots);
}

} // namespace hereabouts::gis::detail
