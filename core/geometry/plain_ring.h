// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/geometry.h"

namespace hereabouts::core {

/// True if it is certain that the closed ring, its positions taken on the grid, goes once round some ground and meets itself nowhere. Exact, and some ten times
/// as fast as a general test of validity. False says only that one must look closer: it touches itself, is very long, or lies beyond the grid.
[[nodiscard]] bool isPlainRing(const Ring& ring);

} // namespace hereabouts::core
