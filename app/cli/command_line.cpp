// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include "app/cli/commands.h"
#include "app/cli/interrupt.h"

#include <csignal>
#include <cstdio>
#include <format>
#include <memory>

namespace hereabouts::app {

namespace {

constexpr auto kExamples = R"(Examples:
  hereabouts                                     open the app on the map
  hereabouts sample rata.place                   make the sample district
  hereabouts rata.place                          open it on the map
  hereabouts tally rata.place spend --by boards  where anchor money lands
  hereabouts SUBCOMMAND --help                   what one of them takes

Exit codes: 0 done, 1 could not be done (one sentence says why), 2 wrong usage, 3 done, with rows rejected.)";

} // namespace

CLI::App* subcommand(CLI::App& app, const std::string& name, const std::string& what, const std::string& examples)
{
    CLI::App* const made = app.add_subcommand(name, what);
    made->footer("Examples:\n" + examples);
    return made;
}

core::Result<OpenedPlace> openPlace(const std::string& path, Console& console)
{
    auto file = gis::PlaceFile::open(path);
    if (!file) return std::unexpected(std::move(file.error()));
    auto snapshot = file->snapshot(console.job());
    console.clearBar();
    if (!snapshot) return std::unexpected(std::move(snapshot.error()));
    return OpenedPlace{.file = std::move(*file), .snapshot = std::move(*snapshot)};
}

CommandOutcome runCommandLine(int argc, char** argv)
{
    // A write past a file size limit must come back as an error that can be told, not as the end of the process.
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);

    CLI::App app{"Hereabouts: everything a district and its communities know about their place, on one map, in one file.", "hereabouts"};
    app.footer(kExamples);
    app.set_version_flag("--version", std::string(HEREABOUTS_VERSION));
    app.require_subcommand(0, 1);
    app.fallthrough();
    bool json = false;
    app.add_flag("--json", json, "One JSON document on standard output; messages go to standard error");
    AppStart start;
    std::string place;
    std::string script;
    app.add_option("PLACE", place, "Place file to open in the app");
    app.add_flag("--self-test", start.selfTest, "Load the app's window and leave: fails if anything is amiss")->group("");
    app.add_option("--script", script, "Steps for the app to take by itself, as JSON")->group("");

    Chosen chosen;
    for (auto add : {addSample, addNew, addImport, addInfo, addCheck, addAt, addSearch, addTally, addAgreement, addCount, addCommunities, addRecognise, addCapacity, addEditions, addRender, addExport, addDiff, addHistory, addRejects})
        add(app, chosen);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error);
        return {.exitCode = code == 0 ? kDone : kWrongUsage, .open = std::nullopt};
    }
    if (!chosen.action) {
        if (!place.empty()) start.place = place;
        if (!script.empty()) start.script = script;
        return {.exitCode = kDone, .open = start};
    }
    if (!place.empty()) {
        std::fputs(std::format("There is one word too many: \"{}\". hereabouts SUBCOMMAND --help says what it takes.\n", plain(place)).c_str(), stderr);
        return {.exitCode = kWrongUsage, .open = std::nullopt};
    }
    const Interrupt interrupt;
    Console console(interrupt.token());
    console.json = json;
    return {.exitCode = console.finish(chosen.action(console)), .open = std::nullopt};
}

} // namespace hereabouts::app
