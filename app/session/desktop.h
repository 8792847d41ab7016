// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>

namespace hereabouts::app {

/// How the app is started.
struct DesktopRequest {
    std::optional<std::filesystem::path> place;  ///< Opened at once.
    bool selfTest = false;                       ///< Load the window, then leave: 0 only if nothing warned.
    std::optional<std::filesystem::path> script; ///< Steps to take by itself, then leave: see screen_script.h.
};

/// Opens the app on the map and returns its exit code when the last window closes. Makes the process's QGuiApplication: call it once, before any other.
[[nodiscard]] int runDesktop(int& argc, char** argv, const DesktopRequest& request);

} // namespace hereabouts::app
