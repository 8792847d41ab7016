// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/figures.h"

#include "data/samples/builder/python_random.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <numeric>
#include <set>

namespace hereabouts::sample {

namespace {

constexpr std::uint32_t kSeed = 20261122;
constexpr double kPot = 1'200'000.0;
constexpr double kDistrictPeople = 46'200.0;
constexpr double kDistrictLand = 1'840.0;

void drawSmallAreas(PythonRandom& dice, Figures& figures)
{
    for (std::size_t b = 0; b < kBoards.size(); ++b) {
        const BoardPlan& board = kBoards[b];
        const int count = std::max(8, static_cast<int>(std::nearbyint(board.people / 145.0)));
        std::vector<double> weights;
        for (int i = 0; i < count; ++i) weights.push_back(dice.uniform(0.6, 1.4));
        const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
        std::vector<int> people;
        for (const double weight : weights) people.push_back(static_cast<int>(std::nearbyint(board.people * weight / sum)));
        people.back() += board.people - std::accumulate(people.begin(), people.end(), 0);
        for (int i = 0; i < count; ++i) {
            const int decile = std::clamp(static_cast<int>(std::nearbyint(dice.gauss(board.deprivation, 1.1))), 1, 10);
            figures.smallAreas.push_back({.code = std::format("{}{:03}", board.code, i), .board = b, .position = (i + 0.5) / count,
                .people = people[static_cast<std::size_t>(i)], .deprivation = decile});
        }
    }
}

void sharePot(Figures& figures)
{
    std::array<double, kBoardCount> deprived{};
    for (const SmallAreaFigures& area : figures.smallAreas) {
        if (area.deprivation >= 8) deprived[area.board] += area.people;
    }
    const double allDeprived = std::accumulate(deprived.begin(), deprived.end(), 0.0);
    for (std::size_t b = 0; b < kBoards.size(); ++b) {
        figures.pots[b] = kPot * (0.10 / 12 + 0.65 * kBoards[b].people / kDistrictPeople + 0.20 * deprived[b] / allDeprived
            + 0.05 * kBoards[b].squareKilometres / kDistrictLand);
    }
}

/// How much a voter of `home` leans to an item: most to their own area, some to the next, a little to the rest.
double leaning(const BoardPlan& home, std::size_t homeIndex, std::size_t itemBoard, double appeal)
{
    if (itemBoard == homeIndex) return 9.0 * appeal;
    return (home.nearTo.contains(kBoards[itemBoard].code) ? 2.0 : 0.6) * appeal;
}

void castBallots(PythonRandom& dice, Figures& figures)
{
    std::vector<double> appeals;
    for (std::size_t b = 0; b < kBoards.size(); ++b) {
        for (int i = 0; i < kBoards[b].ballotItems; ++i) {
            const double drawn = std::min(120'000.0, std::max(6'000.0, dice.lognormal(std::log(36'000.0), 0.6)));
            figures.items.push_back({.code = std::format("{}-{:02}", kBoards[b].code, i + 1), .board = b, .cost = static_cast<int>(std::nearbyint(drawn / 100.0)) * 100});
            appeals.push_back(dice.uniform(0.5, 1.6));
        }
    }
    const std::array<double, 5> howMany{8, 22, 46, 70, 100};
    for (std::size_t b = 0; b < kBoards.size(); ++b) {
        std::vector<double> totals;
        double total = 0;
        for (std::size_t i = 0; i < figures.items.size(); ++i) {
            total += leaning(kBoards[b], b, figures.items[i].board, appeals[i]);
            totals.push_back(total);
        }
        for (int v = 0; v < kBoards[b].ballots; ++v) {
            const std::size_t count = dice.choice(howMany) + 1;
            std::set<std::size_t> chosen;
            while (chosen.size() < count) chosen.insert(dice.choice(totals));
            for (const std::size_t item : chosen) ++figures.items[item].votes;
            figures.ballots.push_back({.board = b, .items = {chosen.begin(), chosen.end()}});
        }
    }
}

/// Most votes first while the pot lasts; ties to the cheaper, then to the code.
void countAreaPots(Figures& figures)
{
    for (std::size_t b = 0; b < kBoards.size(); ++b) {
        std::vector<BallotItem*> order;
        for (BallotItem& item : figures.items) {
            if (item.board == b) order.push_back(&item);
        }
        std::ranges::sort(order, [](const BallotItem* x, const BallotItem* y) {
            return std::tuple{-x->votes, x->cost, x->code} < std::tuple{-y->votes, y->cost, y->code};
        });
        double left = figures.pots[b];
        for (BallotItem* item : order) {
            item->wonInAreaPot = item->cost <= left;
            if (item->wonInAreaPot) left -= item->cost;
            else item->shortOf = static_cast<std::int64_t>(left);
        }
    }
}

} // namespace

const std::array<BoardPlan, kBoardCount> kBoards{{
    {"PKC", "Port Kōwhai Central", "Port Kōwhai", 5900, 8.3, 6, "PKW PKH", 14, 6, 420, 0.355},
    {"PKW", "Port Kōwhai West", "Port Kōwhai", 4700, 9.2, 7, "PKC RIM", 7, 3, 120, 0.085},
    {"PKH", "Port Kōwhai Heights", "Port Kōwhai", 4300, 2.4, 9, "PKC MAR", 17, 7, 470, 0.04},
    {"MAR", "Marram Beach", "Southern Coast", 2900, 3.6, 58, "PKH PON", 11, 5, 270, 0.02},
    {"TOT", "Tōtara Flat", "Tōtara", 5600, 3.1, 41, "RIM KAH", 16, 7, 490, 0.262},
    {"RIM", "Rimu Junction", "Tōtara", 4900, 8.9, 33, "PKW TOT HAR", 10, 5, 240, 0.088},
    {"KAH", "Kahikatea Valley", "Inland", 3200, 4.4, 214, "TOT MAN", 8, 3, 190, 0.035},
    {"MAN", "Mānuka Hills", "Inland", 1500, 5.1, 486, "KAH RAU NIK", 4, 2, 70, 0.006},
    {"NIK", "Nīkau Coast", "Northern", 1700, 9.1, 372, "MAN RAU", 5, 2, 70, 0.003},
    {"HAR", "Harakeke Plains", "Northern", 4600, 7.2, 168, "RIM RAU", 9, 4, 170, 0.062},
    {"PON", "Ponga Estuary", "Southern Coast", 3700, 4.9, 96, "MAR", 11, 5, 310, 0.016},
    {"RAU", "Raupō Lakes", "Northern", 3200, 5.3, 350, "MAN NIK HAR", 8, 3, 180, 0.028},
}};

const std::array<AnchorPlan, 8> kAnchors{{
    {"A1", "Rātā Coast District Council", "council", 6200, 9'240'000'000, 34, 46, 412, "Four dollars in ten spent in the district by June 2028.", "40", "2028-06-30"},
    {"A2", "Port Kōwhai Hospital", "health", 4100, 6'100'000'000, 11, 21, 890, "A trial of local food in the hospital kitchen before the meals contract ends."},
    {"A3", "Coast Polytechnic", "tertiary", 1500, 980'000'000, 29, 52, 164, "Spare land beside the campus offered for homes."},
    {"A4", "Kōwhai Port Company", "infrastructure", 1900, 3'850'000'000, 26, 33, 238, ""},
    {"A5", "Coast Lines Trust", "utility", 1600, 2'720'000'000, 22, 37, 121, "Six apprentices a year from Port Kōwhai West and Rimu Junction."},
    {"A6", "Mana whenua settlement trust group", "iwi/hapū entity", 1300, 1'460'000'000, 57, 58, 76, "A list of whānau businesses, asked first for every job under $50,000."},
    {"A7", "Coast Homes Trust", "community housing", 1900, 1'690'000'000, 63, 66, 54, "All maintenance to firms based in the district."},
    {"A8", "Secondary schools cluster", "education", 1500, 710'000'000, 48, 55, 347, "School halls open to neighbours twelve hours a week."},
}};

std::size_t boardIndex(std::string_view code)
{
    return static_cast<std::size_t>(std::ranges::find(kBoards, code, &BoardPlan::code) - kBoards.begin());
}

bool Figures::belongs(const CommunityPlan& community, const SmallAreaFigures& area) { return belongs(community.where, area); }

bool Figures::belongs(const std::vector<Stretch>& where, const SmallAreaFigures& area)
{
    return std::ranges::any_of(where, [&](const Stretch& part) {
        return part.board == kBoards[area.board].code && part.from <= area.position && area.position < part.to;
    });
}

Figures drawFigures()
{
    Figures figures;
    PythonRandom dice(kSeed);
    drawSmallAreas(dice, figures);
    sharePot(figures);
    castBallots(dice, figures);
    countAreaPots(figures);
    return figures;
}

} // namespace hereabouts::sample
