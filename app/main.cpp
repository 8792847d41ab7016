// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/session/desktop.h"

#include <cstdio>
#include <exception>
#include <new>

int main(int argc, char** argv)
{
    using namespace hereabouts::app;
    try {
        const CommandOutcome outcome = runCommandLine(argc, argv);
        if (!outcome.open) return outcome.exitCode;
        return runDesktop(argc, argv, {.place = outcome.open->place, .selfTest = outcome.open->selfTest, .script = outcome.open->script});
    } catch (const std::bad_alloc&) {
        std::fputs("Hereabouts ran out of memory; nothing was changed. Close other programs, or bring the data in smaller files.\n", stderr);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "Hereabouts met a fault of its own and stopped; the place file is as it was: %s\n", error.what());
    }
    return 1;
}
