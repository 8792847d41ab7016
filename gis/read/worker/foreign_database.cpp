// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/read/worker/foreign_database.h"

#include "gis/text/fold.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <format>
#include <memory>
#include <string_view>

namespace hereabouts::worker {

namespace {

using core::ErrorCode;
using core::fail;
using core::Result;

using Database = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;
using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

/// Modules that read nothing but the file they are in.
constexpr std::array<std::string_view, 8> kHarmless{"rtree", "rtree_i32", "fts3", "fts4", "fts5", "virtualspatialindex", "virtualelementary", "virtualknn2"};
constexpr std::string_view kAlsoHarmless = "virtualknn";

std::unexpected<core::Error> damaged(sqlite3* database)
{
    return fail(ErrorCode::Unreadable, std::format("It is a damaged SQLite file ({}); get it again.", sqlite3_errmsg(database)));
}

Statement prepare(sqlite3* database, const char* sql)
{
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(database, sql, -1, &statement, nullptr);
    return {statement, &sqlite3_finalize};
}

std::string textOf(sqlite3_stmt* statement, int column)
{
    const auto* text = sqlite3_column_text(statement, column);
    return text == nullptr ? std::string() : reinterpret_cast<const char*>(text);
}

/// "virtualtext" of: CREATE VIRTUAL TABLE "x" USING VirtualText('/etc/…').
std::string moduleOf(const std::string& sql)
{
    const std::string lower = gis::asciiLower(sql);
    std::size_t at = lower.rfind("using", lower.find('(', lower.find("using")));
    if (at == std::string::npos) return "?";
    at = lower.find_first_not_of(" \t\r\n\"'`[", at + 5);
    if (at == std::string::npos) return "?";
    return lower.substr(at, lower.find_first_of(" \t\r\n\"'`](;", at) - at);
}

Result<void> checkTables(sqlite3* database)
{
    const Statement tables = prepare(database, "SELECT name, sql FROM sqlite_schema WHERE sql LIKE '%virtual%' AND type = 'table'");
    if (!tables) return damaged(database);
    int step = SQLITE_ROW;
    while ((step = sqlite3_step(tables.get())) == SQLITE_ROW) {
        const std::string sql = textOf(tables.get(), 1);
        if (!gis::fold(sql).starts_with("create virtual")) continue;
        const std::string module = moduleOf(sql);
        if (std::ranges::contains(kHarmless, module) || module == kAlsoHarmless) continue;
        return fail(ErrorCode::Refused, std::format("Its table '{}' reads other files through '{}'; export the layer you need to a new GeoPackage.", textOf(tables.get(), 0), module));
    }
    return step == SQLITE_DONE ? Result<void>{} : Result<void>(damaged(database));
}

Result<void> checkPages(sqlite3* database, const std::filesystem::path& path)
{
    const Statement pages = prepare(database, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
    if (!pages || sqlite3_step(pages.get()) != SQLITE_ROW) return damaged(database);
    std::error_code trouble;
    const auto bytes = static_cast<sqlite3_int64>(std::filesystem::file_size(path, trouble));
    const bool logged = std::filesystem::exists(path.string() + "-wal", trouble); // its newest pages are in the log then
    if (!logged && sqlite3_column_int64(pages.get(), 0) > bytes) return fail(ErrorCode::Unreadable, "It is cut short: pages of the database are missing. Get the file again.");
    return {};
}

} // namespace

Result<void> lookOver(const std::filesystem::path& path)
{
    sqlite3* opened = nullptr;
    const int trouble = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr);
    const Database database(opened, &sqlite3_close);
    if (trouble != SQLITE_OK) return damaged(database.get());
    sqlite3_db_config(database.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_exec(database.get(), "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0", nullptr, nullptr, nullptr);
    if (const auto fine = checkTables(database.get()); !fine) return fine;
    return checkPages(database.get(), path);
}

} // namespace hereabouts::worker
