// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace hereabouts::worker {

/// Limits on memory (2 GiB), computing (60 s) and core files; from then on the process can gain no rights.
void limitResources();

/// From then on the process can read `files` and the system's own libraries and tables, write nothing, and open no TCP connection (Landlock).
/// False where this system has no Landlock.
[[nodiscard]] bool confineTo(const std::vector<std::filesystem::path>& files);

/// The source, and the companions that belong to it by name: a Shapefile's .dbf, .shx, .prj, .cpg, a SQLite file's -wal and -shm.
[[nodiscard]] std::vector<std::filesystem::path> filesOf(const std::filesystem::path& source);

} // namespace hereabouts::worker
