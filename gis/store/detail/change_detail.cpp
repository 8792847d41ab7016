// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/detail/change_log.h"

#include "gis/store/detail/change_stream.h"
#include "gis/store/detail/schema.h"
#include "gis/store/detail/shape_blob.h"
#include "gis/store/detail/trouble.h"

#include <format>
#include <map>

namespace hereabouts::gis::detail {

namespace {

using core::FieldType;

std::string shapeAsText(const core::Geometry& geometry)
{
    if (const auto* point = std::get_if<core::Point>(&geometry)) return std::format("point {:.2f} {:.2f}", point->x, point->y);
    if (std::holds_alternative<core::MultiLine>(geometry)) return std::format("line of {} points", core::vertexCount(geometry));
    if (std::holds_alternative<core::MultiPolygon>(geometry)) return std::format("area of {} corners", core::vertexCount(geometry));
    return "";
}

/// Says values of one table as a person reads them.
class Table {
public:
    Table(Database& database, std::string name, int srid) : m_name(std::move(name)), m_srid(srid)
    {
        Statement select = database.prepare("SELECT name FROM pragma_table_info(?) ORDER BY cid");
        select.bind(1, m_name);
        while (select.step()) m_columns.emplace_back(select.text(0));
        if (const auto kind = core::registerNamed(m_name); kind) m_spec = &core::specOf(*kind);
    }

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] std::string column(int index) const { return static_cast<std::size_t>(index) < m_columns.size() ? m_columns[static_cast<std::size_t>(index)] : ""; }

    [[nodiscard]] std::string text(int index, sqlite3_value* value) const
    {
        if (!value) return "";
        switch (sqlite3_value_type(value)) {
        case SQLITE_NULL: return "";
        case SQLITE_BLOB: return shapeText(value);
        case SQLITE_INTEGER: return isMoney(index) ? moneyText(sqlite3_value_int64(value)) : std::format("{}", sqlite3_value_int64(value));
        case SQLITE_FLOAT: return std::format("{}", sqlite3_value_double(value));
        default: return {reinterpret_cast<const char*>(sqlite3_value_text(value)), static_cast<std::size_t>(sqlite3_value_bytes(value))};
        }
    }

private:
    [[nodiscard]] bool isMoney(int index) const
    {
        const auto field = m_spec ? m_spec->fieldIndex(column(index)) : std::nullopt;
        return field && m_spec->fields[*field].type == FieldType::Money;
    }
    static std::string moneyText(std::int64_t minor)
    {
        const std::uint64_t size = minor < 0 ? 0 - static_cast<std::uint64_t>(minor) : static_cast<std::uint64_t>(minor);
        return std::format("{}{}.{:02}", minor < 0 ? "-" : "", size / 100, size % 100);
    }
    [[nodiscard]] std::string shapeText(sqlite3_value* value) const
    {
        const auto* bytes = static_cast<const std::byte*>(sqlite3_value_blob(value));
        const auto geometry = fromShapeBlob({bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))}, m_srid);
        return geometry ? shapeAsText(*geometry) : "a shape that cannot be read";
    }

    std::string m_name;
    int m_srid;
    const core::RegisterSpec* m_spec = nullptr;
    std::vector<std::string> m_columns;
};

struct CloseIterator {
    void operator()(sqlite3_changeset_iter* iterator) const { sqlite3changeset_finalize(iterator); }
};

std::vector<HistoryDetail> detailOfChanges(Database& database, std::int64_t number, std::size_t limit, bool backwards)
{
    const auto srid = static_cast<int>(database.integer("SELECT epsg FROM place"));
    ChangeSource source(database, number);
    sqlite3_changeset_iter* opened = nullptr;
    database.check(sqlite3changeset_start_v2_strm(&opened, &ChangeSource::read, &source, backwards ? SQLITE_CHANGESETSTART_INVERT : 0));
    const std::unique_ptr<sqlite3_changeset_iter, CloseIterator> iterator(opened);
    std::vector<HistoryDetail> lines;
    std::map<std::string, Table> tables;
    while (lines.size() < limit && sqlite3changeset_next(iterator.get()) == SQLITE_ROW) {
        const char* name = nullptr;
        int columns = 0, operation = 0, indirect = 0;
        sqlite3changeset_op(iterator.get(), &name, &columns, &operation, &indirect);
        const Table& table = tables.try_emplace(name, database, name, srid).first->second;
        sqlite3_value* id = nullptr;
        operation == SQLITE_INSERT ? sqlite3changeset_new(iterator.get(), 0, &id) : sqlite3changeset_old(iterator.get(), 0, &id);
        for (int column = 1; column < columns && lines.size() < limit; ++column) {
            sqlite3_value* before = nullptr;
            sqlite3_value* after = nullptr;
            if (operation != SQLITE_INSERT) sqlite3changeset_old(iterator.get(), column, &before);
            if (operation != SQLITE_DELETE) sqlite3changeset_new(iterator.get(), column, &after);
            HistoryDetail line{.table = table.name(), .row = id ? sqlite3_value_int64(id) : 0, .field = table.column(column), .before = table.text(column, before),
                .after = table.text(column, after)};
            if (line.before != line.after || (before && after)) lines.push_back(std::move(line));
        }
    }
    return lines;
}

// An import that stands has no stored changes: its rows carry its number.
std::vector<HistoryDetail> detailOfImport(Database& database, std::int64_t number, std::string_view table, std::size_t limit)
{
    std::vector<HistoryDetail> lines;
    Statement select = database.prepare(std::format("SELECT id FROM {} WHERE batch = ? ORDER BY id LIMIT ?", sqlName(table)));
    select.bind(1, number);
    select.bind(2, static_cast<std::int64_t>(limit));
    while (select.step()) lines.push_back({.table = std::string(table), .row = select.integer(0), .field = "", .before = "", .after = "brought in"});
    return lines;
}

} // namespace

std::vector<HistoryDetail> readHistoryDetail(Database& database, std::int64_t number, std::size_t limit)
{
    Statement select = database.prepare("SELECT kind, register, state FROM history WHERE number = ?");
    select.bind(1, number);
    if (!select.step()) refuse(core::ErrorCode::NotFound, std::format("The history of '{}' has no change number {}.", database.fileName(), number));
    const bool isImport = select.text(0) == "import";
    if (isImport && select.text(2) == kDone) return detailOfImport(database, number, std::string(select.text(1)), limit);
    return detailOfChanges(database, number, limit, isImport);
}

} // namespace hereabouts::gis::detail
