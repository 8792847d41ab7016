// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody's word on a line, pinned to it: endorse. And the words that it shares with recognise.
#include "app/cli/commands.h"
#include "app/cli/recognition_words.h"
#include "core/base/date.h"
#include "core/joined/written.h"
#include "gis/recognition/recognise.h"
#include "gis/text/fold.h"

#include <chrono>
#include <format>
#include <optional>
#include <vector>

namespace hereabouts::app {

using core::ErrorCode;
using core::RegisterKind;
using core::Result;

Result<std::int64_t> dayOf(const std::string& text, const char* option)
{
    if (text.empty()) return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()).time_since_epoch().count();
    const auto date = core::Date::fromIso(text);
    if (!date) return core::fail(ErrorCode::BadInput, std::format("\"{}\" is no day for {}: write 2026-06-30.", text, option));
    return date->days();
}

/// By code, or by a name or alias that no other community has.
Result<std::size_t> communityNamed(const core::PlaceSnapshot& place, const std::string& wanted)
{
    const core::RegisterTable& table = place.at(RegisterKind::Communities);
    const std::string folded = gis::fold(wanted);
    std::vector<std::size_t> named;
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.text("code").at(row) == wanted) return row;
        const std::string aliases = ";" + gis::fold(table.text("aliases").at(row)) + ";";
        const bool isAlias = !folded.empty() && (aliases.contains(";" + folded + ";") || aliases.contains("; " + folded + ";"));
        if (isAlias || gis::fold(table.text("name").at(row)) == folded || gis::fold(table.text("code").at(row)) == folded) named.push_back(row);
    }
    if (named.size() == 1) return named.front();
    if (named.empty()) {
        return core::fail(
            ErrorCode::UnknownId, std::format("There is no community \"{}\" in this place; hereabouts search finds them by part of their name.", wanted));
    }
    return core::fail(ErrorCode::BadInput,
        std::format("\"{}\" is {} and {}: say which by its code.", wanted, table.text("code").at(named[0]), table.text("code").at(named[1])));
}

namespace {

struct EndorseWords {
    std::string place;
    std::string community;
    std::string on;
    gis::NewEndorsement given;
};

int endorse(const EndorseWords& words, Console& console)
{
    auto opened = openPlace(words.place, console);
    if (!opened) return console.refuse(opened.error());
    const auto community = communityNamed(*opened->snapshot, words.community);
    if (!community) return console.refuse(community.error());
    const auto day = dayOf(words.on, "--on");
    if (!day) return console.refuse(day.error());
    gis::NewEndorsement given = words.given;
    given.community = opened->snapshot->at(RegisterKind::Communities).text("code").at(*community);
    given.givenOn = *day;
    const auto change = gis::endorse(*opened->snapshot, given);
    if (!change) return console.refuse(change.error());
    const auto written = opened->file.apply(change->edits, change->what, change->why);
    if (!written) return console.refuse(written.error());
    const auto after = opened->file.snapshot();
    if (!after) return console.refuse(after.error());
    const core::RegisterTable& table = (*after)->at(RegisterKind::Endorsements);
    const std::size_t row = table.size() - 1;
    console.line(std::format("{}, {}. A change of that line will show.", plain(change->what), core::writtenDate(*day)));
    console.document({{"community", given.community}, {"edition", table.text("edition").at(row)}, {"step", given.step}, {"given_on", core::writtenDate(*day)},
        {"line_hash", table.text("line_hash").at(row)}, {"history", written->number}});
    return kDone;
}

} // namespace

void addEndorse(CLI::App& app, Chosen& chosen)
{
    CLI::App* const command = subcommand(app, "endorse", "Keep somebody's word on a community's line, pinned to that line",
        "  hereabouts endorse rata.place C10 discussed --by \"Two garage evenings\" --on 2026-06-14\n"
        "  hereabouts endorse rata.place C10 endorsed --edition \"draft of 2026-10-15\" --by \"Annual meeting\" --for 41 --against 3");
    const auto words = std::make_shared<EndorseWords>();
    command->add_option("PLACE", words->place, "Place file")->required();
    command->add_option("COMMUNITY", words->community, "Its code, or its name")->required();
    command->add_option("STEP", words->given.step, "discussed, endorsed, \"neighbours notified\" or \"council recognised\"")->required();
    command->add_option("--edition", words->given.edition, "Boundary edition; without it the line that the community has");
    command->add_option("--by", words->given.givenBy, "Who gave it: a meeting, a person");
    command->add_option("--on", words->on, "Day it was given, 2026-06-30; today without it");
    command->add_option("--for", words->given.votesFor, "Votes for")->check(CLI::NonNegativeNumber);
    command->add_option("--against", words->given.votesAgainst, "Votes against")->check(CLI::NonNegativeNumber);
    command->add_option("--document", words->given.document, "Code of the document that says so");
    command->callback([words, &chosen] { chosen.action = [words](Console& console) { return endorse(*words, console); }; });
}

} // namespace hereabouts::app
