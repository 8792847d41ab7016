// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "gis/read/source.h"
#include "gis/read/worker/output.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::worker {

/// A sheet as it lies there, before anybody knows which line holds the headings. next() gives the next line's cells, false at the end.
struct Sheet {
    std::function<core::Result<bool>(std::vector<std::string>&)> next;
    std::function<double()> share; ///< Of the sheet that has been read, 0…1.
};

/// Finds the line of headings (titles above it are told and skipped; a sheet without headings gets "column 1", "column 2" …), tells what the table is and
/// puts out its rows. A column headed WKT or geometry whose cells are WKT becomes the rows' shapes. Ragged rows are told as findings.
[[nodiscard]] core::Result<void> putOutTable(Sheet sheet, gis::SourceDescription description, Output& output);

} // namespace hereabouts::worker
