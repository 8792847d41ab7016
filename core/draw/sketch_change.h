// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/draw/sketch_edit.h"

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

/// What an edit came down to, in steps that can each be taken back: what a sketch keeps of its past.
namespace hereabouts::core::detail {

struct Spliced { ///< Some vertices of a ring became others.
    std::uint32_t ring = 0;
    std::uint32_t at = 0;
    std::vector<Point> before;
    std::vector<Point> after;
};
struct Ringed { ///< All rings became others; a number names a ring on the other side of the change.
    std::vector<edit::Become::Ring> before;
    std::vector<edit::Become::Ring> after;
};
struct Inserted { ///< A ring came in at an index, or went from there.
    std::uint32_t at = 0;
    SketchRing ring;
    bool cameIn = true;
};
struct Shifted { ///< Everything moved, in centimetres.
    std::int32_t east = 0;
    std::int32_t north = 0;
};
struct Opened { ///< Another ring is being drawn, or none.
    std::optional<std::uint32_t> before;
    std::optional<std::uint32_t> after;
};
using Change = std::variant<Spliced, Ringed, Inserted, Shifted, Opened>;

} // namespace hereabouts::core::detail
