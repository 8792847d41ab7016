// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/text/fold.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace hereabouts::gis {

namespace {

const utf8proc_uint8_t* bytesOf(std::string_view text) { return reinterpret_cast<const utf8proc_uint8_t*>(text.data()); }

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// utf8proc's mapping; the text itself where that fails (out of memory, not UTF-8).
std::string mapped(std::string_view text, utf8proc_option_t options)
{
    utf8proc_uint8_t* out = nullptr;
    const utf8proc_ssize_t length = utf8proc_map(bytesOf(text), static_cast<utf8proc_ssize_t>(text.size()), &out, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(out, &std::free);
    if (length < 0) return std::string(text);
    return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(length)};
}

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n') || byte == 0x7F;
}

constexpr bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }

/// Blanks and hyphens of every script as one blank, none at the ends.
std::string joinedByBlanks(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    bool gap = false;
    for (std::size_t i = 0; i < text.size();) {
        utf8proc_int32_t codepoint = 0;
        const utf8proc_ssize_t step = utf8proc_iterate(bytesOf(text.substr(i)), static_cast<utf8proc_ssize_t>(text.size() - i), &codepoint);
        const std::size_t length = step > 0 ? static_cast<std::size_t>(step) : 1;
        const utf8proc_category_t category = step > 0 ? utf8proc_category(codepoint) : UTF8PROC_CATEGORY_CN;
        const bool parts = category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_PD || category == UTF8PROC_CATEGORY_CC;
        if (parts) {
            gap = !out.empty();
        } else {
            if (gap) out += ' ';
            gap = false;
            out.append(text.substr(i, length));
        }
        i += length;
    }
    return out;
}

} // namespace

bool isValidUtf8(std::string_view bytes)
{
    std::size_t i = 0;
    while (i < bytes.size()) {
        if (static_cast<unsigned char>(bytes[i]) < 0x80) {
            ++i;
            continue;
        }
        utf8proc_int32_t codepoint = 0;
        const utf8proc_ssize_t step = utf8proc_iterate(bytesOf(bytes.substr(i)), static_cast<utf8proc_ssize_t>(bytes.size() - i), &codepoint);
        if (step <= 0) return false;
        i += static_cast<std::size_t>(step);
    }
    return true;
}

std::string normalised(std::string_view text)
{
    std::string out = isAscii(text) ? std::string(text) : mapped(text, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    std::erase_if(out, isControl);
    return out;
}

std::string fold(std::string_view text)
{
    if (isAscii(text)) return joinedByBlanks(asciiLower(text));
    constexpr auto kFolded =
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    return joinedByBlanks(isValidUtf8(text) ? mapped(text, kFolded) : asciiLower(text));
}

std::string foldedHeading(std::string_view heading)
{
    const std::string folded = fold(heading);
    std::string out;
    for (std::size_t i = 0; i < folded.size();) {
        utf8proc_int32_t codepoint = 0;
        const std::string_view rest = std::string_view(folded).substr(i);
        const utf8proc_ssize_t step = std::max<utf8proc_ssize_t>(1, utf8proc_iterate(bytesOf(rest), static_cast<utf8proc_ssize_t>(rest.size()), &codepoint));
        const utf8proc_category_t category = utf8proc_category(codepoint);
        if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO) out.append(rest.substr(0, static_cast<std::size_t>(step)));
        i += static_cast<std::size_t>(step);
    }
    return out;
}

std::string asciiLower(std::string_view text)
{
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
    for (bool again = true; again && !text.empty();) {
        again = false;
        if (isBlank(text.front())) text.remove_prefix(1), again = true;
        else if (text.starts_with(kNoBreakSpace)) text.remove_prefix(2), again = true;
        else if (isBlank(text.back())) text.remove_suffix(1), again = true;
        else if (text.ends_with(kNoBreakSpace)) text.remove_suffix(2), again = true;
    }
    return text;
}

} // namespace hereabouts::gis
