// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/joined/place_snapshot.h"
#include "gis/store/place_file.h"

#include <string>
#include <vector>

namespace hereabouts::gis::detail {

struct CommonGround {
    std::vector<core::CommunityOverlap> shared; ///< By the other community's code.
    std::vector<Edit> edits; ///< What brings the place's overlaps in line with it.
};

/// Ground that a community with this shape shares with every other community that has one. Pairs that share no ground any more go, unless people have said
/// something about them: then they stay, with no area.
[[nodiscard]] core::Result<CommonGround> commonGround(
    const core::PlaceSnapshot& place, const std::string& community, const core::MultiPolygon& shape, const core::Job& job);

} // namespace hereabouts::gis::detail
