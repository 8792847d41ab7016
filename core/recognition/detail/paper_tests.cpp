// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"
#include "core/joined/written.h"
#include "core/recognition/detail/asked.h"

#include <algorithm>
#include <array>
#include <format>

namespace hereabouts::core::detail {

namespace {

std::string titleOf(std::string_view field)
{
    const RegisterSpec& spec = specOf(RegisterKind::Communities);
    return std::string(spec.fields[spec.fieldIndex(field).value()].title);
}

bool holdsSomething(const Asked& asked, std::string_view field)
{
    const RegisterSpec& spec = specOf(RegisterKind::Communities);
    return !std::holds_alternative<std::monostate>(asked.communities().value(asked.row, spec.fieldIndex(field).value()));
}

} // namespace

Answer documentHeld(const Asked& asked, const RecognitionCriterion& criterion)
{
    const RegisterTable& documents = asked.place.at(RegisterKind::Documents);
    std::optional<std::size_t> newest;
    for (const std::size_t row : asked.rowsOf(RegisterKind::Documents)) {
        const std::string kind = lower(documents.text("kind").at(row));
        const bool isOne = std::ranges::any_of(criterion.words, [&](const std::string& word) { return lower(word) == kind; });
        if (!isOne || !asked.wasBy(documents, "dated", row)) continue;
        if (!newest || documents.integers("dated")[row] > documents.integers("dated")[*newest]) newest = row;
    }
    if (!newest) return unmet(std::format("No {} is held: ask for it.", inARow(criterion.words, "or")));
    const std::int64_t dated = documents.integers("dated")[*newest];
    const std::string said = std::format("{}{}", documents.text("code").at(*newest), dated == kNoInteger ? "" : ", " + writtenDate(dated));
    return met(std::format("{} ({}) is held.", documents.text("title").at(*newest), said), {{RegisterKind::Documents, documents.id(*newest), said}});
}

Answer recorded(const Asked& asked, const RecognitionCriterion& criterion)
{
    std::vector<std::string> missing, held;
    for (const std::string& field : criterion.words) (holdsSomething(asked, field) ? held : missing).push_back("'" + titleOf(field) + "'");
    if (missing.empty()) return met(std::format("{} {} recorded.", inARow(held), held.size() == 1 ? "is" : "are"));
    return unmet(std::format("{} {} not recorded: ask for {}.", inARow(missing), missing.size() == 1 ? "is" : "are", missing.size() == 1 ? "it" : "them"));
}

Answer confirmed(const Asked& asked, const RecognitionCriterion& criterion)
{
    std::vector<std::string> no, unknown, yes;
    for (const std::string& field : criterion.words) {
        const auto flag = asked.integer(field);
        (!flag ? unknown : *flag != 0 ? yes : no).push_back("'" + titleOf(field) + "'");
    }
    if (!no.empty()) return unmet(std::format("{} {} recorded as no.", inARow(no), no.size() == 1 ? "is" : "are"));
    if (!unknown.empty()) return cannotBeTold(std::format("Whether {} is so is not recorded: ask.", inARow(unknown)));
    return met(std::format("{} {} recorded as yes.", inARow(yes), yes.size() == 1 ? "is" : "are"));
}

Answer grantsAccounted(const Asked& asked, const RecognitionCriterion&)
{
    const RegisterTable& grants = asked.place.at(RegisterKind::Grants);
    std::vector<std::string> open;
    std::vector<Evidence> evidence;
    for (const std::size_t row : asked.rowsOf(RegisterKind::Grants)) {
        const std::int64_t due = grants.integers("acquittal_due")[row], done = grants.integers("acquitted_on")[row], paid = grants.integers("paid")[row];
        if (due == kNoInteger || due >= asked.day || (done != kNoInteger && done <= asked.day) || paid == 0) continue;
        const std::int64_t amount = paid != kNoInteger ? paid : grants.integers("awarded")[row];
        const std::string code(grants.text("code").at(row));
        const std::string money = amount == kNoInteger ? "" : std::format(" of {}", writtenMoney(Money::fromMinor(amount), asked.place.district.currency));
        open.push_back(std::format("{}{}, due {}", code, money, writtenDate(due)));
        evidence.push_back({RegisterKind::Grants, grants.id(row), open.back()});
    }
    if (open.empty()) return met("No account of a capacity grant is overdue.");
    return unmet(std::format("{} not accounted for: {}.", open.size() == 1 ? "One grant is" : std::format("{} grants are", open.size()), inARow(open)),
        std::move(evidence));
}

Answer publicityPassed(const Asked& asked, const RecognitionCriterion&)
{
    const RegisterTable& steps = asked.place.at(RegisterKind::RecognitionSteps);
    const IntegerColumn& days = steps.integers("decided_on");
    std::vector<std::size_t> rows = asked.rowsOf(RegisterKind::RecognitionSteps);
    std::erase_if(rows, [&](std::size_t row) { return !asked.wasBy(steps, "decided_on", row); });
    std::ranges::stable_sort(rows, {}, [&](std::size_t row) { return days[row]; });
    // What was publicised before the latest application was another application.
    const auto isStep = [&](std::size_t row) {
        return std::ranges::contains(std::array<std::string_view, 3>{"publicised", "applicant", "enquiry"}, steps.text("status").at(row));
    };
    const auto latest = std::ranges::find_if(rows.rbegin(), rows.rend(), isStep);
    if (latest == rows.rend() || steps.text("status").at(*latest) != "publicised") return unmet("The application has not been publicised yet.");
    const std::size_t notice = *latest;
    const std::int64_t from = days[notice], until = steps.integers("publicised_until")[notice];
    const std::string since = from == kNoInteger ? "" : std::format(" from {}", writtenDate(from));
    if (until == kNoInteger) return cannotBeTold(std::format("The application was publicised{}, and until when is not recorded.", since));
    const std::vector<Evidence> evidence{{RegisterKind::RecognitionSteps, steps.id(notice), std::format("representations until {}", writtenDate(until))}};
    if (until < asked.day) return met(std::format("Publicised{}; representations closed on {}.", since, writtenDate(until)), evidence);
    return unmet(std::format("Representations are open until {}: decide after that day.", writtenDate(until)), evidence);
}

} // namespace hereabouts::core::detail
