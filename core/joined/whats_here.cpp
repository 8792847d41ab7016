// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/joined/whats_here.h"

#include "core/joined/detail/sums.h"
#include "core/joined/standing.h"
#include "core/joined/tally.h"
#include "core/register/commitment.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string_view>
#include <unordered_map>

namespace hereabouts::core {

namespace {

std::optional<std::int64_t> number(const IntegerColumn& column, std::size_t row)
{
    if (column[row] == kNoInteger) return std::nullopt;
    return column[row];
}

bool holds(const Geometry& geometry, Point point)
{
    const auto* area = std::get_if<MultiPolygon>(&geometry);
    return area && boundsOf(*area).contains(point) && covers(*area, point);
}

double distanceToSegment(Point a, Point b, Point p)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double along = length == 0 ? 0 : std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0);
    return std::hypot(a.x + along * dx - p.x, a.y + along * dy - p.y);
}

double distanceToLine(const Line& line, Point p)
{
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < line.size(); ++i) least = std::min(least, distanceToSegment(line[i - 1], line[i], p));
    return least;
}

std::optional<PeopleCount> countedIn(const PeopleCounter& counter, const Geometry& geometry)
{
    const auto* shape = std::get_if<MultiPolygon>(&geometry);
    return shape ? counter.of(*shape) : std::nullopt;
}

void addAreas(WhatsHere& here, const PlaceSnapshot& place, RegisterKind kind, const PeopleCounter& counter)
{
    const RegisterTable& table = place.at(kind);
    const IntegerColumn& people = table.integers("population");
    for (const AreaSet& set : areaSetsOf(place)) {
        if (set.kind != kind) continue;
        for (const std::size_t row : set.rows) {
            if (!holds(table.geometry(row), here.home)) continue;
            here.areas.push_back({.kind = kind, .row = row, .code = std::string(table.text("code").at(row)), .name = std::string(table.text("name").at(row)),
                .edition = set.name, .people = number(people, row),
                .counted = kind == RegisterKind::SmallAreas ? std::nullopt : countedIn(counter, table.geometry(row))});
        }
    }
}

void addCommunities(WhatsHere& here, const PlaceSnapshot& place, const PeopleCounter& counter)
{
    const RegisterTable& table = place.at(RegisterKind::Communities);
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (!holds(table.geometry(row), here.home)) continue;
        here.communities.push_back({.row = row, .code = std::string(table.text("code").at(row)), .name = std::string(table.text("name").at(row)),
            .kind = std::string(table.text("kind").at(row)), .status = std::string(table.text("status").at(row)), .members = number(table.integers("members"), row),
            .counted = countedIn(counter, table.geometry(row))});
    }
    const auto nameOf = [&](const std::string& code) -> const std::string* {
        const auto found = std::ranges::find(here.communities, code, &HereCommunity::code);
        return found == here.communities.end() ? nullptr : &found->name;
    };
    for (const CommunityOverlap& overlap : place.overlaps) {
        const std::string* first = nameOf(overlap.first);
        const std::string* second = nameOf(overlap.second);
        if (first && second) here.overlaps.push_back({.first = *first, .second = *second, .agreement = overlap.agreement, .squareMetres = overlap.squareMetres, .note = overlap.note});
    }
}

/// Priorities of every plan of the communities that are here; of past plans none.
void addPriorities(WhatsHere& here, const PlaceSnapshot& place)
{
    const RegisterTable& plans = place.at(RegisterKind::Plans);
    std::unordered_map<std::string_view, std::pair<std::size_t, const HereCommunity*>> planOf; // by the plan's code
    for (std::size_t row = 0; row < plans.size(); ++row) {
        const auto community = std::ranges::find(here.communities, plans.text("community").at(row), &HereCommunity::code);
        if (community != here.communities.end()) planOf.try_emplace(plans.text("code").at(row), row, &*community);
    }
    const RegisterTable& table = place.at(RegisterKind::Priorities);
    for (const std::size_t row : standingPriorities(place)) {
        const auto plan = planOf.find(table.text("plan").at(row));
        if (plan == planOf.end()) continue;
        const auto& [planRow, community] = plan->second;
        HerePriority priority{.row = row, .code = std::string(table.text("code").at(row)), .planCode = std::string(plan->first),
            .plan = std::string(plans.text("title").at(planRow)), .planStatus = std::string(plans.text("status").at(planRow)), .community = community->name,
            .rank = number(table.integers("rank"), row).value_or(0), .theme = std::string(table.text("theme").at(row)),
            .statement = std::string(table.text("statement").at(row)), .progress = std::string(table.text("progress").at(row)),
            .supporters = number(table.integers("supporters"), row), .metres = std::nullopt};
        if (!std::holds_alternative<std::monostate>(table.geometry(row))) priority.metres = distanceTo(table.geometry(row), here.home);
        here.priorities.push_back(std::move(priority));
    }
    std::ranges::stable_sort(here.priorities, {}, [](const HerePriority& p) { return std::tie(p.community, p.planCode, p.rank); });
}

void addProposals(WhatsHere& here, const PlaceSnapshot& place, double nearMetres)
{
    const RegisterTable& table = place.at(RegisterKind::Proposals);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const double metres = distanceTo(table.geometry(row), here.home);
        if (!(metres <= nearMetres)) continue;
        HereProposal proposal{.row = row, .code = std::string(table.text("code").at(row)), .title = std::string(table.text("title").at(row)),
            .stage = std::string(table.text("stage").at(row)), .result = std::string(table.text("result").at(row)), .cost = std::nullopt, .metres = metres};
        if (const auto cost = number(table.integers("cost"), row)) proposal.cost = Money::fromMinor(*cost);
        here.proposals.push_back(std::move(proposal));
    }
    std::ranges::sort(here.proposals, {}, [](const HereProposal& p) { return std::pair(p.metres, p.row); });
    if (here.proposals.size() > kNearMost) here.proposals.resize(kNearMost);

    const std::map<std::string, std::int64_t, std::less<>> votes = votesByProposal(place);
    for (HereProposal& proposal : here.proposals) {
        const auto found = votes.find(proposal.code);
        if (found != votes.end()) proposal.votes = found->second;
    }
}

void addAnchors(WhatsHere& here, const PlaceSnapshot& place, double nearMetres)
{
    const RegisterTable& table = place.at(RegisterKind::Anchors);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const double metres = distanceTo(table.geometry(row), here.home);
        if (!(metres <= nearMetres)) continue;
        const auto commitment = commitmentOf(table, row);
        here.anchors.push_back({.row = row, .code = std::string(table.text("code").at(row)), .name = std::string(table.text("name").at(row)),
            .site = std::string(table.text("site").at(row)), .commitment = std::string(table.text("commitment").at(row)),
            .targetPercent = commitment ? commitment->targetPercent : std::nullopt, .due = commitment ? commitment->due : std::nullopt, .metres = metres});
    }
    std::ranges::sort(here.anchors, {}, [](const HereAnchor& a) { return std::pair(a.metres, a.row); });
    if (here.anchors.size() > kNearMost) here.anchors.resize(kNearMost);
}

void addMoney(WhatsHere& here, const PlaceSnapshot& place)
{
    auto area = std::ranges::find(here.areas, RegisterKind::Boards, &HereArea::kind);
    if (area == here.areas.end()) area = std::ranges::find(here.areas, RegisterKind::Wards, &HereArea::kind);
    if (area == here.areas.end()) return;
    const AreaSet only{.kind = area->kind, .name = area->edition, .rows = {area->row}, .overlapping = false};
    const Result<Tally> spend = tally(place, Measure::Spend, only);
    if (!spend) return;
    HereMoney money{.area = area->name, .total = Money::fromMinor(spend->areas[0].minor), .payments = spend->areas[0].n, .perHead = std::nullopt};
    const Result<Tally> people = tally(place, Measure::Population, only);
    const double living = people && people->areas[0].value ? *people->areas[0].value : static_cast<double>(area->people.value_or(0));
    if (living > 0) money.perHead = money.total.major() / living;
    here.money = money;
}

} // namespace

double distanceTo(const Geometry& geometry, Point point)
{
    if (const auto* at = std::get_if<Point>(&geometry)) return std::hypot(at->x - point.x, at->y - point.y);
    double least = std::numeric_limits<double>::infinity();
    if (const auto* lines = std::get_if<MultiLine>(&geometry)) {
        for (const Line& line : *lines) least = std::min(least, distanceToLine(line, point));
    } else if (const auto* area = std::get_if<MultiPolygon>(&geometry)) {
        if (covers(*area, point)) return 0;
        for (const Polygon& polygon : *area) {
            least = std::min(least, distanceToLine(polygon.outer, point));
            for (const Ring& hole : polygon.holes) least = std::min(least, distanceToLine(hole, point));
        }
    }
    return least;
}

WhatsHere whatsHere(const PlaceSnapshot& place, Point home, double nearMetres)
{
    WhatsHere here{.home = home};
    const PeopleCounter counter(place);
    here.peopleMethod = counter.method();
    for (const RegisterKind kind : {RegisterKind::Boards, RegisterKind::Wards, RegisterKind::SmallAreas}) addAreas(here, place, kind, counter);
    addCommunities(here, place, counter);
    addPriorities(here, place);
    addProposals(here, place, nearMetres);
    addAnchors(here, place, nearMetres);
    addMoney(here, place);
    return here;
}

} // namespace hereabouts::core
