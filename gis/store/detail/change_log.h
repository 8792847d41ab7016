// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/register/register_spec.h"
#include "gis/store/detail/sqlite.h"
#include "gis/store/place_file.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace hereabouts::gis::detail {

/// Where a change stands: it can be undone, redone, or neither because something else was done after it was undone.
inline constexpr std::string_view kDone = "done", kUndone = "undone", kDropped = "dropped";

/// The one row that says what the place is called.
inline constexpr std::string_view kPlaceTable = "place";

/// Names of the tables whose rows a change may touch, so that they can be read anew.
using TouchedTables = std::set<std::string>;

/// Watches the tables of registers and batches, and the place's own row, while it lives, and keeps every row before and after.
class Recorder {
public:
    explicit Recorder(Database& database);
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;
    ~Recorder();
    /// Stores what was seen as the changes of `number`, in place of what was stored. @pre in the same transaction
    void store(std::int64_t number);

private:
    Database* m_database;
    sqlite3_session* m_session = nullptr;
};

/// Writes the history's row of a change about to be made; what was undone before it can no longer be redone. Gives its number.
std::int64_t beginChange(
    Database& database, std::string_view kind, std::optional<core::RegisterKind> kindOfRegister, const std::string& what, const std::string& why);

/// Takes the latest change back, or makes the latest undone one again. NotFound when there is none; Refused, with nothing written, where another
/// program has changed the same rows since.
struct Walked {
    std::int64_t number = 0;
    TouchedTables tables;
};
Walked undoLatest(Database& database);
Walked redoNext(Database& database);

[[nodiscard]] std::vector<HistoryRow> readHistory(Database& database);
[[nodiscard]] HistoryRow readHistoryRow(Database& database, std::int64_t number);

/// The rows that a change touched, field by field, at most `limit` lines.
[[nodiscard]] std::vector<HistoryDetail> readHistoryDetail(Database& database, std::int64_t number, std::size_t limit);

} // namespace hereabouts::gis::detail
