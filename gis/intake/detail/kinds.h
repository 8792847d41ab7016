// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "gis/intake/detail/rows.h"

namespace hereabouts::gis::detail {

/// Features named "A/B" become overlap records between A and B and part of both; then the ground that any two communities share is computed.
/// A file uses that convention when a part of at least one such name is another feature's name (or its start).
[[nodiscard]] core::Result<void> settleCommunities(Building& building, const core::Job& job);

/// Rejects ballots that are blank, name more than five proposals or one that is not on the ballot. What a rejected ballot chose is not kept.
void checkBallots(const Gathered& source, Building& building);
inline constexpr std::size_t kMostChoices = 5;

/// Finds suppliers by name where the ledger has no codes, tells the exact total, and lists rows that stand twice; none of them is dropped.
void settlePayments(Building& building);

/// Warns of rounds that the grants of the batch, on top of those in the place, take more from than they have.
void warnOfOverdrafts(Building& building);

/// Places suppliers without a point at the locality that their postcode or place names. Those said to be outside or of basis "none" stay as they are.
void locateSuppliers(Building& building);

/// Warns of rows that lie outside the district's boards (or wards), and of areas that reach beyond them by more than one part in a thousand.
[[nodiscard]] core::Result<void> findOutside(Building& building, const core::Job& job);

/// Gaps, overlaps, slivers and duplicates of areas that ought to tile the ground, counted as warnings.
[[nodiscard]] core::Result<void> checkCoverage(Building& building, const core::Job& job);

} // namespace hereabouts::gis::detail
