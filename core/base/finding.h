// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace hereabouts::core {

enum class Severity {
    Note,     ///< Worth knowing: a guessed encoding, an ignored column.
    Warning,  ///< Accepted, and somebody should look: a repaired polygon, a row outside the district.
    Rejected, ///< The row was not accepted.
};

/// One thing found in a file or a register, told to a person.
struct Finding {
    Severity severity = Severity::Note;
    std::int64_t row = 0; ///< 1-based row (feature) of the source, header not counted; 0 for the file as a whole.
    std::string field;    ///< The field's name in Hereabouts; empty for the row as a whole; "geometry" for its shape.
    std::string message;  ///< One sentence that says what is wrong and what to do.

    friend bool operator==(const Finding&, const Finding&) = default;
};

} // namespace hereabouts::core
