// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/write/export.h"

#include "core/joined/area_set.h"
#include "core/joined/written.h"
#include "gis/crs/projection.h"
#include "gis/write/detail/layer_content.h"
#include "gis/write/detail/new_file.h"
#include "gis/write/detail/text_formats.h"
#include "gis/write/detail/vector_file.h"

#include <algorithm>
#include <array>
#include <format>

namespace hereabouts::gis {

using core::ErrorCode;
using core::RegisterKind;

namespace {

constexpr std::array<std::pair<core::OverlapAgreement, std::string_view>, 4> kAgreements{{
    {core::OverlapAgreement::NotAsked, "not asked"},
    {core::OverlapAgreement::Agreed, "agreed"},
    {core::OverlapAgreement::Disputed, "disputed"},
    {core::OverlapAgreement::NotApplicable, "not applicable"},
}};

std::string endingOf(const std::filesystem::path& file)
{
    std::string ending = file.extension().string();
    for (char& letter : ending) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return ending;
}

/// The job of one layer among several, telling of the whole.
core::Job partOf(const core::Job& job, std::size_t part, std::size_t parts)
{
    if (!job.report) return job;
    return {.stop = job.stop, .report = [report = job.report, part, parts](double share, std::string_view what) {
                report((static_cast<double>(part) + std::max(share, 0.0)) / static_cast<double>(parts), what);
            }};
}

core::Result<void> addPlaceTables(VectorFile& file, const core::PlaceSnapshot& place)
{
    std::vector<std::vector<std::string>> overlaps;
    for (const core::CommunityOverlap& overlap : place.overlaps) {
        overlaps.push_back({overlap.first, overlap.second, std::string(agreementWord(overlap.agreement)), std::format("{}", overlap.squareMetres), overlap.note, overlap.parties,
            overlap.document, overlap.settledOn == core::kNoInteger ? "" : core::writtenDate(overlap.settledOn)});
    }
    if (auto added = file.addTable(std::string(kOverlapsLayer), {"first", "second", "agreement", "square_metres", "note", "parties", "document", "settled_on"}, overlaps); !added) return added;
    const core::District& district = place.district;
    return file.addTable(std::string(kDistrictLayer), {"name", "epsg", "currency", "fictional"},
        {{district.name, std::to_string(district.epsg), district.currency, district.fictional ? "1" : "0"}});
}

void noteWithheld(ExportReport& report, const LayerContent& content)
{
    if (content.withheld == 0) return;
    const bool isPrivate = content.spec().isPrivate;
    report.notes.push_back(std::format("{} of {} stay in the place: {}.", content.withheld, content.spec().title,
        isPrivate ? "what is private never leaves in an export" : "those who supplied the boundary do not let it be passed on"));
}

core::Result<ExportReport> exportEverything(const core::PlaceSnapshot& place, const ExportRequest& request, const std::filesystem::path& target, const core::Job& job)
{
    auto part = NewFile::create(target);
    if (!part) return std::unexpected(std::move(part.error()));
    auto file = VectorFile::create(VectorFormat::GeoPackage, part->path(), place.district.epsg);
    if (!file) return std::unexpected(std::move(file.error()));
    ExportReport report;
    for (std::size_t i = 0; i < core::kAllRegisters.size(); ++i) {
        const LayerContent content = contentOf(place, core::kAllRegisters[i], request, true);
        noteWithheld(report, content);
        if (content.rows.empty()) continue;
        if (auto added = file->add(content, partOf(job, i, core::kAllRegisters.size())); !added) return std::unexpected(std::move(added.error()));
        report.layers.push_back({.name = content.name(), .rows = content.rows.size()});
    }
    if (auto added = addPlaceTables(*file, place); !added) return std::unexpected(std::move(added.error()));
    if (auto closed = file->close(); !closed) return std::unexpected(std::move(closed.error()));
    if (auto finished = part->finish(); !finished) return std::unexpected(std::move(finished.error()));
    if (place.at(RegisterKind::Ballots).size() > 0) report.notes.emplace_back("The ballots are in it with their receipts: keep it as you keep the place file.");
    return report;
}

core::Result<void> writeVector(VectorFormat format, const core::PlaceSnapshot& place, const LayerContent& content, const std::filesystem::path& target, const core::Job& job)
{
    auto part = NewFile::create(target);
    if (!part) return std::unexpected(std::move(part.error()));
    auto file = VectorFile::create(format, part->path(), place.district.epsg);
    if (!file) return std::unexpected(std::move(file.error()));
    if (auto added = file->add(content, job); !added) return added;
    if (auto closed = file->close(); !closed) return closed;
    return part->finish();
}

core::Result<void> writeLayer(const core::PlaceSnapshot& place, const ExportRequest& request, const LayerContent& content, const std::filesystem::path& target, const core::Job& job)
{
    const std::string ending = endingOf(target);
    if (ending == ".gpkg") return writeVector(VectorFormat::GeoPackage, place, content, target, job);
    if (ending == ".fgb") {
        if (content.hasShapes()) return writeVector(VectorFormat::FlatGeobuf, place, content, target, job);
        return core::fail(ErrorCode::BadInput, std::format("FlatGeobuf holds shapes, and {} have none; write them to .csv or .gpkg.", content.spec().title));
    }
    auto projection = Projection::create(place.district.epsg);
    if (!projection) return std::unexpected(std::move(projection.error()));
    auto text = ending == ".csv" ? csvOf(content, *projection, request.rawCsv, job) : geoJsonOf(content, *projection, job);
    if (!text) return std::unexpected(std::move(text.error()));
    return writeText(target, *text);
}

} // namespace

std::string_view agreementWord(core::OverlapAgreement agreement)
{
    return std::ranges::find(kAgreements, agreement, &std::pair<core::OverlapAgreement, std::string_view>::first)->second;
}

std::optional<core::OverlapAgreement> agreementNamed(std::string_view word)
{
    const auto found = std::ranges::find(kAgreements, word, &std::pair<core::OverlapAgreement, std::string_view>::second);
    if (found == kAgreements.end()) return std::nullopt;
    return found->first;
}

core::Result<ExportRequest> exportNamed(const core::PlaceSnapshot& place, std::string_view name)
{
    ExportRequest request;
    if (name == "all") return request;
    request.kind = core::registerNamed(name);
    if (request.kind) return request;
    const auto edition = core::areaSetNamed(place, name);
    if (edition && edition->kind != RegisterKind::Communities) {
        request.kind = edition->kind;
        request.edition = edition->name;
        return request;
    }
    std::string names = "all";
    for (const RegisterKind kind : core::kAllRegisters) names += std::format(", {}", core::specOf(kind).name);
    for (const core::AreaEdition& each : place.editions) names += std::format(", \"{}\"", each.name);
    return core::fail(ErrorCode::UnknownId, std::format("There is no layer \"{}\"; there are {}.", name, names));
}

core::Result<ExportReport> exportPlace(const core::PlaceSnapshot& place, const ExportRequest& request, const std::filesystem::path& file, const core::Job& job)
{
    static constexpr std::array<std::string_view, 5> kEndings{".gpkg", ".geojson", ".json", ".csv", ".fgb"};
    const std::string ending = endingOf(file);
    if (std::ranges::find(kEndings, ending) == kEndings.end()) {
        return core::fail(ErrorCode::BadInput, std::format("{} says no format: end the name in .gpkg, .geojson, .csv or .fgb.", file.filename().string()));
    }
    if (!request.kind) {
        if (ending == ".gpkg") return exportEverything(place, request, file, job);
        return core::fail(ErrorCode::BadInput, std::format("A {} file holds one layer: name one, or write everything to a .gpkg file.", ending));
    }
    if (core::specOf(*request.kind).isPrivate) {
        return core::fail(ErrorCode::Refused, std::format("{} never leave the place in an export; copy the place file itself to hand them on.", core::specOf(*request.kind).title));
    }
    const LayerContent content = contentOf(place, *request.kind, request, false);
    if (auto written = writeLayer(place, request, content, file, job); !written) return std::unexpected(std::move(written.error()));
    ExportReport report{.layers = {{.name = content.name(), .rows = content.rows.size()}}, .notes = {}};
    noteWithheld(report, content);
    if (ending == ".csv" && !request.rawCsv) report.notes.emplace_back("Text that a spreadsheet would run as a formula starts with an apostrophe; --raw-csv leaves it as it is.");
    return report;
}

} // namespace hereabouts::gis
