// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/overlay/overlay.h"
#include "core/joined/tally.h"

#include <cstddef>

namespace hereabouts::app {

/// Colour of class `index` of `classes`, from little to much: darker with more on a light map, lighter with more on a dark one. One hue family a unit, ordered
/// by lightness alone, so that it reads the same to every kind of colour vision. @pre index < classes
[[nodiscard]] ThemedColour rampColour(core::Unit unit, std::size_t index, std::size_t classes);

/// Colour of the n-th category; from kCategoryColours on they are all the grey of "other".
inline constexpr std::size_t kCategoryColours = 10;
[[nodiscard]] ThemedColour categoryColour(std::size_t index);

/// Colour of a cell of a bivariate map: column and row are thirds, 0…2.
[[nodiscard]] ThemedColour bivariateColour(int column, int row);

[[nodiscard]] ThemedColour zeroColour();   ///< Known, and none: plain, and apart from the ramp's lightest.
[[nodiscard]] ThemedColour noDataColour(); ///< The lines of the hatch.
[[nodiscard]] ThemedColour wonColour();    ///< Proposals won.
[[nodiscard]] ThemedColour lostColour();   ///< Proposals not funded.

} // namespace hereabouts::app
