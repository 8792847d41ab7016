// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include <chrono>
#include <ctime>
#include <optional>
#include <string_view>
#include <unistd.h>

namespace hereabouts::app {

namespace {

using Clock = std::chrono::steady_clock;

/// A terminal and `timeout` may each send the signal to the process and to its group: within this time it is one request.
constexpr std::chrono::milliseconds kOneRequest{500};

[[noreturn]] void leaveAtOnce()
{
    constexpr std::string_view kWords = "\nStopped at once, as asked a second time; the place is as it was.\n";
    [[maybe_unused]] const auto written = write(STDERR_FILENO, kWords.data(), kWords.size());
    _exit(1);
}

} // namespace

Interrupt::Interrupt()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, &m_before);
    m_listener = std::jthread([this, signals](const std::stop_token& over) {
        std::optional<Clock::time_point> asked;
        while (!over.stop_requested()) {
            const timespec patience{.tv_sec = 0, .tv_nsec = 100'000'000};
            if (sigtimedwait(&signals, nullptr, &patience) < 0) continue;
            if (!asked) asked = Clock::now();
            if (Clock::now() - *asked > kOneRequest) leaveAtOnce();
            m_source.request_stop();
        }
    });
}

Interrupt::~Interrupt()
{
    m_listener.request_stop();
    m_listener.join();
    pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

} // namespace hereabouts::app
