// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves a place: render, export; and what two places differ in: diff.
#include "app/cli/commands.h"

#include "app/overlay/overlay.h"
#include "app/paint/render.h"
#include "core/joined/comparison.h"
#include "core/joined/written.h"
#include "gis/write/export.h"

#include <QGuiApplication>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <format>
#include <sstream>

namespace hereabouts::app {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

namespace {

struct RenderWords {
    std::string place;
    std::string overlay = "none";
    std::string by;
    std::string size;
    std::string bbox;
    std::string theme = "light";
    std::string out;
};

/// Numbers parted by `parting`, exactly so many; nothing otherwise.
template <std::size_t N> std::optional<std::array<double, N>> numbers(const std::string& text, char parting)
{
    std::array<double, N> values{};
    std::istringstream parts(text);
    std::string part;
    std::size_t count = 0;
    while (std::getline(parts, part, parting)) {
        if (count == N) return std::nullopt;
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), values[count++]);
        if (error != std::errc() || end != part.data() + part.size()) return std::nullopt;
    }
    if (count != N) return std::nullopt;
    return values;
}

/// Writing over the place file itself would be the end of it.
core::Result<void> checkTarget(const std::string& place, const std::string& out)
{
    std::error_code error;
    if (!fs::equivalent(place, out, error)) return {};
    return core::fail(core::ErrorCode::Refused, std::format("{} is the place file itself: write to another file.", out));
}

core::Result<RenderRequest> renderRequestOf(const RenderWords& words)
{
    RenderRequest request;
    auto overlay = overlayNamed(words.overlay, words.by);
    if (!overlay) return std::unexpected(std::move(overlay.error()));
    request.overlay = std::move(*overlay);
    request.theme = words.theme == "dark" ? Theme::Dark : Theme::Light;
    if (!words.size.empty()) {
        const auto size = numbers<2>(words.size, 'x');
        if (!size || !((*size)[0] >= 1 && (*size)[0] <= 1e5 && (*size)[1] >= 1 && (*size)[1] <= 1e5 && std::ranges::all_of(*size, [](double side) {
                return side == std::floor(side);
            }))) {
            return core::fail(core::ErrorCode::BadInput, std::format("\"{}\" is no size: write WIDTHxHEIGHT in pixels, 1600x1131.", words.size));
        }
        request.size = QSize(static_cast<int>((*size)[0]), static_cast<int>((*size)[1]));
    }
    if (!words.bbox.empty()) {
        const auto box = numbers<4>(words.bbox, ',');
        if (!box) return core::fail(core::ErrorCode::BadInput, std::format("\"{}\" is no box: write WEST,SOUTH,EAST,NORTH in degrees.", words.bbox));
        request.bbox = LonLatBox{.west = (*box)[0], .south = (*box)[1], .east = (*box)[2], .north = (*box)[3]};
    }
    return request;
}

int render(const RenderWords& words, Console& console)
{
    const auto request = renderRequestOf(words);
    if (!request) {
        console.refuse(request.error());
        return kWrongUsage;
    }
    if (const auto target = checkTarget(words.place, words.out); !target) return console.refuse(target.error());
    const auto place = openPlace(words.place, console);
    if (!place) return console.refuse(place.error());

    // Fonts and pictures need the platform that has no window, whether there is a display or not.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    std::string name = "hereabouts";
    std::array<char*, 2> arguments{name.data(), nullptr};
    int count = 1;
    const QGuiApplication application(count, arguments.data());
    const auto drawn = renderMap(place->snapshot, *request, words.out);
    if (!drawn) return console.refuse(drawn.error());
    console.line(std::format("Drawn: {}", words.out));
    console.document(
        {{"file", words.out}, {"show", words.overlay}, {"by", request->overlay.by}, {"width", request->size.width()}, {"height", request->size.height()}});
    return kDone;
}

int exportLayer(const std::string& path, const std::string& layer, const std::string& out, bool raw, Console& console)
{
    if (const auto target = checkTarget(path, out); !target) return console.refuse(target.error());
    const auto place = openPlace(path, console);
    if (!place) return console.refuse(place.error());
    auto request = gis::exportNamed(*place->snapshot, layer);
    if (!request) return console.refuse(request.error());
    request->rawCsv = raw;
    const auto report = gis::exportPlace(*place->snapshot, *request, out, console.job());
    console.clearBar();
    if (!report) return console.refuse(report.error());
    ordered_json layers = ordered_json::array();
    for (const gis::ExportedLayer& each : report->layers) {
        console.line(std::format("{}: {} written to {}", each.name, howMany(static_cast<std::int64_t>(each.rows), "row", "rows"), out));
        layers.push_back({{"name", each.name}, {"rows", each.rows}});
    }
    for (const std::string& note : report->notes) console.note(note);
    console.document({{"file", out}, {"layers", std::move(layers)}, {"notes", report->notes}});
    return kDone;
}

std::string differenceText(const core::Difference& difference)
{
    switch (difference.kind) {
    case core::DifferenceKind::OnlyInFirst: return std::format("{}: {} is in the first alone", difference.where, difference.key);
    case core::DifferenceKind::OnlyInSecond: return std::format("{}: {} is in the second alone", difference.where, difference.key);
    case core::DifferenceKind::Changed: break;
    }
    return std::format(
        "{}: {}, {}: {} in the first, {} in the second", difference.where, difference.key, difference.field, difference.first, difference.second);
}

int diff(const std::string& firstPath, const std::string& secondPath, Console& console)
{
    const auto first = openPlace(firstPath, console);
    if (!first) return console.refuse(first.error());
    const auto second = openPlace(secondPath, console);
    if (!second) return console.refuse(second.error());
    const core::Comparison comparison = core::compare(*first->snapshot, *second->snapshot);
    ordered_json differences = ordered_json::array();
    for (const core::Difference& difference : comparison.differences) {
        console.line(plain(differenceText(difference)));
        const char* const kind = difference.kind == core::DifferenceKind::Changed ? "changed"
            : difference.kind == core::DifferenceKind::OnlyInFirst                ? "only in first"
                                                                                  : "only in second";
        differences.push_back({{"where", difference.where}, {"key", difference.key}, {"kind", kind}, {"field", difference.field}, {"first", difference.first},
            {"second", difference.second}});
    }
    const auto count = static_cast<std::int64_t>(comparison.count);
    if (comparison.count > comparison.differences.size())
        console.line(std::format("… and {} more.", core::writtenCount(count - static_cast<std::int64_t>(comparison.differences.size()))));
    console.line(comparison.identical() ? "The two places are identical." : std::format("\n{}.", howMany(count, "difference", "differences")));
    console.document({{"identical", comparison.identical()}, {"count", comparison.count}, {"differences", std::move(differences)}});
    return comparison.identical() ? kDone : kFailed;
}

} // namespace

void addRender(CLI::App& app, Chosen& chosen)
{
    CLI::App* const command = subcommand(app, "render", "Draw a map sheet as PNG, SVG or PDF",
        "  hereabouts render rata.place --show priorities -o priorities.png\n  hereabouts render rata.place --show spend/head --by \"wards 2028\" --size "
        "2400x1700 -o spend.pdf\n"
        "  hereabouts render rata.place --show spend+population -o both.svg");
    const auto words = std::make_shared<RenderWords>();
    command->add_option("PLACE", words->place, "Place file")->required();
    command
        ->add_option("--show", words->overlay, "none, priorities, spend, budget, a measure, a measure a head (spend/head), or two measures (spend+population)")
        ->capture_default_str();
    command->add_option("--by", words->by, "Areas: an edition (\"wards 2028\"), boards, wards, small-areas or communities");
    command->add_option("--size", words->size, "WIDTHxHEIGHT in pixels");
    command->add_option("--bbox", words->bbox, "WEST,SOUTH,EAST,NORTH in degrees; otherwise the whole district");
    command->add_option("--theme", words->theme, "light or dark")->capture_default_str()->check(CLI::IsMember({"light", "dark"}));
    command->add_option("-o,--output", words->out, "File to draw: .png, .svg or .pdf")->required();
    command->callback([words, &chosen] { chosen.action = [words](Console& console) { return render(*words, console); }; });
}

void addExport(CLI::App& app, Chosen& chosen)
{
    struct Words {
        std::string place;
        std::string layer;
        std::string out;
        bool raw = false;
    };
    CLI::App* const command = subcommand(app, "export", "Write a layer, or everything, to an open format",
        "  hereabouts export rata.place communities -o communities.geojson\n  hereabouts export rata.place \"wards 2028\" -o wards.gpkg\n"
        "  hereabouts export rata.place payments -o payments.csv\n  hereabouts export rata.place all -o everything.gpkg");
    const auto words = std::make_shared<Words>();
    command->add_option("PLACE", words->place, "Place file")->required();
    command->add_option("LAYER", words->layer, "A register, an edition of areas, or all")->required();
    command->add_option("-o,--output", words->out, "File to write: .gpkg, .geojson, .csv or .fgb; all goes to .gpkg")->required();
    command->add_flag("--raw-csv", words->raw, "CSV: no apostrophe before text that a spreadsheet would run as a formula");
    command->callback(
        [words, &chosen] { chosen.action = [words](Console& console) { return exportLayer(words->place, words->layer, words->out, words->raw, console); }; });
}

void addDiff(CLI::App& app, Chosen& chosen)
{
    CLI::App* const command = subcommand(app, "diff", "Say what two places differ in; exit code 1 if they do", "  hereabouts diff before.place after.place");
    const auto words = std::make_shared<std::pair<std::string, std::string>>();
    command->add_option("FIRST", words->first, "Place file")->required();
    command->add_option("SECOND", words->second, "Place file")->required();
    command->callback([words, &chosen] { chosen.action = [words](Console& console) { return diff(words->first, words->second, console); }; });
}

} // namespace hereabouts::app
