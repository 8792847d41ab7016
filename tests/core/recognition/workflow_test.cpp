// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/workflow.h"

#include "core/joined/written.h"
#include "tests/core/joined/made_place.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <iterator>
#include <set>

using namespace hereabouts;
using namespace hereabouts::core;
using enum core::RegisterKind;
using hereabouts::test::MadePlace;
using std::int64_t;
using std::string;

namespace {

constexpr int64_t kDay = 20'000; // 2024-10-04

const ChecklistTemplate kRules{.name = "ours",
    .title = "Ours",
    .publicityWeeks = 4,
    .reviewYears = 3,
    .provisionalMonths = 14,
    .criteria = {{.code = "rules", .title = "Rules", .test = CriterionTest::DocumentHeld, .words = {"constitution"}, .beforePublicity = true},
        {.code = "members", .title = "Members", .test = CriterionTest::MembersAtLeast, .number = 21},
        {.code = "publicity", .title = "Publicity", .test = CriterionTest::PublicityPassed}}};

MadePlace creek(const string& status, int64_t members = 30)
{
    MadePlace made;
    made.add(Communities, {{"code", string("C1")}, {"name", string("Creek")}, {"status", status}, {"members", members}, {"review_due", kDay + 90}});
    return made;
}

MadePlace withRules(MadePlace made)
{
    made.add(Documents, {{"code", string("D1")}, {"community", string("C1")}, {"kind", string("constitution")}, {"title", string("Rules")}});
    return made;
}

Result<RecognitionMove> decide(
    const MadePlace& made, const string& to, const string& despite = {}, int64_t on = kDay, const ChecklistTemplate* checklist = &kRules)
{
    const PlaceSnapshot place = made.place();
    return decideRecognition(place, 0, checklist, {.to = to, .why = "Meeting 12.", .by = "Board", .on = on, .despite = despite, .review = std::nullopt});
}

string troubleOf(const Result<RecognitionMove>& move) { return move ? string() : move.error().message; }

} // namespace

TEST_CASE("every state but one leads somewhere, none to itself, and all are reached from an enquiry", "[recognition]")
{
    const RegisterSpec& spec = specOf(Communities);
    const auto& words = spec.fields[spec.fieldIndex("status").value()].words;
    std::set<std::string_view> reached{"enquiry"};
    for (std::size_t before = 0; before != reached.size();) {
        before = reached.size();
        for (const std::string_view from : std::set(reached)) std::ranges::copy(movesFrom(from), std::inserter(reached, reached.end()));
    }
    CHECK(reached.size() == words.size());
    for (const std::string_view from : words) {
        const auto moves = movesFrom(from);
        CHECK_FALSE(std::ranges::contains(moves, from));
        CHECK(moves.empty() == (from == "dissolved"));
        for (const std::string_view to : moves) CHECK(std::ranges::contains(words, to));
    }
    CHECK(movesFrom("").size() == words.size());
}

TEST_CASE("an application is publicised for the weeks of the place's rule, and of the checklist where the place has none", "[recognition]")
{
    MadePlace made = creek("applicant", 2);
    CHECK(troubleOf(decide(made, "publicised"))
        == "Creek cannot become publicised while 1 test of the checklist is unmet (Rules): settle them, or say why it is decided all the same.");
    made = withRules(made);
    const auto move = decide(made, "publicised"); // Too few members is asked later.
    REQUIRE(move);
    CHECK(move->publicisedUntil == kDay + 28);
    CHECK_FALSE(move->reviewDue);
    CHECK(move->what() == "Creek: applicant → publicised");
    CHECK(move->checklist == "ours");
    made.add(Settings, {{"name", string("publicity_weeks")}, {"value", string("6")}});
    CHECK(decide(made, "publicised")->publicisedUntil == kDay + 42);
    MadePlace worded = withRules(creek("applicant"));
    worded.add(Settings, {{"name", string("publicity_weeks")}, {"value", string("six")}});
    CHECK(troubleOf(decide(worded, "publicised")) == "The place's rule publicity_weeks is \"six\", which is no number up to 1000: mend it.");
    ChecklistTemplate silent = kRules;
    silent.publicityWeeks.reset();
    CHECK(troubleOf(decide(withRules(creek("applicant")), "publicised", {}, kDay, &silent)).starts_with("How long an application is publicised"));
}

TEST_CASE("a decision against an unmet test says so in its reasons, and is refused without one", "[recognition]")
{
    MadePlace made = creek("publicised", 20);
    made = withRules(made).add(
        RecognitionSteps, {{"community", string("C1")}, {"status", string("publicised")}, {"decided_on", kDay - 28}, {"publicised_until", kDay}});
    const auto refused = decide(made, "recognised");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Refused);
    CHECK(refused.error().message.contains("2 tests of the checklist are unmet (Members; Publicity)"));
    CHECK(troubleOf(decide(made, "recognised", {}, kDay + 1)).contains("1 test of the checklist is unmet (Members)"));
    const auto move = decide(made, "recognised", "One more joins next week.", kDay + 1);
    REQUIRE(move);
    CHECK(move->unmet == "Members");
    CHECK(move->reasons == "Meeting 12. Decided although unmet: Members. One more joins next week.");
    CHECK(move->reviewDue == monthsAfter(kDay + 1, 36));
    CHECK(writtenDate(*move->reviewDue) == "2027-10-05");
}

TEST_CASE("with nothing to decide against, every reason is a reason; a decision without one is refused", "[recognition]")
{
    CHECK(decide(creek("recognised"), "suspended", "Because.")->reasons == "Meeting 12. Because.");
    const PlaceSnapshot place = creek("recognised").place();
    const auto silent = decideRecognition(place, 0, nullptr, {.to = "suspended", .why = {}, .by = {}, .on = kDay, .despite = {}, .review = std::nullopt});
    CHECK(troubleOf(silent) == "Say why Creek becomes suspended: a step without reasons is not kept.");
}

TEST_CASE("a provisional recognition is reviewed sooner, a suspended one when it was due, an ended one never", "[recognition]")
{
    ChecklistTemplate rules = kRules;
    rules.criteria.pop_back();
    const MadePlace made = withRules(creek("applicant"));
    CHECK(decide(made, "provisional", {}, kDay, &rules)->reviewDue == monthsAfter(kDay, 14));
    rules.provisionalMonths.reset();
    CHECK(decide(made, "provisional", {}, kDay, &rules)->reviewDue == monthsAfter(kDay, 36));
    CHECK(decide(creek("recognised"), "suspended", {}, kDay, nullptr)->reviewDue == kDay + 90);
    CHECK_FALSE(decide(creek("suspended"), "lapsed", {}, kDay, nullptr)->reviewDue.has_value());
}

TEST_CASE("a decision names a document that the register holds", "[recognition]")
{
    const auto with = [](const string& document) {
        const PlaceSnapshot place = withRules(creek("recognised")).place();
        return decideRecognition(
            place, 0, nullptr, {.to = "suspended", .why = "Accounts.", .by = {}, .on = kDay, .despite = {}, .review = std::nullopt, .document = document});
    };
    CHECK(with("D1")->document == "D1");
    CHECK(troubleOf(with("D2")) == "There is no document 'D2' in this place: enter it first.");
}

TEST_CASE("a leap day is reviewed on the last of February", "[recognition]")
{
    CHECK(writtenDate(monthsAfter(19'782, 12)) == "2025-02-28"); // 2024-02-29
    CHECK(writtenDate(monthsAfter(19'782, 48)) == "2028-02-29");
}

TEST_CASE("what does not follow is refused with what does", "[recognition]")
{
    CHECK(troubleOf(decide(creek("enquiry"), "recognised"))
        == "Creek is now \"enquiry\"; from there it can become applicant, lapsed or dissolved, not recognised.");
    CHECK(troubleOf(decide(creek("dissolved"), "applicant")).contains("from there nothing follows"));
    CHECK(troubleOf(decide(creek("applicant"), "approved")).starts_with("\"approved\" is no state of recognition: say enquiry, applicant, "));
    CHECK(troubleOf(decide(creek("applicant"), "recognised", {}, kDay, nullptr)).starts_with("Without a checklist nothing tells"));
    MadePlace made = creek("recognised");
    made.add(RecognitionSteps, {{"community", string("C1")}, {"status", string("recognised")}, {"decided_on", kDay + 1}});
    CHECK(troubleOf(decide(made, "suspended")) == "Creek had its latest step on 2024-10-05: one of 2024-10-04 cannot follow it.");
    CHECK(decide(made, "suspended", {}, kDay + 1).has_value());
}
