// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "core/community/communities_here.h"
#include "core/community/coverage_report.h"
#include "core/community/overlap_schedule.h"
#include "gis/consult/consultation.h"

#include <cstdint>
#include <optional>
#include <vector>

// What the command `communities` says, as text and as JSON, one pair of functions a question.
namespace hereabouts::app {

/// The register in short; people and the share outside only where the place has areas that tell.
struct CommunityList {
    const core::PlaceSnapshot& place;
    std::vector<std::size_t> rows; ///< Those asked for.
    const core::HeldPeople* held; ///< Null without small areas.
    std::vector<core::SharedGroundRow> overlaps;
    std::vector<core::OutsideShare> outside;
};
void printList(const Console& console, const CommunityList& list);
[[nodiscard]] nlohmann::ordered_json documentOf(const CommunityList& list);

void printCoverage(const Console& console, const core::CoverageReport& report, const std::vector<core::OutsideShare>& outside);
[[nodiscard]] nlohmann::ordered_json documentOf(const core::CoverageReport& report, const std::vector<core::OutsideShare>& outside);

void printOverlaps(const Console& console, const std::vector<core::SharedGroundRow>& schedule);
[[nodiscard]] nlohmann::ordered_json documentOf(const std::vector<core::SharedGroundRow>& schedule);

void printPolicy(const Console& console, const core::PolicyReport& report, const std::vector<core::SharedGroundRow>& schedule);
[[nodiscard]] nlohmann::ordered_json documentOf(const core::PolicyReport& report, const std::vector<core::SharedGroundRow>& schedule);

void printHere(const Console& console, const core::CommunitiesHere& here);
[[nodiscard]] nlohmann::ordered_json documentOf(const core::CommunitiesHere& here);

/// @param logged  Number of the change that logged it; nothing where it was not logged.
void printConsultation(const Console& console, const gis::Works& works, const gis::Consultation& consultation, std::optional<std::int64_t> logged);
[[nodiscard]] nlohmann::ordered_json documentOf(const gis::Works& works, const gis::Consultation& consultation, std::optional<std::int64_t> logged);

} // namespace hereabouts::app
