// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace hereabouts::gis {

/// How a file's bytes seem to be written, judged by the bytes alone.
struct EncodingGuess {
    std::string name;     ///< "UTF-8", "UTF-16LE", "UTF-16BE", "CP1252" or "CP1257".
    std::size_t mark = 0; ///< Length of the byte order mark at the start.
    bool certain = false; ///< A mark, or well-formed UTF-8. Otherwise a person should be asked.
};

/// Judges by byte order mark, then zeros at every other byte (UTF-16), then well-formed UTF-8; else a one-byte code page: CP1257 when every letter above ASCII
/// would be a macron vowel there and its sample is te reo's (ā ē ī ō ū), CP1252 otherwise.
[[nodiscard]] EncodingGuess guessEncoding(std::string_view bytes);

/// The bytes as UTF-8, a leading byte order mark taken off. Fails with BadInput for an encoding the system does not know, and with Unreadable, naming the
/// first bad byte's place, when the bytes are not written in it. Nothing is replaced by question marks.
[[nodiscard]] core::Result<std::string> decoded(std::string_view bytes, const std::string& encoding);

} // namespace hereabouts::gis
