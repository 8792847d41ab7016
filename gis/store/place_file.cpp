// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/place_file.h"

#include "gis/crs/projection.h"
#include "gis/store/detail/admission.h"
#include "gis/store/detail/change_log.h"
#include "gis/store/detail/edit_writer.h"
#include "gis/store/detail/import_writer.h"
#include "gis/store/detail/integrity.h"
#include "gis/store/detail/place_reader.h"
#include "gis/store/detail/schema.h"
#include "gis/store/detail/unfinished.h"
#include "gis/store/detail/trouble.h"

#include <format>
#include <system_error>
#include <unistd.h>

namespace hereabouts::gis {

namespace {

using core::ErrorCode;
using core::Result;
using detail::attempt;
using detail::Database;
using detail::refuse;
using detail::Transaction;

// Only ever asks about the file: opening it ourselves and closing it again would drop the locks that SQLite holds on it in this process.
void mustBeAFile(const std::filesystem::path& path)
{
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found) refuse(ErrorCode::NotFound, std::format("There is no file '{}'.", path.string()));
    if (status.type() == std::filesystem::file_type::directory) refuse(ErrorCode::Unreadable, std::format("'{}' is a folder, not a place file.", path.string()));
    if (status.type() != std::filesystem::file_type::regular) refuse(ErrorCode::Unreadable, std::format("'{}' is not a file that can be read.", path.string()));
    if (access(path.c_str(), R_OK) != 0) refuse(ErrorCode::Unreadable, std::format("You may not read '{}'. Ask its owner.", path.string()));
}

std::filesystem::path folderOf(const std::filesystem::path& path) { return path.has_parent_path() ? path.parent_path() : std::filesystem::path("."); }

void mustBeWritable(const std::filesystem::path& path)
{
    const bool fileIsWritable = access(path.c_str(), W_OK) == 0;
    if (fileIsWritable && access(folderOf(path).c_str(), W_OK | X_OK) == 0) return;
    refuse(ErrorCode::ReadOnly, std::format("{} '{}' cannot be written, and an open place writes beside itself. Copy it to a folder of your own and open the copy.",
        fileIsWritable ? "The folder of" : "The file", path.string()));
}

void useSafeJournal(Database& database)
{
    if (database.text("PRAGMA journal_mode = WAL") != "wal") {
        refuse(ErrorCode::Refused, std::format("The drive that holds '{}' cannot keep a place safely. Copy it to a drive of this computer.", database.fileName()));
    }
    database.run("PRAGMA synchronous = FULL");
}

void removeWithJournals(const std::filesystem::path& path)
{
    std::error_code ignored;
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) std::filesystem::remove(path.string() + ending, ignored);
}

/// Lets a job's stop end waiting and long statements, for as long as this lives.
class JobScope {
public:
    JobScope(Database& database, const core::Job& job) : m_database(&database) { m_database->setJob(&job); }
    JobScope(const JobScope&) = delete;
    JobScope& operator=(const JobScope&) = delete;
    ~JobScope() { m_database->setJob(nullptr); }

private:
    Database* m_database;
};

} // namespace

struct PlaceFile::Connection {
    std::unique_ptr<Database> database;
    detail::PlaceReader reader;

    explicit Connection(std::unique_ptr<Database> opened) : database(std::move(opened)), reader(*database) {}

    /// Runs `work` as one transaction that changes the place; `work` gives the change's number and the tables it touched.
    template <typename Work>
    Result<HistoryRow> change(Work&& work)
    {
        return attempt([&] {
            Transaction transaction(*database, Transaction::Purpose::Write);
            const detail::Walked walked = work();
            HistoryRow row = detail::readHistoryRow(*database, walked.number);
            transaction.commit();
            reader.forget(walked.tables);
            return row;
        });
    }

    /// Reads within one view of the file, whatever other programs commit meanwhile.
    template <typename Work>
    auto read(Work&& work) -> Result<decltype(work())>
    {
        return attempt([&] {
            const Transaction transaction(*database, Transaction::Purpose::Read);
            return work();
        });
    }
};

PlaceFile::PlaceFile(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}
PlaceFile::PlaceFile(PlaceFile&&) noexcept = default;
PlaceFile& PlaceFile::operator=(PlaceFile&&) noexcept = default;
PlaceFile::~PlaceFile() = default;

Result<PlaceFile> PlaceFile::create(const std::filesystem::path& path, const core::District& district)
{
    // The CRS is looked at first, so that a wrong one leaves no file behind.
    if (const auto projection = Projection::create(district.epsg); !projection) return std::unexpected(projection.error());
    if (district.name.empty()) return core::fail(ErrorCode::BadInput, "A place needs a name.");
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(path, error))) {
        return core::fail(ErrorCode::Refused, std::format("'{}' is there already. Choose another name, or remove it first.", path.string()));
    }
    if (!std::filesystem::is_directory(folderOf(path), error)) return core::fail(ErrorCode::NotFound, std::format("There is no folder '{}'.", folderOf(path).string()));
    if (access(folderOf(path).c_str(), W_OK | X_OK) != 0) {
        return core::fail(ErrorCode::ReadOnly, std::format("You may not write in the folder '{}'. Choose a folder of your own.", folderOf(path).string()));
    }
    auto made = attempt([&] {
        auto database = Database::createNew(path, kPatience);
        useSafeJournal(*database);
        database->startSpatialite();
        Transaction transaction(*database, Transaction::Purpose::Write);
        detail::makeSchema(*database, district);
        transaction.commit();
        return PlaceFile(std::make_unique<Connection>(std::move(database)));
    });
    if (!made) removeWithJournals(path);
    return made;
}

Result<PlaceFile> PlaceFile::open(const std::filesystem::path& path, std::chrono::milliseconds patience)
{
    return attempt([&] {
        mustBeAFile(path);
        mustBeWritable(path);
        auto database = Database::openExisting(path, patience);
        detail::admit(*database);
        if (sqlite3_db_readonly(database->handle(), "main") == 1) {
            refuse(ErrorCode::ReadOnly, std::format("'{}' cannot be written. Copy it to a folder of your own and open the copy.", path.string()));
        }
        useSafeJournal(*database);
        database->startSpatialite();
        if (database->integer("PRAGMA user_version") < detail::kSchemaVersion) {
            Transaction transaction(*database, Transaction::Purpose::Write);
            detail::bringUpToDate(*database, static_cast<int>(database->integer("SELECT epsg FROM place")));
            transaction.commit();
        }
        return PlaceFile(std::make_unique<Connection>(std::move(database)));
    });
}

Result<core::SnapshotPtr> PlaceFile::snapshot(const core::Job& job)
{
    const JobScope scope(*m_connection->database, job);
    return m_connection->read([&] { return m_connection->reader.snapshot(job); });
}

Result<HistoryRow> PlaceFile::commitImport(const ImportBatch& batch, const core::Job& job)
{
    if (const auto checked = attempt([&] { detail::checkBatch(batch); }); !checked) return std::unexpected(checked.error());
    const JobScope scope(*m_connection->database, job);
    return m_connection->change([&] {
        const int epsg = m_connection->reader.district().epsg;
        const std::int64_t number = detail::writeBatch(*m_connection->database, batch, epsg, job);
        return detail::Walked{number, {std::string(core::specOf(batch.kind).table)}};
    });
}

Result<HistoryRow> PlaceFile::apply(const std::vector<Edit>& edits, const std::string& what, const std::string& why)
{
    return m_connection->change([&] {
        detail::PlaceReader& reader = m_connection->reader;
        return detail::writeEdits(*m_connection->database, edits, {.what = what, .why = why}, reader.district().epsg, reader.groundArea());
    });
}

Result<void> PlaceFile::keepStrokes(const std::string& code, const std::string& what, const std::vector<std::string>& strokes)
{
    return attempt([&] {
        Transaction transaction(*m_connection->database, Transaction::Purpose::Write);
        detail::keepStrokes(*m_connection->database, code, what, strokes);
        transaction.commit();
    });
}

Result<std::vector<UnfinishedDrawing>> PlaceFile::unfinishedDrawings()
{
    return m_connection->read([&] { return detail::readUnfinished(*m_connection->database); });
}

Result<void> PlaceFile::forgetDrawing(const std::string& code)
{
    return attempt([&] {
        Transaction transaction(*m_connection->database, Transaction::Purpose::Write);
        detail::forgetDrawing(*m_connection->database, code);
        transaction.commit();
    });
}

Result<HistoryRow> PlaceFile::undo()
{
    return m_connection->change([&] { return detail::undoLatest(*m_connection->database); });
}

Result<HistoryRow> PlaceFile::redo()
{
    return m_connection->change([&] { return detail::redoNext(*m_connection->database); });
}

Result<std::vector<HistoryRow>> PlaceFile::history()
{
    return m_connection->read([&] { return detail::readHistory(*m_connection->database); });
}

Result<std::vector<HistoryDetail>> PlaceFile::historyDetail(std::int64_t number, std::size_t limit)
{
    return m_connection->read([&] { return detail::readHistoryDetail(*m_connection->database, number, limit); });
}

Result<std::vector<KeptReject>> PlaceFile::rejects()
{
    return m_connection->read([&] { return detail::readRejects(*m_connection->database); });
}

Result<std::vector<KeptRepair>> PlaceFile::repairs()
{
    return m_connection->read([&] { return detail::readRepairs(*m_connection->database); });
}

Result<std::optional<std::map<std::string, std::string>>> PlaceFile::rememberedMapping(core::RegisterKind kind, const std::string& headingsFingerprint)
{
    return m_connection->read([&] { return detail::readMapping(*m_connection->database, kind, headingsFingerprint); });
}

Result<std::vector<core::Finding>> PlaceFile::checkDatabase()
{
    return attempt([&] {
        std::vector<core::Finding> findings = detail::findDatabaseFaults(*m_connection->database);
        for (core::Finding& finding : m_connection->reader.readEverything()) findings.push_back(std::move(finding));
        return findings;
    });
}

Result<void> PlaceFile::copyTo(const std::filesystem::path& target)
{
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(target, error))) {
        return core::fail(ErrorCode::Refused, std::format("'{}' is there already. Choose another name, or remove it first.", target.string()));
    }
    auto copied = attempt([&] {
        const std::string name = target.string();
        detail::Statement vacuum = m_connection->database->prepare("VACUUM INTO ?");
        vacuum.bind(1, std::string_view(name));
        vacuum.run();
    });
    if (!copied) removeWithJournals(target);
    return copied;
}

const std::filesystem::path& PlaceFile::path() const { return m_connection->database->path(); }

} // namespace hereabouts::gis
