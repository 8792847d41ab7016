// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/joined/written.h"
#include "core/recognition/detail/asked.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

namespace hereabouts::core::detail {

namespace {

std::int64_t wanted(const RecognitionCriterion& criterion) { return static_cast<std::int64_t>(std::ceil(criterion.number)); }

/// A group that a checklist asks for, and beginnings of English words by which a rule names it.
struct Group {
    std::string_view name;
    std::string_view people; ///< "people who live there"
    std::array<std::string_view, 5> beginnings;
};

constexpr std::array<Group, 5> kGroups{{
    {"live", "people who live there", {"live", "living", "resid", "househ", "inhabit"}},
    {"work", "people who work there", {"work", "employ", "business", "trader", "firm"}},
    {"own", "people who own property there", {"own", "ratepay", "propert", "landown", "freehold"}},
    {"elected", "people elected there", {"elect", "councillor", "elected", "board member", "ward member"}},
    {"anyone", "anyone", {"anyone", "everyone", "everybody", "anybody", "all people"}},
}};

bool namesGroup(std::string_view lowerRule, const Group& group)
{
    return std::ranges::any_of(group.beginnings, [&](std::string_view beginning) {
        for (std::size_t at = lowerRule.find(beginning); at != std::string_view::npos; at = lowerRule.find(beginning, at + 1)) {
            const char before = at == 0 ? ' ' : lowerRule[at - 1];
            if (!(before >= 'a' && before <= 'z')) return true;
        }
        return false;
    });
}

/// "president" is another word for "chair" in a checklist's "chair/president"; the first is what it is called.
std::vector<std::string> partsOf(std::string_view text, std::string_view parters)
{
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (parters.contains(c))
            parts.emplace_back();
        else if (c != ' ' || !parts.back().empty())
            parts.back() += c;
    }
    for (std::string& part : parts) part.erase(part.find_last_not_of(' ') + 1);
    return parts;
}

std::string calledRole(const std::string& wanted) { return partsOf(wanted, "/").front(); }

/// True for "Chairperson", "Co-chair", "Acting chair" and "Chair & treasurer" where a chair is wanted; not for a vice or former chair.
bool isRole(std::string_view role, const std::string& wanted)
{
    const std::vector<std::string> wantedWords = partsOf(lower(wanted), "/");
    return std::ranges::any_of(partsOf(lower(role), "/&,;+"), [&](std::string_view part) {
        for (const std::string_view before : {"co-", "co ", "acting ", "interim "}) {
            if (part.starts_with(before)) part.remove_prefix(before.size());
        }
        for (const std::string_view after : {"person", "woman", "man"}) {
            if (part.ends_with(after)) part.remove_suffix(after.size());
        }
        return std::ranges::contains(wantedWords, part);
    });
}

bool inOffice(const Asked& asked, const RegisterTable& officers, std::size_t row)
{
    const std::int64_t until = officers.integers("term_to")[row];
    return asked.wasBy(officers, "term_from", row) && (until == kNoInteger || until >= asked.day);
}

/// "the treasurer's term ended on 2025-09-12", or "nobody is recorded as treasurer".
std::string vacancy(const RegisterTable& officers, const std::vector<std::size_t>& rows, const std::string& role)
{
    std::int64_t ended = kNoInteger;
    for (const std::size_t row : rows) {
        if (isRole(officers.text("role").at(row), role)) ended = std::max(ended, officers.integers("term_to")[row]);
    }
    if (ended == kNoInteger) return std::format("nobody is recorded as {}", calledRole(role));
    return std::format("the last recorded term of a {} ended on {}", calledRole(role), writtenDate(ended));
}

} // namespace

Answer membersAtLeast(const Asked& asked, const RecognitionCriterion& criterion)
{
    const auto members = asked.integer("members");
    const std::int64_t least = wanted(criterion);
    if (!members) return cannotBeTold(std::format("How many members there are is not recorded; at least {} are wanted: ask for the number.", least));
    const auto counted = asked.integer("members_on");
    const std::string day = counted ? std::format(", counted on {},", writtenDate(*counted)) : "";
    const std::vector<Evidence> evidence{{RegisterKind::Communities, asked.communities().id(asked.row), std::format("members {}", *members)}};
    if (*members >= least)
        return met(std::format("{} {}{} {} at least the {} wanted.", writtenCount(*members), *members == 1 ? "member" : "members", day,
                       *members == 1 ? "is" : "are", writtenCount(least)),
            evidence);
    return unmet(std::format("{} {}{} of at least {} wanted: {}.", writtenCount(*members), *members == 1 ? "member" : "members", day, writtenCount(least),
                     moreNeeded(least - *members)),
        evidence);
}

Answer consentsAtLeast(const Asked& asked, const RecognitionCriterion& criterion)
{
    const RegisterTable& members = asked.place.at(RegisterKind::Members);
    const auto rows = asked.rowsOf(RegisterKind::Members);
    if (rows.empty()) return cannotBeTold("No list of members is held: ask for one, which is not published.");
    const auto consented = std::ranges::count_if(rows, [&](std::size_t row) {
        const std::int64_t on = members.integers("consent_on")[row];
        return on != kNoInteger && on <= asked.day;
    });
    const std::string said
        = std::format("{} of {} people on the private list consented by a recorded day; at least {} are wanted", consented, rows.size(), wanted(criterion));
    if (consented >= wanted(criterion)) return met(said + ".");
    return unmet(std::format("{}: {}.", said, moreNeeded(wanted(criterion) - consented)));
}

Answer membershipOpenTo(const Asked& asked, const RecognitionCriterion& criterion)
{
    const std::string_view rule = asked.text("membership_rule");
    if (rule.empty()) return cannotBeTold("Who may join is not recorded: ask for the rule.");
    const std::vector<Evidence> evidence{{RegisterKind::Communities, asked.communities().id(asked.row), std::string(rule)}};
    const std::string low = lower(rule);
    std::vector<std::string> missing;
    for (const Group& group : kGroups) {
        if (std::ranges::contains(criterion.words, group.name) && !namesGroup(low, group)) missing.emplace_back(group.people);
    }
    if (missing.empty()) return met(std::format("The rule on who may join names all who are asked for: \"{}\"", rule), evidence);
    return cannotBeTold(
        std::format("The rule on who may join does not name {}; somebody should read whether they may: \"{}\"", inARow(missing, "or"), rule), evidence);
}

Answer officersFilled(const Asked& asked, const RecognitionCriterion& criterion)
{
    const RegisterTable& officers = asked.place.at(RegisterKind::Officers);
    const auto rows = asked.rowsOf(RegisterKind::Officers);
    if (rows.empty()) {
        std::vector<std::string> roles;
        for (const std::string& role : criterion.words) roles.push_back(calledRole(role));
        return cannotBeTold(std::format("No officers are recorded: ask who is {}.", inARow(roles)));
    }
    std::vector<std::string> vacancies, holders;
    std::vector<Evidence> evidence;
    for (const std::string& role : criterion.words) {
        const auto holder
            = std::ranges::find_if(rows, [&](std::size_t row) { return isRole(officers.text("role").at(row), role) && inOffice(asked, officers, row); });
        if (holder == rows.end()) {
            vacancies.push_back(vacancy(officers, rows, role));
            continue;
        }
        holders.push_back(std::format("{} {}", calledRole(role), officers.text("name").at(*holder)));
        evidence.push_back({RegisterKind::Officers, officers.id(*holder), holders.back()});
    }
    if (vacancies.empty()) return met(std::format("In office on {}: {}.", writtenDate(asked.day), inARow(holders)), std::move(evidence));
    return unmet(std::format("Not every office is filled on {}: {}.", writtenDate(asked.day), inARow(vacancies)), std::move(evidence));
}

Answer mandateWithin(const Asked& asked, const RecognitionCriterion& criterion)
{
    const RegisterTable& mandates = asked.place.at(RegisterKind::Mandates);
    std::optional<std::size_t> latest;
    bool undated = false;
    for (const std::size_t row : asked.rowsOf(RegisterKind::Mandates)) {
        const std::int64_t held = mandates.integers("held_on")[row];
        const std::int64_t votesFor = mandates.integers("votes_for")[row], against = mandates.integers("votes_against")[row];
        const bool carried = votesFor == kNoInteger || votesFor > (against == kNoInteger ? 0 : against);
        if (!carried || (held != kNoInteger && held > asked.day)) continue;
        if (held == kNoInteger)
            undated = true;
        else if (!latest || held > mandates.integers("held_on")[*latest])
            latest = row;
    }
    const int months = static_cast<int>(std::min(criterion.number, 1200.0));
    if (!latest) {
        if (undated) return cannotBeTold("A mandate is recorded without its day: ask when it was given.");
        return unmet(std::format("No mandate is recorded; one of the last {} months is wanted.", months));
    }
    const std::string basis(mandates.text("basis").at(*latest));
    const std::string held = writtenDate(mandates.integers("held_on")[*latest]);
    const std::int64_t turnout = mandates.integers("turnout")[*latest];
    const std::string said = std::format(
        "the last mandate is the {} of {}{}", basis, held, turnout == kNoInteger ? "" : std::format(", in which {} took part", writtenCount(turnout)));
    const std::vector<Evidence> evidence{{RegisterKind::Mandates, mandates.id(*latest), std::format("{}, {}", basis, held)}};
    if (mandates.integers("held_on")[*latest] >= monthsBefore(asked.day, months)) return met(std::format("Within {} months: {}.", months, said), evidence);
    return unmet(std::format("Older than {} months: {}.", months, said), evidence);
}

Answer annualMeetingWithin(const Asked& asked, const RecognitionCriterion& criterion)
{
    const auto held = asked.integer("last_agm");
    const int months = static_cast<int>(std::min(criterion.number, 1200.0));
    if (!held) return cannotBeTold(std::format("No annual meeting is recorded; one of the last {} months is wanted: ask when the last one was.", months));
    if (*held > asked.day) return cannotBeTold(std::format("The annual meeting that is recorded, {}, is later than the day asked about.", writtenDate(*held)));
    const std::vector<Evidence> evidence{{RegisterKind::Communities, asked.communities().id(asked.row), writtenDate(*held)}};
    if (*held >= monthsBefore(asked.day, months))
        return met(std::format("The last annual meeting was on {}, within {} months.", writtenDate(*held), months), evidence);
    return unmet(std::format("The last annual meeting was on {}, more than {} months ago.", writtenDate(*held), months), evidence);
}

} // namespace hereabouts::core::detail
