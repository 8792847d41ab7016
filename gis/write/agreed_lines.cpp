// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/write/agreed_lines.h"

#include "gis/write/detail/layer_content.h"
#include "gis/write/detail/new_file.h"
#include "gis/write/detail/text_formats.h"
#include "gis/write/detail/vector_file.h"

#include <format>
#include <numeric>

namespace hereabouts::gis {

using core::ErrorCode;
using core::FieldType;

namespace {

/// The layer's columns. No register of a place: it is written, and read by other programs.
const core::RegisterSpec& columns()
{
    static const core::RegisterSpec spec{.kind = core::RegisterKind::Drawings,
        .name = "agreement",
        .title = "Agreement",
        .table = "agreement",
        .geometry = core::GeometryRule::PolygonOrNone,
        .fields = {
            {.name = "kind", .title = "Line or band"},
            {.name = "share", .title = "Share of people", .type = FieldType::Real},
            {.name = "at_least", .title = "Drawings that hold it, at least", .type = FieldType::Integer},
            {.name = "drawings", .title = "Drawings", .type = FieldType::Integer},
            {.name = "area_m2", .title = "Ground, m²", .type = FieldType::Real},
            {.name = "area_lower_m2", .title = "Ground at least, m²", .type = FieldType::Real},
            {.name = "area_upper_m2", .title = "Ground at most, m²", .type = FieldType::Real},
        }};
    return spec;
}

core::RegisterTable tableOf(const std::vector<AgreedLine>& lines)
{
    core::RegisterTable table(columns());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const AgreedLine& line = lines[i];
        core::Record record;
        record.id = static_cast<std::int64_t>(i) + 1;
        record.values = {line.kind, line.share, line.atLeast, line.drawings, line.squareMetres, line.lowerSquareMetres, line.upperSquareMetres};
        if (!line.shape.empty()) record.geometry = line.shape;
        record.groundSquareMetres = line.squareMetres;
        table.append(std::move(record));
    }
    return table;
}

core::Result<void> writeVector(VectorFormat format, const LayerContent& content, int epsg, const std::filesystem::path& target, const core::Job& job)
{
    auto part = NewFile::create(target);
    if (!part) return std::unexpected(std::move(part.error()));
    auto file = VectorFile::create(format, part->path(), epsg);
    if (!file) return std::unexpected(std::move(file.error()));
    if (auto added = file->add(content, job); !added) return added;
    if (auto closed = file->close(); !closed) return closed;
    return part->finish();
}

} // namespace

core::Result<void> writeAgreedLines(const std::vector<AgreedLine>& lines, int epsg, const std::filesystem::path& file, const core::Job& job)
{
    const core::RegisterTable table = tableOf(lines);
    LayerContent content{.table = &table, .rows = std::vector<std::size_t>(lines.size()), .fields = std::vector<std::size_t>(columns().fields.size())};
    std::iota(content.rows.begin(), content.rows.end(), std::size_t{0});
    std::iota(content.fields.begin(), content.fields.end(), std::size_t{0});
    const std::string ending = file.extension().string();
    if (ending == ".gpkg") return writeVector(VectorFormat::GeoPackage, content, epsg, file, job);
    if (ending == ".fgb") return writeVector(VectorFormat::FlatGeobuf, content, epsg, file, job);
    if (ending != ".geojson" && ending != ".json") {
        return core::fail(ErrorCode::BadInput, std::format("{} says no format: end the name in .gpkg, .geojson or .fgb.", file.filename().string()));
    }
    const auto projection = Projection::create(epsg);
    if (!projection) return std::unexpected(projection.error());
    const auto text = geoJsonOf(content, *projection, job);
    if (!text) return std::unexpected(text.error());
    return writeText(file, *text);
}

} // namespace hereabouts::gis
