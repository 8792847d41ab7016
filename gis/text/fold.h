// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace hereabouts::gis {

/// True for well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF). Empty text is.
[[nodiscard]] bool isValidUtf8(std::string_view bytes);

/// The text in Unicode normalisation form C, control characters other than TAB and LF left out, so that "Ōtāhuhu" is the same bytes whoever typed it.
/// @pre isValidUtf8(text)
[[nodiscard]] std::string normalised(std::string_view text);

/// Text as it is compared and searched: case folded, marks taken off ("Ōtāhuhu" → "otahuhu"), blanks and hyphens made one blank, ends trimmed. Of text
/// that is not UTF-8 only the ASCII letters are folded.
[[nodiscard]] std::string fold(std::string_view text);

/// What is left of a column heading when only lower-case letters and digits count, marks taken off: "WD13_NM" → "wd13nm".
[[nodiscard]] std::string foldedHeading(std::string_view heading);

/// ASCII letters small, everything else as it is: for file endings and the words of formats.
[[nodiscard]] std::string asciiLower(std::string_view text);

/// Without white space (ASCII and the no-break space) at either end.
[[nodiscard]] std::string_view trimmed(std::string_view text);

} // namespace hereabouts::gis
