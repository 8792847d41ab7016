// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/joined/detail/sums.h"

#include "core/joined/written.h"

#include <algorithm>
#include <format>
#include <string_view>
#include <unordered_map>

namespace hereabouts::core {

namespace {

constexpr std::uint32_t kNone = AreaFinder::kNone;

/// Index into the set of the area that goes by a code (or else a name); kNone for none.
class AreaNames {
public:
    AreaNames(const PlaceSnapshot& place, const AreaSet& areas)
    {
        const RegisterTable& table = place.at(areas.kind);
        for (const std::string_view field : {"code", "name"}) {
            const TextColumn& words = table.text(field);
            for (std::size_t i = 0; i < areas.rows.size(); ++i) m_areas.try_emplace(words.at(areas.rows[i]), static_cast<std::uint32_t>(i));
        }
        m_areas.erase("");
    }

    [[nodiscard]] std::uint32_t find(std::string_view word) const
    {
        const auto found = m_areas.find(word);
        return found == m_areas.end() ? kNone : found->second;
    }

private:
    std::unordered_map<std::string_view, std::uint32_t> m_areas;
};

/// Adds `amountOf(row)` of every proposal for which it is not kNoInteger, where the proposal stands.
template <typename AmountOf>
Sums sumOfProposals(const PlaceSnapshot& place, const AreaSet& areas, AmountOf amountOf)
{
    const RegisterTable& proposals = place.at(RegisterKind::Proposals);
    const TextColumn& pots = proposals.text("area_pot");
    const AreaNames names(place, areas);
    const AreaFinder finder(place, areas);
    std::vector<std::size_t> rows;
    Sums sums(areas.rows.size());
    for (std::size_t row = 0; row < proposals.size(); ++row) {
        const std::int64_t amount = amountOf(row);
        if (amount == kNoInteger) continue;
        if (!std::holds_alternative<std::monostate>(proposals.geometry(row))) {
            rows.push_back(row);
            continue;
        }
        sums.total += amount;
        const std::uint32_t area = names.find(pots.at(row));
        if (area == kNone) sums.unlocated += amount;
        else sums.add(area, amount);
    }
    const Placement placed(finder, areas.overlapping, pointsOf(proposals, rows));
    for (std::size_t i = 0; i < rows.size(); ++i) placed.add(sums, i, amountOf(rows[i]));
    return sums;
}

/// How a set's areas share the boards, as far as the boards' small areas (else their middles) tell.
struct BoardsAmong {
    std::vector<std::uint32_t> areaOf; ///< For each board the one area that all of it lies in; kNone where it is cut or outside.
    std::vector<bool> holdsCut;        ///< Areas that hold a piece of a cut board: what its people do there cannot be told.
};

BoardsAmong boardsAmong(const PlaceSnapshot& place, const AreaSet& boards, const AreaSet& areas)
{
    const AreaSet small = newestSet(place, RegisterKind::SmallAreas);
    const AreaFinder areaFinder(place, areas);
    const std::vector<Point> probes = pointsOf(place.at(RegisterKind::SmallAreas), small.rows);
    const std::vector<std::uint32_t> probeBoards = AreaFinder(place, boards).locate(probes);
    const std::vector<std::uint32_t> probeAreas = areaFinder.locate(probes);
    BoardsAmong among{.areaOf = areaFinder.locate(pointsOf(place.at(RegisterKind::Boards), boards.rows)), .holdsCut = std::vector<bool>(areas.rows.size(), false)};
    for (std::size_t i = 0; i < probes.size(); ++i) {
        if (probeBoards[i] != kNone && probeAreas[i] != among.areaOf[probeBoards[i]]) among.areaOf[probeBoards[i]] = kNone;
    }
    for (std::size_t i = 0; i < probes.size(); ++i) {
        if (probeBoards[i] != kNone && probeAreas[i] != kNone && among.areaOf[probeBoards[i]] == kNone) among.holdsCut[probeAreas[i]] = true;
    }
    return among;
}

} // namespace

Result<Sums> sumProposals(const PlaceSnapshot& place, const AreaSet& areas)
{
    if (place.at(RegisterKind::Proposals).size() == 0) return fail(ErrorCode::NotFound, "There are no proposals to count: import them first.");
    Sums sums = sumOfProposals(place, areas, [](std::size_t) { return std::int64_t{1}; });
    sums.method = "Every proposal, at whatever stage, counted where its site is; one without a site by its area pot.";
    return sums;
}

Result<Sums> sumWon(const PlaceSnapshot& place, const AreaSet& areas)
{
    const RegisterTable& proposals = place.at(RegisterKind::Proposals);
    if (proposals.size() == 0) return fail(ErrorCode::NotFound, "Nothing was won yet: the place has no proposals; import them first.");
    const TextColumn& results = proposals.text("result");
    const IntegerColumn& costs = proposals.integers("cost");
    Sums sums = sumOfProposals(place, areas, [&](std::size_t row) { return results.at(row) == "won" ? costs[row] : kNoInteger; });
    sums.method = "Cost of the proposals recorded as won, counted where the proposal's site is; one without a site by its area pot.";
    return sums;
}

Result<Sums> sumBallots(const PlaceSnapshot& place, const AreaSet& areas)
{
    const RegisterTable& ballots = place.at(RegisterKind::Ballots);
    if (ballots.size() == 0) return fail(ErrorCode::NotFound, "There are no ballots to count: import them first.");
    const TextColumn& voterAreas = ballots.text("area");

    // A ballot names the voter's board. Another set of areas gets those boards that lie whole in one of its areas; nobody may guess about the rest.
    const AreaNames names(place, areas);
    const AreaSet boards = newestSet(place, RegisterKind::Boards);
    const AreaNames boardNames(place, boards);
    const bool byBoard = areas.kind != RegisterKind::Boards && !areas.overlapping && !boards.rows.empty();
    const BoardsAmong among = byBoard ? boardsAmong(place, boards, areas) : BoardsAmong{};

    Sums sums(areas.rows.size());
    std::vector<std::uint32_t> areaOfWord(voterAreas.distinct().size(), kNone);
    for (std::size_t word = 1; word < areaOfWord.size(); ++word) {
        areaOfWord[word] = names.find(voterAreas.distinct()[word]);
        const std::uint32_t board = byBoard && areaOfWord[word] == kNone ? boardNames.find(voterAreas.distinct()[word]) : kNone;
        if (board != kNone) areaOfWord[word] = among.areaOf[board];
    }
    for (const std::uint32_t word : voterAreas.words()) {
        if (areaOfWord[word] == kNone) ++sums.unlocated;
        else sums.add(areaOfWord[word], 1);
        ++sums.total;
    }
    sums.method = "Valid ballots by the area the voter named.";
    if (byBoard) {
        std::int64_t withheld = 0;
        for (std::size_t area = 0; area < among.holdsCut.size(); ++area) {
            if (!among.holdsCut[area]) continue;
            sums.known[area] = false;
            withheld += sums.amounts[area];
        }
        sums.method = std::format("Valid ballots by the voter's board, given to the area that holds the whole board; a board that {} cut in pieces is left unlocated, and an area "
                                  "that holds such a piece has an unknown figure.", areas.name);
        if (withheld > 0) {
            sums.method += std::format(" {} of whole boards in such areas {} in the total and in no figure, so that the figures and what is unlocated add up to {} less.",
                withheld == 1 ? "1 ballot" : writtenCount(withheld) + " ballots", withheld == 1 ? "is" : "are", writtenCount(withheld));
        }
    } else if (areas.overlapping) {
        sums.known.assign(sums.known.size(), false);
        sums.method = "A ballot names the voter's board and no more, so nobody can say which communities its voter lives in.";
    }
    return sums;
}

} // namespace hereabouts::core
