// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/overlay/overlay.h"

#include "app/overlay/detail/parts.h"
#include "app/overlay/format.h"

#include <algorithm>
#include <format>
#include <map>
#include <utility>

namespace hereabouts::app {

namespace {

core::Result<Figure> figureNamed(std::string_view name)
{
    Figure figure;
    if (name.ends_with("/head")) {
        figure.perHead = true;
        name.remove_suffix(5);
    }
    const auto measure = core::measureNamed(name);
    if (!measure) {
        std::string known = "none, priorities, priorities:rank:THEME, priorities:people[:THEME], budget, coverage[:STATES]";
        for (const core::MeasureSpec& spec : core::allMeasures()) known += std::format(", {0}, {0}/head", spec.name);
        return core::fail(core::ErrorCode::UnknownId,
            std::format("There is no overlay '{}'. There are: {}, or two measures joined by '+'.", name, known));
    }
    figure.measure = *measure;
    return figure;
}

core::Result<OverlayRequest> prioritiesNamed(std::string_view view, OverlayRequest request)
{
    request.kind = OverlayKind::Priorities;
    if (view.empty()) return request;
    const std::size_t colon = view.find(':');
    const std::string_view word = view.substr(0, colon);
    if (colon != std::string_view::npos) request.theme = view.substr(colon + 1);
    if (word == "people") {
        request.priorities = PriorityView::PeopleAsking;
        return request;
    }
    if (word == "rank" && !request.theme.empty()) {
        request.priorities = PriorityView::Rank;
        return request;
    }
    return core::fail(core::ErrorCode::UnknownId,
        std::format("Priorities can be shown as priorities, priorities:rank:THEME, priorities:people or priorities:people:THEME, not '{}'.", view));
}

core::Result<core::AreaSet> areasFor(const core::PlaceSnapshot& place, const OverlayRequest& request)
{
    if (request.kind == OverlayKind::Priorities) return core::areaSetNamed(place, "communities");
    if (request.kind == OverlayKind::Coverage) return core::areaSetNamed(place, core::specOf(core::RegisterKind::SmallAreas).name);
    if (!request.by.empty()) return core::areaSetNamed(place, request.by);
    auto sets = core::areaSetsOf(place);
    if (sets.empty()) {
        return core::fail(core::ErrorCode::NotFound, "This place has no areas yet to show figures by: import wards, boards, small areas or communities first.");
    }
    return std::move(sets.front());
}

} // namespace

const OverlayArea* Overlay::areaOfRow(std::size_t row) const
{
    const auto found = std::ranges::lower_bound(shown, row, {}, &OverlayArea::row);
    return found != shown.end() && found->row == row ? &*found : nullptr;
}

core::Result<OverlayRequest> overlayNamed(std::string_view name, std::string_view by)
{
    OverlayRequest request;
    request.by = by;
    if (name.empty() || name == "none") return request;
    if (name == "budget") {
        request.kind = OverlayKind::Budget;
        request.figure = {core::Measure::Won, false};
        return request;
    }
    if (name == "coverage" || name.starts_with("coverage:")) {
        request.kind = OverlayKind::Coverage;
        request.states = name.substr(std::min(name.size(), std::string_view("coverage:").size()));
        return request;
    }
    if (name.starts_with("priorities:")) return prioritiesNamed(name.substr(11), request);
    // Counted by boards or wards, "priorities" is a measure like any other; by itself it is what communities ask for.
    if (name == "priorities" && (by.empty() || by == "communities")) return prioritiesNamed({}, request);

    const std::size_t plus = name.find('+');
    const auto first = figureNamed(name.substr(0, plus));
    if (!first) return std::unexpected(first.error());
    request.kind = OverlayKind::Measure;
    request.figure = *first;
    if (plus == std::string_view::npos) return request;
    const auto second = figureNamed(name.substr(plus + 1));
    if (!second) return std::unexpected(second.error());
    request.kind = OverlayKind::Bivariate;
    request.second = *second;
    return request;
}

OverlayMaker::OverlayMaker(core::SnapshotPtr snapshot) : m_snapshot(std::move(snapshot)) {}

core::Result<std::shared_ptr<const core::Tally>> OverlayMaker::tallied(core::Measure measure, const core::AreaSet& areas) const
{
    {
        const std::scoped_lock lock(m_mutex);
        for (const Kept& kept : m_kept) {
            if (kept.measure == measure && kept.by == areas.name) return kept.tally;
        }
    }
    auto made = core::tally(*m_snapshot, measure, areas);
    if (!made) return std::unexpected(made.error());
    auto tally = std::make_shared<const core::Tally>(std::move(*made));
    const std::scoped_lock lock(m_mutex);
    m_kept.push_back({.measure = measure, .by = areas.name, .tally = tally});
    return tally;
}

core::Result<OverlayPtr> OverlayMaker::make(const OverlayRequest& request) const
{
    auto overlay = std::make_shared<Overlay>();
    overlay->request = request;
    if (request.kind == OverlayKind::None) return overlay;
    auto areas = areasFor(*m_snapshot, request);
    if (!areas) return std::unexpected(areas.error());
    overlay->areas = std::move(*areas);
    std::ranges::sort(overlay->areas.rows);

    const Tallied tally = [this](core::Measure measure, const core::AreaSet& set) { return tallied(measure, set); };
    core::Result<void> shown;
    switch (request.kind) {
    case OverlayKind::Priorities: shown = showPriorities(*overlay, *m_snapshot); break;
    case OverlayKind::Budget: shown = showBudget(*overlay, *m_snapshot, tally); break;
    case OverlayKind::Measure: shown = showMeasure(*overlay, *m_snapshot, tally); break;
    case OverlayKind::Bivariate: shown = showBivariate(*overlay, *m_snapshot, tally); break;
    case OverlayKind::Coverage: shown = showCoverage(*overlay, *m_snapshot); break;
    case OverlayKind::None: break;
    }
    if (!shown) return std::unexpected(shown.error());
    return overlay;
}

std::vector<std::string> themesOf(const core::PlaceSnapshot& place)
{
    std::map<std::string, std::size_t, std::less<>> counts;
    const auto& themes = place.at(core::RegisterKind::Priorities).text("theme");
    for (std::size_t row = 0; row < themes.size(); ++row) {
        if (!themes.at(row).empty()) ++counts[std::string(themes.at(row))];
    }
    std::vector<std::string> names;
    for (const auto& [name, count] : counts) names.push_back(name);
    std::ranges::stable_sort(names, std::greater{}, [&counts](const std::string& name) { return counts.at(name); });
    return names;
}

std::string counted(std::int64_t count, std::string_view one, std::string_view many) { return std::format("{} {}", formatCount(count), count == 1 ? one : many); }

} // namespace hereabouts::app
