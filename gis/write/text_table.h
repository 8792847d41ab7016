// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace hereabouts::gis {

/// Text in rows under headings.
struct TextTable {
    std::vector<std::string> headings;
    std::vector<std::vector<std::string>> rows; ///< One cell a heading.
};

/// Writes the table as CSV (RFC 4180, UTF-8), old or new and never half. Unless `raw`, text that a spreadsheet would run as a formula gets an apostrophe
/// before it; numbers are left alone.
[[nodiscard]] core::Result<void> writeCsv(const TextTable& table, const std::filesystem::path& file, bool raw);

} // namespace hereabouts::gis
