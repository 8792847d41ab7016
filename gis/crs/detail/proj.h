// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/box.h"
#include "gis/crs/projection.h"

#include <proj.h>

#include <memory>
#include <string>

namespace hereabouts::gis::detail {

struct ProjCloser {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
    void operator()(PJ* object) const { proj_destroy(object); }
};
using ContextPtr = std::unique_ptr<PJ_CONTEXT, ProjCloser>;
using PjPtr = std::unique_ptr<PJ, ProjCloser>;

/// A context of one's own that asks no network and prints nothing.
[[nodiscard]] ContextPtr openContext();

/// The two-dimensional CRS that a text names, or null.
[[nodiscard]] PjPtr horizontalCrs(PJ_CONTEXT* context, const std::string& text);

/// West, south, east and north of a CRS's area of use, in degrees; east above 180 where it crosses the antimeridian. Empty when PROJ knows none.
[[nodiscard]] core::Box areaOfUse(PJ_CONTEXT* context, const PJ* crs);

/// A way from one CRS to another, axes in traditional order.
struct Pipeline {
    ContextPtr context;
    PjPtr transform;
    std::string accuracyNote;
};

/// A home CRS and where it is used.
struct HomeCrs {
    Crs crs;
    core::Box place; ///< In degrees; empty when PROJ knows none.
};

/// Looked up once in a process: PROJ reads its database for it. Fails with BadInput if the code is unknown or not a projected CRS in metres.
[[nodiscard]] core::Result<HomeCrs> homeCrs(int epsg);

/// Searched for once in a process: later ones are copies, each with a context of its own.
/// @param place  Where the points will lie, in degrees; empty: anywhere. Fails with Failed when PROJ knows no way.
[[nodiscard]] core::Result<Pipeline> pipelineBetween(const std::string& from, const std::string& to, const core::Box& place);

} // namespace hereabouts::gis::detail
