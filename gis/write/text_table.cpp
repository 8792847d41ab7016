// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/write/text_table.h"

#include "gis/write/detail/new_file.h"
#include "gis/write/detail/text_formats.h"

#include <charconv>

namespace hereabouts::gis {

namespace {

bool isNumber(const std::string& text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

} // namespace

core::Result<void> writeCsv(const TextTable& table, const std::filesystem::path& file, bool raw)
{
    std::string out;
    const auto addRow = [&](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) out += (i ? "," : "") + csvCell(cells[i], !isNumber(cells[i]), raw);
        out += "\r\n";
    };
    addRow(table.headings);
    for (const auto& row : table.rows) addRow(row);
    return writeText(file, out);
}

} // namespace hereabouts::gis
