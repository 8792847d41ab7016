// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "gis/read/worker/output.h"
#include "gis/read/worker/sniff.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace hereabouts::worker {

/// Registers the drivers of our formats and no other, and takes every way to the network out of GDAL.
void prepareGdal();

/// Reads one layer of a source through the one driver of its format. With several layers and none named, puts out the layers to choose from.
[[nodiscard]] core::Result<void> putOutVector(const std::filesystem::path& path, std::string_view bytes, Format format, const std::string& layer, const std::string& encoding,
    Output& output);

} // namespace hereabouts::worker
