// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/write/detail/new_file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <format>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace hereabouts::gis {

namespace fs = std::filesystem;
using core::ErrorCode;

namespace {

core::Error writeError(const fs::path& target, int error)
{
    const std::string name = target.string();
    switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return {ErrorCode::NoSpace, std::format("{} was not written: the disk is full. What was there before is untouched.", name)};
    case EACCES:
    case EPERM:
    case EROFS: return {ErrorCode::ReadOnly, std::format("{} cannot be written: its folder is read-only for you. Choose another folder.", name)};
    default: return {ErrorCode::Failed, std::format("{} was not written: {}.", name, std::strerror(error))};
    }
}

/// Forces what was written onto the disk, so that a power cut after the rename cannot leave an empty file under the good name.
core::Result<void> flush(const fs::path& path, int flags, const fs::path& target)
{
    const int file = ::open(path.c_str(), flags | O_CLOEXEC);
    if (file < 0) return std::unexpected(writeError(target, errno));
    const int failed = ::fsync(file) == 0 ? 0 : errno;
    ::close(file);
    if (failed != 0 && failed != EINVAL) return std::unexpected(writeError(target, failed)); // EINVAL: a file system that cannot flush
    return {};
}

} // namespace

NewFile::NewFile(fs::path target, fs::path path) : m_target(std::move(target)), m_path(std::move(path)) {}
NewFile::NewFile(NewFile&& other) noexcept : m_target(std::move(other.m_target)), m_path(std::exchange(other.m_path, {})) {}

NewFile::~NewFile()
{
    if (m_path.empty()) return;
    std::error_code ignored;
    fs::remove(m_path, ignored);
    // What SQLite leaves beside a GeoPackage when it is stopped.
    for (const char* const tail : {"-journal", "-wal", "-shm"}) fs::remove(fs::path(m_path) += tail, ignored);
}

core::Result<NewFile> NewFile::create(const fs::path& target)
{
    std::error_code error;
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    if (!fs::is_directory(folder, error)) return core::fail(ErrorCode::NotFound, std::format("There is no folder {}; make it first.", folder.string()));
    if (fs::is_directory(target, error)) return core::fail(ErrorCode::BadInput, std::format("{} is a folder; give the name of a file in it.", target.string()));
    if (::access(folder.c_str(), W_OK) != 0) return std::unexpected(writeError(target, errno));
    fs::path path = folder / std::format(".{}.{}.part{}", target.stem().string(), ::getpid(), target.extension().string());
    fs::remove(path, error);
    return NewFile(target, std::move(path));
}

core::Result<void> NewFile::finish()
{
    if (auto flushed = flush(m_path, O_RDONLY, m_target); !flushed) return flushed;
    std::error_code error;
    fs::rename(m_path, m_target, error);
    if (error) return std::unexpected(writeError(m_target, error.value()));
    m_path.clear();
    return flush(m_target.has_parent_path() ? m_target.parent_path() : fs::path("."), O_RDONLY | O_DIRECTORY, m_target);
}

core::Result<void> writeText(const fs::path& target, std::string_view text)
{
    auto file = NewFile::create(target);
    if (!file) return std::unexpected(std::move(file.error()));
    const int out = ::open(file->path().c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (out < 0) return std::unexpected(writeError(target, errno));
    while (!text.empty()) {
        const ssize_t written = ::write(out, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) {
            const int failed = errno;
            ::close(out);
            return std::unexpected(writeError(target, failed));
        }
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    ::close(out);
    return file->finish();
}

} // namespace hereabouts::gis
