// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/joined/detail/sums.h"

#include "core/joined/standing.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace hereabouts::core {

namespace {

std::unordered_map<std::string_view, std::size_t> rowsByCode(const RegisterTable& table)
{
    std::unordered_map<std::string_view, std::size_t> rows;
    const TextColumn& codes = table.text("code");
    for (std::size_t row = 0; row < table.size(); ++row) rows.try_emplace(codes.at(row), row);
    return rows;
}

/// Row of the community that each priority is asked by; the register's size where it cannot be told.
std::vector<std::size_t> communityOfPriorities(const PlaceSnapshot& place)
{
    const RegisterTable& priorities = place.at(RegisterKind::Priorities);
    const RegisterTable& communities = place.at(RegisterKind::Communities);
    const auto plans = rowsByCode(place.at(RegisterKind::Plans));
    const auto communityRows = rowsByCode(communities);
    const TextColumn& planCodes = priorities.text("plan");
    const TextColumn& communityCodes = place.at(RegisterKind::Plans).text("community");
    std::vector<std::size_t> result(priorities.size(), communities.size());
    for (std::size_t row = 0; row < priorities.size(); ++row) {
        const auto plan = plans.find(planCodes.at(row));
        if (plan == plans.end()) continue;
        const auto community = communityRows.find(communityCodes.at(plan->second));
        if (community != communityRows.end()) result[row] = community->second;
    }
    return result;
}

/// Priorities by the community that asks: no position is needed.
void addByCommunity(Sums& sums, const AreaSet& areas, const std::vector<std::size_t>& rows, const std::vector<std::size_t>& communityOf)
{
    for (const std::size_t row : rows) {
        const auto area = std::ranges::lower_bound(areas.rows, communityOf[row]);
        ++sums.total;
        if (area == areas.rows.end() || *area != communityOf[row]) ++sums.unlocated;
        else sums.add(static_cast<std::uint32_t>(area - areas.rows.begin()), 1);
    }
}

} // namespace

Result<Sums> sumPriorities(const PlaceSnapshot& place, const AreaSet& areas)
{
    const RegisterTable& priorities = place.at(RegisterKind::Priorities);
    if (priorities.size() == 0) return fail(ErrorCode::NotFound, "There are no priorities to count: import plans and priorities first.");
    const std::vector<std::size_t> rows = standingPriorities(place);
    const std::vector<std::size_t> communityOf = communityOfPriorities(place);
    const RegisterTable& communities = place.at(RegisterKind::Communities);
    Sums sums(areas.rows.size());
    if (areas.kind == RegisterKind::Communities) {
        addByCommunity(sums, areas, rows, communityOf);
        sums.method = "Priorities of current plans, by the community whose plan it is; unlocated ones are of communities without a boundary.";
        return sums;
    }
    std::vector<Point> points;
    for (const std::size_t row : rows) {
        const bool own = !std::holds_alternative<std::monostate>(priorities.geometry(row));
        const bool ofCommunity = communityOf[row] < communities.size() && !std::holds_alternative<std::monostate>(communities.geometry(communityOf[row]));
        if (own) points.push_back(representativePoint(priorities.geometry(row)));
        else if (ofCommunity) points.push_back(representativePoint(communities.geometry(communityOf[row])));
        else {
            ++sums.unlocated;
            ++sums.total;
        }
    }
    const AreaFinder finder(place, areas);
    const Placement placed(finder, areas.overlapping, points);
    for (std::size_t i = 0; i < points.size(); ++i) placed.add(sums, i, 1);
    sums.method = "Priorities of current plans, counted where their own place is, else where a point inside their community is.";
    return sums;
}

Result<Sums> sumCommunities(const PlaceSnapshot& place, const AreaSet& areas)
{
    const RegisterTable& communities = place.at(RegisterKind::Communities);
    if (communities.size() == 0) return fail(ErrorCode::NotFound, "There are no communities to count: import them first.");

    const AreaSet small = newestSet(place, RegisterKind::SmallAreas);
    std::vector<Point> homes = pointsOf(place.at(RegisterKind::SmallAreas), small.rows);
    const AreaFinder finder(place, areas);
    const Placement placed(finder, areas.overlapping, homes);
    Sums sums(areas.rows.size());
    for (const std::size_t row : standingCommunities(place)) {
        ++sums.total;
        const auto* ground = std::get_if<MultiPolygon>(&communities.geometry(row));
        if (!ground) {
            ++sums.unlocated;
            continue;
        }
        const Box box = boundsOf(*ground);
        std::vector<std::uint32_t> reached;
        for (std::size_t i = 0; i < homes.size(); ++i) {
            if (box.contains(homes[i]) && covers(*ground, homes[i])) reached.insert(reached.end(), placed.areasOf(i).begin(), placed.areasOf(i).end());
        }
        if (reached.empty()) reached = finder.allHolding(representativePoint(*ground));
        std::ranges::sort(reached);
        const auto repeats = std::ranges::unique(reached);
        reached.erase(repeats.begin(), repeats.end());
        for (const std::uint32_t area : reached) sums.add(area, 1);
        if (reached.empty()) ++sums.outside;
    }
    sums.method = "Communities that are not declined, lapsed or dissolved, counted in every area where people of theirs live, so that one may count in several; "
                  "those without a boundary are unlocated.";
    return sums;
}

} // namespace hereabouts::core
