// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/geometry/point.h"
#include "core/joined/people_counter.h"
#include "core/joined/place_snapshot.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hereabouts::core {

/// A board, ward or small area that holds the point, one of each edition.
struct HereArea {
    RegisterKind kind = RegisterKind::Boards;
    std::size_t row = 0; ///< Row of its register's table.
    std::string code;
    std::string name;
    std::string edition;
    std::optional<std::int64_t> people; ///< As recorded for the area.
    std::optional<PeopleCount> counted; ///< From the small areas; nothing for a small area itself.
};

/// A community whose ground holds the point.
struct HereCommunity {
    std::size_t row = 0;
    std::string code;
    std::string name;
    std::string kind;   ///< As recorded: "place", "environment".
    std::string status; ///< Of its recognition: "recognised", "applicant"; empty where nothing is recorded.
    std::optional<std::int64_t> members;
    std::optional<PeopleCount> counted; ///< People who live there, from the small areas.
};

/// Two communities of this point that both call it theirs.
struct HereOverlap {
    std::string first; ///< Names, not codes.
    std::string second;
    OverlapAgreement agreement = OverlapAgreement::NotAsked;
    double squareMetres = 0;
    std::string note;
};

/// What a community of this point asks for in a plan of its own.
struct HerePriority {
    std::size_t row = 0;
    std::string code;
    std::string planCode;
    std::string plan;      ///< Title.
    std::string planStatus;
    std::string community; ///< Name.
    std::int64_t rank = 0;
    std::string theme;
    std::string statement;
    std::string progress;
    std::optional<std::int64_t> supporters;
    std::optional<double> metres; ///< To the priority's own place, 0 inside it; nothing where it has none.
};

struct HereProposal {
    std::size_t row = 0;
    std::string code;
    std::string title;
    std::string stage;
    std::string result;
    std::optional<Money> cost;
    std::int64_t votes = 0; ///< Ballots that choose it.
    double metres = 0;
};

struct HereAnchor {
    std::size_t row = 0;
    std::string code;
    std::string name;
    std::string site;
    std::string commitment; ///< In words, also where they say that there is none.
    std::optional<double> targetPercent; ///< Of its commitment: share of its spend to land here.
    std::optional<std::int64_t> due;
    double metres = 0;
};

/// Anchor money landing in the board (else the ward) that holds the point.
struct HereMoney {
    std::string area; ///< Name of the board.
    Money total;
    std::int64_t payments = 0;
    std::optional<double> perHead; ///< Major units; nothing where nobody is recorded to live there.
};

/// One card from all registers for one point.
struct WhatsHere {
    Point home;
    std::vector<HereArea> areas;             ///< Boards, wards, small areas; newest edition first within each.
    std::vector<HereCommunity> communities;  ///< None, one or four.
    std::vector<HereOverlap> overlaps;       ///< Between those communities.
    std::vector<HerePriority> priorities;    ///< By community, plan, rank.
    std::vector<HereProposal> proposals;     ///< Nearest first.
    std::vector<HereAnchor> anchors;         ///< Nearest first.
    std::optional<HereMoney> money;
    std::string peopleMethod; ///< How people were counted; empty without small areas.

    /// True if no area and no community holds the point.
    [[nodiscard]] bool outside() const { return areas.empty() && communities.empty(); }
};

inline constexpr double kNearMetres = 1500; ///< What "near" means unless a caller says otherwise.
inline constexpr std::size_t kNearMost = 12; ///< Proposals and anchors are each cut here.

/// Everything at `home` and near it, within `nearMetres` (planar). Points on an edge belong to both sides.
/// O(vertices of areas and communities): some milliseconds for a district.
[[nodiscard]] WhatsHere whatsHere(const PlaceSnapshot& place, Point home, double nearMetres = kNearMetres);

/// Planar metres from the point to the geometry: 0 inside an area; infinite for nothing.
[[nodiscard]] double distanceTo(const Geometry& geometry, Point point);

} // namespace hereabouts::core
