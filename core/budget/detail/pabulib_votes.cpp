// SPDX-License-Identifier: GPL-3.0-or-later
// The section VOTES: nearly all of a file, so rows without quotes are read where they stand.
#include "core/budget/detail/pabulib_cells.h"
#include "core/budget/detail/pabulib_reader.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <format>

namespace hereabouts::core::detail {

namespace {

/// The next of the texts parted by commas, without blanks; `rest` begins after its comma.
std::string_view nextPart(std::string_view& rest)
{
    const std::size_t end = std::min(rest.find(','), rest.size());
    const std::string_view part = trimmed(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

/// An id of up to 8 bytes that ends at a comma or where the cell does.
struct ShortId {
    std::uint64_t key = 0;
    std::size_t length = 0; ///< 9 where it is longer.
};

/// Looks at eight bytes at once. @pre eight bytes may be read at `text`
ShortId shortId(const char* text, std::size_t cellLeft)
{
    static_assert(std::endian::native == std::endian::little);
    constexpr std::uint64_t kOnes = 0x0101'0101'0101'0101;
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text, 8);
    const std::uint64_t commas = bytes ^ (kOnes * ',');
    const std::uint64_t found = (commas - kOnes) & ~commas & (kOnes * 0x80);
    const std::size_t length = std::min<std::size_t>(found ? static_cast<std::size_t>(std::countr_zero(found)) / 8 : 9, cellLeft);
    if (length > 8) return {.key = 0, .length = 9};
    return {.key = length == 8 ? bytes : bytes & ((std::uint64_t{1} << (8 * length)) - 1), .length = length};
}

} // namespace

std::string_view PabulibReader::voterIdOf(std::uint32_t row) const
{
    const std::string_view rest = m_file.votes.from(row);
    if (*m_voterColumn == 0 && !rest.starts_with('"')) return trimmed(rest.substr(0, rest.find(';')));
    return {}; // Quoted or further on: the caller reads the cells.
}

PabulibReader::Step PabulibReader::readVotes()
{
    if (const Step wrong = enterSection("VOTES")) return wrong;
    const bool needsPoints = m_file.voteType == VoteType::Cumulative || m_file.voteType == VoteType::Scoring;
    std::vector<std::string_view> required{"voter_id", "vote"};
    if (needsPoints) required.push_back("points");
    if (const Step wrong = readHeader(m_file.votes, "VOTES", required)) return wrong;
    const PabulibRows& votes = m_file.votes;
    const VoteColumns columns{.count = votes.header().size(),
        .voter = *votes.column("voter_id"),
        .vote = *votes.column("vote"),
        .points = needsPoints || m_file.voteType == VoteType::Ordinal ? votes.column("points") : std::nullopt};
    m_hasPoints = columns.points.has_value();
    m_voterColumn = columns.voter;
    Election& election = m_file.election;
    election.isRanked = m_file.voteType == VoteType::Ordinal;
    const std::size_t expected = std::min<std::size_t>(static_cast<std::size_t>(m_statedVotes), m_text.size() / 4 + 1);
    m_file.votes.reserve(expected);
    election.ballotEnds.reserve(expected);
    m_lastVoterOf.assign(election.projects(), 0);

    std::int64_t rows = 0;
    const std::size_t votesBegin = m_at;
    while (const auto row = nextRow()) {
        if (rows == 1000) {
            // Room for all marks at once, going by how many there were so far.
            const double share = static_cast<double>(m_text.size() - votesBegin) / static_cast<double>(m_rowBegin - votesBegin);
            election.marks.reserve(static_cast<std::size_t>(static_cast<double>(election.marks.size()) * share * 1.05));
        }
        if (row->size() < 12 && (isTitle(*row, "META") || isTitle(*row, "PROJECTS") || isTitle(*row, "VOTES"))) {
            return error("VOTES", std::format("the section \"{}\" begins a second time: keep one of each.", *row));
        }
        ++rows;
        if (rows > m_statedVotes || rows > static_cast<std::int64_t>(expected)) continue;
        if (m_rowHasQuotes) {
            const std::vector<std::string> cells = splitCells(*row);
            if (cells.size() != columns.count) {
                return error("VOTES", std::format("the row has {} cells and the header {}: quote a cell that holds a ';'.", cells.size(), columns.count));
            }
            if (const Step wrong = readVote({cells[columns.voter], cells[columns.vote], columns.points ? cells[*columns.points] : std::string_view{}}))
                return wrong;
        } else if (const Step wrong = readPlainVote(*row, columns)) {
            return wrong;
        }
    }
    m_rowLine = m_metaLines.find("num_votes")->second;
    if (rows != m_statedVotes) return error("num_votes", std::format("{} are stated and VOTES has {}: correct the number or the rows.", m_statedVotes, rows));
    return {};
}

PabulibReader::Step PabulibReader::readPlainVote(std::string_view row, const VoteColumns& columns)
{
    VoteCells cells;
    std::size_t column = 0;
    const char* at = row.data();
    const char* const end = at + row.size();
    while (true) {
        const void* const found = std::memchr(at, ';', static_cast<std::size_t>(end - at));
        const char* const stop = found ? static_cast<const char*>(found) : end;
        const std::string_view cell(at, static_cast<std::size_t>(stop - at));
        if (column == columns.voter)
            cells.voter = trimmed(cell);
        else if (column == columns.vote)
            cells.vote = cell;
        else if (column == columns.points)
            cells.points = cell;
        ++column;
        if (stop == end) break;
        at = stop + 1;
    }
    if (column != columns.count) {
        return error("VOTES", std::format("the row has {} cells and the header {}: quote a cell that holds a ';'.", column, columns.count));
    }
    return readVote(cells);
}

std::optional<std::uint32_t> PabulibReader::meetVoter(std::string_view id, std::uint32_t row)
{
    return m_voters->meet(textHash(id), row, [&](std::uint32_t other) {
        const std::string_view there = voterIdOf(other);
        return there.empty() ? m_file.votes.cells(other)[*m_voterColumn] == id : there == id;
    });
}

std::optional<std::uint32_t> PabulibReader::earlierVote(std::string_view id, std::uint32_t row)
{
    // Most files are in the order of their voters, where nobody can come twice; others need all that came before.
    if (!m_voters) {
        const bool isLater = m_lastVoter.size() < id.size() || (m_lastVoter.size() == id.size() && m_lastVoter < id);
        if (isLater && !m_rowHasQuotes) {
            m_lastVoter = id;
            return std::nullopt;
        }
        m_voters.emplace(std::min<std::size_t>(static_cast<std::size_t>(m_statedVotes), m_text.size() / 4 + 1));
        for (std::uint32_t earlier = 0; earlier < row; ++earlier) {
            const std::string_view there = voterIdOf(earlier);
            (void)meetVoter(there.empty() ? m_file.votes.cells(earlier)[*m_voterColumn] : std::string(there), earlier);
        }
    }
    return meetVoter(id, row);
}

PabulibReader::Step PabulibReader::readVote(const VoteCells& cells)
{
    if (cells.voter.empty()) return error("voter_id", "it is empty: give each ballot an id of its own.");
    Election& election = m_file.election;
    const auto voter = static_cast<std::uint32_t>(election.voters());
    m_file.votes.append(m_rowBegin);
    if (const auto other = earlierVote(cells.voter, voter)) {
        return error("voter_id", std::format("voter '{}' has voted before, in row {} of VOTES: keep one ballot.", cells.voter, *other + 1));
    }
    const std::size_t firstMark = election.marks.size();
    m_dropped.clear();
    if (const Step wrong = readMarks(cells)) return wrong;
    if (m_hasPoints) {
        if (const Step wrong = readPoints(cells, firstMark, m_dropped)) {
            // Ranks say all that is needed: points are an extra there.
            if (!election.isRanked) return wrong;
            odd("rank points", "points", "ranked ballots with points that do not fit them: all points are left out", true);
            m_hasPoints = false;
            election.points.clear();
        }
    }
    election.ballotEnds.push_back(static_cast<std::uint32_t>(election.marks.size()));
    return checkBallot(firstMark);
}

PabulibReader::Step PabulibReader::readMarks(const VoteCells& cells)
{
    Election& election = m_file.election;
    const std::uint32_t voterNumber = static_cast<std::uint32_t>(election.voters()) + 1;
    std::string_view rest = cells.vote;
    if (trimmed(rest).empty()) return {};
    const char* const textEnd = m_text.data() + m_text.size();
    const bool isInText = rest.data() >= m_text.data() && rest.data() < textEnd;
    std::size_t place = 0;
    for (bool isLast = false; !isLast; ++place) {
        std::optional<std::uint32_t> project;
        std::string_view id;
        if (isInText && textEnd - rest.data() >= 8) {
            const ShortId quick = shortId(rest.data(), rest.size());
            if (quick.length <= 8) project = m_projectIndex->find(quick.key, quick.length, [](std::uint32_t) { return true; });
            if (project) {
                isLast = quick.length == rest.size();
                rest.remove_prefix(isLast ? quick.length : quick.length + 1);
            }
        }
        if (!project) {
            isLast = rest.find(',') == std::string_view::npos;
            id = nextPart(rest);
            project = m_projectIndex->find(textKey(id), id.size(), [&](std::uint32_t i) { return election.ids[i] == id; });
        }
        if (!project) {
            return error("vote",
                std::format(
                    "the ballot of voter '{}' names project '{}', which PROJECTS does not list: correct the ballot or list the project.", cells.voter, id));
        }
        if (m_lastVoterOf[*project] == voterNumber) {
            odd("mark twice", "vote", "ballots' marks for a project that the ballot names before: counted once");
            m_dropped.push_back(place);
            continue;
        }
        m_lastVoterOf[*project] = voterNumber;
        election.marks.push_back(*project);
    }
    return {};
}

PabulibReader::Step PabulibReader::readPoints(const VoteCells& cells, std::size_t firstMark, const std::vector<std::size_t>& dropped)
{
    Election& election = m_file.election;
    std::string_view rest = cells.points;
    const std::size_t named = election.marks.size() - firstMark + dropped.size();
    std::size_t place = 0;
    while (!rest.empty()) {
        const std::string_view part = nextPart(rest);
        const auto points = readDecimal(part);
        if (!points || points->decimals > 3)
            return error("points", std::format("\"{}\" of voter '{}' is no number of points: write digits.", part, cells.voter));
        for (; m_pointDecimals < points->decimals; ++m_pointDecimals) {
            for (std::uint32_t& earlier : election.points) earlier *= 10;
            election.pointsPerUnit *= 10;
        }
        const auto scaled = points->scaled(m_pointDecimals);
        if (!scaled || *scaled > 1'000'000) return error("points", std::format("{} of voter '{}' are more points than can be counted.", part, cells.voter));
        if (*scaled < 0) odd("negative points", "points", "marks with points below 0: counted as 0", true);
        if (std::ranges::find(dropped, place) == dropped.end()) election.points.push_back(static_cast<std::uint32_t>(std::max<std::int64_t>(*scaled, 0)));
        ++place;
    }
    if (place != named)
        return error(
            "points", std::format("the ballot of voter '{}' names {} projects and gives points to {}: give each its points.", cells.voter, named, place));
    return {};
}

PabulibReader::Step PabulibReader::checkBallot(std::size_t firstMark)
{
    const Election& election = m_file.election;
    const auto marks = static_cast<std::int64_t>(election.marks.size() - firstMark);
    if (marks == 0)
        odd("empty", "vote", "empty ballots: their voters count, and support nothing");
    else if (m_fewestMarks && marks < *m_fewestMarks)
        odd("few marks", "vote", "ballots with fewer projects than min_length: counted as they stand");
    if (m_mostMarks && marks > *m_mostMarks) odd("many marks", "vote", "ballots with more projects than max_length: counted as they stand");
    if (m_file.voteType == VoteType::ChooseOne && marks > 1) odd("choose-1", "vote", "ballots that choose more than one project: counted as they stand");
    if (!m_mostCost) return {};
    std::int64_t sum = 0;
    for (std::size_t i = firstMark; i < election.marks.size(); ++i) sum += election.costs[election.marks[i]];
    std::int64_t unit = 1;
    for (int i = 0; i < m_mostCost->decimals; ++i) unit *= 10;
    if (static_cast<double>(sum) / static_cast<double>(election.unitsPerCurrency) > static_cast<double>(m_mostCost->digits) / static_cast<double>(unit)) {
        odd("dear", "vote", "ballots whose projects cost more than max_sum_cost: counted as they stand");
    }
    return {};
}

} // namespace hereabouts::core::detail
