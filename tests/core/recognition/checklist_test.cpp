// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/answers.h"

#include "core/recognition/line_hash.h"
#include "tests/core/joined/made_place.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace hereabouts;
using namespace hereabouts::core;
using enum core::RegisterKind;
using hereabouts::test::MadePlace;
using std::int64_t;
using std::string;

namespace {

constexpr int64_t kDay = 20'000; // 2024-10-04

MultiPolygon box(double x, double width) { return {{.outer = {{x, 0}, {x + width, 0}, {x + width, 1000}, {x, 1000}, {x, 0}}, .holes = {}}}; }

/// Creek, a square of 100 ha, and what tests add to it.
MadePlace creek(std::map<string, Value> more = {})
{
    MadePlace made;
    more.merge(std::map<string, Value>{{"code", string("C1")}, {"name", string("Creek")}, {"status", string("applicant")}});
    made.add(Communities, more, box(0, 1000));
    made.add(Communities, {{"code", string("C2")}, {"name", string("Ridge")}, {"status", string("recognised")}}, box(900, 1000));
    return made;
}

CriterionAnswer ask(const MadePlace& made, CriterionTest test, double number = 0, std::vector<string> words = {}, int64_t day = kDay)
{
    const PlaceSnapshot place = made.place();
    const ChecklistTemplate checklist{.name = "one", .criteria = {{.code = "it", .title = "It", .test = test, .number = number, .words = std::move(words)}}};
    return checkRecognition(place, 0, checklist, day).at(0);
}

CommunityOverlap shared(OverlapAgreement agreement, double squareMetres, const string& document = {})
{
    return {.first = "C1", .second = "C2", .agreement = agreement, .squareMetres = squareMetres, .note = {}, .document = document, .settledOn = 19'000};
}

} // namespace

using enum core::CriterionTest;
using enum core::Verdict;

TEST_CASE("twenty-one members meet twenty-one, twenty do not, and no number is no answer", "[recognition]")
{
    CHECK(ask(creek({{"members", int64_t{21}}}), MembersAtLeast, 21).verdict == Met);
    const CriterionAnswer few = ask(creek({{"members", int64_t{20}}, {"members_on", int64_t{19'900}}}), MembersAtLeast, 21);
    CHECK(few.verdict == Unmet);
    CHECK(few.sentence == "20 members, counted on 2024-06-26, of at least 21 wanted: 1 more is needed.");
    CHECK(ask(creek(), MembersAtLeast, 21).verdict == CannotBeTold);
}

TEST_CASE("only people who consented by the day count from the private list", "[recognition]")
{
    MadePlace made = creek();
    CHECK(ask(made, ConsentsAtLeast, 1).verdict == CannotBeTold);
    made.add(Members, {{"community", string("C1")}, {"name", string("A")}, {"consent_on", kDay}});
    made.add(Members, {{"community", string("C1")}, {"name", string("B")}, {"consent_on", kDay + 1}});
    made.add(Members, {{"community", string("C1")}, {"name", string("C")}});
    made.add(Members, {{"community", string("C2")}, {"name", string("D")}, {"consent_on", kDay}});
    CHECK(ask(made, ConsentsAtLeast, 1).verdict == Met);
    CHECK(ask(made, ConsentsAtLeast, 2).verdict == Unmet);
    CHECK(ask(made, ConsentsAtLeast, 2, {}, kDay + 1).verdict == Met);
}

TEST_CASE("a document of the kind must be held by the day and by this community", "[recognition]")
{
    MadePlace made = creek();
    made.add(Documents, {{"code", string("D2")}, {"community", string("C2")}, {"kind", string("constitution")}, {"title", string("Rules")}});
    CHECK(ask(made, DocumentHeld, 0, {"constitution"}).sentence == "No constitution is held: ask for it.");
    made.add(Documents, {{"code", string("D1")}, {"community", string("C1")}, {"kind", string("Constitution")}, {"title", string("Rules")}, {"dated", kDay}});
    const CriterionAnswer held = ask(made, DocumentHeld, 0, {"trust deed", "constitution"});
    CHECK(held.verdict == Met);
    CHECK(held.evidence == std::vector<Evidence>{{Documents, 2, "D1, 2024-10-04"}});
    CHECK(ask(made, DocumentHeld, 0, {"constitution"}, kDay - 1).verdict == Unmet);
}

TEST_CASE("an office is filled while its term runs, and a vacancy says since when", "[recognition]")
{
    MadePlace made = creek();
    CHECK(ask(made, OfficersFilled, 0, {"chair"}).verdict == CannotBeTold);
    made.add(Officers, {{"community", string("C1")}, {"role", string("Chair")}, {"name", string("A")}, {"term_to", kDay}});
    CHECK(ask(made, OfficersFilled, 0, {"chair"}).verdict == Met);
    CHECK(ask(made, OfficersFilled, 0, {"chair", "treasurer"}).sentence == "Not every office is filled on 2024-10-04: nobody is recorded as treasurer.");
    CHECK(ask(made, OfficersFilled, 0, {"chair"}, kDay + 1).sentence
        == "Not every office is filled on 2024-10-05: the last recorded term of a chair ended on 2024-10-04.");
}

TEST_CASE("an office goes by the words that groups use for it", "[recognition]")
{
    const auto held = [](const string& role) {
        MadePlace made = creek();
        made.add(Officers, {{"community", string("C1")}, {"role", role}, {"name", string("A")}});
        return ask(made, OfficersFilled, 0, {"chair/president"}).verdict == Met;
    };
    for (const char* const role : {"Chair", "chairperson", "Co-chair", "Acting Chairwoman", "President", "Chair & treasurer", "Secretary / chair"}) {
        INFO(role);
        CHECK(held(role));
    }
    for (const char* const role : {"Vice chair", "Deputy chairperson", "Former president", "Chairs and tables", "Treasurer", "human"}) {
        INFO(role);
        CHECK_FALSE(held(role));
    }
}

TEST_CASE("a mandate ages by the calendar, and one that was lost is none", "[recognition]")
{
    MadePlace made = creek();
    CHECK(ask(made, MandateWithin, 12).verdict == Unmet);
    made.add(
        Mandates, {{"community", string("C1")}, {"basis", string("petition")}, {"held_on", kDay}, {"votes_for", int64_t{4}}, {"votes_against", int64_t{4}}});
    CHECK(ask(made, MandateWithin, 12).verdict == Unmet);
    made.add(Mandates, {{"community", string("C1")}, {"basis", string("annual meeting")}, {"held_on", kDay - 366}, {"turnout", int64_t{30}}});
    CHECK(ask(made, MandateWithin, 12).verdict == Met); // 2023-10-04: a leap day lies between.
    CHECK(ask(made, MandateWithin, 12, {}, kDay + 1).sentence
        == "Older than 12 months: the last mandate is the annual meeting of 2023-10-04, in which 30 took part.");
}

TEST_CASE("what a rule on membership does not name is for people to read", "[recognition]")
{
    const auto open
        = [](const string& rule, std::vector<string> groups) { return ask(creek({{"membership_rule", rule}}), MembershipOpenTo, 0, std::move(groups)); };
    CHECK(open("Anyone who lives, works or owns property inside the line.", {"live", "work", "own"}).verdict == Met);
    const CriterionAnswer some = open("Residents and ratepayers of the Heights.", {"live", "work", "elected"});
    CHECK(some.verdict == CannotBeTold);
    CHECK(some.sentence.contains("does not name people who work there or people elected there"));
    CHECK(open("Olive growers", {"live"}).verdict == CannotBeTold);
    CHECK(ask(creek(), MembershipOpenTo, 0, {"live"}).verdict == CannotBeTold);
}

TEST_CASE("yes, no and unknown are three answers, and a blank field is one that is missing", "[recognition]")
{
    const MadePlace made = creek({{"minutes_published", int64_t{1}}, {"grievance_process", int64_t{0}}, {"purpose", string("To mend the creek")}});
    CHECK(ask(made, Confirmed, 0, {"minutes_published"}).verdict == Met);
    CHECK(ask(made, Confirmed, 0, {"minutes_published", "grievance_process"}).sentence == "'Grievance process' is recorded as no.");
    CHECK(ask(made, Confirmed, 0, {"non_discrimination"}).verdict == CannotBeTold);
    CHECK(ask(made, Recorded, 0, {"purpose"}).verdict == Met);
    CHECK(ask(made, Recorded, 0, {"purpose", "public_contact"}).sentence == "'Public contact' is not recorded: ask for it.");
}

TEST_CASE("ground and dwellings are measured inside the line", "[recognition]")
{
    MadePlace made = creek();
    CHECK(ask(made, AreaAtLeast, 100).verdict == Met);
    CHECK(ask(made, AreaAtLeast, 100.5).sentence == "The line encloses 100 ha of at least 100.5 ha wanted: 0.5 ha more are needed.");
    CHECK(ask(made, HouseholdsAtLeast, 200).verdict == CannotBeTold);
    for (int i = 0; i < 4; ++i) {
        made.add(SmallAreas, {{"code", "S" + std::to_string(i)}, {"edition", string("small areas 2023")}, {"dwellings", int64_t{50 + 100 * i}}},
            box(400.0 * i, 400)); // Middles at 200, 600, 1000 (on the line) and 1400.
    }
    CHECK(ask(made, HouseholdsAtLeast, 200).verdict == Met);
    CHECK(ask(made, HouseholdsAtLeast, 460).sentence.starts_with("450 dwellings (small areas 2023"));
    CHECK(ask(made, HouseholdsAtLeast, 460).verdict == Unmet);
    made.add(SmallAreas, {{"code", string("S9")}, {"edition", string("small areas 2023")}}, box(0, 100));
    CHECK(ask(made, HouseholdsAtLeast, 460).verdict == CannotBeTold);
}

TEST_CASE("a line in words is that of the current edition", "[recognition]")
{
    MadePlace made = creek();
    CHECK(ask(made, BoundaryInWords).verdict == Unmet);
    made.add(Boundaries, {{"community", string("C1")}, {"edition", string("old")}, {"state", string("superseded")}, {"boundary_text", string("The creek.")}});
    made.add(Boundaries, {{"community", string("C1")}, {"edition", string("new")}, {"state", string("current")}});
    CHECK(ask(made, BoundaryInWords).sentence == "Edition new of its line is not written in words.");
}

TEST_CASE("a dispute blocks, a small overlap is left to the groups, and an agreement needs its document", "[recognition]")
{
    using enum OverlapAgreement;
    const auto with = [](CommunityOverlap overlap) {
        MadePlace made = creek();
        made.add(Settings, {{"name", string("overlap_minimum_hectares")}, {"value", string("1")}});
        made.addOverlap(std::move(overlap));
        return made;
    };
    const MadePlace disputed = with(shared(Disputed, 5000, "D9"));
    CHECK(ask(disputed, NoOpenDispute).sentence == "1 open dispute about shared ground: 0.5 ha with Ridge, disputed since 2022-01-08 (D9).");
    CHECK(ask(disputed, OverlapsAgreed).verdict == Unmet);
    CHECK(ask(disputed, NoSharedGround).verdict == Unmet); // A dispute is never too small to be asked about.
    CHECK(ask(with(shared(NotAsked, 5000)), OverlapsAgreed).verdict == Met);
    CHECK(ask(with(shared(NotAsked, 10'000)), OverlapsAgreed).sentence == "Shared ground is not agreed in writing: 1.0 ha with Ridge, not asked about yet.");
    CHECK(ask(with(shared(Agreed, 90'000)), OverlapsAgreed).verdict == Unmet);
    CHECK(ask(with(shared(Agreed, 90'000, "D1")), OverlapsAgreed).verdict == Met);
    CHECK(ask(with(shared(Agreed, 90'000, "D1")), NoSharedGround).verdict == Unmet);
    CHECK(ask(with(shared(Agreed, 90'000, "D1")), NoOpenDispute).verdict == Met);
    // Both lines were drawn anew and part, and nobody recorded that the dispute is over.
    const MadePlace parted = with(shared(Disputed, 0));
    CHECK(ask(parted, NoOpenDispute).verdict == CannotBeTold);
    CHECK(ask(parted, OverlapsAgreed).verdict == Met);
}

TEST_CASE("shared ground with too few homes to ask about is left to the groups only where the ground is small as well", "[recognition]")
{
    const auto with = [](int64_t dwellings, double squareMetres) {
        MadePlace made = creek();
        made.add(Settings, {{"name", string("overlap_minimum_hectares")}, {"value", string("11")}});
        made.add(Settings, {{"name", string("overlap_minimum_households")}, {"value", string("5")}});
        made.add(SmallAreas, {{"code", string("S1")}, {"edition", string("small areas 2023")}, {"dwellings", dwellings}}, box(900, 100)); // The ground shared.
        made.add(SmallAreas, {{"code", string("S2")}, {"edition", string("small areas 2023")}, {"dwellings", int64_t{80}}}, box(0, 900));
        made.addOverlap(shared(OverlapAgreement::NotAsked, squareMetres));
        return ask(made, OverlapsAgreed).verdict;
    };
    CHECK(with(4, 100'000) == Met);
    CHECK(with(5, 100'000) == Unmet);
    CHECK(with(4, 120'000) == Unmet);
}

TEST_CASE("the place's rule on shared ground decides what is asked of it", "[recognition]")
{
    const auto under = [](const string& policy) {
        MadePlace made = creek();
        if (!policy.empty()) made.add(Settings, {{"name", string("overlap_policy")}, {"value", policy}});
        made.addOverlap(shared(OverlapAgreement::Agreed, 90'000, "D1"));
        return ask(made, SharedGroundByPolicy).verdict;
    };
    CHECK(under("agreed") == Met);
    CHECK(under("none") == Unmet);
    CHECK(under("") == Unmet);
    CHECK(under("free") == Met);
    CHECK(under("maybe") == CannotBeTold);
}

TEST_CASE("publicity is over on the day after its last, and not before", "[recognition]")
{
    MadePlace made = creek();
    CHECK(ask(made, PublicityPassed).sentence == "The application has not been publicised yet.");
    made.add(RecognitionSteps, {{"community", string("C1")}, {"status", string("publicised")}, {"decided_on", kDay - 42}, {"publicised_until", kDay}});
    CHECK(ask(made, PublicityPassed).sentence == "Representations are open until 2024-10-04: decide after that day.");
    CHECK(ask(made, PublicityPassed, 0, {}, kDay + 1).verdict == Met);
    CHECK(ask(made, PublicityPassed, 0, {}, kDay - 43).verdict == Unmet);
    // Years later it applies again: what was publicised then does not count.
    made.add(RecognitionSteps, {{"community", string("C1")}, {"status", string("applicant")}, {"decided_on", kDay + 2000}});
    CHECK(ask(made, PublicityPassed, 0, {}, kDay + 1999).verdict == Met);
    CHECK(ask(made, PublicityPassed, 0, {}, kDay + 2001).sentence == "The application has not been publicised yet.");
}

TEST_CASE("a grant past its day without an account is named with its money", "[recognition]")
{
    MadePlace made = creek();
    made.add(Grants, {{"code", string("G1")}, {"community", string("C1")}, {"paid", int64_t{250'000}}, {"acquittal_due", kDay - 1}});
    CHECK(ask(made, GrantsAccounted).sentence == "One grant is not accounted for: G1 of $2,500, due 2024-10-03.");
    CHECK(ask(made, GrantsAccounted, 0, {}, kDay - 1).verdict == Met);
}

TEST_CASE("an endorsement counts for the line that it was given for and for no other", "[recognition]")
{
    const auto given = [](const MultiPolygon& line) {
        MadePlace made = creek();
        made.add(Boundaries, {{"community", string("C1")}, {"edition", string("2024")}, {"state", string("current")}, {"valid_from", int64_t{19'800}}},
            box(0, 1000));
        made.add(Endorsements,
            {{"community", string("C1")}, {"edition", string("2024")}, {"step", string("endorsed")}, {"given_on", int64_t{19'900}},
                {"line_hash", lineHash(line)}});
        return made;
    };
    CHECK(ask(given(box(0, 1000)), LineEndorsed, 0, {"endorsed"}).verdict == Met);
    CHECK(ask(given(box(0, 1000)), LineEndorsed, 0, {"council recognised"}).sentence == "The line has not been council recognised.");
    const CriterionAnswer changed = ask(given(box(0, 1000.01)), LineEndorsed, 0, {"endorsed"});
    CHECK(changed.verdict == Unmet);
    CHECK(changed.sentence == "The line of 2024-03-18 was endorsed, and it has changed since: ask again.");
}

TEST_CASE("a checklist that asks for what no test knows is refused by its criterion", "[recognition]")
{
    const auto trouble = [](RecognitionCriterion criterion) {
        criterion.code = "x";
        criterion.title = "X";
        const auto done = validate({.name = "mine", .criteria = {std::move(criterion)}});
        return done ? string() : done.error().message;
    };
    CHECK(trouble({.test = MembersAtLeast, .number = 21}).empty());
    CHECK(trouble({.test = MembersAtLeast}) == "Checklist mine: criterion 'x' needs a number above zero for \"count\".");
    CHECK(trouble({.test = DocumentHeld}) == "Checklist mine: criterion 'x' needs at least one word for \"kinds\".");
    CHECK(
        trouble({.test = Confirmed, .words = {"private_contact"}}).contains("names \"private_contact\" in \"fields\", which the test confirmed does not know"));
    const RecognitionCriterion drawn{.code = "a", .title = "A", .test = BoundaryDrawn};
    CHECK(validate({.name = "mine", .criteria = {drawn, drawn}}).error().message == "Checklist mine: two criteria have the code 'a'.");
    CHECK_FALSE(validate({.name = "mine"}));
}

TEST_CASE("the vocabulary lists every test once, under its own number", "[recognition]")
{
    std::set<std::string_view> names;
    for (const CriterionTestSpec& spec : criterionTests()) {
        names.insert(spec.name);
        CHECK(&specOf(spec.test) == &spec);
    }
    CHECK(names.size() == criterionTests().size());
}
