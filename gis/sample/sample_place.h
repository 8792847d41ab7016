// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/joined/place_snapshot.h"
#include "gis/intake/import.h"

#include <filesystem>
#include <functional>

namespace hereabouts::gis {

/// Makes the place file of the sample district, Rātā Coast, by importing data/samples as anybody's files are imported. Whole or not at all.
/// `told` hears of each import once it is written. Fails with Refused where the file is there already, NotFound without the sample's files, Cancelled, and as
/// imports do.
[[nodiscard]] core::Result<core::SnapshotPtr> makeSamplePlace(
    const std::filesystem::path& target, const core::Job& job, const std::function<void(const ImportPreview&)>& told);

} // namespace hereabouts::gis
