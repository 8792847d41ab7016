// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/read/detail/worker_process.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <format>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace hereabouts::gis {

namespace {

namespace fs = std::filesystem;
using core::ErrorCode;
using core::fail;

constexpr int kStopCheckMilliseconds = 50;

core::Result<fs::path> workerProgram()
{
    std::error_code trouble;
    const fs::path here = fs::read_symlink("/proc/self/exe", trouble).parent_path();
    for (const fs::path& candidate : {here / "hereabouts-import", here.parent_path() / "libexec" / "hereabouts" / "hereabouts-import"}) {
        if (!trouble && access(candidate.c_str(), X_OK) == 0) return candidate;
    }
    return fail(ErrorCode::Failed, std::format("The program 'hereabouts-import', which reads foreign files, is not beside this one in {}; install Hereabouts anew.", here.string()));
}

/// Nothing of ours but what sanitizers need: no proxies, no keys, no switches of the engines.
std::vector<std::string> cleanEnvironment()
{
    std::vector<std::string> kept{"LC_ALL=C.UTF-8", "PROJ_NETWORK=OFF"};
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view text(*entry);
        for (const std::string_view start : {"ASAN_OPTIONS=", "UBSAN_OPTIONS=", "LSAN_OPTIONS=", "TSAN_OPTIONS="}) {
            if (text.starts_with(start)) kept.emplace_back(text);
        }
    }
    return kept;
}

std::vector<char*> pointersTo(std::vector<std::string>& texts)
{
    std::vector<char*> pointers;
    for (std::string& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

} // namespace

core::Result<WorkerProcess> WorkerProcess::start(const std::vector<std::string>& arguments)
{
    const auto program = workerProgram();
    if (!program) return std::unexpected(program.error());
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return fail(ErrorCode::Failed, "No pipe to the import worker: too many files are open; close some and try again.");
#ifdef F_SETPIPE_SZ
    fcntl(ends[0], F_SETPIPE_SZ, 1 << 20);
#endif

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);

    std::vector<std::string> words{program->string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> environment = cleanEnvironment();
    pid_t pid = -1;
    const int trouble = posix_spawn(&pid, program->c_str(), &actions, nullptr, pointersTo(words).data(), pointersTo(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    if (trouble != 0) {
        close(ends[0]);
        return fail(ErrorCode::Failed, std::format("The import worker could not be started: {}.", std::strerror(trouble)));
    }
    return WorkerProcess(pid, ends[0]);
}

WorkerProcess::WorkerProcess(WorkerProcess&& other) noexcept : m_pid(std::exchange(other.m_pid, -1)), m_pipe(std::exchange(other.m_pipe, -1)) {}

WorkerProcess::~WorkerProcess()
{
    if (m_pipe >= 0) close(m_pipe);
    if (m_pid <= 0) return;
    kill(m_pid, SIGKILL);
    while (waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) { }
}

core::Result<void> WorkerProcess::read(std::span<std::byte> into, const core::Job& job)
{
    while (!into.empty()) {
        if (job.stopped()) return fail(ErrorCode::Cancelled, "The import was stopped; nothing was changed.");
        pollfd waiting{.fd = m_pipe, .events = POLLIN, .revents = 0};
        if (poll(&waiting, 1, kStopCheckMilliseconds) <= 0) continue;
        const ssize_t count = ::read(m_pipe, into.data(), into.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return std::unexpected(causeOfDeath());
        into = into.subspan(static_cast<std::size_t>(count));
    }
    return {};
}

core::Error WorkerProcess::causeOfDeath()
{
    int status = 0;
    while (waitpid(m_pid, &status, 0) < 0 && errno == EINTR) { }
    m_pid = -1;
    const int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    if (signal == SIGXCPU || signal == SIGKILL) {
        return {.code = ErrorCode::Refused, .message = "Reading it takes more than a minute of computing or more memory than a file may have; cut it into smaller files."};
    }
    return {.code = ErrorCode::Unreadable, .message = std::format("It is damaged or made to do harm: reading it ended the import worker ({}).",
        signal != 0 ? std::format("signal {}", signal) : std::format("exit code {}", WIFEXITED(status) ? WEXITSTATUS(status) : -1))};
}

} // namespace hereabouts::gis
