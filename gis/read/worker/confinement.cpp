// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/read/worker/confinement.h"

#include "gis/text/fold.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace hereabouts::worker {

namespace fs = std::filesystem;

namespace {

constexpr rlim_t kMemory = 2ull << 30;
constexpr rlim_t kComputingSeconds = 60;

constexpr std::uint64_t kRead = LANDLOCK_ACCESS_FS_READ_FILE;
constexpr std::uint64_t kReadTree = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_EXECUTE;

/// Every right that the running kernel's Landlock knows; those not handled would stay allowed.
std::uint64_t handledRights(long abi)
{
    std::uint64_t rights = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
    if (abi >= 2) rights |= LANDLOCK_ACCESS_FS_REFER;
    if (abi >= 3) rights |= LANDLOCK_ACCESS_FS_TRUNCATE;
#ifdef LANDLOCK_ACCESS_FS_IOCTL_DEV
    if (abi >= 5) rights |= LANDLOCK_ACCESS_FS_IOCTL_DEV;
#endif
    return rights;
}

void allow(int ruleset, const fs::path& path, std::uint64_t rights)
{
    const int opened = open(path.c_str(), O_PATH | O_CLOEXEC);
    if (opened < 0) return; // what is not there needs no rule
    const landlock_path_beneath_attr rule{.allowed_access = rights, .parent_fd = opened};
    syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    close(opened);
}

} // namespace

void limitResources()
{
    const auto limit = [](__rlimit_resource what, rlim_t most) {
        const rlimit both{.rlim_cur = most, .rlim_max = most};
        setrlimit(what, &both);
    };
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // their shadow memory alone is larger
    limit(RLIMIT_AS, kMemory);
    limit(RLIMIT_CPU, kComputingSeconds);
#else
    limit(RLIMIT_CPU, kComputingSeconds * 10);
#endif
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

bool confineTo(const std::vector<fs::path>& files)
{
    const long abi = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (abi < 1) return false;
    landlock_ruleset_attr attributes{};
    attributes.handled_access_fs = handledRights(abi);
    std::size_t size = sizeof attributes.handled_access_fs;
#ifdef LANDLOCK_ACCESS_NET_CONNECT_TCP
    if (abi >= 4) {
        attributes.handled_access_net = LANDLOCK_ACCESS_NET_BIND_TCP | LANDLOCK_ACCESS_NET_CONNECT_TCP;
        size = sizeof attributes.handled_access_fs + sizeof attributes.handled_access_net;
    }
#endif
    const int ruleset = static_cast<int>(syscall(SYS_landlock_create_ruleset, &attributes, size, 0));
    if (ruleset < 0) return false;
    for (const fs::path& file : files) allow(ruleset, file, kRead);
    for (const char* tree : {"/usr/share", "/usr/lib", "/usr/lib64", "/lib", "/lib64"}) allow(ruleset, tree, kReadTree);
    allow(ruleset, "/etc/ld.so.cache", kRead);
    const bool confined = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    close(ruleset);
    return confined;
}

std::vector<fs::path> filesOf(const fs::path& source)
{
    constexpr std::array<std::string_view, 6> kShapefileParts{".shp", ".shx", ".dbf", ".prj", ".cpg", ".cst"};
    std::vector<fs::path> files{source, source.string() + "-wal", source.string() + "-shm"};
    if (gis::asciiLower(source.extension().string()) != ".shp") return files;
    const std::string stem = gis::asciiLower(source.stem().string());
    std::error_code trouble;
    for (const fs::directory_entry& entry : fs::directory_iterator(source.parent_path(), trouble)) {
        const bool part = std::ranges::contains(kShapefileParts, gis::asciiLower(entry.path().extension().string()));
        if (part && gis::asciiLower(entry.path().stem().string()) == stem) files.push_back(entry.path());
    }
    return files;
}

} // namespace hereabouts::worker
