// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string_view>

namespace hereabouts::gis {

/// A file written beside its target under another name, which takes the target's place when it is complete and on the disk. Left unfinished, it is removed.
class NewFile {
public:
    /// Fails with NotFound when the folder is missing, BadInput when the target is a folder, ReadOnly when the folder cannot be written.
    [[nodiscard]] static core::Result<NewFile> create(const std::filesystem::path& target);
    NewFile(NewFile&& other) noexcept;
    NewFile& operator=(NewFile&&) = delete;
    ~NewFile();

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; } ///< Does not exist yet; has the target's ending.
    [[nodiscard]] core::Result<void> finish();

private:
    NewFile(std::filesystem::path target, std::filesystem::path path);
    std::filesystem::path m_target;
    std::filesystem::path m_path; ///< Empty once finished or moved from.
};

/// Writes text as a whole new file. Fails as NewFile does, and with NoSpace.
[[nodiscard]] core::Result<void> writeText(const std::filesystem::path& target, std::string_view text);

} // namespace hereabouts::gis
