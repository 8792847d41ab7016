// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>
#include <stop_token>
#include <thread>

namespace hereabouts::app {

/// Turns Ctrl-C (and a polite kill) into a stop request that long work hears, so that it ends with nothing half-done. A second Ctrl-C ends the process at once.
/// Make it before any other thread: the signals are taken from all of them.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    sigset_t m_before;
    std::jthread m_listener;
};

} // namespace hereabouts::app
