// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/detail/sqlite.h"

#include "gis/store/detail/trouble.h"

#include <spatialite.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <format>
#include <random>
#include <thread>

namespace hereabouts::gis::detail {

namespace {

using core::ErrorCode;

bool isFullDisk(int systemError) { return systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG; }

// A file-size limit must come back as an error that can be told, not as the death of the program.
void ignoreFileSizeSignal()
{
    struct sigaction current {};
    if (sigaction(SIGXFSZ, nullptr, &current) == 0 && current.sa_handler == SIG_DFL) std::signal(SIGXFSZ, SIG_IGN);
}

} // namespace

core::Error errorOf(sqlite3* database, int code, const std::string& fileName)
{
    const int systemError = database ? sqlite3_system_errno(database) : 0;
    const char* engineSays = database ? sqlite3_errmsg(database) : sqlite3_errstr(code);
    switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return {ErrorCode::Busy, std::format("'{}' is being written by another program. Finish or close it there, then try again.", fileName)};
    case SQLITE_READONLY: return {ErrorCode::ReadOnly, std::format("'{}' or its folder cannot be written. Copy the place to a folder of your own and open the copy.", fileName)};
    case SQLITE_FULL: return {ErrorCode::NoSpace, std::format("The disk that holds '{}' is full; nothing was changed. Free some space and try again.", fileName)};
    case SQLITE_CANTOPEN:
        return {ErrorCode::ReadOnly, std::format("'{}' cannot be opened for writing. Check that its folder exists and that you may write in it.", fileName)};
    case SQLITE_NOTADB: return {ErrorCode::Unreadable, std::format("'{}' is not a place file. Choose a place, or import this file into one.", fileName)};
    case SQLITE_CORRUPT: return {ErrorCode::Unreadable, std::format("'{}' is damaged ({}). Go back to a copy of it.", fileName, engineSays)};
    case SQLITE_INTERRUPT: return {ErrorCode::Cancelled, "Stopped; nothing was changed."};
    case SQLITE_CONSTRAINT: return {ErrorCode::BadInput, std::format("'{}' does not take this: {}.", fileName, engineSays)};
    case SQLITE_TOOBIG: return {ErrorCode::BadInput, std::format("A shape or text is too large for '{}' (the limit is 512 MB).", fileName)};
    case SQLITE_NOMEM: return {ErrorCode::Failed, "There is not enough memory for this place. Close other programs and try again."};
    case SQLITE_IOERR:
        if (isFullDisk(systemError)) {
            return {ErrorCode::NoSpace, std::format("The disk that holds '{}' is full; nothing was changed. Free some space and try again.", fileName)};
        }
        return {ErrorCode::Failed, std::format("The disk that holds '{}' failed ({}). Close the place, check the disk and open it again.", fileName, engineSays)};
    default: return {ErrorCode::Failed, std::format("'{}' could not be used: {}.", fileName, engineSays)};
    }
}

Statement::Statement(sqlite3* database, std::string_view sql, const std::string& fileName) : m_fileName(&fileName)
{
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), 0, &statement, nullptr);
    m_statement.reset(statement);
    if (code != SQLITE_OK) throw Trouble{errorOf(database, code, fileName)};
}

void Statement::check(int code) const
{
    if (code != SQLITE_OK) throw Trouble{errorOf(sqlite3_db_handle(m_statement.get()), code, *m_fileName)};
}

void Statement::bind(int parameter, std::int64_t value) { check(sqlite3_bind_int64(m_statement.get(), parameter, value)); }
void Statement::bind(int parameter, double value) { check(sqlite3_bind_double(m_statement.get(), parameter, value)); }
void Statement::bindNone(int parameter) { check(sqlite3_bind_null(m_statement.get(), parameter)); }

void Statement::bind(int parameter, std::string_view value)
{
    check(sqlite3_bind_text64(m_statement.get(), parameter, value.data() ? value.data() : "", value.size(), nullptr, SQLITE_UTF8));
}

void Statement::bindCopy(int parameter, std::string_view value)
{
    check(sqlite3_bind_text64(m_statement.get(), parameter, value.data() ? value.data() : "", value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(int parameter, std::span<const std::byte> value)
{
    check(sqlite3_bind_blob64(m_statement.get(), parameter, value.data(), value.size(), nullptr));
}

bool Statement::step()
{
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    const core::Error error = errorOf(sqlite3_db_handle(m_statement.get()), code, *m_fileName);
    sqlite3_reset(m_statement.get());
    throw Trouble{error};
}

void Statement::reset() { sqlite3_reset(m_statement.get()); }

void Statement::run()
{
    while (step()) { }
    reset();
}

bool Statement::isNone(int column) const { return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL; }
bool Statement::isBytes(int column) const { return sqlite3_column_type(m_statement.get(), column) == SQLITE_BLOB; }
std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(m_statement.get(), column); }
double Statement::real(int column) const { return sqlite3_column_double(m_statement.get(), column); }

std::string_view Statement::text(int column) const
{
    const auto* characters = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
    return characters ? std::string_view(characters, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))) : std::string_view();
}

std::span<const std::byte> Statement::bytes(int column) const
{
    const auto* first = static_cast<const std::byte*>(sqlite3_column_blob(m_statement.get(), column));
    return {first, first ? static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column)) : 0};
}

Database::Database(std::filesystem::path path, std::chrono::milliseconds patience) :
    m_path(std::move(path)), m_fileName(m_path.filename().string()), m_patience(patience)
{
    ignoreFileSizeSignal();
}

std::unique_ptr<Database> Database::openExisting(const std::filesystem::path& path, std::chrono::milliseconds patience)
{
    std::unique_ptr<Database> database(new Database(path, patience));
    database->openWith(SQLITE_OPEN_READWRITE);
    return database;
}

std::unique_ptr<Database> Database::createNew(const std::filesystem::path& path, std::chrono::milliseconds patience)
{
    std::unique_ptr<Database> database(new Database(path, patience));
    database->openWith(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXCLUSIVE);
    return database;
}

void Database::openWith(int flags)
{
    const int code = sqlite3_open_v2(m_path.c_str(), &m_handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    check(code);
    waitOurWay();
    sqlite3_progress_handler(m_handle, 100'000, &Database::mayGoOn, this);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_limit(m_handle, SQLITE_LIMIT_LENGTH, 512 * 1024 * 1024);
    sqlite3_limit(m_handle, SQLITE_LIMIT_SQL_LENGTH, 1024 * 1024);
    sqlite3_limit(m_handle, SQLITE_LIMIT_ATTACHED, 2);
    run("PRAGMA mmap_size = 0; PRAGMA cell_size_check = ON; PRAGMA cache_size = -65536; PRAGMA foreign_keys = ON; PRAGMA journal_size_limit = 67108864");
}

Database::~Database()
{
    sqlite3_close(m_handle);
    if (m_spatialite) spatialite_cleanup_ex(m_spatialite);
}

void Database::startSpatialite()
{
    // With this set, SpatiaLite has SQL functions that read and write any file.
    if (std::getenv("SPATIALITE_SECURITY")) unsetenv("SPATIALITE_SECURITY");
    m_spatialite = spatialite_alloc_connection();
    spatialite_init_ex(m_handle, m_spatialite, 0);
    waitOurWay(); // SpatiaLite has just put a wait of five seconds in its place
    static const char* kept[] = {"rtree", "rtree_i32", "VirtualSpatialIndex", "VirtualElementary", "VirtualKNN", "VirtualKNN2", "fts5", "json_each", "json_tree", nullptr};
    sqlite3_drop_modules(m_handle, kept);
}

void Database::check(int code)
{
    if (code != SQLITE_OK) throw Trouble{errorOf(m_handle, code, m_fileName)};
}

void Database::run(const std::string& sql) { check(sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr)); }

std::int64_t Database::integer(std::string_view sql)
{
    Statement statement = prepare(sql);
    return statement.step() ? statement.integer(0) : 0;
}

std::string Database::text(std::string_view sql)
{
    Statement statement = prepare(sql);
    return statement.step() ? std::string(statement.text(0)) : std::string();
}

void Database::mustBeOne(std::string_view sql, std::string_view what)
{
    if (integer(sql) != 1) refuse(core::ErrorCode::Failed, std::format("'{}': SpatiaLite could not {}.", m_fileName, what));
}

void Database::waitOurWay() { sqlite3_busy_handler(m_handle, &Database::waitForLock, this); }

int Database::waitForLock(void* self, int tries)
{
    auto* database = static_cast<Database*>(self);
    const auto now = std::chrono::steady_clock::now();
    if (tries == 0) database->m_waitingSince = now;
    if (now - database->m_waitingSince >= database->m_patience || (database->m_job && database->m_job->stopped())) return 0;
    // Jitter, or two programs that met once meet again at every try.
    thread_local std::minstd_rand random{std::random_device{}()};
    std::this_thread::sleep_for(std::chrono::milliseconds(1 + static_cast<int>(random() % static_cast<unsigned>(std::min(5 + 5 * tries, 50)))));
    return 1;
}

int Database::mayGoOn(void* self)
{
    const auto* database = static_cast<Database*>(self);
    return database->m_job && database->m_job->stopped() ? 1 : 0;
}

Transaction::Transaction(Database& database, Purpose purpose) : m_database(&database)
{
    if (purpose == Purpose::Write && database.distrusted()) {
        refuse(ErrorCode::Refused, std::format("The disk failed while '{}' was being written. Close the place and open it again before changing anything.", database.fileName()));
    }
    database.run(purpose == Purpose::Write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction()
{
    if (m_database && m_database->inTransaction()) sqlite3_exec(m_database->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit()
{
    // A trigger's RAISE(ROLLBACK) ends the transaction behind our back; every statement after it would have been committed on its own.
    if (!m_database->inTransaction()) refuse(ErrorCode::Failed, std::format("A rule of '{}' took the change back; nothing was changed.", m_database->fileName()));
    const int code = sqlite3_exec(m_database->handle(), "COMMIT", nullptr, nullptr, nullptr);
    if (code == SQLITE_OK) {
        m_database = nullptr;
        return;
    }
    const core::Error error = errorOf(m_database->handle(), code, m_database->fileName());
    if ((code & 0xFF) == SQLITE_IOERR && error.code != ErrorCode::NoSpace) m_database->distrust();
    throw Trouble{error};
}

} // namespace hereabouts::gis::detail
