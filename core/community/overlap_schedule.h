// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/community/held_people.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::core {

/// One of two communities that share ground.
struct OverlapParty {
    std::string code;
    std::string name; ///< Its code where the register no longer has it.
    std::string status; ///< Of its recognition; empty where none is recorded.
    bool stands = false; ///< In the register, and not declined, lapsed or dissolved.
    bool hasLine = false;
};

/// Ground that two communities both call theirs, with who lives there and what was said about it.
struct SharedGroundRow {
    OverlapParty first;
    OverlapParty second;
    CommunityOverlap overlap; ///< As the register has it: area, state, parties, document, date.
    std::optional<std::int64_t> people; ///< By centroid; nothing where the place has no small areas.
    std::optional<double> ofTheSmaller; ///< Share of the people of the smaller of the two who live there.
    std::optional<std::int64_t> households; ///< Dwellings, by centroid; nothing where those of some small area there are not known.

    /// Both have a line and the lines share nothing any more: what was said of their ground is past.
    [[nodiscard]] bool parted() const { return overlap.squareMetres == 0 && first.hasLine && second.hasLine; }
    [[nodiscard]] bool agreedInWriting() const { return overlap.agreement == OverlapAgreement::Agreed && !overlap.document.empty(); }
    /// "Alder and Briar share 2.3 ha and 80 people".
    [[nodiscard]] std::string sharedInWords() const;
    /// "agreed in writing on 2024-10-04 (D1)", "disputed since 2026-02-11 (D09)", "not asked about yet".
    [[nodiscard]] std::string stateInWords() const;
};

/// Every pair of communities that share ground, by the codes of the two.
/// @param held  Of the same place; null where the place has no small areas.
[[nodiscard]] std::vector<SharedGroundRow> overlapSchedule(const PlaceSnapshot& place, const HeldPeople* held);

/// What a council says of ground that two communities share. Agreed: it may be shared where both put it in writing. None: it may not. Free: it is theirs to
/// say.
enum class OverlapPolicy { Agreed, None, Free };
[[nodiscard]] std::string_view wordOf(OverlapPolicy policy); ///< "agreed", "none", "free": as the register of rules writes it.
[[nodiscard]] std::optional<OverlapPolicy> overlapPolicyNamed(std::string_view word);

/// A policy, and how small shared ground may be before it asks anything.
struct OverlapRules {
    OverlapPolicy policy = OverlapPolicy::Agreed;
    std::optional<double> leastHectares; ///< Rule "overlap_minimum_hectares".
    std::optional<double> leastHouseholds; ///< Rule "overlap_minimum_households".

    /// True for ground under every one of the minimums that are set; where households are not known, the ground decides.
    [[nodiscard]] bool leavesToTheGroups(const SharedGroundRow& pair) const;
};

/// The place's own minimums with the policy that is asked about, or the place's own policy. Fails with NotFound where neither says one, BadInput where the
/// register's word is no policy.
[[nodiscard]] Result<OverlapRules> overlapRulesOf(const PlaceSnapshot& place, std::optional<OverlapPolicy> asked);

/// A pair that a policy does not allow as it stands.
struct OverlapConflict {
    std::size_t pair = 0; ///< Index into the schedule.
    std::string sentence;
};

/// What a policy says of the schedule. It lists, and alters nothing.
struct PolicyReport {
    OverlapRules rules;
    std::vector<OverlapConflict> conflicts; ///< In the schedule's order.
    std::vector<std::size_t> leftToTheGroups; ///< Pairs too small to be asked about; a dispute is never too small.
    std::vector<std::string> notes; ///< What was said of ground that is shared no more.
    std::string sentence; ///< "No shared ground is allowed: 9 of 9 pairs share some."
};

/// Holds every pair of standing communities against the rules. Pairs marked as not applicable conflict with no policy: ground that is not for a council to
/// judge.
[[nodiscard]] PolicyReport holdAgainst(const OverlapRules& rules, const std::vector<SharedGroundRow>& schedule);

} // namespace hereabouts::core
