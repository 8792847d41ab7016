// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/detail/import_writer.h"

#include "gis/store/detail/change_log.h"
#include "gis/store/detail/overlap_rows.h"
#include "gis/store/detail/register_writer.h"
#include "gis/store/detail/schema.h"
#include "gis/store/detail/trouble.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <format>
#include <numeric>
#include <random>

namespace hereabouts::gis::detail {

namespace {

using core::ErrorCode;
using core::RegisterKind;
using core::RegisterSpec;

std::string_view wordOf(core::Severity severity)
{
    switch (severity) {
    case core::Severity::Note: return "note";
    case core::Severity::Warning: return "warning";
    case core::Severity::Rejected: return "rejected";
    }
    return "note";
}

std::string rowName(const RegisterSpec& spec, const core::Record& record, std::size_t index)
{
    const auto* code = record.values.empty() || spec.kind == RegisterKind::Ballots ? nullptr : std::get_if<std::string>(&record.values.front());
    return code && !code->empty() ? std::format("{} '{}'", spec.title, *code) : std::format("{}, row {}", spec.title, index + 1);
}

// Rows lie in the file in the order of their ids, so the order in which ballots came in must not become the order of their ids.
std::vector<std::size_t> writingOrder(const ImportBatch& batch)
{
    std::vector<std::size_t> order(batch.rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (batch.kind != RegisterKind::Ballots) return order;
    std::random_device random; // the system's own: a generator that can be wound back would give the order away
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[std::uniform_int_distribution<std::size_t>(0, i - 1)(random)]);
    return order;
}

std::string whatOf(const ImportBatch& batch)
{
    std::string title(core::specOf(batch.kind).title);
    title.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(title.front())));
    std::string what = batch.rows.size() == 1 || batch.kind == RegisterKind::Basemap
        ? std::format("Imported {} {} of {} from {}", batch.rows.size(), batch.rows.size() == 1 ? "row" : "rows", title, batch.source)
        : std::format("Imported {} {} from {}", batch.rows.size(), title, batch.source);
    if (!batch.rejected.empty()) what += std::format(", {} rejected", batch.rejected.size());
    return what;
}

class BatchWriter {
public:
    BatchWriter(Database& database, const ImportBatch& batch, int srid, const core::Job& job) :
        m_database(database), m_batch(batch), m_spec(core::specOf(batch.kind)), m_srid(srid), m_job(job)
    {
    }

    std::int64_t write()
    {
        m_number = beginChange(m_database, "import", m_batch.kind, whatOf(m_batch), "");
        writeRows();
        writeImport();
        writeRepairs();
        writeRejects();
        writeFindings();
        writeOverlaps();
        writeMapping();
        return m_number;
    }

private:
    void writeRows()
    {
        std::int64_t id = m_database.integer(std::format("SELECT max(id) FROM {}", sqlName(m_spec.table)));
        RegisterWriter writer(m_database, m_spec, m_srid, m_number);
        std::size_t written = 0;
        for (const std::size_t index : writingOrder(m_batch)) {
            if (++written % 256 == 0) tell(written);
            insert(writer, ++id, index);
            for (const core::DetailLevel& level : m_batch.details) writer.insertDetail(level.toleranceMetres, level.shapes[index]);
        }
    }

    void tell(std::size_t written)
    {
        if (m_job.stopped()) refuse(ErrorCode::Cancelled, std::format("Stopped; nothing of {} was brought in.", m_batch.source));
        m_job.tell(static_cast<double>(written) / static_cast<double>(m_batch.rows.size()), "writing");
    }

    void insert(RegisterWriter& writer, std::int64_t id, std::size_t index)
    {
        try {
            writer.insert(id, m_batch.rows[index]);
        } catch (const Trouble&) {
            if (!m_database.lastWasRepeat()) throw;
            refuse(ErrorCode::BadInput, std::format("{} is in this place already, or twice in {}; nothing was brought in.", rowName(m_spec, m_batch.rows[index], index), m_batch.source));
        }
    }

    /// An INSERT for this batch: its number and its register are the first two values.
    Statement prepareFor(std::string_view table, std::string_view columns, int values)
    {
        std::string marks;
        for (int i = 0; i < values; ++i) marks += ", ?";
        Statement insert = m_database.prepare(std::format("INSERT INTO {} (batch, register, {}) VALUES (?, ?{})", table, columns, marks));
        insert.bind(1, m_number);
        insert.bind(2, m_spec.table);
        return insert;
    }

    void writeImport()
    {
        Statement insert = prepareFor("imports", "source, edition, accepted, rejected, repaired", 5);
        insert.bind(3, m_batch.source);
        insert.bind(4, m_batch.edition);
        insert.bind(5, static_cast<std::int64_t>(m_batch.rows.size()));
        insert.bind(6, static_cast<std::int64_t>(m_batch.rejected.size()));
        insert.bind(7, static_cast<std::int64_t>(m_batch.repaired.size()));
        insert.run();
    }

    void writeRepairs()
    {
        Statement insert = prepareFor("repairs", "source_row, code, was_m2, now_m2, reason", 5);
        for (const RepairedRow& repair : m_batch.repaired) {
            insert.bind(3, repair.row);
            insert.bind(4, repair.code);
            insert.bind(5, repair.wasSquareMetres);
            insert.bind(6, repair.nowSquareMetres);
            insert.bind(7, repair.reason);
            insert.run();
        }
    }

    void writeRejects()
    {
        Statement insert = prepareFor("rejects", "source_row, field, reason, source_values", 4);
        for (const RejectedRow& reject : m_batch.rejected) {
            nlohmann::json values = nlohmann::json::array();
            if (m_batch.kind != RegisterKind::Ballots) {
                for (const auto& [heading, text] : reject.values) values.push_back({heading, text});
            }
            const std::string json = values.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
            insert.bind(3, reject.row);
            insert.bind(4, reject.field);
            insert.bind(5, reject.reason);
            insert.bind(6, json);
            insert.run();
        }
    }

    void writeFindings()
    {
        Statement insert = prepareFor("import_findings", "severity, source_row, field, message", 4);
        for (const core::Finding& finding : m_batch.warnings) {
            insert.bind(3, wordOf(finding.severity));
            insert.bind(4, finding.row);
            insert.bind(5, finding.field);
            insert.bind(6, finding.message);
            insert.run();
        }
    }

    // What two communities have agreed on outlives a new drawing of one of them.
    void writeOverlaps()
    {
        Statement insert = m_database.prepare("INSERT INTO community_overlaps (batch, first, second, agreement, area_m2, note, parties, document, settled_on) "
                                              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
        insert.bind(1, m_number);
        for (const core::CommunityOverlap& overlap : m_batch.overlaps) {
            const bool inOrder = overlap.first < overlap.second;
            insert.bind(2, inOrder ? overlap.first : overlap.second);
            insert.bind(3, inOrder ? overlap.second : overlap.first);
            bindOverlap(insert, 4, overlap);
            insert.run();
        }
    }

    void writeMapping()
    {
        if (m_batch.headingsFingerprint.empty()) return;
        const std::string json = nlohmann::json(m_batch.mapping).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        Statement insert = m_database.prepare("INSERT INTO mappings (register, headings, mapping) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET mapping = excluded.mapping");
        insert.bind(1, m_spec.table);
        insert.bind(2, m_batch.headingsFingerprint);
        insert.bind(3, json);
        insert.run();
    }

    Database& m_database;
    const ImportBatch& m_batch;
    const RegisterSpec& m_spec;
    int m_srid;
    const core::Job& m_job;
    std::int64_t m_number = 0;
};

RegisterKind kindOf(std::string_view table) { return core::registerNamed(table).value_or(RegisterKind::Wards); }

} // namespace

void checkBatch(const ImportBatch& batch)
{
    const RegisterSpec& spec = core::specOf(batch.kind);
    for (std::size_t i = 0; i < batch.rows.size(); ++i) checkRecord(spec, batch.rows[i], rowName(spec, batch.rows[i], i));
    for (const core::DetailLevel& level : batch.details) {
        if (level.shapes.size() != batch.rows.size()) {
            refuse(ErrorCode::BadInput, std::format("The drawings of {} at {} m are {} where there are {} rows.", spec.title, level.toleranceMetres, level.shapes.size(), batch.rows.size()));
        }
    }
}

std::int64_t writeBatch(Database& database, const ImportBatch& batch, int srid, const core::Job& job) { return BatchWriter(database, batch, srid, job).write(); }

std::vector<KeptReject> readRejects(Database& database)
{
    std::vector<KeptReject> rejects;
    Statement select = database.prepare("SELECT r.register, i.source, h.at, r.source_row, r.field, r.reason, r.source_values FROM rejects r "
                                        "JOIN history h ON h.number = r.batch JOIN imports i ON i.batch = r.batch ORDER BY r.id");
    while (select.step()) {
        KeptReject kept{.kind = kindOf(select.text(0)), .source = std::string(select.text(1)), .when = std::string(select.text(2)),
            .row = {.row = select.integer(3), .field = std::string(select.text(4)), .reason = std::string(select.text(5)), .values = {}}};
        const auto values = nlohmann::json::parse(select.text(6), nullptr, false);
        for (const auto& pair : values) {
            if (pair.is_array() && pair.size() == 2 && pair[0].is_string() && pair[1].is_string()) kept.row.values.emplace_back(pair[0].get<std::string>(), pair[1].get<std::string>());
        }
        rejects.push_back(std::move(kept));
    }
    return rejects;
}

std::vector<KeptRepair> readRepairs(Database& database)
{
    std::vector<KeptRepair> repairs;
    Statement select = database.prepare("SELECT r.register, i.source, h.at, r.source_row, r.code, r.was_m2, r.now_m2, r.reason FROM repairs r "
                                        "JOIN history h ON h.number = r.batch JOIN imports i ON i.batch = r.batch ORDER BY r.id");
    while (select.step()) {
        repairs.push_back({.kind = kindOf(select.text(0)), .source = std::string(select.text(1)), .when = std::string(select.text(2)),
            .row = {.row = select.integer(3), .code = std::string(select.text(4)), .wasSquareMetres = select.real(5), .nowSquareMetres = select.real(6),
                .reason = std::string(select.text(7))}});
    }
    return repairs;
}

std::optional<std::map<std::string, std::string>> readMapping(Database& database, RegisterKind kind, const std::string& headingsFingerprint)
{
    Statement select = database.prepare("SELECT mapping FROM mappings WHERE register = ? AND headings = ?");
    select.bind(1, core::specOf(kind).table);
    select.bind(2, headingsFingerprint);
    if (!select.step()) return std::nullopt;
    const auto json = nlohmann::json::parse(select.text(0), nullptr, false);
    std::map<std::string, std::string> mapping;
    for (const auto& [field, column] : json.items()) {
        if (column.is_string()) mapping.emplace(field, column.get<std::string>());
    }
    return mapping;
}

} // namespace hereabouts::gis::detail
