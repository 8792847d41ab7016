// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/base/job.h"
#include "core/geometry/detail_levels.h"
#include "core/geometry/geometry.h"
#include "core/register/register_table.h"
#include "gis/store/detail/sqlite.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace hereabouts::gis::detail {

/// A register as it stands in the file.
struct ReadRegister {
    std::shared_ptr<const core::RegisterTable> table;
    std::shared_ptr<const core::DetailLevels> details;
    /// Values that another program wrote and that the register cannot hold (a shape that is damaged, text where a date belongs): read as nothing.
    std::vector<core::Finding> findings;
};

/// Area on the ellipsoid, for rows whose shape another program drew or moved.
using GroundArea = std::function<double(const core::MultiPolygon&)>;

/// Reads a register whole, as columns, and the simpler drawings of those of its shapes that have not changed since.
/// A level of detail that a row lacks is filled with its next finer drawing. Throws Cancelled when the job stops.
[[nodiscard]] ReadRegister readRegister(Database& database, const core::RegisterSpec& spec, int srid, const GroundArea& groundArea, const core::Job& job);

} // namespace hereabouts::gis::detail
