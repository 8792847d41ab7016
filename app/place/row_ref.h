// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/joined/place_snapshot.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <optional>

namespace hereabouts::app {

/// One row of one register, by its id: the same row in the next snapshot, if it is still there.
struct RowRef {
    core::RegisterKind kind = core::RegisterKind::Boards;
    std::int64_t id = 0;

    friend auto operator<=>(const RowRef&, const RowRef&) = default;
};

/// Where the row is in this snapshot, or nothing.
[[nodiscard]] std::optional<std::size_t> rowOf(const core::PlaceSnapshot& place, RowRef ref);
/// What a person calls the row: its name, title or statement, else its code.
[[nodiscard]] QString nameOf(const core::PlaceSnapshot& place, core::RegisterKind kind, std::size_t row);
/// The one word for a row of the register: "Community board".
[[nodiscard]] QString singularOf(core::RegisterKind kind);
/// A cell as a person reads it: money with its sign, dates as 3 Mar 2026, yes and no.
[[nodiscard]] QString cellText(const core::PlaceSnapshot& place, core::RegisterKind kind, std::size_t row, std::size_t field);

} // namespace hereabouts::app
