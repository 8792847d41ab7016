// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/register/register_spec.h"

// One function a register. Headings are those that the statistical offices, councils and mapping agencies of New Zealand, Britain and North America publish
// under.
namespace hereabouts::core::detail {

[[nodiscard]] RegisterSpec wards();
[[nodiscard]] RegisterSpec boards();
[[nodiscard]] RegisterSpec smallAreas();
[[nodiscard]] RegisterSpec communities();
[[nodiscard]] RegisterSpec anchors();
[[nodiscard]] RegisterSpec suppliers();
[[nodiscard]] RegisterSpec localities();
[[nodiscard]] RegisterSpec payments();
[[nodiscard]] RegisterSpec plans();
[[nodiscard]] RegisterSpec priorities();
[[nodiscard]] RegisterSpec proposals();
[[nodiscard]] RegisterSpec ballots();
[[nodiscard]] RegisterSpec basemap();
[[nodiscard]] RegisterSpec boundaries();
[[nodiscard]] RegisterSpec drawings();
[[nodiscard]] RegisterSpec documents();
[[nodiscard]] RegisterSpec officers();
[[nodiscard]] RegisterSpec members();
[[nodiscard]] RegisterSpec mandates();
[[nodiscard]] RegisterSpec endorsements();
[[nodiscard]] RegisterSpec recognitionSteps();
[[nodiscard]] RegisterSpec capacityNeeds();
[[nodiscard]] RegisterSpec grantRounds();
[[nodiscard]] RegisterSpec grants();
[[nodiscard]] RegisterSpec relationships();
[[nodiscard]] RegisterSpec consultations();
[[nodiscard]] RegisterSpec settings();

} // namespace hereabouts::core::detail
