// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>
#include <string>

namespace hereabouts::app {

/// What a subcommand does once its words are understood: returns an ExitCode.
using Action = std::function<int(Console&)>;

/// Where a subcommand leaves its action for main to run.
struct Chosen {
    Action action;
};

// Each adds one subcommand (or a few that are one idea) with its options, help and examples.
void addSample(CLI::App& app, Chosen& chosen);
void addNew(CLI::App& app, Chosen& chosen);
void addImport(CLI::App& app, Chosen& chosen);
void addInfo(CLI::App& app, Chosen& chosen);
void addCheck(CLI::App& app, Chosen& chosen);
void addAt(CLI::App& app, Chosen& chosen);
void addSearch(CLI::App& app, Chosen& chosen);
void addTally(CLI::App& app, Chosen& chosen);
void addAgreement(CLI::App& app, Chosen& chosen);
void addCount(CLI::App& app, Chosen& chosen);
void addCommunities(CLI::App& app, Chosen& chosen);
void addRecognise(CLI::App& app, Chosen& chosen);
void addCapacity(CLI::App& app, Chosen& chosen);
void addEditions(CLI::App& app, Chosen& chosen);
void addRender(CLI::App& app, Chosen& chosen);
void addExport(CLI::App& app, Chosen& chosen);
void addDiff(CLI::App& app, Chosen& chosen);
void addHistory(CLI::App& app, Chosen& chosen);
void addRejects(CLI::App& app, Chosen& chosen);

/// An open place and what is in it.
struct OpenedPlace {
    gis::PlaceFile file;
    core::SnapshotPtr snapshot;
};
[[nodiscard]] core::Result<OpenedPlace> openPlace(const std::string& path, Console& console);

/// A subcommand with the examples that its --help ends with.
[[nodiscard]] CLI::App* subcommand(CLI::App& app, const std::string& name, const std::string& what, const std::string& examples);

} // namespace hereabouts::app
