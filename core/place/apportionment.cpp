// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/place/apportionment.h"

#include <algorithm>
#include <cassert>

namespace hereabouts::core {

Apportioned apportionByPoint(std::span<const std::int64_t> people, std::span<const std::uint32_t> holder, std::size_t areas)
{
    assert(people.size() == holder.size());
    Apportioned result{.people = std::vector<double>(areas, 0.0), .outside = 0, .total = 0};
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (people[i] < 0) continue;
        const auto count = static_cast<double>(people[i]);
        result.total += count;
        (holder[i] == kNowhere ? result.outside : result.people[holder[i]]) += count;
    }
    return result;
}

Apportioned apportionByGround(std::span<const std::int64_t> people, std::span<const GroundPart> parts, std::size_t areas)
{
    Apportioned result{.people = std::vector<double>(areas, 0.0), .outside = 0, .total = 0};
    std::vector<double> held(people.size(), 0.0);
    for (const GroundPart& part : parts) {
        assert(part.smallArea < people.size() && part.area < areas && part.share >= 0);
        held[part.smallArea] += part.share;
        if (people[part.smallArea] > 0) result.people[part.area] += static_cast<double>(people[part.smallArea]) * part.share;
    }
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (people[i] < 0) continue;
        const auto count = static_cast<double>(people[i]);
        result.total += count;
        result.outside += count * std::max(0.0, 1 - held[i]);
    }
    return result;
}

std::vector<PeopleRange> rangeOf(std::span<const Apportioned> methods)
{
    assert(!methods.empty());
    std::vector<PeopleRange> ranges;
    for (const double people : methods.front().people) ranges.push_back({.least = people, .most = people});
    for (const Apportioned& method : methods) {
        assert(method.people.size() == ranges.size());
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            ranges[i].least = std::min(ranges[i].least, method.people[i]);
            ranges[i].most = std::max(ranges[i].most, method.people[i]);
        }
    }
    return ranges;
}

} // namespace hereabouts::core
