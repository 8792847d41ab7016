// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <new>
#include <string>
#include <utility>

namespace hereabouts::gis::detail {

/// A refusal on its way out of gis/store: thrown inside this room alone, because a transaction must be left from any depth, and turned into a Result
/// by attempt() at every door of PlaceFile.
struct Trouble {
    core::Error error;
};

[[noreturn]] inline void refuse(core::ErrorCode code, std::string message)
{
    throw Trouble{{.code = code, .message = std::move(message)}};
}

/// Runs `work` and gives its value, or the refusal it threw.
template <typename Work>
[[nodiscard]] auto attempt(Work&& work) -> core::Result<decltype(work())>
try {
    if constexpr (std::is_void_v<decltype(work())>) {
        work();
        return {};
    } else {
        return work();
    }
} catch (Trouble& trouble) {
    return std::unexpected(std::move(trouble.error));
} catch (const std::bad_alloc&) {
    return core::fail(core::ErrorCode::Failed, "There is not enough memory for this place. Close other programs and try again.");
}

} // namespace hereabouts::gis::detail
