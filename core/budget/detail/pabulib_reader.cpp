// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/detail/pabulib_reader.h"

#include "core/budget/detail/pabulib_cells.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <format>

namespace hereabouts::core::detail {

namespace {

constexpr std::array kTitles{std::string_view{"META"}, std::string_view{"PROJECTS"}, std::string_view{"VOTES"}};

constexpr std::array<std::pair<std::string_view, VoteType>, 5> kVoteTypes{{{"approval", VoteType::Approval}, {"choose-1", VoteType::ChooseOne},
    {"ordinal", VoteType::Ordinal}, {"cumulative", VoteType::Cumulative}, {"scoring", VoteType::Scoring}}};

std::string shown(std::string_view text) { return std::string(text.substr(0, 60)) + (text.size() > 60 ? "…" : ""); }

std::optional<std::int64_t> wholeNumber(std::string_view text)
{
    const auto number = readDecimal(text);
    if (!number || number->decimals > 0) return std::nullopt;
    return number->digits;
}

} // namespace

Error PabulibReader::error(std::string_view field, std::string_view what) const
{
    return {.code = ErrorCode::BadInput, .message = std::format("Line {}, {}: {}", m_rowLine, field, what)};
}

void PabulibReader::odd(const std::string& kind, std::string_view field, std::string_view what, bool isDoubtful)
{
    Oddity& oddity = m_oddities[kind];
    if (++oddity.times > 1) return;
    oddity.line = m_rowLine;
    oddity.field = field;
    oddity.what = what;
    oddity.isDoubtful = isDoubtful;
}

std::optional<std::string_view> PabulibReader::nextRow()
{
    while (m_at < m_text.size()) {
        m_rowBegin = m_at;
        m_rowLine = m_line;
        const void* const found = std::memchr(m_text.data() + m_at, '\n', m_text.size() - m_at);
        std::size_t end = found ? static_cast<std::size_t>(static_cast<const char*>(found) - m_text.data()) : m_text.size();
        m_rowHasQuotes = std::memchr(m_text.data() + m_at, '"', end - m_at) != nullptr;
        if (m_rowHasQuotes) end = rowEnd(m_text, m_at);
        std::string_view row = m_text.substr(m_at, end - m_at);
        m_line += 1 + (m_rowHasQuotes ? std::ranges::count(row, '\n') : 0);
        m_at = std::min(end + 1, m_text.size());
        if (row.ends_with('\r')) row.remove_suffix(1);
        if (!row.empty() && (row.front() > ' ' || !trimmed(row).empty())) return row;
    }
    return std::nullopt;
}

bool PabulibReader::isTitle(std::string_view row, std::string_view title) const
{
    const std::string_view word = trimmed(row);
    return word.size() == title.size()
        && std::ranges::equal(word, title, {}, [](char c) { return static_cast<char>(std::toupper(static_cast<unsigned char>(c))); });
}

PabulibReader::Step PabulibReader::enterSection(std::string_view title)
{
    const auto row = nextRow();
    if (row && isTitle(*row, title)) return {};
    return Error{.code = ErrorCode::BadInput,
        .message = std::format("Line {}: the section {} is missing{}; a .pb file has META, PROJECTS and VOTES in this order, each title alone on its line.",
            row ? m_rowLine : m_line, title, row ? std::format(" (\"{}\" stands here)", shown(*row)) : " (the file ends here)")};
}

PabulibReader::Step PabulibReader::readHeader(PabulibRows& section, std::string_view title, std::vector<std::string_view> required)
{
    const auto row = nextRow();
    if (!row) return error(title, "the section has no header line: name its columns.");
    section = PabulibRows(m_text, splitCells(*row));
    for (const std::string_view name : required) {
        if (!section.column(name)) return error(name, std::format("the header of {} has no column {}: add it.", title, name));
    }
    std::vector<std::string> names = section.header();
    std::ranges::sort(names);
    if (const auto twice = std::ranges::adjacent_find(names); twice != names.end()) {
        return error(*twice, std::format("the header of {} names this column twice: name each once.", title));
    }
    return {};
}

PabulibReader::Step PabulibReader::readMeta()
{
    if (const Step wrong = enterSection("META")) return wrong;
    bool isFirst = true;
    while (const auto row = nextRow()) {
        if (isTitle(*row, "PROJECTS") || isTitle(*row, "VOTES")) {
            m_at = m_rowBegin; // For whoever enters the next section.
            m_line = m_rowLine;
            return understandMeta();
        }
        std::vector<std::string> cells = splitCells(*row);
        if (std::exchange(isFirst, false) && cells.front() == "key") continue;
        if (cells.size() < 2) return error(shown(cells.front()), "a line of META is \"key;value\": add the value or leave the line out.");
        for (std::size_t i = 2; i < cells.size(); ++i) cells[1] += ";" + cells[i];
        if (cells.size() > 2) odd("meta cells", cells.front(), "line of META with a ';' outside of quotes: read as part of its value");
        if (!m_metaLines.emplace(cells.front(), m_rowLine).second) return error(cells.front(), "META has this key twice: keep one.");
        m_file.meta.emplace_back(std::move(cells[0]), std::move(cells[1]));
    }
    return enterSection("PROJECTS");
}

PabulibReader::Step PabulibReader::understandMeta()
{
    const auto at = [&](std::string_view key) {
        const auto line = m_metaLines.find(key);
        m_rowLine = line == m_metaLines.end() ? 1 : line->second;
        return m_file.metaValue(key);
    };
    const auto type = std::ranges::find(kVoteTypes, at("vote_type"), &std::pair<std::string_view, VoteType>::first);
    if (type == kVoteTypes.end()) {
        return error("vote_type", std::format("\"{}\" is no vote type: it is approval, choose-1, ordinal, cumulative or scoring.", shown(at("vote_type"))));
    }
    m_file.voteType = type->second;
    for (const auto& [key, stated] : {std::pair{"num_projects", &m_statedProjects}, std::pair{"num_votes", &m_statedVotes}}) {
        const auto number = wholeNumber(at(key));
        if (!number || *number < 1) return error(key, std::format("\"{}\" is no number of 1 or more: say how many there are.", shown(at(key))));
        *stated = *number;
    }
    const auto budget = readDecimal(at("budget"));
    if (at("budget").empty()) return error("budget", "META has no budget: say how much there is to spend.");
    if (!budget || budget->digits <= 0) return error("budget", std::format("\"{}\" is no amount above 0: write it with digits.", shown(at("budget"))));
    m_budget = *budget;
    m_budgetLine = m_rowLine;
    if (!at("min_length").empty()) m_fewestMarks = wholeNumber(at("min_length"));
    if (!at("max_length").empty()) m_mostMarks = wholeNumber(at("max_length"));
    if (!at("max_sum_cost").empty()) m_mostCost = readDecimal(at("max_sum_cost"));
    return {};
}

PabulibReader::Step PabulibReader::readProjects()
{
    if (const Step wrong = enterSection("PROJECTS")) return wrong;
    if (const Step wrong = readHeader(m_file.projects, "PROJECTS", {"project_id", "cost"})) return wrong;
    m_projectIndex.emplace(std::min<std::size_t>(static_cast<std::size_t>(m_statedProjects), m_text.size() / 4));
    std::int64_t rows = 0;
    while (const auto row = nextRow()) {
        if (isTitle(*row, "VOTES") || isTitle(*row, "META")) {
            m_at = m_rowBegin;
            m_line = m_rowLine;
            break;
        }
        if (++rows > m_statedProjects) continue;
        if (const Step wrong = readProject(splitCells(*row))) return wrong;
        m_file.projects.append(m_rowBegin);
    }
    m_rowLine = m_metaLines.find("num_projects")->second;
    if (rows != m_statedProjects)
        return error("num_projects", std::format("{} are stated and PROJECTS has {}: correct the number or the rows.", m_statedProjects, rows));
    return scaleAmounts();
}

PabulibReader::Step PabulibReader::readProject(const std::vector<std::string>& cells)
{
    const PabulibRows& section = m_file.projects;
    if (cells.size() != section.header().size()) {
        return error(
            cells.front(), std::format("the row has {} cells and the header {}: quote a cell that holds a ';'.", cells.size(), section.header().size()));
    }
    const std::string& id = cells[*section.column("project_id")];
    if (id.empty()) return error("project_id", "it is empty: give the project an id.");
    if (id.find(',') != std::string::npos) return error("project_id", std::format("\"{}\" has a comma, which parts ids on a ballot: leave it out.", shown(id)));
    std::vector<std::string>& ids = m_file.election.ids;
    const std::uint64_t key = textKey(id);
    if (m_projectIndex->find(key, id.size(), [&](std::uint32_t i) { return ids[i] == id; })) {
        return error("project_id", std::format("project '{}' is listed twice: keep one.", shown(id)));
    }
    m_projectIndex->insert(key, id.size(), static_cast<std::uint32_t>(ids.size()));
    const std::string& written = cells[*section.column("cost")];
    const auto cost = readDecimal(written);
    if (!cost) return error("cost", std::format("\"{}\" of project '{}' is no amount: write it with digits.", shown(written), shown(id)));
    if (cost->digits < 0) return error("cost", std::format("{} of project '{}' is negative: a project costs 0 or more.", shown(written), shown(id)));
    if (cost->decimals > 2) return error("cost", std::format("{} of project '{}' is finer than a hundredth: round it.", shown(written), shown(id)));
    if (cost->decimals > 0) odd("cost fraction", "cost", "costs with a fraction, where whole amounts are the rule: counted exactly as written", true);
    m_costs.push_back(*cost);
    m_projectLines.push_back(m_rowLine);
    ids.push_back(id);
    for (const auto& [column, stated] : {std::pair{"votes", &m_statedVotesOf}, std::pair{"score", &m_statedScoreOf}}) {
        if (const auto at = section.column(column)) stated->push_back(readDecimal(cells[*at]));
    }
    const auto name = section.column("name");
    m_file.election.names.push_back(name ? cells[*name] : std::string());
    return {};
}

PabulibReader::Step PabulibReader::scaleAmounts()
{
    Election& election = m_file.election;
    int decimals = m_budget.decimals;
    for (const Decimal& cost : m_costs) decimals = std::max(decimals, cost.decimals);
    for (int i = 0; i < decimals; ++i) election.unitsPerCurrency *= 10;
    const auto budget = m_budget.scaled(decimals);
    m_rowLine = m_budgetLine;
    if (!budget) return error("budget", "it is too large to be counted exactly: give it in a larger unit.");
    election.budget = *budget;
    for (std::size_t i = 0; i < m_costs.size(); ++i) {
        const auto cost = m_costs[i].scaled(decimals);
        m_rowLine = m_projectLines[i];
        if (!cost) return error("cost", std::format("the cost of project '{}' is too large to be counted exactly.", shown(election.ids[i])));
        election.costs.push_back(*cost);
    }
    return {};
}

void PabulibReader::compareWithBallots(
    std::string_view column, const std::vector<std::optional<Decimal>>& stated, const std::vector<std::int64_t>& counted, std::int64_t unit)
{
    for (std::size_t project = 0; project < stated.size(); ++project) {
        if (!stated[project]) continue;
        double whole = 1;
        for (int i = 0; i < stated[project]->decimals; ++i) whole *= 10;
        if (static_cast<double>(stated[project]->digits) / whole == static_cast<double>(counted[project]) / static_cast<double>(unit)) continue;
        m_rowLine = m_projectLines[project];
        odd(std::format("stated {}", column), column, std::format("projects whose stated {} differ from their ballots: the ballots are counted", column));
    }
}

PabulibReader::Step PabulibReader::checkCounts()
{
    const Election& election = m_file.election;
    std::vector<std::int64_t> votes(election.projects(), 0);
    std::vector<std::int64_t> points(election.projects(), 0);
    for (std::size_t i = 0; i < election.marks.size(); ++i) {
        ++votes[election.marks[i]];
        if (!election.points.empty()) points[election.marks[i]] += election.points[i];
    }
    compareWithBallots("votes", m_statedVotesOf, votes, 1);
    if (!election.points.empty()) compareWithBallots("score", m_statedScoreOf, points, election.pointsPerUnit);
    return {};
}

Result<PabulibFile> PabulibReader::read()
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (m_text.starts_with(kByteOrderMark)) m_at = kByteOrderMark.size();
    if (const std::size_t line = lineOfBadText(m_text); line != 0) {
        return fail(ErrorCode::BadInput, std::format("Line {}: this is no UTF-8 text, so no .pb file: save it as UTF-8.", line));
    }
    for (const auto step : {&PabulibReader::readMeta, &PabulibReader::readProjects, &PabulibReader::readVotes, &PabulibReader::checkCounts}) {
        if (Step wrong = (this->*step)()) return std::unexpected(std::move(*wrong));
    }
    for (const auto& [kind, oddity] : m_oddities) {
        m_file.notes.push_back({.line = oddity.line,
            .field = oddity.field,
            .message = std::format("{} {} (first: line {}).", oddity.times, oddity.what, oddity.line),
            .isDoubtful = oddity.isDoubtful});
    }
    return std::move(m_file);
}

} // namespace hereabouts::core::detail
