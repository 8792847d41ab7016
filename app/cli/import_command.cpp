// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/import_report.h"
#include "core/joined/written.h"
#include "gis/intake/import.h"
#include "gis/intake/package.h"

#include <algorithm>
#include <format>
#include <map>

namespace hereabouts::app {

namespace {

struct ImportWords {
    std::string place;
    std::string kind;
    gis::ImportRequest request;
    std::string source;
    std::string crs;
    std::string encoding;
    std::vector<std::string> mappings;
    bool previewOnly = false;
};

std::string kindNames()
{
    std::string names;
    for (const core::RegisterKind kind : core::kAllRegisters) names += std::format("{} ", core::specOf(kind).name);
    return names + "all";
}

core::Result<std::map<std::string, std::string>> mappingOf(const std::vector<std::string>& words, const core::RegisterSpec& spec)
{
    std::map<std::string, std::string> mapping;
    for (const std::string& word : words) {
        const std::size_t equals = word.find('=');
        const std::string field = word.substr(0, equals);
        if (equals == std::string::npos || !spec.fieldIndex(field)) {
            std::string fields;
            for (const core::Field& each : spec.fields) fields += (fields.empty() ? "" : ", ") + std::string(each.name);
            return core::fail(core::ErrorCode::BadInput, std::format("\"--map {}\" is not FIELD=COLUMN with a field of {}: {}.", word, spec.name, fields));
        }
        mapping[field] = word.substr(equals + 1);
    }
    return mapping;
}

int importPackage(const ImportWords& words, Console& console)
{
    auto place = gis::PlaceFile::open(words.place);
    if (!place) return console.refuse(place.error());
    auto previews = gis::importPackage(*place, words.source, console.job());
    if (!previews) return console.refuse(previews.error());
    bool rejected = false;
    auto document = nlohmann::ordered_json::array();
    for (const gis::ImportPreview& preview : *previews) {
        rejected |= !preview.batch.rejected.empty();
        document.push_back(importDocument(preview));
        console.clearBar();
        printImport(console, preview, true);
    }
    console.document({{"kind", "all"}, {"source", words.request.source.filename().string()}, {"imports", document}});
    return rejected ? kDoneWithRejects : kDone;
}

int import(ImportWords& words, Console& console)
{
    words.request.source = words.source;
    if (words.kind == "all") return importPackage(words, console);
    const auto kind = core::registerNamed(words.kind);
    if (!kind) {
        console.note(std::format("There is no kind \"{}\"; there are {}.", words.kind, kindNames()));
        return kWrongUsage;
    }
    words.request.kind = *kind;
    if (!words.crs.empty()) words.request.crs = words.crs;
    if (!words.encoding.empty()) words.request.encoding = words.encoding;
    auto mapping = mappingOf(words.mappings, core::specOf(*kind));
    if (!mapping) {
        console.refuse(mapping.error());
        return kWrongUsage;
    }
    words.request.mapping = std::move(*mapping);

    auto place = gis::PlaceFile::open(words.place);
    if (!place) return console.refuse(place.error());
    const auto preview = gis::previewImport(*place, words.request, console.job());
    console.clearBar();
    if (!preview) return console.refuse(preview.error());
    const bool possible = preview->canCommit();
    if (words.previewOnly) {
        printPreview(console, *preview);
        console.document(previewDocument(*preview));
        return possible ? (preview->batch.rejected.empty() ? kDone : kDoneWithRejects) : kFailed;
    }
    if (!possible) return console.refuse({.code = core::ErrorCode::Refused, .message = whyNot(*preview)});
    const auto committed = gis::commitImport(*place, *preview, console.job());
    console.clearBar();
    if (!committed) return console.refuse(committed.error());
    printImport(console, *preview, false);
    console.document(importDocument(*preview));
    return preview->batch.rejected.empty() ? kDone : kDoneWithRejects;
}

} // namespace

void addImport(CLI::App& app, Chosen& chosen)
{
    CLI::App* const command = subcommand(app, "import", "Bring a file into a register, checked row by row",
        "  hereabouts import wilts.place wards wards.geojson --edition \"wards 2025\"\n"
        "  hereabouts import wilts.place payments spend.csv --map amount=\"Net Value\" --preview\n"
        "  hereabouts import wilts.place small-areas oa.shp --crs EPSG:27700\n"
        "  hereabouts import empty.place all everything.gpkg      what `export PLACE all` wrote");
    const auto words = std::make_shared<ImportWords>();
    command->add_option("PLACE", words->place, "Place file")->required();
    command->add_option("KIND", words->kind, kindNames())->required();
    command->add_option("SOURCE", words->source, "GeoPackage, Shapefile, GeoJSON, FlatGeobuf, KML/KMZ, TopoJSON, CSV or XLSX")->required();
    command->add_option("--layer", words->request.layer, "Layer of the source; otherwise the one that fits best");
    command->add_option("--map", words->mappings, "FIELD=COLUMN: fill a field from that column (repeat as needed)")->expected(1)->take_all();
    command->add_option("--edition", words->request.edition, "Name of the edition: \"wards 2028\"");
    command->add_option("--crs", words->crs, "Coordinate system of the source, where it names none: EPSG:27700");
    command->add_option("--encoding", words->encoding, "Encoding of its text, where it names none: CP1252");
    command->add_flag("--preview", words->previewOnly, "Say what would happen and write nothing");
    command->callback([words, &chosen] { chosen.action = [words](Console& console) { return import(*words, console); }; });
}

} // namespace hereabouts::app
