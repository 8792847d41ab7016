// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/samples/builder/figures.h"
#include "data/samples/builder/files.h"

#include <span>
#include <string>
#include <string_view>

namespace hereabouts::sample {

/// What a council knows of one community beyond its name, line and size. Days are written "2026-03-01"; "" is not known.
struct Standing {
    std::string_view community;
    std::string_view nameMi;
    std::string_view mailbox; ///< Before "@example.org".
    std::string_view purpose;
    std::string_view story; ///< In their own words.
    std::string_view membershipRule;
    std::string_view meets;
    std::string_view lastAgm;
    bool minutes;
    bool grievance;
    bool nonDiscrimination;
    std::string_view sections; ///< Who is reached.
    std::string_view recognisedOn; ///< Day of the last decision for it.
    std::string_view reviewDue;
};

/// One for each of communityPlans(), in their order.
[[nodiscard]] std::span<const Standing> standings();

[[nodiscard]] const CommunityPlan& communityOf(std::string_view code);
[[nodiscard]] const BoardPlan& boardOf(const CommunityPlan& community); ///< Where most of it lies; where most members live for one without a line.

/// The fields of the communities register for one of them, in its columns' order.
[[nodiscard]] Json rowOf(const CommunityPlan& community, const Standing& standing);

} // namespace hereabouts::sample
