// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/overlay/detail/parts.h"
#include "app/overlay/format.h"
#include "app/overlay/ramps.h"
#include "core/community/coverage_report.h"

#include <algorithm>
#include <array>
#include <format>

namespace hereabouts::app {

namespace {

enum Cover : std::size_t { InNone, InOne, InSeveral, kCovers };

Cover coverOf(std::uint32_t times) { return times == 0 ? InNone : times == 1 ? InOne : InSeveral; }

std::string textOf(std::uint32_t times, std::int64_t people)
{
    const std::string in = times == 0 ? "In no community" : "In " + counted(times, "community", "communities");
    return std::format("{} · {}", in, people < 0 ? "people not known" : counted(people, "person", "people"));
}

LegendEntry entryOf(Cover cover, std::int64_t people, std::int64_t areas)
{
    constexpr std::array<std::string_view, kCovers> kLabels{"In no community", "In one", "In two or more"};
    // Ground that nobody speaks for is what the map is asked about: it stands out, and the rest is quiet.
    const ThemedColour colour = cover == InNone ? lostColour() : rampColour(core::Unit::Count, cover == InOne ? 0 : 2, 4);
    return {.label = std::format("{}: {}", kLabels[cover], counted(people, "person", "people")),
        .colour = colour,
        .pattern = LegendPattern::Solid,
        .kind = LegendKind::Category,
        .count = areas};
}

} // namespace

core::Result<void> showCoverage(Overlay& overlay, const core::PlaceSnapshot& place)
{
    core::CountedStates states;
    if (!overlay.request.states.empty()) {
        auto named = core::countedStatesFrom(overlay.request.states);
        if (!named) return std::unexpected(std::move(named.error()));
        states = std::move(*named);
    }
    const auto held = core::heldPeople(place);
    if (!held) return std::unexpected(held.error());
    const auto report = core::coverageReport(place, *held, states);
    if (!report) return std::unexpected(report.error());
    const std::vector<std::uint32_t> times = core::timesCovered(place, *held, states);

    std::array<std::int64_t, kCovers> people{}, areas{};
    for (std::size_t i = 0; i < times.size(); ++i) {
        people[coverOf(times[i])] += std::max<std::int64_t>(held->people[i], 0);
        ++areas[coverOf(times[i])];
    }
    std::array<int, kCovers> entries{};
    for (const Cover cover : {InNone, InOne, InSeveral}) {
        if (areas[cover] == 0) continue;
        entries[cover] = static_cast<int>(overlay.legend.size());
        overlay.legend.push_back(entryOf(cover, people[cover], areas[cover]));
    }
    const core::RegisterTable& table = place.at(core::RegisterKind::SmallAreas);
    for (std::size_t i = 0; i < times.size(); ++i) {
        const std::size_t row = overlay.areas.rows[i];
        overlay.shown.push_back({.row = row,
            .id = table.id(row),
            .entry = entries[coverOf(times[i])],
            .value = static_cast<double>(times[i]),
            .second = {},
            .text = textOf(times[i], held->people[i])});
    }
    overlay.title = "Covered by communities";
    overlay.subtitle = std::format("that are {} · {}", states.inWords(), held->edition);
    overlay.notes = {report->sentence(), report->method};
    for (const std::string& name : report->withoutLine) overlay.notes.push_back(std::format("{} has no boundary and covers nobody.", name));
    return {};
}

} // namespace hereabouts::app
