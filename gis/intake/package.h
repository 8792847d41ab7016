// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "gis/intake/import.h"
#include "gis/store/place_file.h"

#include <filesystem>
#include <vector>

namespace hereabouts::gis {

/// Brings in a GeoPackage of everything (exportPlace() without a kind): every register that it holds, in the order in which they need each other, then what
/// communities agreed about their overlaps. Into an empty place it gives an identical one. All or nothing: what was done before a failure is undone.
/// Fails with BadInput when the file holds no register, and as previewImport() and commitImport() do.
[[nodiscard]] core::Result<std::vector<ImportPreview>> importPackage(PlaceFile& place, const std::filesystem::path& source, const core::Job& job = {});

} // namespace hereabouts::gis
