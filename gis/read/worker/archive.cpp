// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/read/worker/archive.h"

#include "gis/text/fold.h"

#include <cstring>
#include <format>
#include <unordered_set>

namespace hereabouts::worker {

namespace {

using core::ErrorCode;
using core::fail;
using core::Result;

// Sizes and places by APPNOTE.TXT 6.3.10, sections 4.3.12 and 4.3.16.
constexpr std::size_t kEndRecord = 22;
constexpr std::size_t kEntryRecord = 46;
constexpr std::size_t kLongestComment = 65535;
constexpr std::size_t kMostEntries = 10'000;
constexpr std::uint64_t kMostUnpacked = 512ull << 20;
constexpr std::uint64_t kRatioMatters = 1ull << 20;
constexpr std::uint64_t kMostRatio = 100;
constexpr std::uint32_t kLinkMode = 0120000;
constexpr std::uint32_t kTypeMask = 0170000;

template <typename T>
T numberAt(std::string_view bytes, std::size_t at)
{
    T value{};
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

std::size_t endRecord(std::string_view bytes)
{
    if (bytes.size() < kEndRecord) return std::string_view::npos;
    const std::size_t first = bytes.size() - std::min(bytes.size(), kEndRecord + kLongestComment);
    const std::size_t at = bytes.rfind("PK\x05\x06");
    return at == std::string_view::npos || at < first || at + kEndRecord > bytes.size() ? std::string_view::npos : at;
}

std::unexpected<core::Error> damaged() { return fail(ErrorCode::Unreadable, "The archive's directory is missing or damaged; the file is cut short: get it again."); }
std::unexpected<core::Error> refused(std::string_view why) { return fail(ErrorCode::Refused, std::format("The archive is not unpacked: {}.", why)); }

Result<void> checkName(const std::string& name)
{
    const bool climbs = name.starts_with('/') || name.contains('\\') || name == ".." || name.starts_with("../") || name.contains("/../") || name.ends_with("/..");
    if (climbs || name.contains('\0') || (name.size() > 1 && name[1] == ':')) return refused("a name in it leads out of the folder");
    return {};
}

} // namespace

Result<std::vector<ArchiveEntry>> archiveEntries(std::string_view bytes)
{
    const std::size_t end = endRecord(bytes);
    if (end == std::string_view::npos) return damaged();
    const std::size_t count = numberAt<std::uint16_t>(bytes, end + 10);
    std::size_t at = numberAt<std::uint32_t>(bytes, end + 16);
    if (count > kMostEntries) return refused(std::format("it has {} entries, and at most {} are read", count, kMostEntries));

    std::vector<ArchiveEntry> entries;
    std::unordered_set<std::string> names;
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (at > end || end - at < kEntryRecord || bytes.substr(at, 4) != "PK\x01\x02") return damaged();
        const std::size_t nameLength = numberAt<std::uint16_t>(bytes, at + 28);
        const std::size_t extras = std::size_t{numberAt<std::uint16_t>(bytes, at + 30)} + numberAt<std::uint16_t>(bytes, at + 32);
        if (end - at < kEntryRecord + nameLength + extras) return damaged();
        ArchiveEntry entry{.name = std::string(bytes.substr(at + kEntryRecord, nameLength)), .packed = numberAt<std::uint32_t>(bytes, at + 20),
            .unpacked = numberAt<std::uint32_t>(bytes, at + 24)};
        if (const auto fine = checkName(entry.name); !fine) return std::unexpected(fine.error());
        const std::uint32_t mode = numberAt<std::uint32_t>(bytes, at + 38) >> 16;
        if ((mode & kTypeMask) == kLinkMode) return refused("a link in it leads elsewhere");
        if (!names.insert(entry.name).second) return refused("it holds one name twice");
        if (entry.unpacked > kRatioMatters && entry.unpacked / std::max<std::uint64_t>(entry.packed, 1) > kMostRatio) {
            return refused("a part of it unpacks to more than a hundred times its size");
        }
        total += entry.unpacked;
        if (total > kMostUnpacked) return refused(std::format("it unpacks to more than {} MB", kMostUnpacked >> 20));
        entries.push_back(std::move(entry));
        at += kEntryRecord + nameLength + extras;
    }
    return entries;
}

} // namespace hereabouts::worker
