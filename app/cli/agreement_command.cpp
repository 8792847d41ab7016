// SPDX-License-Identifier: GPL-3.0-or-later
// Many people's drawings, and the line that they agree on: agreement.
#include "app/agreed/agreed_ground.h"
#include "app/cli/commands.h"
#include "core/base/share.h"
#include "core/joined/written.h"
#include "gis/write/agreed_lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <fstream>

namespace hereabouts::app {

using nlohmann::ordered_json;

namespace {

/// Fewer drawings than this tell too much of the people who made them.
constexpr std::size_t kFewestToPublish = 5;

struct AgreementWords {
    std::string source;
    std::string community;
    std::vector<std::string> where;
    std::string person;
    double level = 0.5;
    double cell = 5;
    std::string out;
};

/// Only a place file is opened with the store; what it would refuse goes to the worker.
bool seemsPlaceFile(const std::string& path)
{
    constexpr std::string_view kMagic("SQLite format 3\0", 16);
    constexpr std::string_view kPlaceMark("HRBT"); // Its application id.
    std::array<char, 72> head{};
    std::ifstream file(path, std::ios::binary);
    if (!file.read(head.data(), head.size())) return false;
    const std::string_view bytes(head.data(), head.size());
    return bytes.starts_with(kMagic) && bytes.substr(68, 4) == kPlaceMark;
}

core::Result<AgreedGround> agreedGround(const AgreementWish& wish, Console& console)
{
    if (seemsPlaceFile(wish.source)) {
        if (!wish.person.empty()) return core::fail(core::ErrorCode::BadInput, "A place knows who drew each drawing: leave --person out.");
        const auto place = openPlace(wish.source, console);
        if (!place) return std::unexpected(place.error());
        return agreedInPlace(*place->snapshot, wish, console.job());
    }
    if (!wish.community.empty()) return core::fail(core::ErrorCode::BadInput, "--community chooses among a place's drawings; of a file say --where FIELD=VALUE.");
    return agreedInFile(wish, console.job());
}

ordered_json rounded(double squareMetres) { return std::round(squareMetres * 10) / 10; }

ordered_json lineDocument(const gis::AgreedLine& line)
{
    return {{"share", line.share}, {"at_least", line.atLeast}, {"area_m2", rounded(line.squareMetres)}, {"area_lower_m2", rounded(line.lowerSquareMetres)},
        {"area_upper_m2", rounded(line.upperSquareMetres)}, {"parts", line.shape.size()}};
}

ordered_json stabilityDocument(const std::optional<core::Stability>& stability)
{
    if (!stability) return nullptr;
    return {{"overlap_median", stability->median}, {"overlap_low", stability->low}, {"wanted", stability->wanted},
        {"more_needed", stability->moreNeeded ? ordered_json(*stability->moreNeeded) : ordered_json(nullptr)}};
}

ordered_json documentOf(const AgreedGround& ground)
{
    ordered_json document{
        {"drawings",
            {{"read", ground.read.read}, {"used", ground.agreement.size()}, {"repaired", ground.read.repaired.size()},
                {"rejected", ground.read.rejected.size()}, {"superseded", ground.agreement.superseded().size()}, {"left_out", ground.read.leftOut}}},
        {"crs", std::format("EPSG:{}", ground.read.epsg)}, {"crs_name", ground.read.crsName}, {"cell_m", ground.agreement.grid().frame().cell},
        {"level", ground.line.share}};
    document.update(lineDocument(ground.line));
    document["contested_m2"] = rounded(ground.contestedSquareMetres);
    document["stability"] = stabilityDocument(ground.stability);
    document["people"] = ground.people ? ordered_json(*ground.people) : ordered_json(nullptr);
    for (const gis::AgreedLine& band : ground.bands) document["bands"].push_back(lineDocument(band));
    ordered_json repaired = ordered_json::array();
    for (const auto& each : ground.read.repaired) {
        repaired.push_back(
            {{"row", each.row}, {"reason", each.reason}, {"area_before_m2", rounded(each.wasSquareMetres)}, {"area_after_m2", rounded(each.nowSquareMetres)}});
    }
    ordered_json rejected = ordered_json::array();
    for (const auto& each : ground.read.rejected) rejected.push_back({{"row", each.row}, {"reason", each.reason}});
    ordered_json superseded = ordered_json::array();
    for (const auto& each : ground.agreement.superseded()) superseded.push_back({{"row", each.row}});
    ordered_json outliers = ordered_json::array();
    for (const auto& each : ground.agreement.outliers())
        outliers.push_back({{"row", ground.agreement.drawings()[each.drawing].row}, {"reason", each.sentence()}});
    document["repaired"] = std::move(repaired);
    document["rejected"] = std::move(rejected);
    document["superseded"] = std::move(superseded);
    document["outliers"] = std::move(outliers);
    return document;
}

std::string boundsText(const gis::AgreedLine& line)
{
    return std::format("{} (between {:.4f} and {:.4f} km²)", groundText(line.squareMetres), line.lowerSquareMetres / 1e6, line.upperSquareMetres / 1e6);
}

std::string stabilityText(const std::optional<core::Stability>& stability)
{
    if (!stability) return "not known: too few drawings, or no ground that they share";
    const std::string overlap = std::format("others of the same people would draw a line that overlaps {} (one in ten: less than {})",
        core::writtenShare(stability->median), core::writtenShare(stability->low));
    if (!stability->moreNeeded) return std::format("{}; no number of drawings that can be told brings it to {}", overlap, core::writtenShare(stability->wanted));
    if (*stability->moreNeeded == 0) return overlap;
    return std::format("{}; about {} for {}", overlap, howMany(*stability->moreNeeded, "more drawing", "more drawings"), core::writtenShare(stability->wanted));
}

void print(const Console& console, const AgreedGround& ground)
{
    console.line(std::format("{} read: {} used ({} of them repaired), {} rejected, {} earlier ones of the same people.",
        howMany(ground.read.read, "drawing", "drawings"), ground.agreement.size(), ground.read.repaired.size(), ground.read.rejected.size(),
        ground.agreement.superseded().size()));
    console.line(std::format("Ground that at least {} hold ({} of {}): {}, {}.", core::writtenShare(ground.line.share), ground.line.atLeast, ground.agreement.size(),
        boundsText(ground.line), howMany(static_cast<std::int64_t>(ground.line.shape.size()), "part", "parts")));
    if (ground.people) console.line(std::format("People inside: {}, each small area counted whole where its middle is.", core::writtenCount(*ground.people)));
    console.line(std::format("Stability: {}.\n", stabilityText(ground.stability)));
    Columns bands({"Share", "Drawings", "Ground", "Parts"});
    for (const auto& band : ground.bands)
        bands.add({core::writtenShare(band.share), core::writtenCount(band.atLeast), groundText(band.squareMetres), std::to_string(band.shape.size())});
    bands.print(console);
    console.line(std::format("\nContested, held by a quarter and by less than three quarters: {}.", groundText(ground.contestedSquareMetres)));
    for (const auto& each : ground.read.rejected) console.line(std::format("Rejected, row {}: {}", each.row, plain(each.reason)));
    for (const auto& each : ground.read.repaired) {
        console.line(std::format(
            "Repaired, row {}: {}; {} before, {} after.", each.row, plain(each.reason), groundText(each.wasSquareMetres), groundText(each.nowSquareMetres)));
    }
    for (const auto& each : ground.agreement.outliers())
        console.line(std::format("Outlier, row {}, counted: {}.", ground.agreement.drawings()[each.drawing].row, each.sentence()));
    console.line(std::format("\nCounted on {} ({}), cells of {:g} m; areas are on the ellipsoid.", std::format("EPSG:{}", ground.read.epsg),
        plain(ground.read.crsName), ground.agreement.grid().frame().cell));
}

int agree(const AgreementWords& words, Console& console)
{
    if (!(words.level > 0 && words.level <= 1)) {
        console.note(std::format("A level is a share above 0 and up to 1, 0.5 for half of the people; {:g} is not.", words.level));
        return kWrongUsage;
    }
    AgreementWish wish{.source = words.source, .community = words.community, .where = {}, .person = words.person, .level = words.level, .cell = words.cell};
    for (const std::string& each : words.where) {
        const std::size_t equals = each.find('=');
        if (equals == std::string::npos || equals == 0) {
            console.note(std::format("\"{}\" is no condition: write FIELD=VALUE.", plain(each)));
            return kWrongUsage;
        }
        wish.where.push_back({each.substr(0, equals), each.substr(equals + 1)});
    }
    const auto ground = agreedGround(wish, console);
    console.clearBar();
    if (!ground) return console.refuse(ground.error());
    if (!words.out.empty()) {
        if (std::error_code none; std::filesystem::equivalent(words.source, words.out, none)) {
            return console.refuse({core::ErrorCode::Refused, std::format("{} is what the drawings are in: write to another file.", words.out)});
        }
        if (ground->agreement.size() < kFewestToPublish) console.note("A line of fewer than five people can show where one of them lives: do not publish it.");
        std::vector<gis::AgreedLine> lines{ground->line};
        lines.insert(lines.end(), ground->bands.begin(), ground->bands.end());
        if (const auto written = gis::writeAgreedLines(lines, ground->read.epsg, words.out, console.job()); !written) return console.refuse(written.error());
        console.clearBar();
    }
    print(console, *ground);
    console.document(documentOf(*ground));
    return ground->read.rejected.empty() ? kDone : kDoneWithRejects;
}

} // namespace

void addAgreement(CLI::App& app, Chosen& chosen)
{
    CLI::App* const command = subcommand(app, "agreement", "The ground that many people's drawings have in common",
        "  hereabouts agreement drawings.geojson --where suburb=Riverside\n  hereabouts agreement drawings.gpkg --person name --level 0.75 -o line.geojson "
        "--json\n"
        "  hereabouts agreement rata.place --community \"Kōwhai Bay\"");
    const auto words = std::make_shared<AgreementWords>();
    command->add_option("DRAWINGS", words->source, "File with drawings, or a place file")->required();
    command->add_option("--community", words->community, "Of a place: only drawings of this community");
    command->add_option("--where", words->where, "Only drawings whose FIELD is VALUE: FIELD=VALUE, several times if need be")->allow_extra_args(false);
    command->add_option("--person", words->person, "Of a file: field that says who drew; the last drawing of a person counts");
    command->add_option("--level", words->level, "Share of people that the line is to hold")->capture_default_str();
    command->add_option("--cell", words->cell, "Side of the grid's cells in metres")->capture_default_str();
    command->add_option("-o", words->out, "Write the line and its bands: .geojson, .gpkg or .fgb");
    command->callback([words, &chosen] { chosen.action = [words](Console& console) { return agree(*words, console); }; });
}

} // namespace hereabouts::app
