// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/geometry/geometry.h"

#include <cstdint>
#include <optional>
#include <span>

namespace hereabouts::core {

/// How far the line would move had others of the same people drawn.
struct Stability {
    double median = 0; ///< Overlap (shared ground over joint ground, 0…1) of a line of redrawn samples with the line of all.
    double low = 0; ///< A tenth of the samples overlap less than this.
    double wanted = 0; ///< The overlap that `moreNeeded` is about.
    /// About how many more drawings bring the median to `wanted`; 0 where it is there; nothing where more than 100 times as many would be needed, or none can
    /// tell.
    std::optional<std::int64_t> moreNeeded;
};

inline constexpr double kWantedOverlap = 0.95;

/// By bootstrap: as many drawings as there are, drawn again and again with putting back, their line at the share compared with the line of all on a grid of at
/// most some 20,000 cells. From samples of half the size it learns how the rest falls with more drawings, as a power of their number. The same drawings in any
/// order and the same seed give the same answer on every machine. Nothing for fewer than three drawings, or where no ground reaches the share.
///
/// Source: Efron (1979), "Bootstrap methods: another look at the jackknife", Annals of Statistics 7, 1-26.
[[nodiscard]] std::optional<Stability> stabilityOf(
    std::span<const MultiPolygon* const> areas, double share, double wanted = kWantedOverlap, std::uint64_t seed = 1, const Job& job = {});

/// Drawings that make a share of so many: the smallest whole number that is at least share × drawings, and at least 1.
[[nodiscard]] std::int32_t drawingsFor(double share, std::size_t drawings);

} // namespace hereabouts::core
