// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/overlay/detail/parts.h"
#include "app/overlay/format.h"
#include "app/overlay/ramps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <limits>
#include <map>
#include <set>
#include <unordered_map>

namespace hereabouts::app {

namespace {

constexpr std::string_view kNoPlan = "No current plan";

/// What one community's current plans ask for.
struct Asked {
    std::int64_t bestRank = std::numeric_limits<std::int64_t>::max();
    std::string_view topTheme;
    std::string_view topStatement;
    std::map<std::string_view, std::int64_t> rankOf;   ///< Theme → best rank it has.
    std::map<std::string_view, std::int64_t> peopleOf; ///< Theme → people asking; absent where nobody counted.
};

/// Community code → what it asks for. Communities without a current plan are not in it.
std::unordered_map<std::string_view, Asked> askedByCommunity(const core::PlaceSnapshot& place)
{
    const core::RegisterTable& plans = place.at(core::RegisterKind::Plans);
    std::unordered_map<std::string_view, Asked> asked;
    std::unordered_map<std::string_view, std::string_view> communityOf;
    for (std::size_t row = 0; row < plans.size(); ++row) {
        const std::string_view status = plans.text("status").at(row);
        if (!status.empty() && status != "current") continue;
        communityOf.emplace(plans.text("code").at(row), plans.text("community").at(row));
        asked.try_emplace(plans.text("community").at(row));
    }
    const core::RegisterTable& priorities = place.at(core::RegisterKind::Priorities);
    for (std::size_t row = 0; row < priorities.size(); ++row) {
        const auto community = communityOf.find(priorities.text("plan").at(row));
        if (community == communityOf.end()) continue;
        Asked& one = asked[community->second];
        const std::string_view theme = priorities.text("theme").at(row);
        const std::int64_t rank = priorities.integers("rank")[row];
        const std::int64_t people = priorities.integers("supporters")[row];
        const auto [known, isNew] = one.rankOf.try_emplace(theme, rank);
        if (!isNew) known->second = std::min(known->second, rank);
        if (people != core::kNoInteger) one.peopleOf[theme] += people;
        if (rank >= one.bestRank) continue;
        one.bestRank = rank;
        one.topTheme = theme;
        one.topStatement = priorities.text("statement").at(row);
    }
    return asked;
}

std::string capitalised(std::string_view word)
{
    std::string text(word);
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string ordinal(std::int64_t rank)
{
    const std::int64_t tens = rank % 100;
    const std::int64_t ones = rank % 10;
    const bool teen = tens >= 11 && tens <= 13;
    return std::format("{}{}", rank, teen ? "th" : ones == 1 ? "st" : ones == 2 ? "nd" : ones == 3 ? "rd" : "th");
}

/// An area of the overlay whose legend entry is not known yet by number but by label.
struct Labelled {
    std::string label;
    std::string text;
    std::optional<double> value;
};

/// Lays out legend entries in the order given and points every area to its own; entries that no area has are left out.
void point(Overlay& overlay, const core::RegisterTable& table, const std::vector<LegendEntry>& order, const std::vector<Labelled>& areas)
{
    std::map<std::string, int> entryOf;
    for (const LegendEntry& entry : order) {
        const auto uses = std::ranges::count(areas, entry.label, &Labelled::label);
        if (uses == 0) continue;
        entryOf[entry.label] = static_cast<int>(overlay.legend.size());
        overlay.legend.push_back(entry);
        overlay.legend.back().count = uses;
    }
    for (std::size_t i = 0; i < areas.size(); ++i) {
        const std::size_t row = overlay.areas.rows[i];
        overlay.shown.push_back({.row = row, .id = table.id(row), .entry = entryOf.at(areas[i].label), .value = areas[i].value, .second = {}, .text = areas[i].text});
    }
}

LegendEntry noPlanEntry() { return {.label = std::string(kNoPlan), .colour = noDataColour(), .pattern = LegendPattern::Hatched, .kind = LegendKind::NoData}; }

using AskedMap = std::unordered_map<std::string_view, Asked>;

void showTopThemes(Overlay& overlay, const core::PlaceSnapshot& place, const AskedMap& asked)
{
    const core::RegisterTable& table = place.at(core::RegisterKind::Communities);
    std::vector<Labelled> areas;
    for (const std::size_t row : overlay.areas.rows) {
        const auto found = asked.find(table.text("code").at(row));
        const bool silent = found == asked.end() || found->second.topTheme.empty();
        if (silent) areas.push_back({.label = std::string(kNoPlan), .text = std::string(kNoPlan), .value = {}});
        else areas.push_back({.label = capitalised(found->second.topTheme), .text = std::format("{}: {}", capitalised(found->second.topTheme), found->second.topStatement), .value = {}});
    }
    // By name over all themes there are, so that a theme keeps its colour when another plan is adopted.
    std::vector<LegendEntry> order;
    auto themes = themesOf(place);
    std::ranges::sort(themes);
    for (std::size_t i = 0; i < themes.size(); ++i) {
        order.push_back({.label = capitalised(themes[i]), .colour = categoryColour(i), .pattern = LegendPattern::Solid, .kind = LegendKind::Category});
    }
    order.push_back(noPlanEntry());
    overlay.title = "What communities ask for first";
    overlay.subtitle = "theme of the first-ranked priority of each current place plan";
    point(overlay, table, order, areas);
}

void showRanks(Overlay& overlay, const core::PlaceSnapshot& place, const AskedMap& asked, const std::string& theme)
{
    constexpr std::int64_t kLowRank = 4;
    const core::RegisterTable& table = place.at(core::RegisterKind::Communities);
    const std::string notAsked = "Not among its priorities";
    std::vector<Labelled> areas;
    for (const std::size_t row : overlay.areas.rows) {
        const auto found = asked.find(table.text("code").at(row));
        if (found == asked.end()) {
            areas.push_back({.label = std::string(kNoPlan), .text = std::string(kNoPlan), .value = {}});
            continue;
        }
        const auto rank = found->second.rankOf.find(theme);
        if (rank == found->second.rankOf.end()) areas.push_back({.label = notAsked, .text = notAsked, .value = {}});
        else areas.push_back({.label = rank->second < kLowRank ? ordinal(rank->second) : "4th or lower", .text = std::format("{} is its {} priority", capitalised(theme), ordinal(rank->second)),
            .value = static_cast<double>(rank->second)});
    }
    std::vector<LegendEntry> order;
    for (std::int64_t rank = 1; rank <= kLowRank; ++rank) {
        order.push_back({.label = rank < kLowRank ? ordinal(rank) : "4th or lower", .colour = rampColour(core::Unit::Count, static_cast<std::size_t>(kLowRank - rank), kLowRank),
            .pattern = LegendPattern::Solid, .kind = LegendKind::Class});
    }
    order.push_back({.label = notAsked, .colour = zeroColour(), .pattern = LegendPattern::Solid, .kind = LegendKind::Zero});
    order.push_back(noPlanEntry());
    overlay.title = std::format("Rank of {}", theme);
    overlay.subtitle = "among the priorities of each current place plan";
    point(overlay, table, order, areas);
}

core::Result<void> showPeople(Overlay& overlay, const core::PlaceSnapshot& place, const AskedMap& asked, const std::string& theme)
{
    const core::RegisterTable& table = place.at(core::RegisterKind::Communities);
    FigureByArea figure{.values = {}, .unit = core::Unit::People, .perHead = false, .title = {}, .notes = {}};
    for (const std::size_t row : overlay.areas.rows) {
        const auto found = asked.find(table.text("code").at(row));
        double people = std::numeric_limits<double>::quiet_NaN();
        if (found != asked.end() && theme.empty()) {
            people = 0;
            for (const auto& [name, count] : found->second.peopleOf) people += static_cast<double>(count);
        } else if (found != asked.end()) {
            const auto count = found->second.peopleOf.find(theme);
            people = count == found->second.peopleOf.end() ? 0 : static_cast<double>(count->second);
        }
        figure.values.push_back(people);
    }
    overlay.title = theme.empty() ? "People asking for something" : std::format("People asking for {}", theme);
    overlay.subtitle = theme.empty() ? "all priorities of each current place plan; one person may ask for several" : "in the priorities of each current place plan";
    return showClasses(overlay, place, figure, std::string(kNoPlan));
}

/// Communities with priorities and no boundary: on no map, and said.
void noteWithoutBoundary(Overlay& overlay, const core::PlaceSnapshot& place, const AskedMap& asked)
{
    const core::RegisterTable& table = place.at(core::RegisterKind::Communities);
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (!std::holds_alternative<std::monostate>(table.geometry(row))) continue;
        const auto found = asked.find(table.text("code").at(row));
        const std::string says = found == asked.end() || found->second.topTheme.empty() ? std::string("has no current plan") : std::format("asks first for {}", found->second.topTheme);
        overlay.notes.push_back(std::format("{} has no boundary and is not on the map; it {}.", table.text("name").at(row), says));
    }
}

} // namespace

core::Result<void> showPriorities(Overlay& overlay, const core::PlaceSnapshot& place)
{
    if (place.at(core::RegisterKind::Plans).size() == 0) {
        return core::fail(core::ErrorCode::NotFound, "This place has no place plans yet: import plans and priorities first.");
    }
    const std::string& theme = overlay.request.theme;
    if (!theme.empty() && !std::ranges::contains(themesOf(place), theme)) {
        std::string known;
        for (const std::string& one : themesOf(place)) known += (known.empty() ? "" : ", ") + one;
        return core::fail(core::ErrorCode::UnknownId, std::format("No priority has the theme '{}'. There are: {}.", theme, known));
    }
    if (overlay.request.priorities == PriorityView::Rank && theme.empty()) {
        return core::fail(core::ErrorCode::BadInput, "Choose the theme whose rank is to be shown.");
    }
    const AskedMap asked = askedByCommunity(place);
    switch (overlay.request.priorities) {
    case PriorityView::TopTheme: showTopThemes(overlay, place, asked); break;
    case PriorityView::Rank: showRanks(overlay, place, asked, theme); break;
    case PriorityView::PeopleAsking:
        if (const auto shown = showPeople(overlay, place, asked, theme); !shown) return shown;
        break;
    }
    noteWithoutBoundary(overlay, place, asked);
    if (overlay.areas.overlapping) overlay.notes.emplace_back("Where two communities overlap, both colours are shown in stripes.");
    return {};
}

} // namespace hereabouts::app
