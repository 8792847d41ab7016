// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::core::detail {

[[nodiscard]] std::string_view trimmed(std::string_view text); ///< Without blanks and tabs at its ends, and without '\r'.

/// Where the row that begins at `begin` ends: at its line end, or the text's; a line end within quotes is part of the row.
[[nodiscard]] std::size_t rowEnd(std::string_view text, std::size_t begin);

/// Cells of a row, without quotes and outer blanks.
[[nodiscard]] std::vector<std::string> splitCells(std::string_view row);

/// Appends a cell, in quotes if it holds what would end it.
void appendCell(std::string& text, std::string_view cell);

/// 1-based line of the first byte that is no part of well-formed UTF-8, or a NUL; 0 if there is none.
[[nodiscard]] std::size_t lineOfBadText(std::string_view text);

} // namespace hereabouts::core::detail
