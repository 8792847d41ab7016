// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <expected>
#include <string>
#include <utility>

namespace hereabouts::core {

/// Why an operation could not be done; the message says it to a person, the code to the program.
enum class ErrorCode {
    BadInput,     ///< What was given cannot be understood or breaks a rule.
    UnknownId,    ///< A code names nothing in this place.
    NotFound,     ///< A file, layer or row that is not there.
    Unreadable,   ///< A file that is there and cannot be read as what it claims to be.
    Refused,      ///< A rule of this place or of safety forbids it.
    NewerVersion, ///< A place file written by a newer Hereabouts.
    Busy,         ///< Another program holds the place file.
    ReadOnly,     ///< The place file or its folder cannot be written.
    NoSpace,      ///< The disk is full.
    Cancelled,    ///< The user stopped it; nothing was changed.
    Failed,       ///< An engine failed in a way that no rule above names.
};

/// A refusal in one sentence that names the offender and says what to do.
struct Error {
    ErrorCode code = ErrorCode::Failed;
    std::string message;

    friend bool operator==(const Error&, const Error&) = default;
};

template <typename T>
using Result = std::expected<T, Error>;

/// `return fail(ErrorCode::BadInput, "…");`
[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, std::string message)
{
    return std::unexpected(Error{.code = code, .message = std::move(message)});
}

} // namespace hereabouts::core
