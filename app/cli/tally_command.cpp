// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "core/joined/tally.h"
#include "core/joined/written.h"

#include <cmath>
#include <format>

namespace hereabouts::app {

using nlohmann::ordered_json;

namespace {

std::string measureNames()
{
    std::string names;
    for (const core::MeasureSpec& measure : core::allMeasures()) names += (names.empty() ? "" : ", ") + std::string(measure.name);
    return names;
}

std::string unitName(core::Unit unit, std::string_view currency)
{
    switch (unit) {
    case core::Unit::People: return "people";
    case core::Unit::Count: return "count";
    case core::Unit::Money: return std::string(currency);
    case core::Unit::SquareMetres: return "m2";
    }
    return {};
}

/// Whole numbers as such, money as a number of major units with its cents.
ordered_json number(double value)
{
    if (value == std::floor(value) && std::abs(value) < 9e15) return static_cast<std::int64_t>(value);
    return value;
}

std::string shown(double value, std::int64_t minor, core::Unit unit, std::string_view currency)
{
    if (unit == core::Unit::Money) return core::writtenMoney(core::Money::fromMinor(minor), currency);
    if (unit == core::Unit::SquareMetres) return groundText(value);
    return core::writtenCount(std::llround(value));
}

std::string rangeText(const core::TallyArea& area)
{
    if (!area.counted) return "";
    return area.counted->least == area.counted->most ? "the same" : std::format("{}–{}", core::writtenCount(area.counted->least), core::writtenCount(area.counted->most));
}

void printTally(const Console& console, const core::Tally& tally, std::string_view currency)
{
    console.line(std::format("{} by {}\n", core::specOf(tally.measure).title, plain(tally.by)));
    Columns table({"Area", "", std::string(core::specOf(tally.measure).title), "Rows", tally.measure == core::Measure::Population ? "Across methods" : ""});
    for (const core::TallyArea& area : tally.areas) {
        table.add({area.code, area.name, area.value ? shown(*area.value, area.minor, tally.unit, currency) : "unknown", core::writtenCount(area.n), rangeText(area)});
    }
    if (tally.outside != 0) table.add({"Outside", "", shown(tally.outside, tally.outsideMinor, tally.unit, currency), "", ""});
    if (tally.unlocated != 0) table.add({"Unlocated", "", shown(tally.unlocated, tally.unlocatedMinor, tally.unit, currency), "", ""});
    table.add({"Total", "", shown(tally.total, tally.totalMinor, tally.unit, currency), "", ""});
    table.print(console);
    console.line("\n" + tally.method);
}

ordered_json tallyDocument(const core::Tally& tally, std::string_view currency)
{
    ordered_json areas = ordered_json::array();
    for (const core::TallyArea& area : tally.areas) {
        ordered_json one{{"code", area.code}, {"name", area.name}, {"value", area.value ? number(*area.value) : ordered_json(nullptr)}, {"n", area.n}};
        if (area.counted) one.update({{"least", area.counted->least}, {"most", area.counted->most}});
        areas.push_back(std::move(one));
    }
    return {{"measure", core::specOf(tally.measure).name}, {"by", tally.by}, {"unit", unitName(tally.unit, currency)}, {"areas", std::move(areas)}, {"outside", number(tally.outside)},
        {"unlocated", number(tally.unlocated)}, {"total", number(tally.total)}, {"method", tally.method}};
}

int tallyUp(const std::string& path, const std::string& name, const std::string& by, Console& console)
{
    const auto measure = core::measureNamed(name);
    if (!measure) {
        console.note(std::format("There is no measure \"{}\"; there are {}.", name, measureNames()));
        return kWrongUsage;
    }
    const auto place = openPlace(path, console);
    if (!place) return console.refuse(place.error());
    const auto areas = core::areaSetNamed(*place->snapshot, by);
    if (!areas) return console.refuse(areas.error());
    const auto tally = core::tally(*place->snapshot, *measure, *areas);
    if (!tally) return console.refuse(tally.error());
    printTally(console, *tally, place->snapshot->district.currency);
    console.document(tallyDocument(*tally, place->snapshot->district.currency));
    return kDone;
}

} // namespace

void addTally(CLI::App& app, Chosen& chosen)
{
    struct Words {
        std::string place;
        std::string measure;
        std::string by = "boards";
    };
    CLI::App* const command = subcommand(app, "tally", "Add a measure up by areas",
        "  hereabouts tally rata.place spend --by boards\n  hereabouts tally rata.place population --by \"wards 2028\" --json\n  hereabouts tally rata.place won --by communities");
    const auto words = std::make_shared<Words>();
    command->add_option("PLACE", words->place, "Place file")->required();
    command->add_option("MEASURE", words->measure, measureNames())->required();
    command->add_option("--by", words->by, "Areas: an edition (\"wards 2028\"), boards, wards, small-areas or communities")->capture_default_str();
    command->callback([words, &chosen] { chosen.action = [words](Console& console) { return tallyUp(words->place, words->measure, words->by, console); }; });
}

} // namespace hereabouts::app
