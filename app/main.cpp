// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/session/desktop.h"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <new>

namespace {

bool isSet(const char* name)
{
    const char* const value = std::getenv(name);
    return value && *value;
}

/// What keeps the app from opening, in one sentence, or nothing. Qt would end the program without a word that helps.
const char* obstacle(const hereabouts::app::CommandOutcome& outcome)
{
    std::error_code ignored;
    if (outcome.open->place && !std::filesystem::exists(*outcome.open->place, ignored)) {
        return "There is no such place file and no such subcommand; `hereabouts --help` lists what there is.";
    }
    if (!isSet("DISPLAY") && !isSet("WAYLAND_DISPLAY") && !isSet("QT_QPA_PLATFORM")) {
        return "There is no display to open the app on; draw the map to a file instead: hereabouts render PLACE --show none -o map.png";
    }
    return nullptr;
}

} // namespace

int main(int argc, char** argv)
{
    using namespace hereabouts::app;
    try {
        const CommandOutcome outcome = runCommandLine(argc, argv);
        if (!outcome.open) return outcome.exitCode;
        if (const char* const why = obstacle(outcome)) {
            std::fprintf(stderr, "%s\n", why);
            return 1;
        }
        return runDesktop(argc, argv, {.place = outcome.open->place, .selfTest = outcome.open->selfTest, .script = outcome.open->script});
    } catch (const std::bad_alloc&) {
        std::fputs("Hereabouts ran out of memory; nothing was changed. Close other programs, or bring the data in smaller files.\n", stderr);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "Hereabouts met a fault of its own and stopped; the place file is as it was: %s\n", error.what());
    }
    return 1;
}
