// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/samples/builder/country.h"

namespace hereabouts::sample {

/// True for a town block left green.
[[nodiscard]] bool isPark(const Country& country, int cell);

/// Lots of the town blocks in a board: a block is set back from its streets, parted down the middle and cut across into fronts of about 20 metres.
[[nodiscard]] std::vector<Path> parcelsOf(const Country& country, std::size_t board);

} // namespace hereabouts::sample
