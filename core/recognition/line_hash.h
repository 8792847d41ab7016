// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/geometry.h"

#include <string>

namespace hereabouts::core {

/// What names a line: SHA-256, in 64 hexadecimal digits, of the area in one canonical text. Two areas have the same hash if and only if they have the same
/// corners, in whole centimetres of the home CRS, in rings of the same course. It makes no difference where a ring starts, which way it turns, in what order
/// parts and holes stand, or whether a corner is written twice; so the place file, its 1 cm grid and an export with all its digits leave it as it is.
/// A corner more on a straight edge is another line. Empty text for what has no area.
///
/// The text: for each part "P", then for its outer ring and each hole "R" and "x,y" in centimetres for each corner, in the least order there is.
[[nodiscard]] std::string lineHash(const Geometry& geometry);

} // namespace hereabouts::core
