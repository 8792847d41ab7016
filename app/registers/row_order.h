// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/register/register_table.h"

#include <cstddef>
#include <vector>

namespace hereabouts::app {

/// Puts rows in the order of a column: numbers by size, text as a person would file it (capitals and macrons aside, "Road 2" before "Road 10").
/// Rows that say nothing come last, whichever way it goes; equal rows keep their order.
void sortRows(std::vector<std::size_t>& rows, const core::Column& column, bool descending);

} // namespace hereabouts::app
