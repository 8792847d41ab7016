// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "gis/intake/import.h"

#include <nlohmann/json.hpp>

#include <string>

namespace hereabouts::app {

/// What an import did, to people: counts, repairs, rejects and warnings; `brief` leaves the lists out.
void printImport(const Console& console, const gis::ImportPreview& preview, bool brief);
/// What an import would do: format, layer, CRS, encoding, mapping, counts, problems.
void printPreview(const Console& console, const gis::ImportPreview& preview);

/// {kind source layer crs read accepted rejected repaired warnings}
[[nodiscard]] nlohmann::ordered_json importDocument(const gis::ImportPreview& preview);
/// The same with what a preview alone can say: format, encoding, mapping, problems.
[[nodiscard]] nlohmann::ordered_json previewDocument(const gis::ImportPreview& preview);

/// The sentence that says why the preview cannot be committed.
[[nodiscard]] std::string whyNot(const gis::ImportPreview& preview);

} // namespace hereabouts::app
