// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/joined/headlines.h"

#include "core/base/share.h"
#include "core/joined/detail/sums.h"
#include "core/joined/detail/suppliers.h"
#include "core/joined/standing.h"
#include "core/joined/written.h"
#include "core/place/coverage.h"
#include "core/register/commitment.h"

#include <algorithm>
#include <array>
#include <format>
#include <map>
#include <optional>
#include <string_view>

namespace hereabouts::core {

namespace {

std::optional<Headline> coverage(const PlaceSnapshot& place)
{
    const RegisterTable& communities = place.at(RegisterKind::Communities);
    const AreaSet small = newestSet(place, RegisterKind::SmallAreas);
    if (communities.size() == 0 || small.rows.empty()) return std::nullopt;

    AreaSet covering{.kind = RegisterKind::Communities, .name = "communities", .rows = {}, .overlapping = true};
    const TextColumn& states = communities.text("status");
    for (std::size_t row = 0; row < communities.size(); ++row) {
        if (coversAs(states.at(row))) covering.rows.push_back(row);
    }
    const RegisterTable& table = place.at(RegisterKind::SmallAreas);
    const IntegerColumn& populations = table.integers("population");
    const Placement placed(AreaFinder(place, covering), covering.overlapping, pointsOf(table, small.rows));
    std::vector<std::int64_t> people;
    std::vector<std::uint32_t> held;
    for (std::size_t i = 0; i < small.rows.size(); ++i) {
        people.push_back(populations[small.rows[i]]); // kNoInteger is negative: unknown, counted nowhere
        held.push_back(static_cast<std::uint32_t>(placed.areasOf(i).size()));
    }
    const Coverage found = coverageOf(people, held);
    if (found.people == 0) return std::nullopt;
    return Headline{.name = "coverage",
        .title = "In a recognised community",
        .figure = writtenShare(static_cast<double>(found.covered), static_cast<double>(found.people)),
        .sentence = std::format("{} of {} people", writtenCount(found.covered), writtenCount(found.people)),
        .definition = "People in at least one recognised or provisional community, each counted once, by the small area they live in. Communities without a boundary cover nobody.",
        .n = static_cast<std::int64_t>(small.rows.size()),
        .asAt = small.name};
}

std::optional<Headline> progress(const PlaceSnapshot& place)
{
    const std::vector<std::size_t> rows = standingPriorities(place);
    if (rows.empty()) return std::nullopt;
    constexpr std::array<std::string_view, 5> kStages{"asked", "answered", "accepted", "funded", "delivered"};
    const TextColumn& stages = place.at(RegisterKind::Priorities).text("progress");
    std::array<std::int64_t, kStages.size()> reached{};
    for (const std::size_t row : rows) {
        const auto stage = std::ranges::find(kStages, stages.at(row));
        const std::size_t last = stage == kStages.end() ? 0 : static_cast<std::size_t>(stage - kStages.begin());
        for (std::size_t i = 0; i <= last; ++i) ++reached[i];
    }
    std::string figure;
    std::string sentence;
    for (std::size_t i = 0; i < kStages.size(); ++i) {
        figure += (i ? " → " : "") + writtenCount(reached[i]);
        sentence += std::format("{}{} {}", i ? ", " : "", writtenCount(reached[i]), kStages[i]);
    }
    const IntegerColumn& adopted = place.at(RegisterKind::Plans).integers("adopted_on");
    const auto newest = std::ranges::max_element(adopted);
    return Headline{.name = "priorities",
        .title = "From asked to delivered",
        .figure = figure,
        .sentence = sentence,
        .definition = "Priorities of current plans that reached each stage or a later one.",
        .n = reached[0],
        .asAt = newest == adopted.end() || *newest == kNoInteger ? "" : writtenDate(*newest)};
}

std::int64_t peopleOf(const PlaceSnapshot& place)
{
    const AreaSet small = newestSet(place, RegisterKind::SmallAreas);
    const AreaSet counted = !small.rows.empty() ? small : newestSet(place, RegisterKind::Boards);
    const IntegerColumn& people = place.at(counted.kind).integers("population");
    std::int64_t total = 0;
    for (const std::size_t row : counted.rows) total += people[row] == kNoInteger ? 0 : people[row];
    return total;
}

std::optional<Headline> ballots(const PlaceSnapshot& place)
{
    const auto count = static_cast<std::int64_t>(place.at(RegisterKind::Ballots).size());
    if (count == 0) return std::nullopt;
    const RegisterTable& proposals = place.at(RegisterKind::Proposals);
    const TextColumn& results = proposals.text("result");
    const IntegerColumn& costs = proposals.integers("cost");
    Money won;
    std::int64_t winners = 0;
    for (std::size_t row = 0; row < proposals.size(); ++row) {
        if (results.at(row) != "won") continue;
        ++winners;
        if (costs[row] != kNoInteger) won += Money::fromMinor(costs[row]);
    }
    const std::int64_t people = peopleOf(place);
    const std::string turnout = people > 0 ? std::format(" ({} of residents)", writtenShare(static_cast<double>(count), static_cast<double>(people))) : "";
    return Headline{.name = "ballots",
        .title = "Voted, and what they won",
        .figure = writtenMoney(won, place.district.currency),
        .sentence = std::format("{} ballots{} gave money to {} proposals", writtenCount(count), turnout, writtenCount(winners)),
        .definition = "Valid ballots in the register, over everybody who lives here, children included; and the cost of the proposals recorded as won.",
        .n = count,
        .asAt = {}};
}

/// Rows of the areas that together are the district: the newest boards, else the newest wards.
AreaSet districtSet(const PlaceSnapshot& place)
{
    const AreaSet boards = newestSet(place, RegisterKind::Boards);
    return boards.rows.empty() ? newestSet(place, RegisterKind::Wards) : boards;
}

std::optional<Headline> keptMoney(const PlaceSnapshot& place)
{
    const AreaSet district = districtSet(place);
    if (place.at(RegisterKind::Payments).size() == 0 || district.rows.empty()) return std::nullopt;
    const Result<Sums> spend = sumSpend(place, district);
    if (!spend || spend->total <= 0) return std::nullopt;
    const std::int64_t kept = spend->total - spend->outside - spend->unlocated;
    const auto share = [&](std::int64_t part) { return writtenShare(static_cast<double>(part), static_cast<double>(spend->total)); };
    const IntegerColumn& dates = place.at(RegisterKind::Payments).integers("paid_on");
    const auto newest = std::ranges::max_element(dates);
    const std::string_view currency = place.district.currency;
    return Headline{.name = "kept",
        .title = "Of anchor money stays here",
        .figure = share(kept),
        .sentence = std::format("{} of {}; between {} and {}, as {} has no place", writtenMoney(Money::fromMinor(kept), currency), writtenMoney(Money::fromMinor(spend->total), currency),
            share(kept), share(kept + spend->unlocated), writtenMoney(Money::fromMinor(spend->unlocated), currency)),
        .definition = "Payments to suppliers whose recorded place is in the district, over all payments, credit notes taken off. Unlocated money counts as not kept; the upper figure is "
                      "what it would be if all of it were.",
        .n = static_cast<std::int64_t>(dates.size()),
        .asAt = *newest == kNoInteger ? "" : writtenDate(*newest)};
}

std::optional<Headline> commitments(const PlaceSnapshot& place)
{
    const RegisterTable& anchors = place.at(RegisterKind::Anchors);
    if (anchors.size() == 0) return std::nullopt;
    const TextColumn& codes = anchors.text("code");
    std::map<std::string_view, bool> committed; // one anchor has several sites
    for (std::size_t row = 0; row < anchors.size(); ++row) {
        committed[codes.at(row)] |= commitmentOf(anchors, row).has_value();
    }
    const auto made = std::ranges::count(committed, true, &std::pair<const std::string_view, bool>::second);
    const auto all = static_cast<std::int64_t>(committed.size());
    return Headline{.name = "commitments",
        .title = "Anchors made a commitment",
        .figure = std::format("{} of {}", made, all),
        .sentence = std::format("{} anchors at {} sites", writtenCount(all), writtenCount(static_cast<std::int64_t>(anchors.size()))),
        .definition = "Anchors with a commitment in the register at any of their sites.",
        .n = all,
        .asAt = {}};
}

} // namespace

std::vector<Headline> headlines(const PlaceSnapshot& place)
{
    std::vector<Headline> all;
    for (auto make : {coverage, progress, ballots, keptMoney, commitments}) {
        if (std::optional<Headline> headline = make(place)) all.push_back(std::move(*headline));
    }
    return all;
}

} // namespace hereabouts::core
