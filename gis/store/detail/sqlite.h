// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

#include "core/base/job.h"
#include "core/base/result.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace hereabouts::gis::detail {

/// A compiled statement. Parameters count from 1, columns from 0. What is bound must outlive the next step(). Every fault is thrown as Trouble.
class Statement {
public:
    Statement(sqlite3* database, std::string_view sql, const std::string& fileName);

    void bind(int parameter, std::int64_t value);
    void bind(int parameter, double value);
    void bind(int parameter, std::string_view value);
    void bind(int parameter, std::span<const std::byte> value);
    void bindCopy(int parameter, std::string_view value); ///< For what does not outlive the call.
    void bindNone(int parameter);

    /// True while there is a row.
    bool step();
    /// Ready to run again; bindings stay until they are replaced.
    void reset();
    /// Runs to the end and is ready to run again.
    void run();

    [[nodiscard]] bool isNone(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string_view text(int column) const;             ///< Until the next step.
    [[nodiscard]] std::span<const std::byte> bytes(int column) const; ///< Until the next step.
    [[nodiscard]] bool isBytes(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    void check(int code) const;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    const std::string* m_fileName;
};

/// One connection to one place file, with the settings of safety: nothing of SpatiaLite before startSpatialite().
class Database {
public:
    /// `patience` is how long another program's lock is waited for. Never makes a file.
    static std::unique_ptr<Database> openExisting(const std::filesystem::path& path, std::chrono::milliseconds patience);
    /// Refuses if there is a file.
    static std::unique_ptr<Database> createNew(const std::filesystem::path& path, std::chrono::milliseconds patience);
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();

    /// Loads SpatiaLite's functions and takes its file-reading virtual tables away before anything can touch them.
    void startSpatialite();

    [[nodiscard]] Statement prepare(std::string_view sql) { return Statement(m_handle, sql, m_fileName); }
    void run(const std::string& sql);                              ///< One or more statements without parameters.
    [[nodiscard]] std::int64_t integer(std::string_view sql);      ///< First column of the first row, 0 for none.
    [[nodiscard]] std::string text(std::string_view sql);          ///< First column of the first row, empty for none.
    /// One statement that must answer 1: how SpatiaLite's own functions report. `what` says it to a person.
    void mustBeOne(std::string_view sql, std::string_view what);

    /// The job whose stop ends waiting for a lock and long statements; nullptr for none.
    void setJob(const core::Job* job) { m_job = job; }
    [[nodiscard]] sqlite3* handle() { return m_handle; }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] const std::string& fileName() const { return m_fileName; }
    [[nodiscard]] bool inTransaction() const { return sqlite3_get_autocommit(m_handle) == 0; }
    /// True if what failed last did so because it repeats what must be unique.
    [[nodiscard]] bool lastWasRepeat() const { return sqlite3_extended_errcode(m_handle) == SQLITE_CONSTRAINT_UNIQUE; }
    /// Throws what SQLite's last error means, if `code` is one.
    void check(int code);
    /// After an I/O fault nothing more is written through this connection: what reached the disk is not known.
    void distrust() { m_distrusted = true; }
    [[nodiscard]] bool distrusted() const { return m_distrusted; }

private:
    Database(std::filesystem::path path, std::chrono::milliseconds patience);
    void openWith(int flags);
    void waitOurWay();
    static int waitForLock(void* self, int tries);
    static int mayGoOn(void* self);

    std::filesystem::path m_path;
    std::string m_fileName;
    std::chrono::milliseconds m_patience;
    std::chrono::steady_clock::time_point m_waitingSince;
    const core::Job* m_job = nullptr;
    sqlite3* m_handle = nullptr;
    void* m_spatialite = nullptr;
    bool m_distrusted = false;
};

/// Either the whole of what is written within its life, if commit() is reached, or nothing.
class Transaction {
public:
    enum class Purpose { Read, Write };
    Transaction(Database& database, Purpose purpose);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    void commit();

private:
    Database* m_database;
};

/// The refusal that an SQLite result code means to a person.
[[nodiscard]] core::Error errorOf(sqlite3* database, int code, const std::string& fileName);

} // namespace hereabouts::gis::detail
