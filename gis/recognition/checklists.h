// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/joined/place_snapshot.h"
#include "core/recognition/checklist.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::gis {

/// A checklist out of its JSON: {"name", "title", "about"?, "publicity_weeks"?, "review_years"?, "provisional_months"?, "criteria": [{"code", "title", "test",
/// the test's own key, "source"?, "before": "publicity"|"decision"?}]}. The tests and their keys are core::criterionTests().
/// Fails with BadInput in a sentence that names the file and the key: text that is no JSON, a key that is missing, unknown or of another type, a test that
/// there is not.
[[nodiscard]] core::Result<core::ChecklistTemplate> checklistFromText(std::string_view json, const std::string& file);

/// Reads one's own checklist. Fails with NotFound, Unreadable (no plain file, or larger than 1 MB), or as checklistFromText().
[[nodiscard]] core::Result<core::ChecklistTemplate> readChecklist(const std::filesystem::path& file);

/// Names of the checklists that come with the program, in order of the alphabet.
[[nodiscard]] std::vector<std::string> shippedChecklists();

/// A checklist that comes with the program. Fails with UnknownId, listing those there are. Reads nothing but those: a place file may name one.
[[nodiscard]] core::Result<core::ChecklistTemplate> shippedChecklist(const std::string& name);

/// The checklist that a person names: a file where that is a path or ends with ".json", else one that comes with the program. Where nobody names one, that of
/// the place's rule `recognition_template`, and nothing where the place has no such rule. A place never makes the program read another file: its rule can only
/// name a checklist that comes with the program.
[[nodiscard]] core::Result<std::optional<core::ChecklistTemplate>> checklistFor(const core::PlaceSnapshot& place, const std::string& named);

} // namespace hereabouts::gis
