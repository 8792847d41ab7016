// SPDX-License-Identifier: GPL-3.0-or-later
// The lines that a community has had, and what lies between two of them: editions.
#include "app/cli/commands.h"
#include "core/joined/written.h"
#include "gis/editions/compare.h"
#include "gis/text/fold.h"

#include <cmath>
#include <format>

namespace hereabouts::app {

using core::ErrorCode;
using core::RegisterKind;
using core::Result;
using nlohmann::ordered_json;

namespace {

struct EditionsWords {
    std::string place;
    std::string community;
    std::string from;
    std::string to;
};

ordered_json dayOrNull(std::int64_t day) { return day == core::kNoInteger ? ordered_json(nullptr) : ordered_json(core::writtenDate(day)); }

/// By code, or by a name that no other community has.
Result<std::string> codeOf(const core::PlaceSnapshot& place, const std::string& wanted)
{
    const core::RegisterTable& table = place.at(RegisterKind::Communities);
    std::vector<std::string> named;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::string code(table.text("code").at(row));
        if (code == wanted) return code;
        if (gis::fold(table.text("name").at(row)) == gis::fold(wanted)) named.push_back(code);
    }
    if (named.size() == 1) return named.front();
    if (named.empty())
        return core::fail(
            ErrorCode::UnknownId, std::format("There is no community \"{}\" in this place; hereabouts search finds them by part of their name.", wanted));
    return core::fail(ErrorCode::BadInput, std::format("\"{}\" is {} and {}: say which by its code.", wanted, named[0], named[1]));
}

ordered_json documentOf(const gis::HeldLine& line)
{
    return {{"edition", line.name}, {"present", line.isPresent}, {"line", line.line}, {"state", line.state}, {"valid_from", dayOrNull(line.from)},
        {"valid_to", dayOrNull(line.until)}, {"source", line.source}, {"precision", line.precision}, {"has_shape", line.shape != nullptr}};
}

ordered_json documentOf(const gis::LinePart& part)
{
    ordered_json document{{"area_m2", std::round(part.squareMetres)}};
    if (part.people)
        document["people"] = {{"value", part.people->people}, {"low", part.people->least}, {"high", part.people->most}};
    else
        document["people"] = nullptr;
    return document;
}

ordered_json documentOf(const gis::LineChange& change)
{
    return {{"from", change.from.name}, {"to", change.to.name}, {"sentence", change.sentence}, {"kept", documentOf(change.kept)},
        {"gained", documentOf(change.gained)}, {"lost", documentOf(change.lost)}, {"areas_entered", change.areasEntered}, {"areas_left", change.areasLeft},
        {"newly_shared", change.newlyShared}, {"no_longer_shared", change.noLongerShared}, {"method", change.method}};
}

void print(const Console& console, const std::vector<gis::HeldLine>& lines)
{
    Columns table({"Edition", "Line", "State", "From", "Until", "Precision", "Source"});
    const auto day = [](std::int64_t days) { return days == core::kNoInteger ? std::string() : core::writtenDate(days); };
    for (const gis::HeldLine& line : lines) table.add({line.name, line.line, line.state, day(line.from), day(line.until), line.precision, line.source});
    table.print(console);
}

int editions(const EditionsWords& words, Console& console)
{
    const auto opened = openPlace(words.place, console);
    if (!opened) return console.refuse(opened.error());
    const auto code = codeOf(*opened->snapshot, words.community);
    if (!code) return console.refuse(code.error());
    const std::vector<gis::HeldLine> lines = gis::linesOf(*opened->snapshot, *code);
    ordered_json document{{"community", *code}, {"lines", ordered_json::array()}};
    for (const gis::HeldLine& line : lines) document["lines"].push_back(documentOf(line));
    if (words.from.empty()) {
        print(console, lines);
    } else {
        const auto change
            = gis::compareLines(*opened->snapshot, *code, words.from, words.to.empty() ? std::string(gis::kPresentLine) : words.to, console.job());
        console.clearBar();
        if (!change) return console.refuse(change.error());
        console.line(plain(change->sentence));
        if (!change->method.empty()) console.line("\n" + change->method);
        document["change"] = documentOf(*change);
    }
    console.document(document);
    return kDone;
}

} // namespace

void addEditions(CLI::App& app, Chosen& chosen)
{
    CLI::App* const command = subcommand(app, "editions", "The lines that a community has had, and whom and what ground lies between two of them",
        "  hereabouts editions rata.place C01\n"
        "  hereabouts editions rata.place \"Tōtara North Neighbours\" \"draft of 2026-10-15\"\n"
        "  hereabouts editions rata.place C01 2014-06-10 present --json");
    const auto words = std::make_shared<EditionsWords>();
    command->add_option("PLACE", words->place, "Place file")->required();
    command->add_option("COMMUNITY", words->community, "Its code, or its name")->required();
    command->add_option("FROM", words->from, "An edition; without it all are listed");
    command->add_option("TO", words->to, "Another; without it the line that the community has (present)");
    command->callback([words, &chosen] { chosen.action = [words](Console& console) { return editions(*words, console); }; });
}

} // namespace hereabouts::app
