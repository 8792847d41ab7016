// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/joined/place_snapshot.h"

#include <CLI/CLI.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

namespace hereabouts::app {

struct Chosen;

/// Days since 1970-01-01 of "2026-06-30"; today where there is no text. Fails with BadInput, naming the option.
[[nodiscard]] core::Result<std::int64_t> dayOf(const std::string& text, const char* option);

/// Row of the community with that code, or with a name or alias that no other one has, whatever its case and marks. Fails with UnknownId or BadInput.
[[nodiscard]] core::Result<std::size_t> communityNamed(const core::PlaceSnapshot& place, const std::string& wanted);

/// The subcommand endorse.
void addEndorse(CLI::App& app, Chosen& chosen);

} // namespace hereabouts::app
