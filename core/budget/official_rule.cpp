// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/official_rule.h"

#include "core/budget/detail/decimal.h"

#include <algorithm>
#include <array>
#include <format>

namespace hereabouts::core {

Result<CountRule> officialRule(const PabulibFile& file)
{
    const std::string_view name = file.metaValue("rule");
    const Election& election = file.election;
    const TieRule ties{.kind = TieRule::Kind::Votes, .seed = {}};
    if (name.starts_with("equalshares")) {
        return CountRule{.rule = Rule::EqualShares, .utility = Utility::Cost, .completion = Completion::Add1Infeasible, .ties = ties};
    }
    constexpr std::array kGreedy{std::string_view{"greedy"}, std::string_view{"greedy-threshold"}, std::string_view{"greedy-no-skip"}};
    if (!std::ranges::contains(kGreedy, name)) {
        return fail(ErrorCode::BadInput,
            std::format("The file says that its city chose by \"{}\", which does not tell the rule: choose one with --rule.", name.empty() ? "unknown" : name));
    }
    CountRule rule{.rule = Rule::GreedyVotes, .utility = Utility::Cardinality, .completion = Completion::None, .ties = ties};
    if (!election.points.empty()) rule.utility = Utility::Points;
    rule.stopsAtMisfit = name == "greedy-no-skip";
    if (const auto least = detail::readDecimal(file.metaValue("min_project_score_threshold"))) {
        const std::int64_t unit = rule.utility == Utility::Points ? election.pointsPerUnit : 1;
        std::int64_t whole = 1;
        for (int i = 0; i < least->decimals; ++i) whole *= 10;
        rule.leastScore = (least->digits * unit + whole - 1) / whole;
    }
    return rule;
}

std::optional<OfficialDifference> differenceFromOfficial(const PabulibFile& file, const std::vector<std::uint32_t>& winners)
{
    const std::vector<std::string> selected = file.projectColumn("selected");
    if (selected.empty()) return std::nullopt;
    OfficialDifference difference;
    for (std::uint32_t project = 0; project < selected.size(); ++project) {
        const bool isHere = std::ranges::contains(winners, project);
        const bool isThere = selected[project] == "1";
        if (isHere && !isThere) difference.onlyHere.push_back(project);
        if (isThere && !isHere) difference.onlyThere.push_back(project);
    }
    return difference;
}

} // namespace hereabouts::core
