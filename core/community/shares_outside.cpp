// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/community/coverage_report.h"
#include "core/facts/live_facts.h"

#include <algorithm>
#include <memory>

namespace hereabouts::core {

namespace {

constexpr double kSlip = 0.001; ///< Share of its ground under which a community's line merely does not follow the district's.

/// Shapes of the areas that together are the district.
std::vector<MultiPolygon> districtAreas(const PlaceSnapshot& place)
{
    for (const RegisterKind kind : {RegisterKind::Boards, RegisterKind::Wards, RegisterKind::SmallAreas}) {
        const auto set = areaSetNamed(place, specOf(kind).name);
        if (!set) continue;
        std::vector<MultiPolygon> shapes;
        for (const std::size_t row : set->rows) {
            if (const auto* shape = std::get_if<MultiPolygon>(&place.at(kind).geometry(row))) shapes.push_back(*shape);
        }
        if (!shapes.empty()) return shapes;
    }
    return {};
}

double shareOutside(const ShapeFacts& facts)
{
    double inside = 0;
    for (const TouchedArea& area : facts.touched.front()) inside += area.squareMetres;
    const double share = facts.squareMetres > 0 ? 1 - inside / facts.squareMetres : 0;
    return share < kSlip ? 0 : std::min(share, 1.0);
}

} // namespace

std::vector<OutsideShare> sharesOutsideDistrict(const PlaceSnapshot& place)
{
    const std::vector<MultiPolygon> areas = districtAreas(place);
    if (areas.empty()) return {};
    auto counted = CountedPlace::build({.smallAreas = {},
        .smallAreaPoints = {},
        .people = {},
        .bands = {},
        .dwellings = {},
        .areaSets = {areas},
        .communities = {},
        .claimed = {},
        .district = {},
        .groundScale = {}});
    if (!counted) return {};
    const auto district = std::make_shared<const CountedPlace>(std::move(*counted));
    const RegisterTable& table = place.at(RegisterKind::Communities);
    std::vector<OutsideShare> shares;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto* line = std::get_if<MultiPolygon>(&table.geometry(row));
        LiveFacts facts(district);
        if (!line || !facts.follow(countedRings(*line))) continue;
        shares.push_back(
            {.code = std::string(table.text("code").at(row)), .name = std::string(table.text("name").at(row)), .share = shareOutside(facts.facts())});
    }
    return shares;
}

} // namespace hereabouts::core
