// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/counted_place.h"

#include <format>
#include <utility>

namespace hereabouts::core {

namespace {

std::unexpected<Error> differs(std::string_view what, std::size_t count, std::size_t smallAreas)
{
    return fail(ErrorCode::BadInput, std::format("There are {} {} for {} small areas: each small area needs one.", count, what, smallAreas));
}

} // namespace

Result<CountedPlace> CountedPlace::build(const ThingsToCount& things)
{
    const std::size_t count = things.smallAreas.size();
    if (things.smallAreaPoints.size() != count) return differs("points", things.smallAreaPoints.size(), count);
    if (things.people.size() != count) return differs("counts of people", things.people.size(), count);
    if (things.bands.size() != count) return differs("deprivation bands", things.bands.size(), count);

    CountedPlace place;
    place.m_areaSets = things.areaSets.size();
    place.m_communities = things.communities.size();
    place.m_knowsClaimed = !things.claimed.empty();
    place.m_knowsDistrict = !things.district.empty();
    place.m_ground.emplace_back(things.smallAreas);
    for (const auto& set : things.areaSets) place.m_ground.emplace_back(set);
    place.m_ground.emplace_back(things.communities);
    place.m_ground.emplace_back(std::span(&things.claimed, place.m_knowsClaimed ? 1 : 0));
    place.m_ground.emplace_back(std::span(&things.district, place.m_knowsDistrict ? 1 : 0));
    place.m_smallAreaPoints = detail::PointLayer(things.smallAreaPoints);
    place.m_dwellings = detail::PointLayer(things.dwellings);
    place.m_people.assign(things.people.begin(), things.people.end());
    place.m_bands.assign(things.bands.begin(), things.bands.end());
    place.m_groundScale = things.groundScale;

    // By the rule of live facts, so that what is shared is what two live counts would agree on.
    place.m_holderStarts.push_back(0);
    std::vector<std::vector<std::uint32_t>> holders(count);
    for (std::uint32_t community = 0; community < things.communities.size(); ++community) {
        for (const std::uint32_t smallArea : place.m_smallAreaPoints.inside(things.communities[community])) holders[smallArea].push_back(community);
    }
    for (std::size_t i = 0; i < count; ++i) {
        place.m_holders.insert(place.m_holders.end(), holders[i].begin(), holders[i].end());
        place.m_holderStarts.push_back(static_cast<std::uint32_t>(place.m_holders.size()));
        if (holders[i].empty() && place.m_people[i] > 0) place.m_unclaimedPeople += place.m_people[i];
    }
    return place;
}

} // namespace hereabouts::core
