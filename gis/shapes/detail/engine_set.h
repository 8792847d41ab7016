// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/shapes/detail/geos.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace hereabouts::gis::detail {

struct TreeCloser {
    GEOSContextHandle_t handle = nullptr;
    void operator()(GEOSSTRtree* tree) const { GEOSSTRtree_destroy_r(handle, tree); }
};

/// Many areas as GEOS sees them, with a tree of their boxes. Belongs to the thread that made it.
class EngineSet {
public:
    /// Fails with Failed when GEOS cannot read an area, Cancelled when the job stops.
    [[nodiscard]] static core::Result<EngineSet> create(std::span<const core::MultiPolygon> areas, const core::Job& job);

    [[nodiscard]] std::size_t size() const { return m_boxes.size(); }
    [[nodiscard]] const GEOSGeometry* shape(std::size_t i) const { return GEOSGetGeometryN_r(m_geos->handle(), m_all.get(), static_cast<int>(i)); }
    [[nodiscard]] const core::Box& box(std::size_t i) const { return m_boxes[i]; }
    [[nodiscard]] const GEOSGeometry* all() const { return m_all.get(); } ///< One collection of all of them, empty ones too.

    /// Indices of the areas whose boxes meet this one, in order.
    [[nodiscard]] std::vector<std::size_t> near(const core::Box& box) const;

private:
    EngineSet() = default;

    const Geos* m_geos = nullptr;
    GeosPtr m_all;
    std::vector<core::Box> m_boxes;
    std::vector<std::size_t> m_numbers; ///< What the tree's items point to.
    std::unique_ptr<GEOSSTRtree, TreeCloser> m_tree;
};

} // namespace hereabouts::gis::detail
