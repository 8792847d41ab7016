// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/base/job.h"
#include "core/base/result.h"
#include "core/joined/place_snapshot.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace hereabouts::gis {

/// A row of a source that was not accepted, kept so that it can be mended and brought in again.
struct RejectedRow {
    std::int64_t row = 0; ///< 1-based row of the source.
    std::string field;
    std::string reason;
    std::vector<std::pair<std::string, std::string>> values; ///< Column heading and text as the source had them; empty for ballots (secrecy).
};

/// A shape that was repaired on the way in.
struct RepairedRow {
    std::int64_t row = 0;
    std::string code;
    double wasSquareMetres = 0;
    double nowSquareMetres = 0;
    std::string reason;
};

/// Everything one import brings, checked and ready: what commitImport() writes in one transaction.
struct ImportBatch {
    core::RegisterKind kind = core::RegisterKind::Wards;
    std::string source; ///< File name without its folder.
    std::string edition; ///< For registers with editions.
    std::vector<core::Record> rows;
    std::vector<RejectedRow> rejected;
    std::vector<RepairedRow> repaired;
    std::vector<core::Finding> warnings;
    std::vector<core::CommunityOverlap> overlaps; ///< Communities alone.
    core::DetailLevels details; ///< One shape a row of `rows`; may be empty.
    std::map<std::string, std::string> mapping; ///< Field name → column heading, remembered for the next file with the same headings.
    std::string headingsFingerprint;
};

/// One line of the history: what changed, when, by whom, why.
struct HistoryRow {
    std::int64_t number = 0;
    std::string when; ///< UTC, ISO 8601.
    std::string who;
    std::string what; ///< "Imported 320 small areas from small-areas.gpkg".
    std::string why;
    bool undone = false; ///< Taken back.
    bool dropped = false; ///< Taken back, and no longer to be redone because something else was done after that.
};

/// One field of one row that a change touched, as a person reads it: money in whole units, a shape as what it is.
struct HistoryDetail {
    std::string table;
    std::int64_t row = 0; ///< Id in that table.
    std::string field; ///< Empty where a line stands for the whole row.
    std::string before; ///< Empty for nothing.
    std::string after;
};

struct SetField {
    core::RegisterKind kind = core::RegisterKind::Wards;
    std::int64_t id = 0;
    std::string field;
    core::Value value;
};

struct SetShape {
    core::RegisterKind kind = core::RegisterKind::Wards;
    std::int64_t id = 0;
    core::Geometry geometry; ///< Settled (valid, on the grid), home CRS.
};

struct AddRow {
    core::RegisterKind kind = core::RegisterKind::Wards;
    core::Record record; ///< Its id is given by the place; its area is measured there.
};

struct RemoveRow {
    core::RegisterKind kind = core::RegisterKind::Wards;
    std::int64_t id = 0;
};

/// Writes what is known of two communities' common ground, new or known.
struct SetOverlap {
    core::CommunityOverlap overlap;
};

struct RemoveOverlap {
    std::string first;
    std::string second;
};

/// What the place is called and counts in. Its coordinate system stays: shapes stand in it.
struct SetDistrict {
    core::District district;
};

/// One step of a change.
using Edit = std::variant<SetField, SetShape, AddRow, RemoveRow, SetOverlap, RemoveOverlap, SetDistrict>;

/// A shape being drawn, as it was when last touched: it outlives Esc, a crash and a power cut.
struct UnfinishedDrawing {
    std::string code; ///< The caller's name for it.
    std::string what; ///< "Boundary of Old Town Neighbours".
    std::string when; ///< UTC of the last stroke, ISO 8601.
    std::vector<std::string> strokes; ///< In order, as given.
};

/// A repaired shape as kept in the place file.
struct KeptRepair {
    core::RegisterKind kind = core::RegisterKind::Wards;
    std::string source;
    std::string when;
    RepairedRow row;
};

/// A rejected row as kept in the place file.
struct KeptReject {
    core::RegisterKind kind = core::RegisterKind::Wards;
    std::string source;
    std::string when;
    RejectedRow row;
};

/// The place file: a SpatiaLite database, WAL with synchronous=FULL, and the only thing in the process that opens it. Every change is one transaction with
/// one history row. Used by one thread at a time.
class PlaceFile {
public:
    /// How long a lock that another program holds is waited for.
    static constexpr std::chrono::milliseconds kPatience{30'000};

    /// Makes a new place. Fails with Refused if the file exists, BadInput for an unknown or geographic CRS, ReadOnly or NoSpace.
    [[nodiscard]] static core::Result<PlaceFile> create(const std::filesystem::path& path, const core::District& district);
    /// Opens a place. Fails with NotFound, Unreadable (not a place file), NewerVersion, Refused (a file made to do harm), Busy, ReadOnly.
    [[nodiscard]] static core::Result<PlaceFile> open(const std::filesystem::path& path, std::chrono::milliseconds patience = kPatience);
    PlaceFile(PlaceFile&&) noexcept;
    PlaceFile& operator=(PlaceFile&&) noexcept;
    ~PlaceFile();

    /// The place as it is now; the same pointer as last time if nothing changed. Sees other programs' commits.
    [[nodiscard]] core::Result<core::SnapshotPtr> snapshot(const core::Job& job = {});

    /// All or nothing: Cancelled or any failure leaves the file as it was. A code that the place already has is refused by the caller beforehand.
    [[nodiscard]] core::Result<HistoryRow> commitImport(const ImportBatch& batch, const core::Job& job = {});
    /// Makes one change of all the edits, in their order, or none. BadInput for a value or shape that a register does not hold or a key it has already,
    /// NotFound for a row that is gone.
    [[nodiscard]] core::Result<HistoryRow> apply(const std::vector<Edit>& edits, const std::string& what, const std::string& why = {});

    /// Adds strokes to an unfinished drawing, on disk when this returns. Not a change of the place: it has no history.
    [[nodiscard]] core::Result<void> keepStrokes(const std::string& code, const std::string& what, const std::vector<std::string>& strokes);
    [[nodiscard]] core::Result<std::vector<UnfinishedDrawing>> unfinishedDrawings();
    [[nodiscard]] core::Result<void> forgetDrawing(const std::string& code); ///< Nothing to do where there is none.

    [[nodiscard]] core::Result<std::vector<HistoryRow>> history(); ///< Oldest first.
    /// What a change did, at most `limit` lines. NotFound for an unknown number.
    [[nodiscard]] core::Result<std::vector<HistoryDetail>> historyDetail(std::int64_t number, std::size_t limit = 200);
    /// Takes the latest change back. Refused, with nothing changed, where another program has changed the same rows since.
    [[nodiscard]] core::Result<HistoryRow> undo(); ///< NotFound when there is nothing to undo.
    [[nodiscard]] core::Result<HistoryRow> redo(); ///< NotFound when there is nothing to redo.

    [[nodiscard]] core::Result<std::vector<KeptReject>> rejects();
    [[nodiscard]] core::Result<std::vector<KeptRepair>> repairs();
    /// The mapping used last time for a file with these headings, or nothing.
    [[nodiscard]] core::Result<std::optional<std::map<std::string, std::string>>> rememberedMapping(
        core::RegisterKind kind, const std::string& headingsFingerprint);

    /// integrity_check, foreign_key_check and the spatial indexes: one finding for each trouble.
    [[nodiscard]] core::Result<std::vector<core::Finding>> checkDatabase();
    /// A copy by VACUUM INTO: the only way a place file is ever copied or handed to another program.
    [[nodiscard]] core::Result<void> copyTo(const std::filesystem::path& target);
    [[nodiscard]] const std::filesystem::path& path() const;

private:
    struct Connection;
    explicit PlaceFile(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> m_connection;
};

} // namespace hereabouts::gis
