// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/import_report.h"
#include "core/joined/headlines.h"
#include "core/joined/written.h"
#include "gis/sample/sample_place.h"
#include "gis/store/place_file.h"

#include <algorithm>
#include <format>

namespace hereabouts::app {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

namespace {

int makeSample(const fs::path& target, Console& console)
{
    ordered_json imports = ordered_json::array();
    const auto snapshot = gis::makeSamplePlace(target, console.job(), [&](const gis::ImportPreview& preview) {
        console.clearBar();
        printImport(console, preview, true);
        imports.push_back(importDocument(preview));
    });
    if (!snapshot) return console.refuse(snapshot.error());
    const core::District& district = (*snapshot)->district;
    const std::vector<core::Headline> figures = core::headlines(**snapshot);

    console.clearBar();
    console.line(std::format("\n{} is in {}: a fictional district to try everything on.\n", district.name, target.string()));
    Columns table({"", "", ""});
    ordered_json headlines = ordered_json::array();
    for (const core::Headline& headline : figures) {
        table.add({headline.figure + " ", headline.title, headline.sentence});
        headlines.push_back({{"name", headline.name}, {"title", headline.title}, {"figure", headline.figure}, {"sentence", headline.sentence}});
    }
    table.print(console);
    console.line(std::format("\nOpen it on the map with: hereabouts {}", target.string()));
    console.document({{"place", target.string()}, {"name", district.name}, {"imports", std::move(imports)}, {"headlines", std::move(headlines)}});
    return kDone;
}

} // namespace

void addSample(CLI::App& app, Chosen& chosen)
{
    CLI::App* const command = subcommand(app, "sample", "Make the sample district, Rātā Coast, which is fictional", "  hereabouts sample rata.place");
    const auto place = std::make_shared<std::string>();
    command->add_option("PLACE", *place, "Place file to make")->required();
    command->callback([place, &chosen] { chosen.action = [place](Console& console) { return makeSample(*place, console); }; });
}

void addNew(CLI::App& app, Chosen& chosen)
{
    struct Words {
        std::string place;
        std::string name;
        std::string crs;
        std::string currency = "NZD";
    };
    CLI::App* const command = subcommand(app, "new", "Make an empty place", "  hereabouts new wilts.place --name Wiltshire --crs EPSG:27700 --currency GBP");
    const auto words = std::make_shared<Words>();
    command->add_option("PLACE", words->place, "Place file to make")->required();
    command->add_option("--name", words->name, "Name of the district")->required();
    command->add_option("--crs", words->crs, "Its coordinate system, in metres: EPSG:2193")->required();
    command->add_option("--currency", words->currency, "Its currency: NZD, GBP, EUR …")->capture_default_str();
    command->callback([words, &chosen] {
        chosen.action = [words](Console& console) {
            const auto crs = gis::crsFromText(words->crs);
            if (!crs) return console.refuse(crs.error());
            if (crs->epsg == 0) return console.refuse({core::ErrorCode::BadInput, std::format("\"{}\" has no EPSG code; give one: EPSG:2193.", words->crs)});
            const bool isCurrency = words->currency.size() == 3 && std::ranges::all_of(words->currency, [](char c) { return c >= 'A' && c <= 'Z'; });
            if (!isCurrency)
                return console.refuse(
                    {core::ErrorCode::BadInput, std::format("\"{}\" is no currency: write its three capital letters, NZD or GBP.", words->currency)});
            const auto place = gis::PlaceFile::create(words->place, {.name = words->name, .epsg = crs->epsg, .currency = words->currency, .fictional = false});
            if (!place) return console.refuse(place.error());
            console.line(
                std::format("{} is in {}, empty. Bring in boundaries next: hereabouts import {} boards FILE", plain(words->name), words->place, words->place));
            console.document({{"place", words->place}, {"name", words->name}, {"crs", std::format("EPSG:{}", crs->epsg)}, {"currency", words->currency}});
            return static_cast<int>(kDone);
        };
    });
}

} // namespace hereabouts::app
