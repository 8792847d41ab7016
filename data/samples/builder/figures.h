// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::sample {

inline constexpr std::size_t kBoardCount = 12;

/// One community board area as planned.
struct BoardPlan {
    std::string_view code;
    std::string_view name;
    std::string_view ward;
    int people;
    double deprivation;      ///< Mean decile the small areas are drawn around.
    double squareKilometres;
    std::string_view nearTo; ///< Codes of the boards whose people also vote here, blank apart.
    int proposals;
    int ballotItems;
    int ballots;
    double spendShare;       ///< Part of the anchors' in-district money that lands here.
};

/// Part of a board, as fractions of its small areas in their order.
struct Stretch {
    std::string_view board;
    double from;
    double to;
};

struct CommunityPlan {
    std::string_view code;
    std::string_view name;
    std::string_view aliases;
    std::string_view kind;
    std::string_view legalForm;
    int members;
    int since;
    std::string_view status;
    int grant; ///< Whole dollars.
    std::vector<Stretch> where;
    std::string_view note;
};

struct AnchorPlan {
    std::string_view code;
    std::string_view name;
    std::string_view kind;
    int payments;
    std::int64_t spendCents;
    int inDistrictPercent;
    int influenceablePercent;
    int workforce;
    std::string_view commitment;
    std::string_view targetPercent = {}; ///< Of spend to land in the district; empty where the commitment has no such figure.
    std::string_view due = {};
};

struct SmallAreaFigures {
    std::string code;
    std::size_t board;
    double position; ///< Middle of its place in the board's order, 0 to 1.
    int people;
    int deprivation;
};

struct BallotItem {
    std::string code;
    std::size_t board;
    int cost; ///< Whole dollars.
    int votes = 0;
    bool wonInAreaPot = false;
    std::int64_t shortOf = 0; ///< For a loser: dollars that were left in the pot when its turn came.
};

struct CastBallot {
    std::size_t board;
    std::vector<std::size_t> items; ///< Indices of ballot items, ascending.
};

extern const std::array<BoardPlan, kBoardCount> kBoards;
extern const std::array<AnchorPlan, 8> kAnchors;
[[nodiscard]] const std::vector<CommunityPlan>& communityPlans();
[[nodiscard]] std::size_t boardIndex(std::string_view code);

/// The numbers of the district: drawn once, in one order, from one seed.
struct Figures {
    std::vector<SmallAreaFigures> smallAreas; ///< 320, by board.
    std::vector<BallotItem> items;            ///< 52, by board.
    std::vector<CastBallot> ballots;          ///< 3,000, by board.
    std::array<double, kBoardCount> pots{};   ///< Dollars by the sample's rule: 10 % equal, 65 % people, 20 % deprivation, 5 % land.

    /// True if the small area belongs to the community.
    [[nodiscard]] static bool belongs(const CommunityPlan& community, const SmallAreaFigures& area);
    [[nodiscard]] static bool belongs(const std::vector<Stretch>& where, const SmallAreaFigures& area);
};

[[nodiscard]] Figures drawFigures();

} // namespace hereabouts::sample
