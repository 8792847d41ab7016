// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include <ctime>
#include <unistd.h>

namespace hereabouts::app {

Interrupt::Interrupt()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, &m_before);
    m_listener = std::jthread([this, signals](const std::stop_token& over) {
        bool asked = false;
        while (!over.stop_requested()) {
            const timespec patience{.tv_sec = 0, .tv_nsec = 100'000'000};
            if (sigtimedwait(&signals, nullptr, &patience) < 0) continue;
            if (asked) _exit(1);
            asked = true;
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
