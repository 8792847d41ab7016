// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/read/worker/csv.h"

#include "gis/read/worker/table.h"
#include "gis/text/encoding.h"
#include "gis/text/fold.h"

#include <algorithm>
#include <array>
#include <format>
#include <map>

namespace hereabouts::worker {

namespace {

using core::ErrorCode;
using core::fail;
using core::Result;

constexpr std::size_t kSampleLines = 50;
constexpr std::size_t kMostCellBytes = 16u << 20;

/// How many lines have the commonest count of cells (over one), times that count: evenness and width together.
std::size_t evenness(std::string_view text, char separator)
{
    CsvParser parser(text, separator);
    std::map<std::size_t, std::size_t> counts;
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < kSampleLines; ++i) {
        const auto more = parser.next(cells);
        if (!more || !*more) break;
        ++counts[cells.size()];
    }
    std::size_t best = 0;
    for (const auto& [width, lines] : counts) best = std::max(best, (width - 1) * lines);
    return best;
}

} // namespace

char CsvParser::separatorOf(std::string_view text)
{
    constexpr std::array<char, 4> kMarks{',', ';', '\t', '|'};
    char best = ',';
    std::size_t most = 0;
    for (const char mark : kMarks) {
        const std::size_t even = evenness(text.substr(0, 256 * 1024), mark);
        if (even > most) best = mark, most = even;
    }
    return best;
}

Result<bool> CsvParser::next(std::vector<std::string>& cells)
{
    cells.clear();
    if (m_at >= m_text.size()) return false;
    std::string cell;
    while (true) {
        if (m_at < m_text.size() && m_text[m_at] == '"' && cell.empty()) {
            if (const auto closed = quoted(cell); !closed) return std::unexpected(closed.error());
        }
        const std::size_t start = m_at;
        while (m_at < m_text.size() && m_text[m_at] != m_separator && m_text[m_at] != '\n' && m_text[m_at] != '\r') ++m_at;
        if (m_at - start > kMostCellBytes) return fail(ErrorCode::Refused, std::format("A cell in line {} has more than {} MB.", m_line, kMostCellBytes >> 20));
        cell.append(m_text.substr(start, m_at - start));
        cells.push_back(std::move(cell));
        cell.clear();
        if (m_at >= m_text.size()) return true;
        const char end = m_text[m_at++];
        if (end == m_separator) continue;
        if (end == '\r' && m_at < m_text.size() && m_text[m_at] == '\n') ++m_at;
        ++m_line;
        return true;
    }
}

Result<void> CsvParser::quoted(std::string& cell)
{
    const std::int64_t opened = m_line;
    ++m_at;
    while (m_at < m_text.size()) {
        const char c = m_text[m_at++];
        if (c == '\n') ++m_line;
        if (c != '"') {
            cell += c;
        } else if (m_at < m_text.size() && m_text[m_at] == '"') {
            cell += '"';
            ++m_at;
        } else {
            return {};
        }
        if (cell.size() > kMostCellBytes) return fail(ErrorCode::Refused, std::format("A cell in line {} has more than {} MB.", opened, kMostCellBytes >> 20));
    }
    return fail(ErrorCode::Unreadable, std::format("A quote opened in line {} is never closed; the file is cut short or the quote is stray.", opened));
}

Result<void> putOutCsv(std::string_view bytes, const std::string& name, const std::string& encoding, Output& output)
{
    if (bytes.size() > gis::kMostTableBytes) {
        return fail(ErrorCode::Refused, std::format("It has {} MB, and a table may have {} MB; cut it into smaller files.", bytes.size() >> 20, gis::kMostTableBytes >> 20));
    }
    gis::EncodingGuess guess = gis::guessEncoding(bytes);
    if (!encoding.empty()) guess = {.name = encoding, .mark = 0, .certain = true};
    std::string text;
    std::string_view view = bytes.substr(guess.mark);
    if (guess.name != "UTF-8" || !encoding.empty()) {
        auto converted = gis::decoded(view, guess.name);
        if (!converted && !guess.certain && guess.name != "ISO-8859-1") {
            guess.name = "ISO-8859-1"; // has a letter for every byte
            converted = gis::decoded(view, guess.name);
        }
        if (!converted) return std::unexpected(converted.error());
        text = std::move(*converted);
        view = text;
    }
    CsvParser parser(view, CsvParser::separatorOf(view));
    gis::SourceDescription description{.format = "CSV", .layers = {{.name = name}}, .encoding = guess.name, .encodingCertain = guess.certain};
    return putOutTable({.next = [&](std::vector<std::string>& cells) { return parser.next(cells); }, .share = [&] { return parser.share(); }}, std::move(description), output);
}

} // namespace hereabouts::worker
