// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/redraw/detail/common_ground.h"

#include "core/geometry/geometry.h"
#include "gis/crs/projection.h"
#include "gis/shapes/overlay.h"

#include <algorithm>
#include <cmath>

namespace hereabouts::gis::detail {

namespace {

using core::CommunityOverlap;
using core::MultiPolygon;

constexpr double kSliverMetres = 2; ///< Mean width under which shared ground is a drawing slip, as on import.

double lengthOf(const core::Ring& ring)
{
    double length = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) length += std::hypot(ring[i].x - ring[i - 1].x, ring[i].y - ring[i - 1].y);
    return length;
}

bool isSliver(const MultiPolygon& shape)
{
    double around = 0;
    for (const core::Polygon& polygon : shape) around += lengthOf(polygon.outer);
    return around <= 0 || 2 * core::planarArea(shape) / around < kSliverMetres;
}

const CommunityOverlap* knownPair(const core::PlaceSnapshot& place, const std::string& a, const std::string& b)
{
    const std::string &first = std::min(a, b), &second = std::max(a, b);
    const auto found = std::ranges::find_if(place.overlaps, [&](const CommunityOverlap& pair) { return pair.first == first && pair.second == second; });
    return found == place.overlaps.end() ? nullptr : &*found;
}

/// Nobody has said anything about it.
bool isUnspoken(const CommunityOverlap& pair)
{
    return pair.agreement == core::OverlapAgreement::NotAsked && pair.note.empty() && pair.parties.empty() && pair.document.empty();
}

} // namespace

core::Result<CommonGround> commonGround(const core::PlaceSnapshot& place, const std::string& community, const MultiPolygon& shape, const core::Job& job)
{
    const auto projection = Projection::create(place.district.epsg);
    if (!projection) return std::unexpected(projection.error());
    const core::RegisterTable& table = place.at(core::RegisterKind::Communities);
    const core::Box own = core::boundsOf(shape);
    CommonGround result;
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (job.stopped()) return core::fail(core::ErrorCode::Cancelled, "Stopped; nothing was changed.");
        const std::string other(table.text("code").at(row));
        const auto* area = std::get_if<MultiPolygon>(&table.geometry(row));
        if (other == community || !area || !core::boundsOf(*area).intersects(own)) continue;
        const auto ground = intersection(shape, *area);
        if (!ground) return std::unexpected(ground.error());
        if (ground->empty() || isSliver(*ground)) continue;
        const CommunityOverlap* known = knownPair(place, community, other);
        CommunityOverlap pair = known ? *known : CommunityOverlap{.first = std::min(community, other), .second = std::max(community, other)};
        pair.squareMetres = projection->groundArea(*ground);
        if (!known || *known != pair) result.edits.emplace_back(SetOverlap{pair});
        result.shared.push_back(std::move(pair));
    }
    for (const CommunityOverlap& pair : place.overlaps) {
        const bool ours = pair.first == community || pair.second == community;
        const bool stays
            = std::ranges::any_of(result.shared, [&](const CommunityOverlap& one) { return one.first == pair.first && one.second == pair.second; });
        if (!ours || stays) continue;
        if (isUnspoken(pair)) {
            result.edits.emplace_back(RemoveOverlap{pair.first, pair.second});
        } else if (pair.squareMetres != 0) {
            CommunityOverlap empty = pair;
            empty.squareMetres = 0;
            result.edits.emplace_back(SetOverlap{std::move(empty)});
        }
    }
    return result;
}

} // namespace hereabouts::gis::detail
