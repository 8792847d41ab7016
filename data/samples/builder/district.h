// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/samples/builder/country.h"

#include <filesystem>

namespace hereabouts::sample {

/// Coast, water, roads, rail, towns, parks and the port town's parcels.
void writeBasemap(const Country& country, const std::filesystem::path& folder);
/// Anchors' sites, suppliers, localities and a year of payments.
void writeMoney(const Country& country, const std::filesystem::path& folder);
/// Place plans and their priorities.
void writePlans(const Country& country, const std::filesystem::path& folder);
/// Proposals and ballots of the budget round.
void writeBudget(const Country& country, const std::filesystem::path& folder);
/// Communities, the editions of their boundaries, and who endorsed them.
void writeCommunities(const Country& country, const std::filesystem::path& folder);
/// Drawings of "my place" by residents of four communities.
void writeDrawings(const Country& country, const std::filesystem::path& folder);
/// Documents, officers, members, mandates and recognition steps of communities.
void writeGovernance(const std::filesystem::path& folder);
/// What communities need, and the capacity grants they got.
void writeGrants(const std::filesystem::path& folder);
/// Mana whenua entities, and the rules of this place.
void writeRelationships(const Country& country, const std::filesystem::path& folder);
/// What to import in which order.
void writeManifest(const std::filesystem::path& folder);

/// Everything. Throws std::runtime_error in one sentence where a file cannot be written.
void writeDistrict(const std::filesystem::path& folder);

} // namespace hereabouts::sample
