// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/pabulib.h"

#include "core/budget/detail/pabulib_cells.h"
#include "core/budget/detail/pabulib_reader.h"

#include <algorithm>

namespace hereabouts::core {

std::optional<std::size_t> PabulibRows::column(std::string_view name) const
{
    const auto found = std::ranges::find(m_header, name);
    if (found == m_header.end()) return std::nullopt;
    return static_cast<std::size_t>(found - m_header.begin());
}

std::string_view PabulibRows::line(std::size_t row) const
{
    const std::size_t begin = m_begins[row];
    const std::string_view line = m_text.substr(begin, detail::rowEnd(m_text, begin) - begin);
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

std::vector<std::string> PabulibRows::cells(std::size_t row) const { return detail::splitCells(line(row)); }

std::string_view PabulibFile::metaValue(std::string_view key) const
{
    const auto found = std::ranges::find(meta, key, [](const auto& entry) -> std::string_view { return entry.first; });
    return found == meta.end() ? std::string_view{} : std::string_view(found->second);
}

std::vector<std::string> PabulibFile::projectColumn(std::string_view name) const
{
    const auto column = projects.column(name);
    if (!column) return {};
    std::vector<std::string> values;
    for (std::size_t row = 0; row < projects.size(); ++row) {
        values.push_back(std::move(projects.cells(row)[*column]));
        if (values.back() == "None") values.back().clear();
    }
    return values;
}

Result<PabulibFile> readPabulib(std::string_view text)
{
    // Rows are kept as 32-bit offsets.
    if (text.size() >= 0xFFFF'FFFF) return fail(ErrorCode::BadInput, "The file is larger than 4 GB: split it by area.");
    return detail::PabulibReader(text).read();
}

void PabulibText::row(const std::vector<std::string_view>& cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) m_text += ';';
        detail::appendCell(m_text, cells[i]);
    }
    m_text += '\n';
}

std::string writePabulib(const PabulibFile& file)
{
    PabulibText text;
    text.section("META");
    text.row(std::vector<std::string_view>{"key", "value"});
    for (const auto& [key, value] : file.meta) text.row(std::vector<std::string_view>{key, value});
    const auto rows = [&](std::string_view title, const PabulibRows& section) {
        text.section(title);
        text.row(section.header());
        for (std::size_t row = 0; row < section.size(); ++row) text.row(section.cells(row));
    };
    rows("PROJECTS", file.projects);
    rows("VOTES", file.votes);
    return text.take();
}

} // namespace hereabouts::core
