// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/box.h"
#include "core/joined/place_snapshot.h"
#include "core/search/search_index.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::core {

/// Something that can be found by name.
struct SearchTarget {
    RegisterKind kind = RegisterKind::Communities;
    std::size_t row = 0; ///< Row of the register; the first of several where a road is drawn in pieces.
    std::string title;   ///< "Wharf Street".
    std::string detail;  ///< What it is: "Road", "Community, recognised", "Proposal".
    Box where;           ///< Home CRS; empty where it has no place on the map (a community beyond boundaries).
    Point centre;        ///< A point on it. Meaningless where `where` is empty.
};

/// Finds communities, towns, roads, waters, anchors, boards, wards, proposals, plans and priorities by what people type.
class PlaceSearch {
public:
    /// Brings text to what is compared: case and accents folded (gis/text fold()).
    using Fold = std::function<std::string(std::string_view)>;

    /// @param fold kept, and called from find(); must be safe to call from the thread that searches.
    [[nodiscard]] static PlaceSearch build(const PlaceSnapshot& place, Fold fold);

    /// The best `limit` targets for text still being typed, best first.
    [[nodiscard]] std::vector<SearchTarget> find(std::string_view typed, std::size_t limit = 10) const;
    [[nodiscard]] std::size_t size() const { return m_targets.size(); }

private:
    std::vector<SearchTarget> m_targets;
    SearchIndex m_index;
    Fold m_fold;
};

} // namespace hereabouts::core
