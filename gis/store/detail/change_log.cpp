// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/detail/change_log.h"

#include "gis/store/detail/change_stream.h"
#include "gis/store/detail/schema.h"
#include "gis/store/detail/trouble.h"
#include "gis/store/detail/utc_now.h"

#include <pwd.h>
#include <unistd.h>

#include <cstdlib>
#include <format>

namespace hereabouts::gis::detail {

namespace {

using core::ErrorCode;
using core::RegisterKind;

constexpr std::string_view kImport = "import";

std::string who()
{
    for (const char* name : {"USER", "LOGNAME"}) {
        const char* value = std::getenv(name);
        if (value && *value) return value;
    }
    if (const passwd* account = getpwuid(geteuid())) return account->pw_name;
    return "unknown";
}

void growRevision(Database& database)
{
    database.run("UPDATE place SET revision = revision + 1");
}

void setState(Database& database, std::int64_t number, std::string_view state)
{
    Statement update = database.prepare("UPDATE history SET state = ? WHERE number = ?");
    update.bind(1, state);
    update.bind(2, number);
    update.run();
}

/// What applying a changeset met.
struct Encounter {
    TouchedTables tables;
    std::string conflictTable;
};

int noteTable(void* context, const char* table)
{
    static_cast<Encounter*>(context)->tables.emplace(table);
    return 1;
}

int refuseConflict(void* context, int /*what*/, sqlite3_changeset_iter* change)
{
    const char* table = nullptr;
    int columns = 0, operation = 0, indirect = 0;
    if (change && sqlite3changeset_op(change, &table, &columns, &operation, &indirect) == SQLITE_OK && table) {
        static_cast<Encounter*>(context)->conflictTable = table;
    }
    return SQLITE_CHANGESET_ABORT;
}

TouchedTables applyStored(Database& database, std::int64_t number, bool backwards)
{
    ChangeSource source(database, number);
    Encounter encounter;
    const int code = sqlite3changeset_apply_v2_strm(database.handle(), &ChangeSource::read, &source, &noteTable, &refuseConflict, &encounter, nullptr, nullptr,
        backwards ? SQLITE_CHANGESETAPPLY_INVERT : 0);
    if (code == SQLITE_ABORT) {
        refuse(ErrorCode::Refused,
            std::format("Another program has changed the same rows{} of '{}' since, and they would be lost; nothing was changed.",
                encounter.conflictTable.empty() ? "" : std::format(" in {}", encounter.conflictTable), database.fileName()));
    }
    database.check(code);
    return encounter.tables;
}

TouchedTables takeImportBack(Database& database, std::int64_t batch, std::string_view registerTable)
{
    Recorder recorder(database);
    TouchedTables tables{std::string(registerTable)};
    const auto removeFrom = [&](std::string_view table) {
        Statement remove = database.prepare(std::format("DELETE FROM {} WHERE batch = ?", sqlName(table)));
        remove.bind(1, batch);
        remove.run();
        tables.emplace(table);
    };
    removeFrom(registerTable);
    for (const std::string_view table : tablesOfABatch()) removeFrom(table);
    recorder.store(batch);
    return tables;
}

HistoryRow rowFrom(const Statement& select)
{
    return {.number = select.integer(0),
        .when = std::string(select.text(1)),
        .who = std::string(select.text(2)),
        .what = std::string(select.text(3)),
        .why = std::string(select.text(4)),
        .undone = select.text(5) != kDone,
        .dropped = select.text(5) == kDropped};
}

constexpr std::string_view kHistoryColumns = "SELECT number, at, who, what, why, state FROM history";

/// The change at one end of those in a state.
struct Candidate {
    std::int64_t number = 0;
    bool isImport = false;
    std::string table;
};

Candidate findChange(Database& database, std::string_view sql, std::string_view nothing)
{
    Statement select = database.prepare(sql);
    if (!select.step()) refuse(ErrorCode::NotFound, std::string(nothing));
    return {select.integer(0), select.text(1) == kImport, std::string(select.text(2))};
}

} // namespace

Recorder::Recorder(Database& database) : m_database(&database)
{
    database.check(sqlite3session_create(database.handle(), "main", &m_session));
    for (const RegisterKind kind : core::kAllRegisters) database.check(sqlite3session_attach(m_session, std::string(core::specOf(kind).table).c_str()));
    for (const std::string_view table : tablesOfABatch()) database.check(sqlite3session_attach(m_session, std::string(table).c_str()));
    database.check(sqlite3session_attach(m_session, std::string(kPlaceTable).c_str()));
}

Recorder::~Recorder()
{
    sqlite3session_delete(m_session);
}

void Recorder::store(std::int64_t number)
{
    ChangeSink sink(*m_database, number);
    const int code = sqlite3session_changeset_strm(m_session, &ChangeSink::write, &sink);
    sink.finish();
    m_database->check(code);
}

std::int64_t beginChange(Database& database, std::string_view kind, std::optional<RegisterKind> kindOfRegister, const std::string& what, const std::string& why)
{
    database.run("DELETE FROM changes WHERE number IN (SELECT number FROM history WHERE state = 'undone');"
                 "UPDATE history SET state = 'dropped' WHERE state = 'undone'");
    growRevision(database);
    const std::string when = utcNow(), name = who();
    Statement insert = database.prepare("INSERT INTO history (at, who, what, why, kind, register, state) VALUES (?, ?, ?, ?, ?, ?, 'done')");
    insert.bind(1, when);
    insert.bind(2, name);
    insert.bind(3, what);
    insert.bind(4, why);
    insert.bind(5, kind);
    if (kindOfRegister) insert.bind(6, core::specOf(*kindOfRegister).table);
    insert.run();
    return sqlite3_last_insert_rowid(database.handle());
}

Walked undoLatest(Database& database)
{
    const Candidate change
        = findChange(database, "SELECT number, kind, register FROM history WHERE state = 'done' ORDER BY number DESC LIMIT 1", "There is nothing to undo.");
    Walked walked{change.number, {}};
    walked.tables = change.isImport ? takeImportBack(database, change.number, change.table) : applyStored(database, change.number, true);
    setState(database, change.number, kUndone);
    growRevision(database);
    return walked;
}

Walked redoNext(Database& database)
{
    const Candidate change
        = findChange(database, "SELECT number, kind, register FROM history WHERE state = 'undone' ORDER BY number LIMIT 1", "There is nothing to redo.");
    // What is stored of an import is how it was taken back.
    Walked walked{change.number, applyStored(database, change.number, change.isImport)};
    setState(database, change.number, kDone);
    growRevision(database);
    return walked;
}

std::vector<HistoryRow> readHistory(Database& database)
{
    std::vector<HistoryRow> rows;
    Statement select = database.prepare(std::format("{} ORDER BY number", kHistoryColumns));
    while (select.step()) rows.push_back(rowFrom(select));
    return rows;
}

HistoryRow readHistoryRow(Database& database, std::int64_t number)
{
    Statement select = database.prepare(std::format("{} WHERE number = ?", kHistoryColumns));
    select.bind(1, number);
    if (!select.step()) refuse(ErrorCode::NotFound, std::format("The history of '{}' has no change number {}.", database.fileName(), number));
    return rowFrom(select);
}

} // namespace hereabouts::gis::detail
