// SPDX-License-Identifier: GPL-3.0-or-later
// What is in a place, and whether it is sound: info, check.
#include "app/cli/commands.h"

#include "app/check/place_check.h"
#include "core/joined/area_set.h"
#include "core/joined/headlines.h"
#include "core/joined/tally.h"
#include "core/joined/written.h"
#include "gis/crs/projection.h"

#include <chrono>
#include <cmath>
#include <format>

namespace hereabouts::app {

using core::RegisterKind;
using nlohmann::ordered_json;

namespace {

std::int64_t today() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()).time_since_epoch().count(); }

std::int64_t withoutPlace(const core::RegisterTable& table)
{
    std::int64_t count = 0;
    for (const core::Geometry& geometry : table.geometries()) count += std::holds_alternative<std::monostate>(geometry) ? 1 : 0;
    return count;
}

/// Titles of current plans whose review is past due.
std::vector<std::string> overduePlans(const core::PlaceSnapshot& place)
{
    const core::RegisterTable& plans = place.at(RegisterKind::Plans);
    std::vector<std::string> titles;
    for (std::size_t row = 0; row < plans.size(); ++row) {
        const std::int64_t due = plans.integers("review_due")[row];
        if (due == core::kNoInteger || due >= today() || plans.text("status").at(row) != "current") continue;
        titles.push_back(std::format("{} (due {})", plans.text("title").at(row), core::writtenDate(due)));
    }
    return titles;
}

/// What `info` tells beside the district's name.
struct PlaceSummary {
    ordered_json registers = ordered_json::array();
    ordered_json editions = ordered_json::array();
    ordered_json headlines = ordered_json::array();
    std::vector<std::string> overdue;
    std::optional<core::Tally> spend;
    std::size_t rejects = 0;
};

core::Result<PlaceSummary> infoOf(OpenedPlace& place)
{
    PlaceSummary info;
    const core::PlaceSnapshot& snapshot = *place.snapshot;
    for (const RegisterKind kind : core::kAllRegisters) {
        const core::RegisterTable& table = snapshot.at(kind);
        info.registers.push_back({{"name", table.spec().name}, {"title", table.spec().title}, {"rows", table.size()},
            {"unmapped", table.spec().geometry == core::GeometryRule::None ? ordered_json(nullptr) : ordered_json(withoutPlace(table))}});
    }
    for (const core::AreaEdition& edition : snapshot.editions) {
        info.editions.push_back({{"register", core::specOf(edition.kind).name}, {"name", edition.name}, {"areas", edition.areas}});
    }
    for (const core::Headline& headline : core::headlines(snapshot)) {
        info.headlines.push_back({{"name", headline.name}, {"title", headline.title}, {"figure", headline.figure}, {"sentence", headline.sentence},
            {"definition", headline.definition}, {"n", headline.n}, {"as_at", headline.asAt}});
    }
    info.overdue = overduePlans(snapshot);
    if (const auto sets = core::areaSetsOf(snapshot); !sets.empty()) {
        if (auto spend = core::tally(snapshot, core::Measure::Spend, sets.front())) info.spend = std::move(*spend);
    }
    const auto rejects = place.file.rejects();
    if (!rejects) return std::unexpected(rejects.error());
    info.rejects = rejects->size();
    return info;
}

void printInfo(const Console& console, const core::District& district, const std::string& crs, const PlaceSummary& info)
{
    console.line(std::format("{}{}", plain(district.name), district.fictional ? " (fictional)" : ""));
    console.line(std::format("EPSG:{} {}, {}\n", district.epsg, crs, district.currency));
    Columns registers({"Register", "Rows", "Not on the map"});
    for (const ordered_json& each : info.registers) {
        const auto& unmapped = each["unmapped"];
        registers.add({each["title"].get<std::string>(), core::writtenCount(each["rows"].get<std::int64_t>()), unmapped.is_null() ? "–" : core::writtenCount(unmapped.get<std::int64_t>())});
    }
    registers.print(console);
    if (!info.editions.empty()) {
        console.line();
        Columns editions({"Edition", "Areas"});
        for (const ordered_json& each : info.editions) editions.add({each["name"].get<std::string>(), core::writtenCount(each["areas"].get<std::int64_t>())});
        editions.print(console);
    }
    if (!info.headlines.empty()) {
        console.line();
        Columns headlines({"", "", ""});
        for (const ordered_json& each : info.headlines) headlines.add({each["figure"].get<std::string>() + " ", each["title"].get<std::string>(), each["sentence"].get<std::string>()});
        headlines.print(console);
    }
    console.line();
    if (info.spend && info.spend->unlocatedMinor != 0) {
        console.line(std::format("Unlocated: {} of {} in payments has no place.", core::writtenMoney(core::Money::fromMinor(info.spend->unlocatedMinor), district.currency),
            core::writtenMoney(core::Money::fromMinor(info.spend->totalMinor), district.currency)));
    }
    for (const std::string& title : info.overdue) console.line("Out of date: " + plain(title));
    if (info.rejects > 0) console.line(std::format("{} of earlier imports wait to be mended: see `hereabouts rejects`.", howMany(static_cast<std::int64_t>(info.rejects), "rejected row", "rejected rows")));
}

int info(const std::string& path, Console& console)
{
    auto place = openPlace(path, console);
    if (!place) return console.refuse(place.error());
    auto told = infoOf(*place);
    if (!told) return console.refuse(told.error());
    const core::District& district = place->snapshot->district;
    const auto crs = gis::crsFromText(std::format("EPSG:{}", district.epsg));
    printInfo(console, district, crs ? crs->name : std::string(), *told);
    ordered_json unlocated{{"suppliers", withoutPlace(place->snapshot->at(RegisterKind::Suppliers))}, {"money", nullptr}};
    if (told->spend) unlocated["money"] = told->spend->unlocated;
    console.document({{"name", district.name}, {"fictional", district.fictional}, {"crs", std::format("EPSG:{}", district.epsg)}, {"crs_name", crs ? crs->name : ""},
        {"currency", district.currency}, {"revision", place->snapshot->revision}, {"registers", told->registers}, {"editions", told->editions}, {"headlines", told->headlines},
        {"unlocated", unlocated}, {"out_of_date", told->overdue}, {"rejects", told->rejects}});
    return kDone;
}

std::string listOf(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

void printCheck(const Console& console, const PlaceCheck& check, const gis::Projection& projection)
{
    if (check.clean()) {
        console.line("Nothing is wrong: shapes are valid, areas tile, codes name what is there, the file is sound.");
        return;
    }
    if (!check.coverage.empty()) {
        console.line("Where areas do not tile");
        Columns table({"  Edition", "", "Ground", "People", "Between", "At (longitude latitude)"});
        for (const CoverageTrouble& trouble : check.coverage) {
            const core::LonLat at = projection.toLonLat(trouble.where);
            table.add({"  " + trouble.edition, std::string(faultName(trouble.fault)), groundText(trouble.squareMetres), core::writtenCount(std::llround(trouble.people)), listOf(trouble.names),
                std::format("{:.5f} {:.5f}", at.lon, at.lat)});
        }
        table.print(console);
    }
    const auto section = [&](std::string_view title, const auto& rows, auto text) {
        if (rows.empty()) return;
        console.line(std::format("\n{}", title));
        for (const auto& row : rows) console.line("  " + plain(text(row)));
    };
    section("Shapes that are not valid", check.shapes, [](const InvalidShape& shape) { return std::format("{} {}: {}", core::specOf(shape.kind).name, shape.code, shape.reason); });
    section("Loose ends", check.references, [](const core::LooseEnd& end) { return end.message; });
    section("The file itself", check.database, [](const core::Finding& finding) { return finding.message; });
}

ordered_json checkDocument(const PlaceCheck& check, const gis::Projection& projection)
{
    ordered_json document{{"clean", check.clean()}, {"coverage", ordered_json::array()}, {"shapes", ordered_json::array()}, {"references", ordered_json::array()},
        {"database", ordered_json::array()}};
    for (const CoverageTrouble& trouble : check.coverage) {
        const core::LonLat at = projection.toLonLat(trouble.where);
        std::string kind(faultName(trouble.fault));
        kind[0] = static_cast<char>(kind[0] - 'A' + 'a');
        document["coverage"].push_back({{"edition", trouble.edition}, {"kind", kind}, {"m2", trouble.squareMetres}, {"people", trouble.people}, {"areas", trouble.names},
            {"lon", at.lon}, {"lat", at.lat}});
    }
    for (const InvalidShape& shape : check.shapes) document["shapes"].push_back({{"register", core::specOf(shape.kind).name}, {"code", shape.code}, {"reason", shape.reason}});
    for (const core::LooseEnd& end : check.references) {
        document["references"].push_back({{"register", core::specOf(end.kind).name}, {"code", end.code}, {"rows", end.rows}, {"message", end.message}});
    }
    for (const core::Finding& finding : check.database) document["database"].push_back(finding.message);
    return document;
}

int check(const std::string& path, Console& console)
{
    auto place = openPlace(path, console);
    if (!place) return console.refuse(place.error());
    auto found = checkPlace(*place->snapshot, console.job());
    console.clearBar();
    if (!found) return console.refuse(found.error());
    auto database = place->file.checkDatabase();
    if (!database) return console.refuse(database.error());
    found->database = std::move(*database);
    const auto projection = gis::Projection::create(place->snapshot->district.epsg);
    if (!projection) return console.refuse(projection.error());
    printCheck(console, *found, *projection);
    console.document(checkDocument(*found, *projection));
    // What people have to look at is an answer; a file or shape that is broken is a failure.
    return found->database.empty() && found->shapes.empty() ? kDone : kFailed;
}

} // namespace

void addInfo(CLI::App& app, Chosen& chosen)
{
    CLI::App* const command = subcommand(app, "info", "What is in a place: registers, editions, headline numbers, what has no place", "  hereabouts info rata.place");
    const auto place = std::make_shared<std::string>();
    command->add_option("PLACE", *place, "Place file")->required();
    command->callback([place, &chosen] { chosen.action = [place](Console& console) { return info(*place, console); }; });
}

void addCheck(CLI::App& app, Chosen& chosen)
{
    CLI::App* const command = subcommand(app, "check", "Look for invalid shapes, gaps and overlaps between areas, codes that name nothing, and damage to the file", "  hereabouts check rata.place");
    const auto place = std::make_shared<std::string>();
    command->add_option("PLACE", *place, "Place file")->required();
    command->callback([place, &chosen] { chosen.action = [place](Console& console) { return check(*place, console); }; });
}

} // namespace hereabouts::app
