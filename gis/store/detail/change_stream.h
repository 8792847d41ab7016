// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/store/detail/sqlite.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hereabouts::gis::detail {

/// Stores a changeset in parts as it is made: undoing an import of a million payments makes one of some hundred megabytes.
class ChangeSink {
public:
    ChangeSink(Database& database, std::int64_t number);
    void finish(); ///< Stores what is left; throws what went wrong on the way.
    static int write(void* self, const void* data, int size); ///< As sqlite3session_changeset_strm wants it.

private:
    void storePart();
    Statement m_insert;
    std::vector<std::byte> m_part;
    std::int64_t m_parts = 0;
    std::optional<core::Error> m_error; // an exception must not cross SQLite's C frames
};

/// Reads a stored changeset back, part by part.
class ChangeSource {
public:
    ChangeSource(Database& database, std::int64_t number);
    static int read(void* self, void* data, int* size); ///< As sqlite3changeset_start_strm wants it.

private:
    bool nextPart();
    Statement m_select;
    std::int64_t m_next = 0;
    std::vector<std::byte> m_part;
    std::size_t m_at = 0;
};

} // namespace hereabouts::gis::detail
