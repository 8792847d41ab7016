// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/community/overlap_schedule.h"
#include "core/joined/place_rules.h"
#include "core/joined/written.h"

#include <algorithm>
#include <array>
#include <format>
#include <utility>

namespace hereabouts::core {

namespace {

constexpr std::array<std::pair<OverlapPolicy, std::string_view>, 3> kPolicies{
    {{OverlapPolicy::Agreed, "agreed"}, {OverlapPolicy::None, "none"}, {OverlapPolicy::Free, "free"}}};

std::string lower(std::string_view text)
{
    std::string plain(text);
    for (char& letter : plain) letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    return plain;
}

/// Why the pair does not stand under the policy, or empty where it does.
std::string objection(OverlapPolicy policy, const SharedGroundRow& pair)
{
    if (policy == OverlapPolicy::Free || pair.overlap.agreement == OverlapAgreement::NotApplicable) return {};
    const std::string facts = std::format("{}, {}", pair.sharedInWords(), pair.stateInWords());
    if (policy == OverlapPolicy::None) return facts + ": the rule allows no shared ground.";
    return pair.agreedInWriting() ? std::string() : facts + ": the rule wants it agreed in writing.";
}

std::string pairs(std::size_t count) { return count == 1 ? "1 pair" : writtenCount(static_cast<std::int64_t>(count)) + " pairs"; }

std::string summaryOf(const PolicyReport& report, std::size_t held)
{
    const std::string of = std::format("{} of {}", report.conflicts.size(), pairs(held));
    std::string text;
    switch (report.rules.policy) {
    case OverlapPolicy::None: text = std::format("No shared ground is allowed: {} in conflict with it", of + (held == 1 ? " is" : " are")); break;
    case OverlapPolicy::Agreed: text = std::format("Shared ground is allowed where it is agreed in writing: {} not", of + (held == 1 ? " is" : " are")); break;
    case OverlapPolicy::Free: text = std::format("Shared ground is the groups' own affair: nothing is asked of {}", pairs(held)); break;
    }
    if (!report.leftToTheGroups.empty())
        text += std::format(
            "; {} too small to be asked about", report.leftToTheGroups.size() == 1 ? "1 is" : std::format("{} are", report.leftToTheGroups.size()));
    return text + ". Nothing was altered.";
}

} // namespace

std::string_view wordOf(OverlapPolicy policy) { return std::ranges::find(kPolicies, policy, &std::pair<OverlapPolicy, std::string_view>::first)->second; }

std::optional<OverlapPolicy> overlapPolicyNamed(std::string_view word)
{
    const auto found = std::ranges::find(kPolicies, lower(word), &std::pair<OverlapPolicy, std::string_view>::second);
    if (found == kPolicies.end()) return std::nullopt;
    return found->first;
}

bool OverlapRules::leavesToTheGroups(const SharedGroundRow& pair) const
{
    if (!leastHectares && !leastHouseholds) return false;
    if (pair.overlap.agreement == OverlapAgreement::Disputed || pair.overlap.squareMetres <= 0) return false;
    const bool littleGround = !leastHectares || pair.overlap.squareMetres < *leastHectares * 10'000;
    if (!leastHouseholds) return littleGround;
    if (!pair.households) return leastHectares && littleGround;
    return littleGround && static_cast<double>(*pair.households) < *leastHouseholds;
}

Result<OverlapRules> overlapRulesOf(const PlaceSnapshot& place, std::optional<OverlapPolicy> asked)
{
    if (!asked) {
        const auto word = ruleOf(place, "overlap_policy");
        if (!word) return fail(ErrorCode::NotFound, "The place's rules name no overlap_policy: say which to hold shared ground against, agreed, none or free.");
        asked = overlapPolicyNamed(*word);
        if (!asked) return fail(ErrorCode::BadInput, std::format("The place's overlap_policy is \"{}\", which is none of agreed, none and free.", *word));
    }
    return OverlapRules{.policy = *asked,
        .leastHectares = numberRuleOf(place, "overlap_minimum_hectares"),
        .leastHouseholds = numberRuleOf(place, "overlap_minimum_households")};
}

PolicyReport holdAgainst(const OverlapRules& rules, const std::vector<SharedGroundRow>& schedule)
{
    PolicyReport report{.rules = rules};
    std::size_t held = 0;
    for (std::size_t i = 0; i < schedule.size(); ++i) {
        const SharedGroundRow& pair = schedule[i];
        if (!pair.first.stands || !pair.second.stands) continue;
        if (pair.parted()) {
            report.notes.push_back(std::format("{}; what is recorded of it ({}) is past.", pair.sharedInWords(), pair.stateInWords()));
            continue;
        }
        ++held;
        std::string sentence = objection(rules.policy, pair);
        if (sentence.empty()) continue;
        if (rules.leavesToTheGroups(pair))
            report.leftToTheGroups.push_back(i);
        else
            report.conflicts.push_back({.pair = i, .sentence = std::move(sentence)});
    }
    report.sentence = summaryOf(report, held);
    return report;
}

} // namespace hereabouts::core
