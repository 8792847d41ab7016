// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/joined/people_counter.h"
#include "core/joined/place_snapshot.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::gis {

/// A boundary edition of a community, or the line that it has now.
struct HeldLine {
    std::size_t row = 0; ///< Of the register of boundary editions; of communities for the present line.
    bool isPresent = false; ///< The community's own shape.
    std::string name; ///< Of the edition; kPresentLine for the present one.
    std::string line; ///< "identity", "service", "statistical", "electoral": what it is for.
    std::string state; ///< "draft", "current" …
    std::int64_t from = core::kNoInteger; ///< Days since 1970-01-01.
    std::int64_t until = core::kNoInteger;
    std::string source;
    std::string precision;
    const core::MultiPolygon* shape = nullptr; ///< Null where it has none. Lives as long as the snapshot.
};

inline constexpr std::string_view kPresentLine = "present";

/// Every line that is held of a community: its editions as registered, then the present line. Empty for a community that is not there.
[[nodiscard]] std::vector<HeldLine> linesOf(const core::PlaceSnapshot& place, std::string_view community);

/// Ground that one line has and another has not.
struct LinePart {
    core::MultiPolygon shape; ///< Empty for none.
    double squareMetres = 0; ///< On the ellipsoid.
    std::optional<core::PeopleCount> people; ///< Nothing where the place has no small areas there.
};

/// What becomes of people and land when a community goes from one line to another.
struct LineChange {
    HeldLine from;
    HeldLine to;
    LinePart kept;
    LinePart gained;
    LinePart lost;
    std::vector<std::string> areasEntered; ///< Boards and wards (newest editions) that the new line touches and the old one did not.
    std::vector<std::string> areasLeft;
    std::vector<std::string> newlyShared; ///< Communities that share ground with the new line and shared none with the old one.
    std::vector<std::string> noLongerShared;
    std::string method; ///< How people were counted; empty without small areas.
    std::string sentence;
};

/// Fails with UnknownId for a community or line that is not there, naming those that are; BadInput for a line without a shape; as overlays do; Cancelled.
[[nodiscard]] core::Result<LineChange> compareLines(
    const core::PlaceSnapshot& place, std::string_view community, std::string_view from, std::string_view to, const core::Job& job = {});

} // namespace hereabouts::gis
