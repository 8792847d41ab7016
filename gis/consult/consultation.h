// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/joined/place_snapshot.h"
#include "gis/consult/works.h"
#include "gis/store/place_file.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::gis {

/// How works lie to a community's ground.
enum class WorksLie {
    Within, ///< On it, wholly or in part.
    Adjoining, ///< Beside it: no further than kAdjoiningMetres, or sharing a strip that is a slip of drawing.
    Near, ///< Within the metres that were asked for.
};
[[nodiscard]] std::string_view wordOf(WorksLie lie); ///< "within", "adjoining", "near".

/// A line drawn beside works follows the same kerb or stream; further apart than this it does not touch them.
inline constexpr double kAdjoiningMetres = 5;

/// A community to be asked about works. Of its contacts the public one alone.
struct Consulted {
    std::size_t row = 0; ///< Of the register of communities.
    std::string code;
    std::string name;
    std::string status; ///< Of its recognition; empty where none is recorded.
    bool recognised = false; ///< Recognised, provisional or without a recorded state: it is consulted by right.
    WorksLie lie = WorksLie::Within;
    double metres = 0; ///< On the ground, from the works to its line; 0 within.
    std::optional<double> shareOfWorks; ///< Of the works' ground; nothing where they are lines or points.
    std::string publicContact; ///< Empty where it has given none.
    std::string rights; ///< As the register has them.
};

/// Who is to be asked about works.
struct Consultation {
    std::string works;
    double withinMetres = 0;
    std::vector<Consulted> communities; ///< Recognised first, then by how they lie, by distance and by name.
    std::vector<std::string> withoutLine; ///< Names of standing communities beyond boundaries: whether they are touched is for people to say.
    std::string sentence;
};

/// Every standing community within, adjoining or within `withinMetres` of the works, on the ground. Fails with BadInput for metres below zero, Cancelled.
[[nodiscard]] core::Result<Consultation> consultOn(const core::PlaceSnapshot& place, const Works& works, double withinMetres, const core::Job& job = {});

/// The row of the consultation log that says who was listed: its shape is the ground of the works, else their lines, else their one point.
/// @param listedOn  Days since 1970-01-01.
[[nodiscard]] core::Result<Edit> logEntry(const Works& works, const Consultation& consultation, std::int64_t listedOn, const std::string& listedBy);

} // namespace hereabouts::gis
