// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/workflow.h"

#include "core/joined/place_rules.h"
#include "core/joined/written.h"
#include "core/recognition/detail/asked.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <map>

namespace hereabouts::core {

namespace {

constexpr int kMostMonths = 1200;

const std::vector<std::string_view>& statusWords()
{
    const RegisterSpec& spec = specOf(RegisterKind::Communities);
    return spec.fields[spec.fieldIndex("status").value()].words;
}

std::string listed(const std::vector<std::string_view>& words) { return detail::inARow(std::vector<std::string>(words.begin(), words.end()), "or"); }

bool isRecognition(std::string_view status) { return status == "recognised" || status == "provisional"; }

/// A rule of the place that is a number, else what the checklist says.
Result<std::optional<int>> ruleOr(const PlaceSnapshot& place, std::string_view name, std::optional<int> otherwise)
{
    const auto rule = ruleOf(place, name);
    if (!rule) return otherwise;
    const auto number = numberRuleOf(place, name);
    if (!number || *number > 1000)
        return fail(ErrorCode::BadInput, std::format("The place's rule {} is \"{}\", which is no number up to 1000: mend it.", name, *rule));
    return static_cast<int>(std::round(*number));
}

/// Works out one move.
class Deciding {
public:
    Deciding(const PlaceSnapshot& place, std::size_t community, const ChecklistTemplate* checklist, const RecognitionDecision& decision) :
        m_place(place), m_checklist(checklist), m_decision(decision)
    {
        const RegisterTable& table = place.at(RegisterKind::Communities);
        m_code = table.text("code").at(community);
        m_move.community = community;
        m_move.name = table.text("name").at(community);
        m_move.from = table.text("status").at(community);
        m_move.to = decision.to;
        m_move.on = decision.on;
        m_move.by = decision.by;
        m_wasDue = table.integers("review_due")[community];
    }

    Result<RecognitionMove> decide()
    {
        for (const auto step : {&Deciding::checkWords, &Deciding::checkDay, &Deciding::checkTests, &Deciding::setDates}) {
            if (auto done = (this->*step)(); !done) return std::unexpected(std::move(done.error()));
        }
        return std::move(m_move);
    }

private:
    Result<void> checkWords()
    {
        if (!std::ranges::contains(statusWords(), m_move.to))
            return fail(ErrorCode::BadInput, std::format("\"{}\" is no state of recognition: say {}.", m_move.to, listed(statusWords())));
        const auto moves = movesFrom(m_move.from);
        if (!std::ranges::contains(moves, m_move.to)) {
            const std::string can
                = moves.empty() ? "nothing follows; enter those who begin again as a community of their own" : std::format("it can become {}", listed(moves));
            return fail(ErrorCode::Refused, std::format("{} is now \"{}\"; from there {}, not {}.", m_move.name, m_move.from, can, m_move.to));
        }
        if (m_decision.why.empty())
            return fail(ErrorCode::BadInput, std::format("Say why {} becomes {}: a step without reasons is not kept.", m_move.name, m_move.to));
        m_move.reasons = m_decision.why;
        m_move.document = m_decision.document;
        const TextColumn& documents = m_place.at(RegisterKind::Documents).text("code");
        bool isHeld = m_move.document.empty();
        for (std::size_t row = 0; row < documents.size() && !isHeld; ++row) isHeld = documents.at(row) == m_move.document;
        if (!isHeld) return fail(ErrorCode::UnknownId, std::format("There is no document '{}' in this place: enter it first.", m_move.document));
        return {};
    }

    Result<void> checkDay()
    {
        const RegisterTable& steps = m_place.at(RegisterKind::RecognitionSteps);
        std::int64_t latest = kNoInteger;
        for (std::size_t row = 0; row < steps.size(); ++row) {
            if (steps.text("community").at(row) == m_code) latest = std::max(latest, steps.integers("decided_on")[row]);
        }
        if (m_move.on < latest) {
            return fail(ErrorCode::BadInput,
                std::format("{} had its latest step on {}: one of {} cannot follow it.", m_move.name, writtenDate(latest), writtenDate(m_move.on)));
        }
        if (m_decision.review && *m_decision.review <= m_move.on)
            return fail(ErrorCode::BadInput, std::format("A review on {} would not be after the decision.", writtenDate(*m_decision.review)));
        return {};
    }

    Result<void> checkTests()
    {
        const bool publicity = m_move.to == "publicised";
        if (publicity || isRecognition(m_move.to)) {
            if (!m_checklist)
                return fail(ErrorCode::BadInput, std::format("Without a checklist nothing tells whether {} can become {}: name one.", m_move.name, m_move.to));
            ChecklistTemplate asked = *m_checklist;
            if (publicity) std::erase_if(asked.criteria, [](const RecognitionCriterion& criterion) { return !criterion.beforePublicity; });
            m_move.checklist = asked.name;
            m_move.answers = checkRecognition(m_place, m_move.community, asked, m_move.on);
        }
        std::size_t unmet = 0;
        for (const CriterionAnswer& answer : m_move.answers) {
            if (answer.verdict != Verdict::Unmet) continue;
            m_move.unmet += (unmet++ == 0 ? "" : "; ") + answer.criterion.title;
        }
        if (unmet == 0) {
            if (!m_decision.despite.empty()) m_move.reasons += ' ' + m_decision.despite;
            return {};
        }
        if (m_decision.despite.empty()) {
            return fail(ErrorCode::Refused,
                std::format("{} cannot become {} while {} of the checklist {} unmet ({}): settle them, or say why it is decided all the same.", m_move.name,
                    m_move.to, unmet == 1 ? "1 test" : std::format("{} tests", unmet), unmet == 1 ? "is" : "are", m_move.unmet));
        }
        m_move.reasons += std::format(" Decided although unmet: {}. {}", m_move.unmet, m_decision.despite);
        return {};
    }

    Result<void> setDates()
    {
        if (m_move.to == "publicised") {
            const auto weeks = ruleOr(m_place, "publicity_weeks", m_checklist->publicityWeeks);
            if (!weeks) return std::unexpected(weeks.error());
            if (!*weeks) {
                return fail(ErrorCode::BadInput,
                    "How long an application is publicised is said neither by the place's rule publicity_weeks nor by the checklist: enter that rule.");
            }
            m_move.publicisedUntil = m_move.on + 7 * std::int64_t{**weeks};
        }
        const auto due = reviewDue();
        if (!due) return std::unexpected(due.error());
        m_move.reviewDue = m_decision.review ? m_decision.review : *due;
        return {};
    }

    [[nodiscard]] Result<std::optional<std::int64_t>> reviewDue() const
    {
        using Day = std::optional<std::int64_t>;
        if (m_move.to == "under review" || m_move.to == "suspended") return m_wasDue == kNoInteger ? Day() : Day(m_wasDue);
        if (!isRecognition(m_move.to)) return Day();
        const auto years = ruleOr(m_place, "review_years", m_checklist->reviewYears);
        const auto months = ruleOr(m_place, "provisional_months", m_checklist->provisionalMonths);
        if (!years) return std::unexpected(years.error());
        if (!months) return std::unexpected(months.error());
        if (m_move.to == "provisional" && *months) return Day(monthsAfter(m_move.on, std::min(**months, kMostMonths)));
        return *years ? Day(monthsAfter(m_move.on, std::min(12 * **years, kMostMonths))) : Day();
    }

    const PlaceSnapshot& m_place;
    const ChecklistTemplate* m_checklist;
    const RecognitionDecision& m_decision;
    std::string_view m_code;
    std::int64_t m_wasDue = kNoInteger;
    RecognitionMove m_move;
};

} // namespace

std::vector<std::string_view> movesFrom(std::string_view status)
{
    using Moves = std::vector<std::string_view>;
    static const std::map<std::string_view, Moves> kMoves{
        {"enquiry", {"applicant", "lapsed", "dissolved"}},
        {"applicant", {"publicised", "recognised", "provisional", "declined", "lapsed", "dissolved"}},
        {"publicised", {"recognised", "provisional", "declined", "applicant", "lapsed", "dissolved"}},
        {"recognised", {"under review", "suspended", "lapsed", "dissolved"}},
        {"provisional", {"recognised", "under review", "suspended", "declined", "lapsed", "dissolved"}},
        {"declined", {"applicant", "dissolved"}},
        {"under review", {"recognised", "provisional", "suspended", "lapsed", "dissolved"}},
        {"suspended", {"under review", "recognised", "provisional", "lapsed", "dissolved"}},
        {"lapsed", {"enquiry", "applicant", "dissolved"}},
        {"dissolved", {}},
    };
    const auto found = kMoves.find(status);
    return found == kMoves.end() ? statusWords() : found->second;
}

std::int64_t monthsAfter(std::int64_t day, int months) { return detail::monthsBefore(day, -months); }

std::string RecognitionMove::what() const { return std::format("{}: {}{}", name, from.empty() ? "" : from + " → ", to); }

Result<RecognitionMove> decideRecognition(
    const PlaceSnapshot& place, std::size_t community, const ChecklistTemplate* checklist, const RecognitionDecision& decision)
{
    return Deciding(place, community, checklist, decision).decide();
}

} // namespace hereabouts::core
