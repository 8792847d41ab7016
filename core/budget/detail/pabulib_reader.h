// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/detail/decimal.h"
#include "core/budget/detail/id_index.h"
#include "core/budget/pabulib.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::core::detail {

/// Reads one Pabulib text, once.
class PabulibReader {
public:
    explicit PabulibReader(std::string_view text) : m_text(text) { }
    [[nodiscard]] Result<PabulibFile> read();

private:
    using Step = std::optional<Error>; ///< Nothing where it went well.

    /// What a tolerated oddity came to.
    struct Oddity {
        std::int64_t line = 0;
        std::string field;
        std::int64_t times = 0;
        std::string what; ///< What follows "3 ballots ".
        bool isDoubtful = false;
    };

    struct VoteColumns {
        std::size_t count = 0;
        std::size_t voter = 0;
        std::size_t vote = 0;
        std::optional<std::size_t> points;
    };
    struct VoteCells {
        std::string_view voter;
        std::string_view vote;
        std::string_view points;
    };

    [[nodiscard]] Error error(std::string_view field, std::string_view what) const; ///< Of the row in hand.
    void odd(const std::string& kind, std::string_view field, std::string_view what, bool isDoubtful = false);

    /// The next row that is not blank; nothing at the end.
    [[nodiscard]] std::optional<std::string_view> nextRow();
    [[nodiscard]] Step enterSection(std::string_view title);
    [[nodiscard]] bool isTitle(std::string_view row, std::string_view title) const;
    [[nodiscard]] Step readHeader(PabulibRows& section, std::string_view title, std::vector<std::string_view> required);

    [[nodiscard]] Step readMeta();
    [[nodiscard]] Step understandMeta();
    [[nodiscard]] Step readProjects();
    [[nodiscard]] Step readProject(const std::vector<std::string>& cells);
    [[nodiscard]] Step scaleAmounts();
    [[nodiscard]] Step readVotes();
    [[nodiscard]] Step readPlainVote(std::string_view row, const VoteColumns& columns);
    [[nodiscard]] Step readVote(const VoteCells& cells);
    [[nodiscard]] Step readMarks(const VoteCells& cells);
    [[nodiscard]] Step readPoints(const VoteCells& cells, std::size_t firstMark, const std::vector<std::size_t>& dropped);
    [[nodiscard]] Step checkBallot(std::size_t firstMark);
    [[nodiscard]] Step checkCounts();
    /// @param stated One a project, or none where the file has no such column.
    void compareWithBallots(
        std::string_view column, const std::vector<std::optional<Decimal>>& stated, const std::vector<std::int64_t>& counted, std::int64_t unit);
    [[nodiscard]] std::string_view voterIdOf(std::uint32_t row) const;
    /// The row where the voter came before, if there is one; from now on the voter has come.
    [[nodiscard]] std::optional<std::uint32_t> earlierVote(std::string_view id, std::uint32_t row);
    [[nodiscard]] std::optional<std::uint32_t> meetVoter(std::string_view id, std::uint32_t row);

    std::string_view m_text;
    std::size_t m_at = 0;
    std::int64_t m_line = 1; ///< Of m_at.
    std::int64_t m_rowLine = 0; ///< Of the row in hand.
    std::size_t m_rowBegin = 0;
    bool m_rowHasQuotes = false;

    PabulibFile m_file;
    Decimal m_budget;
    std::int64_t m_budgetLine = 0;
    std::int64_t m_statedProjects = 0;
    std::int64_t m_statedVotes = 0;
    std::map<std::string, std::int64_t, std::less<>> m_metaLines;
    std::optional<std::int64_t> m_mostMarks;
    std::optional<std::int64_t> m_fewestMarks;
    std::optional<Decimal> m_mostCost;
    std::vector<Decimal> m_costs;
    std::vector<std::int64_t> m_projectLines;
    std::vector<std::optional<Decimal>> m_statedVotesOf;
    std::vector<std::optional<Decimal>> m_statedScoreOf;
    std::optional<IdIndex> m_projectIndex;
    std::optional<MetTexts> m_voters; ///< Made at the first voter who is not in order.
    std::string_view m_lastVoter;
    std::vector<std::uint32_t> m_lastVoterOf; ///< One a project: the last voter, counted from 1, whose ballot names it.
    std::vector<std::size_t> m_dropped;
    int m_pointDecimals = 0;
    bool m_hasPoints = false;
    std::optional<std::size_t> m_voterColumn;
    std::map<std::string, Oddity, std::less<>> m_oddities;
};

} // namespace hereabouts::core::detail
