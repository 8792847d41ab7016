// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/geometry/box.h"
#include "core/geometry/geometry.h"
#include "core/joined/place_snapshot.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace hereabouts::app {

class HomeToWorld;
struct RegisterShapes;

/// The shapes of one snapshot as the painter wants them: Web-Mercator world units (core/geometry/web_mercator.h; x beyond 1 for a place across the
/// antimeridian) in flat arrays, level by level, with a spatial index. Built once off the GUI thread, then read by every painting thread.
class MapLayers {
public:
    /// `former`, when given, lends every register that did not change. Fails with BadInput if the home CRS is unknown to PROJ, Cancelled when the job stops.
    [[nodiscard]] static core::Result<std::shared_ptr<const MapLayers>> build(core::SnapshotPtr snapshot, const MapLayers* former = nullptr, const core::Job& job = {});
    ~MapLayers();
    MapLayers(const MapLayers&) = delete;
    MapLayers& operator=(const MapLayers&) = delete;

    [[nodiscard]] const core::SnapshotPtr& snapshot() const { return m_snapshot; }
    /// The district in world units: its boards, else wards, small areas, communities, base map, or all points. Empty for an empty place.
    [[nodiscard]] core::Box bounds() const { return m_bounds; }
    /// A row's bounds in world units; empty where it has no shape. @pre row < size of the register
    [[nodiscard]] core::Box boundsOf(core::RegisterKind kind, std::size_t row) const;
    /// A position in the home CRS in world units. Within a few centimetres of PROJ's answer inside the district: for display alone.
    [[nodiscard]] core::Point toWorld(core::Point home) const;
    /// A row's full shape in world units, for a selection drawn by somebody else.
    [[nodiscard]] core::Geometry worldShape(core::RegisterKind kind, std::size_t row) const;
    /// The painter's arrays of one register. Never null.
    [[nodiscard]] const RegisterShapes& shapes(core::RegisterKind kind) const { return *m_shapes[static_cast<std::size_t>(kind)]; }

private:
    MapLayers() = default;
    core::SnapshotPtr m_snapshot;
    std::shared_ptr<const HomeToWorld> m_toWorld;
    std::array<std::shared_ptr<const RegisterShapes>, core::kRegisterCount> m_shapes;
    core::Box m_bounds;
};

using MapLayersPtr = std::shared_ptr<const MapLayers>;

} // namespace hereabouts::app
