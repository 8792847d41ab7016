// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/point.h"

namespace hereabouts::core {

/// Where p lies as one walks from a to b: 1 to the left, -1 to the right, 0 exactly on the line. Exact for all finite doubles whose products
/// neither overflow nor underflow; fast unless the three are nearly in line.
/// Source: Shewchuk (1997), "Adaptive precision floating-point arithmetic and fast robust geometric predicates", for the error bound.
[[nodiscard]] int sideOf(Point a, Point b, Point p);

/// True if p lies exactly on the straight line between a and b, ends included.
[[nodiscard]] bool onSegment(Point a, Point b, Point p);

} // namespace hereabouts::core
