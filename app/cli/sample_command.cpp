// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/import_report.h"
#include "core/joined/headlines.h"
#include "core/joined/written.h"
#include "gis/intake/import.h"
#include "gis/intake/values.h"
#include "gis/write/export.h"

#include <algorithm>
#include <format>
#include <fstream>
#include <optional>

namespace hereabouts::app {

namespace fs = std::filesystem;
using nlohmann::json;
using nlohmann::ordered_json;

namespace {

/// The sample's files: beside the executable in an installation, else with the sources this was built from.
std::optional<fs::path> samplesFolder()
{
    std::error_code error;
    const fs::path executable = fs::read_symlink("/proc/self/exe", error);
    for (const fs::path& folder :
        {executable.parent_path() / "../share/hereabouts/samples", executable.parent_path() / "samples", fs::path(HEREABOUTS_SAMPLES_FOLDER)}) {
        if (fs::exists(folder / "manifest.json", error)) return folder;
    }
    return std::nullopt;
}

core::Result<json> readManifest(const fs::path& folder)
{
    std::ifstream in(folder / "manifest.json");
    json manifest = json::parse(in, nullptr, false);
    if (manifest.is_discarded() || !manifest.contains("district") || !manifest.contains("imports")) {
        return core::fail(core::ErrorCode::Unreadable, std::format("{} is damaged: get the sample's files again.", (folder / "manifest.json").string()));
    }
    return manifest;
}

core::Result<gis::ImportRequest> requestOf(const json& entry, const fs::path& folder)
{
    const auto kind = core::registerNamed(entry.value("kind", ""));
    if (!kind)
        return core::fail(core::ErrorCode::Unreadable, std::format("The sample's manifest names a kind \"{}\" that there is not.", entry.value("kind", "")));
    gis::ImportRequest request{
        .source = folder / entry.value("file", ""), .kind = *kind, .layer = entry.value("layer", ""), .edition = entry.value("edition", "")};
    if (entry.contains("crs")) request.crs = entry["crs"].get<std::string>();
    if (entry.contains("encoding")) request.encoding = entry["encoding"].get<std::string>();
    if (entry.contains("mapping")) request.mapping = entry["mapping"].get<std::map<std::string, std::string>>();
    return request;
}

/// A place file under a name of its own until it is whole: a sample that was stopped half-way leaves nothing.
class NewPlace {
public:
    explicit NewPlace(fs::path target) : m_target(std::move(target)), m_part(m_target.string() + ".part") { removePart(); }
    ~NewPlace() { removePart(); }
    NewPlace(const NewPlace&) = delete;
    NewPlace& operator=(const NewPlace&) = delete;

    [[nodiscard]] const fs::path& part() const { return m_part; }
    [[nodiscard]] core::Result<void> finish()
    {
        std::error_code error;
        fs::rename(m_part, m_target, error);
        if (error) return core::fail(core::ErrorCode::Failed, std::format("{} could not be given its name: {}.", m_target.string(), error.message()));
        return {};
    }

private:
    void removePart() const
    {
        std::error_code ignored;
        for (const char* const tail : {"", "-wal", "-shm", "-journal"}) fs::remove(m_part.string() + tail, ignored);
    }

    fs::path m_target;
    fs::path m_part;
};

core::Result<ordered_json> importAll(gis::PlaceFile& place, const json& manifest, const fs::path& folder, Console& console)
{
    ordered_json done = ordered_json::array();
    for (const json& entry : manifest["imports"]) {
        const auto request = requestOf(entry, folder);
        if (!request) return std::unexpected(request.error());
        const auto preview = gis::previewImport(place, *request, console.job());
        if (!preview) return std::unexpected(preview.error());
        if (!preview->canCommit()) return core::fail(core::ErrorCode::Refused, whyNot(*preview));
        if (const auto committed = gis::commitImport(place, *preview, console.job()); !committed) return std::unexpected(committed.error());
        console.clearBar();
        printImport(console, *preview, true);
        done.push_back(importDocument(*preview));
    }
    return done;
}

/// What communities agreed about ground that both call theirs: decisions of people, which no file of shapes holds.
core::Result<void> setAgreements(gis::PlaceFile& place, const json& manifest)
{
    const auto snapshot = place.snapshot();
    if (!snapshot) return std::unexpected(snapshot.error());
    for (const json& overlap : manifest.value("overlaps", json::array())) {
        const auto agreement = gis::agreementNamed(overlap.value("agreement", ""));
        if (!agreement)
            return core::fail(
                core::ErrorCode::Unreadable, std::format("The sample's manifest names a state \"{}\" that there is not.", overlap.value("agreement", "")));
        const std::string first = overlap.value("first", ""), second = overlap.value("second", "");
        const auto known
            = std::ranges::find_if((*snapshot)->overlaps, [&](const core::CommunityOverlap& one) { return one.first == first && one.second == second; });
        if (known == (*snapshot)->overlaps.end())
            return core::fail(core::ErrorCode::UnknownId, std::format("Communities {} and {} do not overlap in this place.", first, second));
        core::CommunityOverlap settled = *known;
        settled.agreement = *agreement;
        settled.note = overlap.value("note", "");
        settled.parties = overlap.value("parties", "");
        settled.document = overlap.value("document", "");
        settled.settledOn = gis::dateFromText(overlap.value("on", ""), true).value_or(core::kNoInteger);
        const auto set = place.apply({gis::SetOverlap{settled}}, std::format("Overlap of {} and {}: {}", first, second, gis::agreementWord(*agreement)));
        if (!set) return std::unexpected(set.error());
    }
    return {};
}

int makeSample(const fs::path& target, Console& console)
{
    std::error_code error;
    if (fs::exists(target, error)) {
        return console.refuse({core::ErrorCode::Refused, std::format("{} is there already: choose another name, or move it away first.", target.string())});
    }
    const auto folder = samplesFolder();
    if (!folder)
        return console.refuse({core::ErrorCode::NotFound, "The sample district's files are not beside this program; they are in data/samples of its sources."});
    const auto manifest = readManifest(*folder);
    if (!manifest) return console.refuse(manifest.error());
    const json& about = (*manifest)["district"];
    const core::District district{.name = about.value("name", "Rātā Coast"),
        .epsg = about.value("epsg", 2193),
        .currency = about.value("currency", "NZD"),
        .fictional = about.value("fictional", true)};

    NewPlace made(target);
    ordered_json imports;
    std::vector<core::Headline> figures;
    {
        auto place = gis::PlaceFile::create(made.part(), district);
        if (!place) return console.refuse(place.error());
        auto done = importAll(*place, *manifest, *folder, console);
        if (!done) return console.refuse(done.error());
        imports = std::move(*done);
        if (const auto set = setAgreements(*place, *manifest); !set) return console.refuse(set.error());
        const auto snapshot = place->snapshot(console.job());
        if (!snapshot) return console.refuse(snapshot.error());
        figures = core::headlines(**snapshot);
    }
    if (const auto finished = made.finish(); !finished) return console.refuse(finished.error());

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
