// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/samples/builder/outline.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace hereabouts::sample {

/// Community and edition → the hash of its line.
using LineHashes = std::map<std::pair<std::string_view, std::string_view>, std::string>;

/// The hash by which an endorsement names a line, in centimetres of EPSG:2193.
[[nodiscard]] std::string hashOf(const Shapes& line);

/// Who stood behind which line and when. Three communities changed theirs after the council recognised them. Nobody's word is on the line of Harakeke Villages,
/// which is mended as it is brought in.
void writeEndorsements(const LineHashes& hashes, const std::filesystem::path& folder);

} // namespace hereabouts::sample
