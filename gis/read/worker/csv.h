// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "gis/read/worker/output.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::worker {

/// Delimited text by RFC 4180, with ',' ';' TAB or '|' between cells, any line ends, quotes doubled inside quotes. The text must outlive the parser.
class CsvParser {
public:
    /// The mark that parts most of the first lines evenly.
    [[nodiscard]] static char separatorOf(std::string_view text);

    CsvParser(std::string_view text, char separator) : m_text(text), m_separator(separator) {}
    /// The next line's cells; false at the end. Fails with Unreadable when a quote is never closed, naming the line where it opens.
    [[nodiscard]] core::Result<bool> next(std::vector<std::string>& cells);
    [[nodiscard]] double share() const { return m_text.empty() ? 1 : static_cast<double>(m_at) / static_cast<double>(m_text.size()); }

private:
    [[nodiscard]] core::Result<void> quoted(std::string& cell);
    std::string_view m_text;
    char m_separator;
    std::size_t m_at = 0;
    std::int64_t m_line = 1;
};

/// Reads a CSV file's bytes in the encoding said, or in the one they are in for certain; fits of one-byte code pages are told as uncertain.
[[nodiscard]] core::Result<void> putOutCsv(std::string_view bytes, const std::string& name, const std::string& encoding, Output& output);

} // namespace hereabouts::worker
