// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>

namespace hereabouts::app {

/// What to open when no subcommand is given.
struct AppStart {
    std::optional<std::filesystem::path> place;
    bool selfTest = false;
    std::optional<std::filesystem::path> script;
};

/// What became of the words after the program's name: an exit code, or the app to be opened.
struct CommandOutcome {
    int exitCode = 0;
    std::optional<AppStart> open;
};

/// Understands and runs `hereabouts …`.
[[nodiscard]] CommandOutcome runCommandLine(int argc, char** argv);

} // namespace hereabouts::app
