// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/draw/sketch.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hereabouts::core {

/// An edit as one line of text, without the line's end: a word and numbers, metres with two decimals ("append 1500123.45 5700456.70"). ASCII, but for the word
/// in Become::what.
[[nodiscard]] std::string encodeEdit(const SketchEdit& edit);

/// The edit that a line tells of. Fails with BadInput where it tells of none.
[[nodiscard]] Result<SketchEdit> decodeEdit(std::string_view line);

/// A sketch drawn anew from its journal.
struct Replay {
    Sketch sketch;
    std::size_t edits = 0;
    std::size_t bytes = 0; ///< How much of the text was used. Cut the journal there before more is added to it.
    std::optional<Error> stopped; ///< Why the rest of the text was not used, where that is more than a last line cut short.
};

/// Does the edits of a journal, one a line, to `start`, in order. A last line without its end was being written when the power went: it is left out. A line
/// that cannot be read or done ends the replay; what came before it stands.
[[nodiscard]] Replay replay(Sketch start, std::string_view journal);

} // namespace hereabouts::core
