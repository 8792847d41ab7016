// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/place/coverage.h"

#include <algorithm>
#include <cassert>
#include <iterator>

namespace hereabouts::core {

namespace {

void count(Coverage& coverage, std::int64_t people, std::uint32_t held)
{
    if (people < 0) return;
    coverage.people += people;
    if (held >= 1) coverage.covered += people;
    if (held >= 2) coverage.inSeveral += people;
}

std::int64_t peopleOf(std::span<const std::int64_t> people, const std::vector<std::uint32_t>& smallAreas)
{
    std::int64_t sum = 0;
    for (const std::uint32_t i : smallAreas) sum += std::max<std::int64_t>(people[i], 0);
    return sum;
}

} // namespace

std::vector<std::uint32_t> timesHeld(std::size_t smallAreas, std::span<const CommunityGround> communities)
{
    std::vector<std::uint32_t> held(smallAreas, 0);
    for (const CommunityGround& community : communities) {
        if (!community.counts) continue;
        for (const std::uint32_t i : community.smallAreas) ++held[i];
    }
    return held;
}

Coverage coverageOf(std::span<const std::int64_t> people, std::span<const std::uint32_t> held)
{
    assert(people.size() == held.size());
    Coverage coverage;
    for (std::size_t i = 0; i < people.size(); ++i) count(coverage, people[i], held[i]);
    return coverage;
}

std::map<int, Coverage> coverageByBand(std::span<const std::int64_t> people, std::span<const std::uint32_t> held, std::span<const int> bands)
{
    assert(people.size() == held.size() && people.size() == bands.size());
    std::map<int, Coverage> byBand;
    for (std::size_t i = 0; i < people.size(); ++i) count(byBand[bands[i]], people[i], held[i]);
    return byBand;
}

SharedPeople sharedPeople(std::span<const std::int64_t> people, const CommunityGround& first, const CommunityGround& second)
{
    std::vector<bool> inFirst(people.size(), false);
    for (const std::uint32_t i : first.smallAreas) inFirst[i] = true;
    std::vector<std::uint32_t> both;
    std::ranges::copy_if(second.smallAreas, std::back_inserter(both), [&](std::uint32_t i) { return inFirst[i]; });
    return {.shared = peopleOf(people, both), .smaller = std::min(peopleOf(people, first.smallAreas), peopleOf(people, second.smallAreas))};
}

} // namespace hereabouts::core
