// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/draw/sketch_change.h"
#include "core/draw/sketch_edit.h"
#include "core/geometry/geometry.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace hereabouts::core::detail {

/// Twice the signed area in cm², counter-clockwise above zero. Exact. @pre all vertices are on the grid
[[nodiscard]] std::int64_t doubledArea(std::span<const Point> vertices);

/// A closed ring of the world as vertices of the grid: the repeated end and repeated vertices left out. Fails with BadInput as Sketch::of() says.
[[nodiscard]] Result<std::vector<Point>> closedVertices(std::span<const Point> ring);

/// What an edit (neither Undo nor Redo) comes down to. Fails with BadInput where it cannot be done.
[[nodiscard]] Result<std::vector<Change>> plan(const std::vector<SketchRing>& rings, std::optional<std::uint32_t> open, const SketchEdit& edit);

/// Does a change, or takes it back. A ring is open exactly as long as it is the one being drawn.
void perform(std::vector<SketchRing>& rings, std::optional<std::uint32_t>& open, const Change& change, bool forward);

} // namespace hereabouts::core::detail
