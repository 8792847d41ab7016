// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/joined/tally.h"

#include "core/base/money.h"
#include "core/joined/detail/sums.h"

#include <algorithm>
#include <array>

namespace hereabouts::core {

namespace {

constexpr std::array<MeasureSpec, 8> kMeasures{{
    {Measure::Population, "population", "People", Unit::People},
    {Measure::Proposals, "proposals", "Proposals", Unit::Count},
    {Measure::Ballots, "ballots", "Ballots", Unit::Count},
    {Measure::Spend, "spend", "Anchor money landing here", Unit::Money},
    {Measure::Priorities, "priorities", "Priorities asked for", Unit::Count},
    {Measure::Won, "won", "Money won in the budget", Unit::Money},
    {Measure::Area, "area", "Ground", Unit::SquareMetres},
    {Measure::Communities, "communities", "Communities", Unit::Count},
}};

Result<Sums> sumOf(const PlaceSnapshot& place, Measure measure, const AreaSet& areas)
{
    switch (measure) {
    case Measure::Population: return sumPeople(place, areas);
    case Measure::Proposals: return sumProposals(place, areas);
    case Measure::Ballots: return sumBallots(place, areas);
    case Measure::Spend: return sumSpend(place, areas);
    case Measure::Priorities: return sumPriorities(place, areas);
    case Measure::Won: return sumWon(place, areas);
    case Measure::Area: return sumGround(place, areas);
    case Measure::Communities: return sumCommunities(place, areas);
    }
    return fail(ErrorCode::BadInput, "There is no such measure.");
}

/// What other methods say beside each count from small areas. Areas that record their own people have no other method.
void addRanges(Tally& tally, const PlaceSnapshot& place, const AreaSet& areas)
{
    const PeopleCounter counter(place);
    if (areas.kind == RegisterKind::SmallAreas || counter.method().empty()) return;
    const RegisterTable& table = place.at(areas.kind);
    for (std::size_t i = 0; i < areas.rows.size(); ++i) {
        const auto* shape = std::get_if<MultiPolygon>(&table.geometry(areas.rows[i]));
        if (shape && tally.areas[i].value) tally.areas[i].counted = counter.of(*shape);
        if (tally.areas[i].counted) tally.areas[i].counted->people = static_cast<std::int64_t>(*tally.areas[i].value);
    }
    tally.method = counter.method();
}

} // namespace

std::span<const MeasureSpec> allMeasures() { return kMeasures; }

const MeasureSpec& specOf(Measure measure) { return *std::ranges::find(kMeasures, measure, &MeasureSpec::measure); }

std::optional<Measure> measureNamed(std::string_view name)
{
    const auto found = std::ranges::find(kMeasures, name, &MeasureSpec::name);
    if (found == kMeasures.end()) return std::nullopt;
    return found->measure;
}

Result<Tally> tally(const PlaceSnapshot& place, Measure measure, const AreaSet& areas)
{
    Result<Sums> summed = sumOf(place, measure, areas);
    if (!summed) return std::unexpected(std::move(summed.error()));
    const Sums& sums = *summed;

    const Unit unit = specOf(measure).unit;
    const bool money = unit == Unit::Money;
    const auto shown = [&](std::int64_t amount) { return money ? Money::fromMinor(amount).major() : static_cast<double>(amount); };
    const RegisterTable& table = place.at(areas.kind);
    const TextColumn& codes = table.text("code");
    const TextColumn& names = table.text("name");

    Tally result{.measure = measure, .unit = unit, .by = areas.name};
    result.areas.reserve(areas.rows.size());
    for (std::size_t i = 0; i < areas.rows.size(); ++i) {
        TallyArea area{.code = std::string(codes.at(areas.rows[i])), .name = std::string(names.at(areas.rows[i])), .value = std::nullopt, .n = sums.rows[i]};
        if (sums.known[i]) area.value = shown(sums.amounts[i]);
        if (money) area.minor = sums.amounts[i];
        result.areas.push_back(std::move(area));
    }
    result.outside = shown(sums.outside);
    result.unlocated = shown(sums.unlocated);
    result.total = shown(sums.total);
    if (money) {
        result.outsideMinor = sums.outside;
        result.unlocatedMinor = sums.unlocated;
        result.totalMinor = sums.total;
    }
    result.method = sums.method;
    if (measure == Measure::Population) addRanges(result, place, areas);
    return result;
}

} // namespace hereabouts::core
