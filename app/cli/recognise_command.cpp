// SPDX-License-Identifier: GPL-3.0-or-later
// A community held against a checklist, and decided upon: recognise.
#include "app/cli/commands.h"
#include "app/cli/recognition_words.h"
#include "core/joined/written.h"
#include "gis/recognition/checklists.h"
#include "gis/recognition/recognise.h"

#include <algorithm>
#include <format>
#include <optional>

namespace hereabouts::app {

using core::ErrorCode;
using core::RegisterKind;
using core::Result;
using nlohmann::ordered_json;

namespace {

struct RecogniseWords {
    std::string place;
    std::string community;
    std::string checklist;
    std::string to;
    std::string why;
    std::string despite;
    std::string by;
    std::string on;
    std::string review;
    std::string document;
    bool dryRun = false;
};

/// What the command found and did.
struct Recognition {
    const core::PlaceSnapshot& place;
    std::size_t community;
    std::int64_t day;
    std::optional<core::ChecklistTemplate> checklist;
    std::vector<core::CriterionAnswer> answers;
    std::vector<gis::WeighedEndorsement> endorsements;
    std::optional<core::RecognitionMove> move;
    std::optional<gis::HistoryRow> written; ///< Nothing for a dry run.

    [[nodiscard]] std::string text(std::string_view field) const { return std::string(place.at(RegisterKind::Communities).text(field).at(community)); }
};

ordered_json dateOrNull(std::optional<std::int64_t> day)
{
    return day && *day != core::kNoInteger ? ordered_json(core::writtenDate(*day)) : ordered_json(nullptr);
}

ordered_json criteriaDocument(const std::vector<core::CriterionAnswer>& answers)
{
    ordered_json criteria = ordered_json::array();
    for (const core::CriterionAnswer& answer : answers) {
        ordered_json evidence = ordered_json::array();
        for (const core::Evidence& each : answer.evidence)
            evidence.push_back({{"register", core::specOf(each.kind).name}, {"row", each.id}, {"said", each.said}});
        criteria.push_back({{"code", answer.criterion.code}, {"title", answer.criterion.title}, {"verdict", core::wordOf(answer.verdict)},
            {"sentence", answer.sentence}, {"source", answer.criterion.source}, {"before", answer.criterion.beforePublicity ? "publicity" : "decision"},
            {"evidence", std::move(evidence)}});
    }
    return criteria;
}

ordered_json stepsDocument(const Recognition& found)
{
    const core::RegisterTable& steps = found.place.at(RegisterKind::RecognitionSteps);
    ordered_json document = ordered_json::array();
    for (std::size_t row = 0; row < steps.size(); ++row) {
        if (steps.text("community").at(row) != found.text("code")) continue;
        document.push_back({{"status", steps.text("status").at(row)}, {"decided_on", dateOrNull(steps.integers("decided_on")[row])},
            {"decided_by", steps.text("decided_by").at(row)}, {"reasons", steps.text("reasons").at(row)},
            {"publicised_until", dateOrNull(steps.integers("publicised_until")[row])}, {"checklist", steps.text("checklist").at(row)},
            {"unmet", steps.text("unmet").at(row)}});
    }
    return document;
}

std::string_view wordOf(core::EndorsementStanding standing)
{
    using enum core::EndorsementStanding;
    return standing == Stands ? "stands" : standing == StandsForDraft ? "stands for a draft" : standing == LineChanged ? "line changed" : "line not held";
}

ordered_json hectaresOrNull(std::optional<double> squareMetres)
{
    return squareMetres ? ordered_json(std::round(*squareMetres) / 10'000) : ordered_json(nullptr);
}

ordered_json endorsementsDocument(const std::vector<gis::WeighedEndorsement>& endorsements)
{
    ordered_json document = ordered_json::array();
    for (const gis::WeighedEndorsement& one : endorsements) {
        document.push_back({{"edition", one.line.edition}, {"step", one.line.step}, {"given_on", dateOrNull(one.line.givenOn)},
            {"standing", wordOf(one.line.standing)}, {"sentence", one.sentence}, {"gained_hectares", hectaresOrNull(one.gainedSquareMetres)},
            {"lost_hectares", hectaresOrNull(one.lostSquareMetres)}});
    }
    return document;
}

ordered_json documentOf(const Recognition& found)
{
    ordered_json document{{"community", found.text("code")}, {"name", found.text("name")}, {"status", found.text("status")},
        {"review_due", dateOrNull(found.place.at(RegisterKind::Communities).integers("review_due")[found.community])}, {"on", core::writtenDate(found.day)}};
    document["checklist"] = found.checklist ? ordered_json{{"name", found.checklist->name}, {"title", found.checklist->title}} : ordered_json(nullptr);
    document["met"] = core::countOf(found.answers, core::Verdict::Met);
    document["unmet"] = core::countOf(found.answers, core::Verdict::Unmet);
    document["cannot_be_told"] = core::countOf(found.answers, core::Verdict::CannotBeTold);
    document["criteria"] = criteriaDocument(found.answers);
    document["can_become"] = core::movesFrom(found.text("status"));
    document["steps"] = stepsDocument(found);
    document["endorsements"] = endorsementsDocument(found.endorsements);
    if (!found.move) return document;
    const core::RecognitionMove& move = *found.move;
    document["move"] = {{"from", move.from}, {"to", move.to}, {"on", core::writtenDate(move.on)}, {"by", move.by}, {"reasons", move.reasons},
        {"unmet", move.unmet}, {"publicised_until", dateOrNull(move.publicisedUntil)}, {"review_due", dateOrNull(move.reviewDue)},
        {"written", found.written.has_value()}, {"history", found.written ? ordered_json(found.written->number) : ordered_json(nullptr)}};
    return document;
}

void printChecklist(const Console& console, const Recognition& found)
{
    if (!found.checklist) {
        console.line("No checklist: the place's rules name none (recognition_template), and neither does --template.");
        return;
    }
    console.line(std::format("{} ({}), as the registers stood on {}: {} met, {} unmet, {} cannot be told.\n", plain(found.checklist->title),
        plain(found.checklist->name), core::writtenDate(found.day), core::countOf(found.answers, core::Verdict::Met),
        core::countOf(found.answers, core::Verdict::Unmet), core::countOf(found.answers, core::Verdict::CannotBeTold)));
    Columns table({"", "Test", "What the registers say"});
    for (const core::CriterionAnswer& answer : found.answers) table.add({std::string(core::wordOf(answer.verdict)), answer.criterion.title, answer.sentence});
    table.print(console);
}

void print(const Console& console, const Recognition& found)
{
    const std::string status = found.text("status");
    console.line(std::format("{} ({}): {}.", plain(found.text("name")), plain(found.text("code")), status.empty() ? "no recorded state" : status));
    if (!found.move) printChecklist(console, found);
    for (const gis::WeighedEndorsement& one : found.endorsements)
        console.line(std::format("Line: {}{}. {}", plain(one.line.step),
            one.line.givenOn == core::kNoInteger ? "" : ", " + core::writtenDate(one.line.givenOn), plain(one.sentence)));
    if (!found.move) {
        std::string moves;
        for (const std::string_view each : core::movesFrom(status)) moves += (moves.empty() ? "" : ", ") + std::string(each);
        console.line(std::format("It can become: {}.", moves.empty() ? "nothing else" : moves));
        return;
    }
    const core::RecognitionMove& move = *found.move;
    console.line(std::format("{}{}, {}.", found.written ? "" : "Not written: ", plain(move.what()), core::writtenDate(move.on)));
    if (!move.unmet.empty()) console.line(std::format("Decided although unmet: {}.", plain(move.unmet)));
    for (const core::CriterionAnswer& answer : move.answers) {
        if (answer.verdict == core::Verdict::CannotBeTold)
            console.line(std::format("Not known, {}: {}", plain(answer.criterion.title), plain(answer.sentence)));
    }
    if (move.publicisedUntil) console.line(std::format("Representations are open until {}.", core::writtenDate(*move.publicisedUntil)));
    if (move.reviewDue) console.line(std::format("It is looked at again by {}.", core::writtenDate(*move.reviewDue)));
}

/// Decides and, unless it is a dry run, writes; what was found is of the place before it.
Result<void> decide(const RecogniseWords& words, OpenedPlace& opened, Recognition& found)
{
    core::RecognitionDecision decision{
        .to = words.to, .why = words.why, .by = words.by, .on = found.day, .despite = words.despite, .review = std::nullopt, .document = words.document};
    if (!words.review.empty()) {
        const auto review = dayOf(words.review, "--review");
        if (!review) return std::unexpected(review.error());
        decision.review = *review;
    }
    auto move = core::decideRecognition(found.place, found.community, found.checklist ? &*found.checklist : nullptr, decision);
    if (!move) return std::unexpected(std::move(move.error()));
    found.move = std::move(*move);
    if (words.dryRun) return {};
    const gis::RecognitionChange change = gis::changeOf(found.place, *found.move);
    auto written = opened.file.apply(change.edits, change.what, change.why);
    if (!written) return std::unexpected(std::move(written.error()));
    found.written = std::move(*written);
    return {};
}

/// Titles of the criteria with that verdict, parted by "; ".
std::string titlesOf(const std::vector<core::CriterionAnswer>& answers, core::Verdict verdict)
{
    std::string titles;
    for (const core::CriterionAnswer& answer : answers) {
        if (answer.verdict == verdict) titles += (titles.empty() ? "" : "; ") + answer.criterion.title;
    }
    return titles;
}

/// How every community stands, a line each.
int listAll(const core::PlaceSnapshot& place, const std::optional<core::ChecklistTemplate>& checklist, std::int64_t day, Console& console)
{
    if (!checklist) return console.refuse({ErrorCode::BadInput, "The place's rules name no checklist (recognition_template): say which with --template."});
    const core::RegisterTable& table = place.at(RegisterKind::Communities);
    Columns columns({"Code", "Community", "State", "Met", "Unmet", "Not told", "Lines changed", "Review", "Unmet tests"});
    ordered_json rows = ordered_json::array();
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::string code(table.text("code").at(row)), name(table.text("name").at(row)), status(table.text("status").at(row));
        const auto answers = core::checkRecognition(place, row, *checklist, day);
        const auto endorsed = core::endorsedLines(place, code);
        const auto changed = std::ranges::count_if(endorsed, [](const core::EndorsedLine& one) {
            return one.standing == core::EndorsementStanding::LineChanged || one.standing == core::EndorsementStanding::LineNotHeld;
        });
        const std::int64_t review = table.integers("review_due")[row];
        const bool overdue = review != core::kNoInteger && review < day;
        const auto count = [&](core::Verdict verdict) { return core::countOf(answers, verdict); };
        const std::string unmet = titlesOf(answers, core::Verdict::Unmet);
        columns.add({code, name, status, std::to_string(count(core::Verdict::Met)), std::to_string(count(core::Verdict::Unmet)),
            std::to_string(count(core::Verdict::CannotBeTold)), std::to_string(changed),
            review == core::kNoInteger ? "" : core::writtenDate(review) + (overdue ? " overdue" : ""), unmet});
        rows.push_back({{"community", code}, {"name", name}, {"status", status}, {"met", count(core::Verdict::Met)}, {"unmet", count(core::Verdict::Unmet)},
            {"cannot_be_told", count(core::Verdict::CannotBeTold)}, {"unmet_tests", unmet}, {"review_due", dateOrNull(review)}, {"review_overdue", overdue},
            {"endorsements", endorsed.size()}, {"endorsements_of_changed_lines", changed}});
    }
    console.line(std::format("{} ({}), as the registers stood on {}.\n", plain(checklist->title), plain(checklist->name), core::writtenDate(day)));
    columns.print(console);
    console.document(
        {{"on", core::writtenDate(day)}, {"checklist", {{"name", checklist->name}, {"title", checklist->title}}}, {"communities", std::move(rows)}});
    return kDone;
}

int recognise(const RecogniseWords& words, Console& console)
{
    auto opened = openPlace(words.place, console);
    if (!opened) return console.refuse(opened.error());
    const core::SnapshotPtr before = opened->snapshot;
    const auto day = dayOf(words.on, "--on");
    if (!day) return console.refuse(day.error());
    auto checklist = gis::checklistFor(*before, words.checklist);
    if (!checklist) return console.refuse(checklist.error());
    if (words.community.empty()) return listAll(*before, *checklist, *day, console);
    const auto community = communityNamed(*before, words.community);
    if (!community) return console.refuse(community.error());
    Recognition found{.place = *before, .community = *community, .day = *day, .checklist = std::move(*checklist)};
    if (found.checklist) found.answers = core::checkRecognition(*before, *community, *found.checklist, *day);
    auto endorsements = gis::weighedEndorsements(*before, found.text("code"), console.job());
    console.clearBar();
    if (!endorsements) return console.refuse(endorsements.error());
    found.endorsements = std::move(*endorsements);
    if (!words.to.empty()) {
        if (const auto done = decide(words, *opened, found); !done) return console.refuse(done.error());
    }
    print(console, found);
    console.document(documentOf(found));
    return kDone;
}

} // namespace

void addRecognise(CLI::App& app, Chosen& chosen)
{
    CLI::App* const command = subcommand(app, "recognise", "Hold a community against a checklist, and record what is decided about it",
        "  hereabouts recognise rata.place\n"
        "  hereabouts recognise rata.place C10\n"
        "  hereabouts recognise rata.place \"Old Town Neighbours\" --template portland\n"
        "  hereabouts recognise rata.place C10 --template ours.json --on 2026-12-01\n"
        "  hereabouts recognise rata.place C12 --to lapsed --why \"Not formed again\" --by \"Rimu Junction Community Board\"");
    const auto words = std::make_shared<RecogniseWords>();
    command->add_option("PLACE", words->place, "Place file")->required();
    CLI::Option* const one = command->add_option("COMMUNITY", words->community, "Its code, or its name; without it all are listed");
    command->add_option(
        "--template", words->checklist, "Checklist: portland, localism-act, christchurch, or a JSON file; without it the one of the place's rules");
    command->add_option("--on", words->on, "Day asked about or decided on, 2026-06-30; today without it");
    CLI::Option* const to = command->add_option("--to", words->to, "Decide: its state from now on");
    CLI::Option* const why = command->add_option("--why", words->why, "Reasons for the decision");
    to->needs(why)->needs(one);
    why->needs(to);
    command->add_option("--despite", words->despite, "Why it is decided although tests are unmet")->needs(to);
    command->add_option("--by", words->by, "Who decided")->needs(to);
    command->add_option("--review", words->review, "Day by which it is looked at again, where not as the rules say")->needs(to);
    command->add_option("--document", words->document, "Code of the document that says so")->needs(to);
    command->add_flag("--dry-run", words->dryRun, "Say what the decision would come to, and write nothing")->needs(to);
    command->callback([words, &chosen] { chosen.action = [words](Console& console) { return recognise(*words, console); }; });
    addEndorse(app, chosen);
}

} // namespace hereabouts::app
