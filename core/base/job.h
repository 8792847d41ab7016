// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <stop_token>
#include <string_view>

namespace hereabouts::core {

/// How long work tells of its progress and hears that it should stop. Passed down; a default one is silent and never stops.
struct Job {
    std::stop_token stop;
    /// Called from the working thread with the share done (0…1; negative when unknown) and what is being done.
    std::function<void(double share, std::string_view what)> report;

    [[nodiscard]] bool stopped() const { return stop.stop_requested(); }
    void tell(double share, std::string_view what) const
    {
        if (report) report(share, what);
    }
};

} // namespace hereabouts::core
