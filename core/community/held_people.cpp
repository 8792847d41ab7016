// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/community/held_people.h"

#include "core/joined/area_set.h"

#include <algorithm>
#include <format>

namespace hereabouts::core {

namespace {

std::unexpected<Error> nobodyToCount()
{
    return fail(ErrorCode::NotFound, "Nobody can be counted: the place has no small areas with people yet; import them with their population first.");
}

CommunityGround groundOf(const Geometry& line, const std::vector<Point>& points)
{
    CommunityGround ground;
    const auto* area = std::get_if<MultiPolygon>(&line);
    if (!area) return ground;
    const Box box = boundsOf(*area);
    for (std::uint32_t i = 0; i < points.size(); ++i) {
        if (box.contains(points[i]) && covers(*area, points[i])) ground.smallAreas.push_back(i);
    }
    return ground;
}

} // namespace

std::string HeldPeople::method() const { return std::format("People of {}, each counted where a point inside it stands (centroid).", edition); }

std::int64_t HeldPeople::peopleOf(std::size_t community) const
{
    std::int64_t sum = 0;
    for (const std::uint32_t i : communities[community].smallAreas) sum += std::max<std::int64_t>(people[i], 0);
    return sum;
}

Result<HeldPeople> heldPeople(const PlaceSnapshot& place)
{
    const auto set = areaSetNamed(place, specOf(RegisterKind::SmallAreas).name);
    if (!set) return nobodyToCount();
    const RegisterTable& table = place.at(RegisterKind::SmallAreas);
    const auto known = [](std::int64_t count) { return count == kNoInteger ? -1 : count; };
    HeldPeople held{.edition = set->name};
    for (const std::size_t row : set->rows) {
        held.points.push_back(representativePoint(table.geometry(row)));
        held.people.push_back(known(table.integers("population")[row]));
        held.dwellings.push_back(known(table.integers("dwellings")[row]));
        held.bands.push_back(static_cast<int>(std::max<std::int64_t>(table.integers("deprivation")[row], 0)));
    }
    if (std::ranges::none_of(held.people, [](std::int64_t count) { return count > 0; })) return nobodyToCount();
    const RegisterTable& communities = place.at(RegisterKind::Communities);
    for (std::size_t row = 0; row < communities.size(); ++row) held.communities.push_back(groundOf(communities.geometry(row), held.points));
    return held;
}

} // namespace hereabouts::core
