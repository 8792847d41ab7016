// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/overlay/detail/parts.h"
#include "app/overlay/format.h"
#include "app/overlay/ramps.h"
#include "core/base/money.h"
#include "core/joined/standing.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <string_view>

namespace hereabouts::app {

namespace {

constexpr double kLargestRadius = 15;
constexpr double kSmallestRadius = 3.5;

struct BudgetMarks {
    std::vector<OverlayMark> marks;
    std::vector<std::int64_t> votes; ///< One a mark.
    std::int64_t won = 0;
    std::int64_t lost = 0;
    std::int64_t withoutPlace = 0;
    std::int64_t undecided = 0;
};

/// Proposals on which the count decided: won in entry 0, not funded in entry 1.
BudgetMarks decidedProposals(const core::PlaceSnapshot& place)
{
    const core::RegisterTable& proposals = place.at(core::RegisterKind::Proposals);
    const auto votes = core::votesByProposal(place);
    BudgetMarks result;
    for (std::size_t row = 0; row < proposals.size(); ++row) {
        const std::string_view outcome = proposals.text("result").at(row);
        if (outcome.empty()) {
            ++result.undecided;
            continue;
        }
        const bool won = outcome == "won";
        ++(won ? result.won : result.lost);
        const core::Geometry& geometry = proposals.geometry(row);
        if (std::holds_alternative<std::monostate>(geometry)) {
            ++result.withoutPlace;
            continue;
        }
        const auto found = votes.find(proposals.text("code").at(row));
        const std::int64_t count = found == votes.end() ? 0 : found->second;
        const std::int64_t cost = proposals.integers("cost")[row];
        std::string text = std::format("{}: {} · {}", proposals.text("title").at(row), won ? "won" : "not funded", counted(count, "vote", "votes"));
        if (cost != core::kNoInteger) text += " · " + formatMoney(core::Money::fromMinor(cost).major(), place.district.currency);
        result.votes.push_back(count);
        result.marks.push_back({.kind = core::RegisterKind::Proposals, .id = proposals.id(row), .home = core::representativePoint(geometry), .radius = 0, .entry = won ? 0 : 1,
            .text = std::move(text)});
    }
    return result;
}

/// Ground in proportion to votes, largest first.
void sizeByVotes(BudgetMarks& budget)
{
    const std::int64_t most = budget.votes.empty() ? 0 : std::ranges::max(budget.votes);
    for (std::size_t i = 0; i < budget.marks.size(); ++i) {
        const double share = most == 0 ? 0.2 : static_cast<double>(budget.votes[i]) / static_cast<double>(most);
        budget.marks[i].radius = std::max(kSmallestRadius, kLargestRadius * std::sqrt(share));
    }
    std::ranges::stable_sort(budget.marks, std::greater{}, &OverlayMark::radius);
}

} // namespace

core::Result<void> showBudget(Overlay& overlay, const core::PlaceSnapshot& place, const Tallied& tallied)
{
    if (place.at(core::RegisterKind::Proposals).size() == 0) return core::fail(core::ErrorCode::NotFound, "This place has no budget proposals yet: import proposals first.");
    BudgetMarks budget = decidedProposals(place);
    sizeByVotes(budget);
    overlay.legend.push_back({.label = "Won, sized by votes", .colour = wonColour(), .pattern = LegendPattern::Disc, .kind = LegendKind::Mark, .count = budget.won});
    overlay.legend.push_back({.label = "Not funded, sized by votes", .colour = lostColour(), .pattern = LegendPattern::Ring, .kind = LegendKind::Mark, .count = budget.lost});
    overlay.marks = std::move(budget.marks);

    Figure money = overlay.request.figure;
    money.measure = core::Measure::Won;
    auto figure = figureByArea(place, money, overlay.areas, tallied);
    if (!figure) return std::unexpected(figure.error());
    overlay.title = "Budget outcomes";
    overlay.subtitle = std::format("money won {}by {}, and the proposals", money.perHead ? "per head " : "", overlay.areas.name);
    if (const auto shown = showClasses(overlay, place, *figure, "No data"); !shown) return shown;

    if (budget.withoutPlace > 0) {
        overlay.notes.push_back(std::format("{} on the ballot {} for the whole district or nowhere in particular and {} no mark.",
            counted(budget.withoutPlace, "proposal", "proposals"), budget.withoutPlace == 1 ? "is" : "are", budget.withoutPlace == 1 ? "has" : "have"));
    }
    if (budget.undecided > 0) {
        overlay.notes.push_back(std::format("{} did not reach the ballot and {} not shown.", counted(budget.undecided, "proposal", "proposals"), budget.undecided == 1 ? "is" : "are"));
    }
    overlay.notes.insert(overlay.notes.end(), figure->notes.begin(), figure->notes.end());
    return {};
}

} // namespace hereabouts::app
