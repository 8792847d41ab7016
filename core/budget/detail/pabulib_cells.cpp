// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/detail/pabulib_cells.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

namespace hereabouts::core::detail {

namespace {

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

/// Whether none of 64 bytes is NUL or part of a longer character: plain bytes in, so that the compiler makes vectors of it.
bool isPlain(const char* bytes)
{
    unsigned char high = 0;
    unsigned char none = 0;
    for (int i = 0; i < 64; ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        high = static_cast<unsigned char>(high | byte);
        none = static_cast<unsigned char>(none | static_cast<unsigned char>(byte == 0));
    }
    return high < 0x80 && none == 0;
}

/// How many of eight bytes come before the first that is NUL or part of a longer character.
std::size_t plainPrefix(const char* bytes)
{
    static_assert(std::endian::native == std::endian::little);
    constexpr std::uint64_t kOnes = 0x0101'0101'0101'0101;
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, 8);
    // Without a high bit, a byte less one has one only if the byte was NUL; borrowing from it can only reach later bytes.
    const std::uint64_t other = (word | (word - kOnes)) & (kOnes * 0x80);
    return static_cast<std::size_t>(std::countr_zero(other)) / 8;
}

/// Length of the well-formed character at `at`, or 0.
std::size_t characterLength(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : static_cast<unsigned char>(0); };
    const auto goesOn = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned first = byte(0);
    if (first < 0x80) return first == 0 ? 0 : 1;
    if (first >= 0xC2 && first < 0xE0) return goesOn(1) ? 2 : 0;
    if (first >= 0xE0 && first < 0xF0) {
        const bool isSpare = (first == 0xE0 && byte(1) < 0xA0) || (first == 0xED && byte(1) >= 0xA0);
        return goesOn(1) && goesOn(2) && !isSpare ? 3 : 0;
    }
    if (first >= 0xF0 && first < 0xF5) {
        const bool isSpare = (first == 0xF0 && byte(1) < 0x90) || (first == 0xF4 && byte(1) >= 0x90);
        return goesOn(1) && goesOn(2) && goesOn(3) && !isSpare ? 4 : 0;
    }
    return 0;
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front())) text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back())) text.remove_suffix(1);
    return text;
}

std::size_t rowEnd(std::string_view text, std::size_t begin)
{
    bool isQuoted = false;
    for (std::size_t at = begin;;) {
        const void* const found = std::memchr(text.data() + at, '\n', text.size() - at);
        const std::size_t end = found ? static_cast<std::size_t>(static_cast<const char*>(found) - text.data()) : text.size();
        isQuoted ^= (std::count(text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + static_cast<std::ptrdiff_t>(end), '"') & 1) != 0;
        if (!isQuoted || end == text.size()) return end;
        at = end + 1;
    }
}

std::vector<std::string> splitCells(std::string_view row)
{
    std::vector<std::string> cells;
    if (row.ends_with('\r')) row.remove_suffix(1);
    for (std::size_t at = 0; at <= row.size();) {
        std::size_t begin = at;
        while (begin < row.size() && row[begin] == ' ') ++begin;
        if (begin < row.size() && row[begin] == '"') {
            std::string cell;
            std::size_t i = begin + 1;
            while (i < row.size() && (row[i] != '"' || (i + 1 < row.size() && row[i + 1] == '"'))) {
                i += row[i] == '"' ? 1 : 0;
                cell += row[i++];
            }
            const std::size_t end = std::min(row.find(';', std::min(i + 1, row.size())), row.size());
            if (i + 1 < end) cell += trimmed(row.substr(i + 1, end - i - 1));
            cells.push_back(std::move(cell));
            at = end + 1;
        } else {
            const std::size_t end = std::min(row.find(';', at), row.size());
            cells.emplace_back(trimmed(row.substr(at, end - at)));
            at = end + 1;
        }
    }
    return cells;
}

void appendCell(std::string& text, std::string_view cell)
{
    const bool wantsQuotes = cell.find_first_of(";\"\r\n") != std::string_view::npos || trimmed(cell) != cell;
    if (!wantsQuotes) {
        text += cell;
        return;
    }
    text += '"';
    for (const char c : cell) {
        if (c == '"') text += '"';
        text += c;
    }
    text += '"';
}

std::size_t lineOfBadText(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        if (at + 64 <= text.size() && isPlain(text.data() + at)) {
            at += 64;
            continue;
        }
        for (const std::size_t stop = std::min(at + 64, text.size()); at < stop;) {
            if (at + 8 <= text.size()) {
                const std::size_t plain = plainPrefix(text.data() + at);
                at += plain;
                if (plain == 8) continue;
                // A letter with an accent, far the most of what is not plain.
                const auto first = static_cast<unsigned char>(text[at]);
                if (first >= 0xC2 && first < 0xE0 && at + 1 < text.size() && (static_cast<unsigned char>(text[at + 1]) & 0xC0U) == 0x80U) {
                    at += 2;
                    continue;
                }
            }
            const std::size_t length = characterLength(text, at);
            if (length == 0) return static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n')) + 1;
            at += length;
        }
    }
    return 0;
}

} // namespace hereabouts::core::detail
