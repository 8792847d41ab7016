// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/budget/election.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hereabouts::core {

/// Something in a Pabulib file that is kept and counted, and that somebody should know of.
struct PabulibNote {
    std::int64_t line = 0; ///< Where it was first met.
    std::string field;
    std::string message; ///< One sentence.
    bool isDoubtful = false; ///< It may have been meant otherwise: look before the outcome is published.
};

/// The rows of the section PROJECTS or VOTES, kept as they were written.
class PabulibRows {
public:
    PabulibRows() = default;
    PabulibRows(std::string_view text, std::vector<std::string> header) : m_text(text), m_header(std::move(header)) { }
    void append(std::size_t begin) { m_begins.push_back(static_cast<std::uint32_t>(begin)); }
    void reserve(std::size_t rows) { m_begins.reserve(rows); }

    [[nodiscard]] std::size_t size() const { return m_begins.size(); }
    [[nodiscard]] const std::vector<std::string>& header() const { return m_header; }
    [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> cells(std::size_t row) const; ///< As many as the header, without quotes and outer blanks.
    [[nodiscard]] std::string_view line(std::size_t row) const; ///< As written, without its line end.
    [[nodiscard]] std::string_view from(std::size_t row) const { return m_text.substr(m_begins[row]); } ///< The text from there to its end.

private:
    std::string_view m_text;
    std::vector<std::string> m_header;
    std::vector<std::uint32_t> m_begins;
};

enum class VoteType { Approval, ChooseOne, Ordinal, Cumulative, Scoring };

/// A Pabulib file: what the rules need of it, and every field of it, known or not. Its rows look into the text that it was read from.
struct PabulibFile {
    std::vector<std::pair<std::string, std::string>> meta; ///< In the order of the file.
    PabulibRows projects;
    PabulibRows votes;
    VoteType voteType = VoteType::Approval;
    Election election;
    std::vector<PabulibNote> notes;

    [[nodiscard]] std::string_view metaValue(std::string_view key) const; ///< Empty if there is none.
    /// Cells of a column of PROJECTS, one a project; empty vector if there is no such column. Cells "None" are empty.
    [[nodiscard]] std::vector<std::string> projectColumn(std::string_view name) const;
};

/// Reads a `.pb` file (pabulib.org/format): UTF-8 with or without BOM, any line ends, `;` between cells, RFC 4180 quotes, sections META, PROJECTS and VOTES.
///
/// Kept and told in notes: a project named twice on a ballot (counts once), ballots beyond the file's own limits (counted as they stand), empty ballots (their
/// voters count), costs with a fraction, votes or scores that differ from the ballots.
///
/// Fails with BadInput, naming line and field, where a section, the budget or a required column is missing, the vote type is unknown, num_projects or
/// num_votes is wrong, a row has too few or too many cells, an id is empty or met twice, a ballot names a project that is not listed, an amount is no number,
/// negative or finer than a hundredth where it is a cost, or the text is no UTF-8.
///
/// @param text Must outlive the result. Takes less than 1.5 times its size in memory beside it.
[[nodiscard]] Result<PabulibFile> readPabulib(std::string_view text);

/// The file again: every field in the order of the file, LF, no BOM, quotes only where needed.
[[nodiscard]] std::string writePabulib(const PabulibFile& file);

/// Writes a `.pb` text row by row.
class PabulibText {
public:
    void section(std::string_view title) { row({title}); }
    void row(const std::vector<std::string_view>& cells);
    void row(const std::vector<std::string>& cells) { row(std::vector<std::string_view>(cells.begin(), cells.end())); }
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

} // namespace hereabouts::core
