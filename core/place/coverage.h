// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace hereabouts::core {

/// How communities cover the people of a place. Overlaps count once; a community without ground covers nobody.
struct Coverage {
    std::int64_t people = 0;    ///< All of them.
    std::int64_t covered = 0;   ///< In one community or more.
    std::int64_t inSeveral = 0; ///< In two or more.

    [[nodiscard]] std::int64_t uncovered() const { return people - covered; }
    /// Shares of all people; 0 where there are none.
    [[nodiscard]] double coverage() const { return shareOf(covered); }
    [[nodiscard]] double multiplicity() const { return shareOf(inSeveral); }
    [[nodiscard]] double gap() const { return shareOf(uncovered()); }

    friend bool operator==(const Coverage&, const Coverage&) = default;

private:
    [[nodiscard]] double shareOf(std::int64_t part) const { return people == 0 ? 0 : static_cast<double>(part) / static_cast<double>(people); }
};

/// The small areas that belong to one community, and whether its status is one of those that count.
struct CommunityGround {
    std::vector<std::uint32_t> smallAreas; ///< Indices; each once.
    bool counts = true;                    ///< Recognised or provisional, say; the caller chooses, and says so beside the figure.
};

/// For each small area, how many of the communities that count hold it.
[[nodiscard]] std::vector<std::uint32_t> timesHeld(std::size_t smallAreas, std::span<const CommunityGround> communities);

/// @param people  One count a small area; negative where it is unknown, which counts nowhere. @pre of the same length as `held`
[[nodiscard]] Coverage coverageOf(std::span<const std::int64_t> people, std::span<const std::uint32_t> held);

/// The same by band (of deprivation, say), in order of band. The parts add up to the whole. @pre all of one length
[[nodiscard]] std::map<int, Coverage> coverageByBand(std::span<const std::int64_t> people, std::span<const std::uint32_t> held, std::span<const int> bands);

/// People that two communities share.
struct SharedPeople {
    std::int64_t shared = 0;
    std::int64_t smaller = 0; ///< People of the smaller of the two.

    /// Part of the smaller one that is also the other's; 1 where it lies wholly inside, 0 where it has nobody.
    [[nodiscard]] double ofTheSmaller() const { return smaller == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(smaller); }
};

/// Whether the communities count makes no difference here. @pre indices are within `people`
[[nodiscard]] SharedPeople sharedPeople(std::span<const std::int64_t> people, const CommunityGround& first, const CommunityGround& second);

} // namespace hereabouts::core
