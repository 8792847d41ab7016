// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace hereabouts::worker {

/// Looks a stranger's SQLite file over before any geo library does: its schema must parse, its pages must be all there, and no virtual table may reach
/// beyond the file. Fails with Refused or Unreadable.
[[nodiscard]] core::Result<void> lookOver(const std::filesystem::path& path);

} // namespace hereabouts::worker
