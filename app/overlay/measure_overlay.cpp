// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/overlay/detail/parts.h"
#include "app/overlay/format.h"
#include "app/overlay/ramps.h"
#include "core/base/share.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <limits>

namespace hereabouts::app {

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

std::string_view wayOf(core::ClassMethod method)
{
    switch (method) {
    case core::ClassMethod::Quantile: return "Classes hold about as many areas each (quantiles).";
    case core::ClassMethod::EqualInterval: return "Classes are equally wide.";
    case core::ClassMethod::NaturalBreaks: return "Classes follow the gaps between the values (natural breaks, Jenks).";
    case core::ClassMethod::Manual: break;
    }
    return "Classes are cut by hand.";
}

std::string classLabel(const core::ValueClass& one, bool last, core::ClassMethod method, const FigureByArea& figure, std::string_view currency)
{
    const bool byBounds = method == core::ClassMethod::EqualInterval || method == core::ClassMethod::Manual;
    std::string from = figure.text(byBounds ? one.from : one.least, currency);
    const std::string to = figure.text(byBounds ? one.to : one.most, currency);
    if (from == to) return from;
    return byBounds && !last ? std::format("{} to under {}", from, to) : std::format("{} to {}", from, to);
}

void noteRemainder(FigureByArea& figure, const core::Tally& tally, std::string_view currency)
{
    if (tally.unlocated != 0) {
        figure.notes.push_back(std::format("{} of {} ({}) cannot be placed and is on no area.", formatValue(tally.unlocated, tally.unit, currency),
            formatValue(tally.total, tally.unit, currency), core::writtenShare(tally.unlocated, tally.total)));
    }
    if (tally.outside != 0) {
        figure.notes.push_back(std::format("{} ({}) lies outside all of these areas.", formatValue(tally.outside, tally.unit, currency), core::writtenShare(tally.outside, tally.total)));
    }
    if (!tally.method.empty()) figure.notes.push_back(tally.method);
}

/// Values per head, unknown where the number of people is unknown or nobody lives.
core::Result<void> divideByPeople(FigureByArea& figure, const core::AreaSet& areas, const Tallied& tallied)
{
    const auto people = tallied(core::Measure::Population, areas);
    if (!people) return std::unexpected(people.error());
    for (std::size_t i = 0; i < figure.values.size(); ++i) {
        const auto heads = (*people)->areas[i].value;
        figure.values[i] = heads && *heads > 0 ? figure.values[i] / *heads : kUnknown;
    }
    figure.perHead = true;
    figure.title += ", per head";
    figure.notes.push_back(std::format("People: {}", (*people)->method.empty() ? std::string("as counted in the small areas.") : (*people)->method));
    return {};
}

OverlayArea areaAt(const core::RegisterTable& table, std::size_t row, int entry) { return {.row = row, .id = table.id(row), .entry = entry, .value = {}, .second = {}, .text = {}}; }

/// Thirds in words: "low: up to $338", "high: from $1,069".
std::string thirdsNote(std::string_view title, const core::Classification& thirds, const FigureByArea& figure, std::string_view currency)
{
    if (thirds.classes.empty()) return std::format("{}: no values above zero.", title);
    if (thirds.classes.size() < 3) return std::format("{}: fewer than three different groups of values.", title);
    return std::format("{}: low up to {}, high from {}.", title, figure.text(thirds.classes.front().most, currency), figure.text(thirds.classes.back().least, currency));
}

} // namespace

std::string FigureByArea::text(double value, std::string_view currency) const
{
    return perHead ? formatPerHead(value, unit, currency) : formatValue(value, unit, currency);
}

core::Result<FigureByArea> figureByArea(const core::PlaceSnapshot& place, const Figure& figure, const core::AreaSet& areas, const Tallied& tallied)
{
    const auto tally = tallied(figure.measure, areas);
    if (!tally) return std::unexpected(tally.error());
    FigureByArea result{.values = {}, .unit = (*tally)->unit, .perHead = false, .title = std::string(core::specOf(figure.measure).title), .notes = {}};
    result.values.reserve((*tally)->areas.size());
    for (const core::TallyArea& area : (*tally)->areas) result.values.push_back(area.value.value_or(kUnknown));
    noteRemainder(result, **tally, place.district.currency);
    if (areas.overlapping) result.notes.emplace_back("Communities overlap: what lies in two of them counts in both.");
    if (figure.perHead) {
        if (const auto divided = divideByPeople(result, areas, tallied); !divided) return std::unexpected(divided.error());
    }
    return result;
}

core::Result<void> showClasses(Overlay& overlay, const core::PlaceSnapshot& place, const FigureByArea& figure, const std::string& noDataLabel)
{
    const auto classified = core::classify(figure.values, overlay.request.classes);
    if (!classified) return std::unexpected(classified.error());
    const std::string& currency = place.district.currency;
    const std::size_t classes = classified->classes.size();
    const auto base = static_cast<int>(overlay.legend.size());
    for (std::size_t i = 0; i < classes; ++i) {
        const core::ValueClass& one = classified->classes[i];
        const std::string label = one.count == 0 && std::isnan(one.least) && overlay.request.classes.method == core::ClassMethod::Quantile
            ? std::string("(empty)")
            : classLabel(one, i + 1 == classes, overlay.request.classes.method, figure, currency);
        overlay.legend.push_back({.label = label, .colour = rampColour(figure.unit, i, classes), .pattern = LegendPattern::Solid, .kind = LegendKind::Class,
            .count = static_cast<std::int64_t>(one.count)});
    }
    const int zeroEntry = static_cast<int>(overlay.legend.size());
    if (classified->zeros > 0) {
        overlay.legend.push_back({.label = figure.unit == core::Unit::Money ? figure.text(0, currency) : "None", .colour = zeroColour(), .pattern = LegendPattern::Solid,
            .kind = LegendKind::Zero, .count = static_cast<std::int64_t>(classified->zeros)});
    }
    const int noDataEntry = static_cast<int>(overlay.legend.size());
    if (classified->noData > 0) {
        overlay.legend.push_back({.label = noDataLabel, .colour = noDataColour(), .pattern = LegendPattern::Hatched, .kind = LegendKind::NoData,
            .count = static_cast<std::int64_t>(classified->noData)});
    }

    const core::RegisterTable& table = place.at(overlay.areas.kind);
    overlay.shown.reserve(overlay.areas.rows.size());
    for (std::size_t i = 0; i < overlay.areas.rows.size(); ++i) {
        const std::int32_t index = classified->classOf[i];
        const int entry = index == core::Classification::kNoData ? noDataEntry : index == core::Classification::kZero ? zeroEntry : base + index;
        OverlayArea area = areaAt(table, overlay.areas.rows[i], entry);
        if (index == core::Classification::kNoData) {
            area.text = noDataLabel;
        } else {
            area.value = figure.values[i];
            area.text = figure.text(figure.values[i], currency) + (figure.perHead ? " per head" : "");
        }
        overlay.shown.push_back(std::move(area));
    }
    return {};
}

core::Result<void> showMeasure(Overlay& overlay, const core::PlaceSnapshot& place, const Tallied& tallied)
{
    auto figure = figureByArea(place, overlay.request.figure, overlay.areas, tallied);
    if (!figure) return std::unexpected(figure.error());
    overlay.title = figure->title;
    overlay.subtitle = "by " + overlay.areas.name;
    if (const auto shown = showClasses(overlay, place, *figure, "No data"); !shown) return shown;
    overlay.notes = figure->notes;
    overlay.notes.emplace_back(wayOf(overlay.request.classes.method));
    return {};
}

core::Result<void> showBivariate(Overlay& overlay, const core::PlaceSnapshot& place, const Tallied& tallied)
{
    const auto first = figureByArea(place, overlay.request.figure, overlay.areas, tallied);
    if (!first) return std::unexpected(first.error());
    const auto second = figureByArea(place, overlay.request.second, overlay.areas, tallied);
    if (!second) return std::unexpected(second.error());
    const auto cells = core::classifyTwo(first->values, second->values);
    if (!cells) return std::unexpected(cells.error());

    const std::string& currency = place.district.currency;
    overlay.title = first->title + " and " + second->title;
    overlay.subtitle = "by " + overlay.areas.name;
    overlay.firstAxis = first->title;
    overlay.secondAxis = second->title;
    constexpr std::array<std::string_view, 3> words{"low", "middling", "high"};
    for (int cell = 0; cell < 9; ++cell) {
        const auto column = static_cast<std::size_t>(cell % 3);
        const auto row = static_cast<std::size_t>(cell / 3);
        overlay.legend.push_back({.label = std::format("{}: {}; {}: {}", first->title, words[column], second->title, words[row]),
            .colour = bivariateColour(cell % 3, cell / 3), .pattern = LegendPattern::Solid, .kind = LegendKind::Class, .count = 0, .column = cell % 3, .row = cell / 3});
    }
    if (cells->noData > 0) {
        overlay.legend.push_back({.label = "No data for one or both", .colour = noDataColour(), .pattern = LegendPattern::Hatched, .kind = LegendKind::NoData, .count = 0});
    }
    const core::RegisterTable& table = place.at(overlay.areas.kind);
    for (std::size_t i = 0; i < overlay.areas.rows.size(); ++i) {
        const std::int32_t cell = cells->cellOf[i];
        const bool known = cell != core::Classification::kNoData;
        OverlayArea area = areaAt(table, overlay.areas.rows[i], known ? cell : 9);
        if (!std::isnan(first->values[i])) area.value = first->values[i];
        if (!std::isnan(second->values[i])) area.second = second->values[i];
        area.text = std::format("{}: {} · {}: {}", first->title, area.value ? first->text(*area.value, currency) : "no data", second->title,
            area.second ? second->text(*area.second, currency) : "no data");
        ++overlay.legend[static_cast<std::size_t>(area.entry)].count;
        overlay.shown.push_back(std::move(area));
    }
    overlay.notes = {thirdsNote(first->title, cells->first, *first, currency), thirdsNote(second->title, cells->second, *second, currency)};
    overlay.notes.insert(overlay.notes.end(), first->notes.begin(), first->notes.end());
    for (const std::string& note : second->notes) {
        if (!std::ranges::contains(overlay.notes, note)) overlay.notes.push_back(note);
    }
    return {};
}

} // namespace hereabouts::app
