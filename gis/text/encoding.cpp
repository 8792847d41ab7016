// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/text/encoding.h"

#include "gis/text/fold.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <format>

namespace hereabouts::gis {

namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kLittleMark = "\xFF\xFE";
constexpr std::string_view kBigMark = "\xFE\xFF";

class Converter {
public:
    explicit Converter(const std::string& from) : m_handle(iconv_open("UTF-8", from.c_str())) {}
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    ~Converter()
    {
        if (known()) iconv_close(m_handle);
    }
    [[nodiscard]] bool known() const { return m_handle != reinterpret_cast<iconv_t>(-1); } // NOLINT(performance-no-int-to-ptr): POSIX says it so
    [[nodiscard]] iconv_t handle() const { return m_handle; }

private:
    iconv_t m_handle;
};

/// Latin text in UTF-16 has a zero in every other byte.
std::string_view utf16Kind(std::string_view bytes)
{
    const std::string_view sample = bytes.substr(0, 4096);
    if (sample.size() < 4 || bytes.size() % 2 != 0) return {};
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0' ? 1 : 0;
    const std::size_t many = sample.size() * 3 / 8;
    if (zeros[1] > many && zeros[0] == 0) return "UTF-16LE";
    if (zeros[0] > many && zeros[1] == 0) return "UTF-16BE";
    return {};
}

/// True if every byte above ASCII is one of CP1257's macron vowels, which CP1252 shows as â ç î ô û.
bool looksTeReoBaltic(std::string_view bytes)
{
    constexpr std::string_view kVowels = "\xC2\xC7\xCE\xD4\xDB\xE2\xE7\xEE\xF4\xFB";
    return std::ranges::all_of(bytes, [&](char c) { return static_cast<unsigned char>(c) < 0x80 || kVowels.contains(c); });
}

} // namespace

EncodingGuess guessEncoding(std::string_view bytes)
{
    if (bytes.starts_with(kUtf8Mark)) return {.name = "UTF-8", .mark = kUtf8Mark.size(), .certain = isValidUtf8(bytes)};
    if (bytes.starts_with(kLittleMark)) return {.name = "UTF-16LE", .mark = kLittleMark.size(), .certain = true};
    if (bytes.starts_with(kBigMark)) return {.name = "UTF-16BE", .mark = kBigMark.size(), .certain = true};
    if (const std::string_view wide = utf16Kind(bytes); !wide.empty()) return {.name = std::string(wide), .mark = 0, .certain = true};
    if (isValidUtf8(bytes)) return {.name = "UTF-8", .mark = 0, .certain = true};
    return {.name = looksTeReoBaltic(bytes) ? "CP1257" : "CP1252", .mark = 0, .certain = false};
}

core::Result<std::string> decoded(std::string_view bytes, const std::string& encoding)
{
    const std::string upper = asciiLower(encoding);
    const bool utf8 = upper == "utf-8" || upper == "utf8";
    if (utf8 && bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
    if (upper == "utf-16le" && bytes.starts_with(kLittleMark)) bytes.remove_prefix(kLittleMark.size());
    if (upper == "utf-16be" && bytes.starts_with(kBigMark)) bytes.remove_prefix(kBigMark.size());
    if (utf8 && isValidUtf8(bytes)) return std::string(bytes);

    const Converter converter(encoding);
    if (!converter.known()) return core::fail(core::ErrorCode::BadInput, std::format("The encoding '{}' is not known; write UTF-8, UTF-16LE, CP1252 or ISO-8859-1.", encoding));
    std::string out;
    std::array<char, 16384> chunk{};
    char* from = const_cast<char*>(bytes.data()); // iconv's old signature: it reads alone
    std::size_t left = bytes.size();
    while (left > 0) {
        char* to = chunk.data();
        std::size_t room = chunk.size();
        const std::size_t converted = iconv(converter.handle(), &from, &left, &to, &room);
        out.append(chunk.data(), chunk.size() - room);
        if (converted == static_cast<std::size_t>(-1) && errno != E2BIG) {
            return core::fail(core::ErrorCode::Unreadable, std::format("Byte {} is not written in {}; name the encoding it is written in.", bytes.size() - left + 1, encoding));
        }
    }
    return out;
}

} // namespace hereabouts::gis
