// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include <sys/types.h>

namespace hereabouts::gis {

/// A running `hereabouts-import` and the pipe it answers through. Ends with its owner.
class WorkerProcess {
public:
    /// Starts the worker that lies beside the running program (or in ../libexec/hereabouts), with an environment of our own making.
    [[nodiscard]] static core::Result<WorkerProcess> start(const std::vector<std::string>& arguments);
    WorkerProcess(WorkerProcess&& other) noexcept;
    WorkerProcess& operator=(WorkerProcess&&) = delete;
    ~WorkerProcess();

    /// Fills the span. Fails with Cancelled within about 50 ms of the job's stop, and with Unreadable or Refused, saying why, when the worker ended first.
    [[nodiscard]] core::Result<void> read(std::span<std::byte> into, const core::Job& job);

private:
    WorkerProcess(pid_t pid, int pipe) : m_pid(pid), m_pipe(pipe) {}
    [[nodiscard]] core::Error causeOfDeath();
    pid_t m_pid;
    int m_pipe;
};

} // namespace hereabouts::gis
