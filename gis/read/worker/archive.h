// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::worker {

struct ArchiveEntry {
    std::string name;
    std::uint64_t packed = 0;
    std::uint64_t unpacked = 0;
};

/// The directory at the end of a zip archive, nothing unpacked. Fails with Unreadable when it is damaged or cut short, and with Refused for what an honest
/// archive does not have: over 10,000 entries, over 512 MB in all, an entry over 1 MB packed more than 100:1, absolute or climbing paths, links, a name twice.
[[nodiscard]] core::Result<std::vector<ArchiveEntry>> archiveEntries(std::string_view bytes);

} // namespace hereabouts::worker
