// SPDX-License-Identifier: GPL-3.0-or-later
// What was done to a place: history, undo, redo, rejects.
#include "app/cli/commands.h"

#include "core/joined/written.h"
#include "gis/write/reject_table.h"
#include "gis/write/text_table.h"

#include <algorithm>
#include <format>
#include <optional>
#include <ranges>

namespace hereabouts::app {

using nlohmann::ordered_json;

namespace {

ordered_json historyDocument(const gis::HistoryRow& row)
{
    return {{"number", row.number}, {"when", row.when}, {"who", row.who}, {"what", row.what}, {"why", row.why}, {"undone", row.undone}};
}

constexpr std::size_t kDetailLines = 200; ///< Shown to people.
constexpr std::size_t kDetailLinesJson = 100'000; ///< Held in memory at once.

/// What one change did: a line for each field of each row, before and after.
int historyOf(gis::PlaceFile& place, std::int64_t number, Console& console)
{
    const auto rows = place.history();
    if (!rows) return console.refuse(rows.error());
    const auto row = std::ranges::find(*rows, number, &gis::HistoryRow::number);
    if (row == rows->end()) {
        return console.refuse(
            {core::ErrorCode::NotFound, std::format("There is no change number {} in {}; hereabouts history lists them.", number, place.path().string())});
    }
    const std::size_t most = console.json ? kDetailLinesJson : kDetailLines;
    auto details = place.historyDetail(number, most + 1);
    if (!details) return console.refuse(details.error());
    const bool more = details->size() > most;
    if (more) details->pop_back();
    Columns table({"Table", "Row", "Field", "Before", "After"});
    ordered_json changes = ordered_json::array();
    for (const gis::HistoryDetail& detail : *details) {
        table.add({detail.table, std::to_string(detail.row), detail.field, detail.before, detail.after});
        changes.push_back({{"table", detail.table}, {"row", detail.row}, {"field", detail.field}, {"before", detail.before}, {"after", detail.after}});
    }
    console.line(std::format("{} by {}: {}{}\n", row->when, plain(row->who), plain(row->what), row->undone ? " (undone)" : ""));
    if (!row->why.empty()) console.line(std::format("Why: {}\n", plain(row->why)));
    if (details->empty())
        console.line("Nothing of what it did is kept.");
    else
        table.print(console);
    if (more) console.line("… and more; --json has up to 100,000 lines.");
    ordered_json document = historyDocument(*row);
    document["changes"] = std::move(changes);
    document["more"] = more;
    console.document(document);
    return kDone;
}

int history(const std::string& path, const std::optional<std::int64_t>& number, Console& console)
{
    auto place = gis::PlaceFile::open(path);
    if (!place) return console.refuse(place.error());
    if (number) return historyOf(*place, *number, console);
    const auto rows = place->history();
    if (!rows) return console.refuse(rows.error());
    Columns table({"", "When", "Who", "What", ""});
    ordered_json document = ordered_json::array();
    for (const gis::HistoryRow& row : *rows) {
        table.add({std::to_string(row.number), row.when, row.who, row.why.empty() ? row.what : std::format("{} ({})", row.what, row.why),
            row.undone ? "undone" : ""});
        document.push_back(historyDocument(row));
    }
    if (rows->empty())
        console.line("Nothing was done to this place yet.");
    else
        table.print(console);
    console.document({{"history", std::move(document)}});
    return kDone;
}

int step(const std::string& path, bool back, Console& console)
{
    auto place = gis::PlaceFile::open(path);
    if (!place) return console.refuse(place.error());
    const auto row = back ? place->undo() : place->redo();
    if (!row) return console.refuse(row.error());
    console.line(std::format("{}: {}", back ? "Undone" : "Done again", plain(row->what)));
    console.document(historyDocument(*row));
    return kDone;
}

struct RejectWords {
    std::string place;
    std::string kind;
    std::string out;
    bool raw = false;
};

int writeRejects(const RejectWords& words, const std::vector<gis::KeptReject>& rejects, Console& console)
{
    const auto mixed = std::ranges::find_if(rejects, [&](const gis::KeptReject& reject) { return reject.kind != rejects.front().kind; });
    if (mixed != rejects.end()) {
        return console.refuse({core::ErrorCode::BadInput,
            std::format("There are rejects of several kinds: say which to write, --kind {} or --kind {}.", core::specOf(rejects.front().kind).name,
                core::specOf(mixed->kind).name)});
    }
    std::error_code error;
    if (std::filesystem::equivalent(words.place, words.out, error))
        return console.refuse({core::ErrorCode::Refused, std::format("{} is the place file itself: write to another file.", words.out)});
    if (const auto done = gis::writeCsv(gis::tableOfRejects(rejects), words.out, words.raw); !done) return console.refuse(done.error());
    const std::string_view kind = core::specOf(rejects.front().kind).name;
    const std::string written = std::format("{} written to {}.", howMany(static_cast<std::int64_t>(rejects.size()), "row", "rows"), words.out);
    const bool kept = std::ranges::any_of(rejects, [](const gis::KeptReject& reject) { return !reject.row.values.empty(); });
    if (kept)
        console.line(std::format("{} Mend them there, then: hereabouts import {} {} {}", written, words.place, kind, words.out));
    else
        console.line(std::format("{} What they said is not kept, as ballots are secret: mend them in their source, by row and reason.", written));
    console.document({{"file", words.out}, {"kind", kind}, {"rows", rejects.size()}});
    return kDone;
}

int rejects(const RejectWords& words, Console& console)
{
    auto place = gis::PlaceFile::open(words.place);
    if (!place) return console.refuse(place.error());
    auto all = place->rejects();
    if (!all) return console.refuse(all.error());
    if (!words.kind.empty()) {
        const auto kind = core::registerNamed(words.kind);
        if (!kind) {
            console.note(std::format("There is no kind \"{}\".", words.kind));
            return kWrongUsage;
        }
        std::erase_if(*all, [&](const gis::KeptReject& reject) { return reject.kind != *kind; });
    }
    if (!words.out.empty() && !all->empty()) return writeRejects(words, *all, console);
    Columns table({"Kind", "Source", "Row", "Field", "Reason"});
    ordered_json document = ordered_json::array();
    for (const gis::KeptReject& reject : *all) {
        const std::string kind(core::specOf(reject.kind).name);
        table.add({kind, reject.source, std::to_string(reject.row.row), reject.row.field, reject.row.reason});
        ordered_json values = ordered_json::object();
        for (const auto& [heading, value] : reject.row.values) values[heading] = value;
        document.push_back({{"kind", kind}, {"source", reject.source}, {"when", reject.when}, {"row", reject.row.row}, {"field", reject.row.field},
            {"reason", reject.row.reason}, {"values", std::move(values)}});
    }
    if (all->empty())
        console.line("No rows were rejected.");
    else
        table.print(console);
    console.document({{"rejects", std::move(document)}});
    return kDone;
}

} // namespace

void addHistory(CLI::App& app, Chosen& chosen)
{
    const auto add = [&](const std::string& name, const std::string& what, const std::string& example, auto run) {
        CLI::App* const command = subcommand(app, name, what, example);
        const auto place = std::make_shared<std::string>();
        command->add_option("PLACE", *place, "Place file")->required();
        command->callback([place, run, &chosen] { chosen.action = [place, run](Console& console) { return run(*place, console); }; });
    };
    CLI::App* const list = subcommand(app, "history", "List every change: when, who, what, why; or what one of them did",
        "  hereabouts history rata.place\n  hereabouts history rata.place 15");
    const auto path = std::make_shared<std::string>();
    const auto number = std::make_shared<std::optional<std::int64_t>>();
    list->add_option("PLACE", *path, "Place file")->required();
    list->add_option("NUMBER", *number, "Number of a change: say each field of each row before and after it");
    list->callback([path, number, &chosen] { chosen.action = [path, number](Console& console) { return history(*path, *number, console); }; });
    add("undo", "Take back the last change", "  hereabouts undo rata.place",
        [](const std::string& place, Console& console) { return step(place, true, console); });
    add("redo", "Do again what was taken back", "  hereabouts redo rata.place",
        [](const std::string& place, Console& console) { return step(place, false, console); });
}

void addRejects(CLI::App& app, Chosen& chosen)
{
    CLI::App* const command = subcommand(app, "rejects", "Rows that were not taken in: list them, or write them out to be mended",
        "  hereabouts rejects rata.place\n  hereabouts rejects rata.place --kind payments -o mend.csv\n  hereabouts import rata.place payments mend.csv");
    const auto words = std::make_shared<RejectWords>();
    command->add_option("PLACE", words->place, "Place file")->required();
    command->add_option("--kind", words->kind, "Only those of this kind");
    command->add_option("-o,--output", words->out, "CSV file to write them to");
    command->add_flag("--raw-csv", words->raw, "No apostrophe before text that a spreadsheet would run as a formula");
    command->callback([words, &chosen] { chosen.action = [words](Console& console) { return rejects(*words, console); }; });
}

} // namespace hereabouts::app
