// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/overlay/overlay.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace hereabouts::app {

/// A tally of the snapshot, remembered by the maker.
using Tallied = std::function<core::Result<std::shared_ptr<const core::Tally>>(core::Measure, const core::AreaSet&)>;

/// How many communities, in words that agree in number: "1 community", "14 communities".
[[nodiscard]] std::string counted(std::int64_t count, std::string_view one, std::string_view many);

/// A figure of every area of a set, with what is said beside it.
struct FigureByArea {
    std::vector<double> values; ///< One an area, in its unit; NaN where unknown.
    core::Unit unit = core::Unit::Count;
    bool perHead = false;
    std::string title;               ///< "Anchor money landing here, per head".
    std::vector<std::string> notes;

    [[nodiscard]] std::string text(double value, std::string_view currency) const;
};

/// A figure by area: the tally, divided by the people of the same areas if asked for a head.
[[nodiscard]] core::Result<FigureByArea> figureByArea(const core::PlaceSnapshot& place, const Figure& figure, const core::AreaSet& areas, const Tallied& tallied);

/// Fills overlay.shown and its legend from values: classes, zeros, no data. `noDataLabel` says why there is none.
[[nodiscard]] core::Result<void> showClasses(Overlay& overlay, const core::PlaceSnapshot& place, const FigureByArea& figure, const std::string& noDataLabel);

[[nodiscard]] core::Result<void> showMeasure(Overlay& overlay, const core::PlaceSnapshot& place, const Tallied& tallied);
[[nodiscard]] core::Result<void> showBivariate(Overlay& overlay, const core::PlaceSnapshot& place, const Tallied& tallied);
[[nodiscard]] core::Result<void> showPriorities(Overlay& overlay, const core::PlaceSnapshot& place);
[[nodiscard]] core::Result<void> showCoverage(Overlay& overlay, const core::PlaceSnapshot& place);
[[nodiscard]] core::Result<void> showBudget(Overlay& overlay, const core::PlaceSnapshot& place, const Tallied& tallied);

} // namespace hereabouts::app
