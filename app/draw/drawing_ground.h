// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/draw/network.h"
#include "core/facts/counted_place.h"
#include "core/geometry/area_locator.h"
#include "core/joined/place_snapshot.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace hereabouts::app {

/// What a boundary is drawn along and counted against: lines to follow, small areas to paint, people and neighbours to count. Immutable; built off the GUI
/// thread.
struct DrawingGround {
    core::SnapshotPtr snapshot;
    core::Network network; ///< Roads, streams and coast, then the lines of areas and other communities.
    core::Network roads;                               ///< What one walks along.
    std::shared_ptr<const core::CountedPlace> counted; ///< Without the community that is drawn.
    std::vector<std::size_t> smallAreas; ///< Rows of the newest edition that have ground.
    core::AreaLocator smallAreaAt; ///< Index into `smallAreas`.
    std::vector<std::string> boards; ///< Names, as CountedPlace numbers them.
    std::vector<std::string> wards;
    std::vector<std::string> communities;
    std::string smallAreaEdition;
    bool countsDwellings = false;

    /// Fails with Cancelled, or as overlay does. Takes about half a second for a district of 60,000 small areas.
    [[nodiscard]] static core::Result<std::shared_ptr<const DrawingGround>> build(
        core::SnapshotPtr snapshot, const std::string& community, const core::Job& job);
};

} // namespace hereabouts::app
