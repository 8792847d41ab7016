// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/answers.h"

#include "core/joined/written.h"
#include "core/recognition/detail/asked.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace hereabouts::core {

namespace detail {

std::optional<std::int64_t> Asked::integer(std::string_view field) const
{
    const std::int64_t value = communities().integers(field)[row];
    return value == kNoInteger ? std::nullopt : std::optional(value);
}

std::vector<std::size_t> Asked::rowsOf(RegisterKind kind) const
{
    const RegisterTable& table = place.at(kind);
    const TextColumn& owners = table.text("community");
    std::vector<std::size_t> rows;
    for (std::size_t at = 0; at < table.size(); ++at) {
        if (owners.at(at) == code()) rows.push_back(at);
    }
    return rows;
}

bool Asked::wasBy(const RegisterTable& table, std::string_view dateField, std::size_t at) const
{
    const std::int64_t dated = table.integers(dateField)[at];
    return dated == kNoInteger || dated <= day;
}

std::int64_t monthsBefore(std::int64_t day, int months)
{
    using namespace std::chrono;
    const year_month_day date{sys_days{days{day}}};
    year_month_day moved = date - std::chrono::months{months};
    if (!moved.ok()) moved = moved.year() / moved.month() / last;
    return sys_days{moved}.time_since_epoch().count();
}

std::string lower(std::string_view text)
{
    std::string low(text);
    std::ranges::transform(low, low.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return low;
}

std::string inARow(const std::vector<std::string>& words, std::string_view lastLink)
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? ' ' + std::string(lastLink) + ' ' : std::string(", ");
        text += words[i];
    }
    return text;
}

std::string moreNeeded(std::int64_t count) { return writtenCount(count) + (count == 1 ? " more is needed" : " more are needed"); }

} // namespace detail

namespace {

using Answering = detail::Answer (*)(const detail::Asked&, const RecognitionCriterion&);

/// In the order of CriterionTest.
constexpr auto kAnswering = std::to_array<Answering>({detail::membersAtLeast, detail::consentsAtLeast, detail::membershipOpenTo, detail::documentHeld,
    detail::recorded, detail::confirmed, detail::officersFilled, detail::mandateWithin, detail::annualMeetingWithin, detail::boundaryDrawn,
    detail::boundaryInWords, detail::areaAtLeast, detail::householdsAtLeast, detail::noOpenDispute, detail::overlapsAgreed, detail::noSharedGround,
    detail::sharedGroundByPolicy, detail::lineEndorsed, detail::grantsAccounted, detail::publicityPassed});
static_assert(static_cast<std::size_t>(CriterionTest::PublicityPassed) + 1 == kAnswering.size());

} // namespace

std::string_view wordOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Met: return "met";
    case Verdict::Unmet: return "unmet";
    case Verdict::CannotBeTold: break;
    }
    return "cannot be told";
}

std::vector<CriterionAnswer> checkRecognition(const PlaceSnapshot& place, std::size_t community, const ChecklistTemplate& checklist, std::int64_t day)
{
    const detail::Asked asked{.place = place, .row = community, .day = day};
    std::vector<CriterionAnswer> answers;
    for (const RecognitionCriterion& criterion : checklist.criteria) {
        detail::Answer answer = kAnswering[static_cast<std::size_t>(criterion.test)](asked, criterion);
        answers.push_back({.criterion = criterion, .verdict = answer.verdict, .sentence = std::move(answer.sentence), .evidence = std::move(answer.evidence)});
    }
    return answers;
}

std::size_t countOf(const std::vector<CriterionAnswer>& answers, Verdict verdict)
{
    return static_cast<std::size_t>(std::ranges::count(answers, verdict, &CriterionAnswer::verdict));
}

} // namespace hereabouts::core
