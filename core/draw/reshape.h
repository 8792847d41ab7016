// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/draw/sketch.h"
#include "core/geometry/geometry.h"

#include <cstdint>
#include <functional>
#include <string>

namespace hereabouts::core {

/// What becomes of two areas: their union, or the first without the second. Done by an engine that is good at it.
using Overlay = std::function<Result<MultiPolygon>(const MultiPolygon&, const MultiPolygon&)>;

/// The edit that makes this shape of a sketch; rings that are there already stay as they are, wherever they begin and whichever way they turn.
/// @param what  One word for it: "repaired".
[[nodiscard]] edit::Become becoming(const Sketch& sketch, std::string what, const MultiPolygon& shape);

/// Small areas, or any ground, painted to a sketch, and wiped off it. Fail with BadInput while a line is being drawn, where nothing would change, and as the
/// overlay fails.
[[nodiscard]] Result<edit::Become> painted(const Sketch& sketch, const MultiPolygon& ground, const Overlay& unite);
[[nodiscard]] Result<edit::Become> wiped(const Sketch& sketch, const MultiPolygon& ground, const Overlay& subtract);

/// Two parts made one. Fails with BadInput where they do not touch along a line or overlap.
/// @param first  Index of a ring of the one part, `second` of the other.
[[nodiscard]] Result<edit::Become> joined(const Sketch& sketch, std::uint32_t first, std::uint32_t second, const Overlay& unite);

/// The parts cut in two, or in more, wherever the line passes through them from side to side; ends that dangle inside cut nothing. New corners come to stand on
/// the grid, and bend the boundary by 7 mm at most. Fails with BadInput where the line cuts nothing.
[[nodiscard]] Result<edit::Become> cutBy(const Sketch& sketch, const Line& line);

/// A part that is a circle drawn with so many corners, of the circle's area; they stand up to 0.2 % outside of it with 64.
[[nodiscard]] edit::AddPart circleRound(Point centre, double radiusMetres, int corners = 64);

} // namespace hereabouts::core
