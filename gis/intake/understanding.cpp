// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/intake/detail/understanding.h"

#include "core/geometry/geometry.h"
#include "gis/crs/guess.h"
#include "gis/intake/values.h"
#include "gis/text/fold.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <format>
#include <limits>

namespace hereabouts::gis::detail {

namespace {

using core::GeometryRule;
using core::RegisterKind;
using core::Result;
using core::Severity;

constexpr std::string_view kSwapped = " swapped";

bool mayHaveShape(const core::RegisterSpec& spec)
{
    return spec.geometry != GeometryRule::None;
}
bool mustHaveShape(const core::RegisterSpec& spec)
{
    return spec.geometry == GeometryRule::Polygon || spec.geometry == GeometryRule::Any;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The year that a heading of areas carries: WD13CD and LAD20NM in Britain, WARD2022_V1_00 and SA22023_V1_00 in New Zealand; empty for none.
std::string yearOfHeading(std::string_view heading)
{
    const std::size_t first = std::min(heading.size(), heading.find_first_of("0123456789"));
    const std::string_view letters = heading.substr(0, first);
    if (letters.size() < 2 || !std::ranges::all_of(letters, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_'; })) return {};
    const std::string_view rest = heading.substr(first);
    const std::size_t digits = std::min(rest.size(), rest.find_first_not_of("0123456789"));
    const std::string tail = fold(rest.substr(digits));
    const bool names = tail == "cd" || tail == "nm" || tail == "nmw" || tail == "code" || tail == "name";
    if (digits == 2 && names) return (rest.substr(0, 2) < "80" ? "20" : "19") + std::string(rest.substr(0, 2));
    // The number of a level may stand before the year: SA2 of 2023.
    if ((digits == 4 || digits == 5) && (names || tail.starts_with("_v"))) {
        const std::string year(rest.substr(digits - 4, 4));
        if (year >= "1980" && year <= "2099") return year;
    }
    return {};
}

/// A year between 1990 and 2099 in a file's name, or this year.
std::string yearFor(const std::string& name)
{
    for (std::size_t at = 0; at + 4 <= name.size(); ++at) {
        const std::string_view digits = std::string_view(name).substr(at, 4);
        const bool alone = (at == 0 || !isDigit(name[at - 1])) && (at + 4 == name.size() || !isDigit(name[at + 4]));
        if (alone && std::ranges::all_of(digits, isDigit) && digits >= "1990" && digits <= "2099") return std::string(digits);
    }
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return std::format("{:%Y}", today);
}

/// How a layer's shapes suit the register, beside its columns.
std::size_t shapeFit(const core::RegisterSpec& spec, LayerShapes shapes)
{
    const bool wantsArea = spec.geometry == GeometryRule::Polygon || spec.geometry == GeometryRule::PolygonOrNone;
    if (wantsArea) return shapes == LayerShapes::Areas ? 4 : shapes == LayerShapes::Mixed ? 2 : 0;
    if (spec.geometry == GeometryRule::None) return shapes == LayerShapes::None ? 4 : 0;
    if (spec.geometry == GeometryRule::PointOrNone) return shapes == LayerShapes::Points ? 4 : 0;
    return shapes == LayerShapes::None ? 0 : 2;
}

/// `field` tells a door what the person is asked for, so that it can say where to answer.
void problem(ImportPreview& preview, Severity severity, std::string message, std::string field = {})
{
    preview.problems.push_back({.severity = severity, .row = 0, .field = std::move(field), .message = std::move(message)});
}

} // namespace

Understanding::Understanding(PlaceFile& place, const core::PlaceSnapshot& snapshot, const ImportRequest& request) :
    m_place(place), m_snapshot(snapshot), m_request(request), m_spec(core::specOf(request.kind))
{
}

std::size_t Understanding::bestLayer(const std::vector<SourceLayer>& layers) const
{
    std::size_t best = 0;
    std::size_t most = 0;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const std::string name = fold(layers[i].name);
        const std::size_t named = name == m_spec.table || name == m_spec.name ? 100 : name.contains(fold(m_spec.table)) ? 6 : 0;
        const std::size_t fit = named + shapeFit(m_spec, layers[i].shapes) + fitOf(m_spec, layers[i].columns);
        if (fit > most) best = i, most = fit;
    }
    return best;
}

Result<ShapeIntake> Understanding::describe(const SourceDescription& description, ImportPreview& preview)
{
    preview.format = description.format;
    preview.layer = description.layers[description.layer].name;
    for (const SourceLayer& layer : description.layers) preview.layers.push_back(layer.name);
    preview.columns = description.columns();
    preview.encoding = description.encoding;
    if (!description.encodingCertain) {
        problem(preview, Severity::Rejected,
            std::format("The text of '{}' is not UTF-8 and the file does not say what it is; {} fits: look at the names in the preview, then say that it is, or name another.",
                preview.batch.source, description.encoding),
            "encoding");
    }
    if (description.layers.size() > 1 && m_request.layer.empty()) {
        problem(preview, Severity::Note, std::format("Of {} layers, '{}' fits best.", description.layers.size(), preview.layer));
    }
    const bool layerHasShapes = description.layers[description.layer].shapes != LayerShapes::None;
    if (const auto positions = positionColumns(description.columns()); positions && !layerHasShapes && mayHaveShape(m_spec)) {
        m_hasPositions = true;
        const auto at
            = [&](const std::string& name) { return static_cast<std::size_t>(std::ranges::find(description.columns(), name) - description.columns().begin()); };
        m_xColumn = at(positions->x);
        m_yColumn = at(positions->y);
    }
    mapFields(description, preview);
    settleEdition(preview);
    m_hasPositions = m_hasPositions || layerHasShapes;
    const auto crs = crsOf(description, preview);
    if (!crs) return std::unexpected(crs.error());
    auto intake = ShapeIntake::create(m_spec.geometry, *crs, m_swapAxes, m_snapshot.district.epsg);
    if (intake && preview.crsNote.empty()) preview.crsNote = intake->accuracyNote();
    return intake;
}

void Understanding::mapFields(const SourceDescription& description, ImportPreview& preview)
{
    const auto& columns = description.columns();
    ColumnOfField proposed = proposedMapping(m_spec, columns);
    // A ledger's "Supplier" is a name; a code is called one.
    if (m_request.kind == RegisterKind::Payments && !proposed.contains("supplier_name") && proposed.contains("supplier")) {
        proposed["supplier_name"] = proposed["supplier"];
        proposed.erase("supplier");
    }
    const auto remembered = m_place.rememberedMapping(m_request.kind, fingerprintOf(columns));
    const auto* last = remembered && *remembered ? &**remembered : nullptr;
    for (const core::Field& field : m_spec.fields) {
        const std::string name(field.name);
        FieldMapping mapping{
            .field = name, .title = std::string(field.title), .column = proposed.contains(name) ? proposed[name] : std::string(), .required = field.required};
        if (last != nullptr) {
            const auto found = last->find(name);
            mapping.column = found == last->end() ? std::string() : found->second;
            mapping.remembered = true;
        }
        if (const auto said = m_request.mapping.find(name); said != m_request.mapping.end()) {
            mapping.column = said->second;
            mapping.remembered = false;
        }
        if (!mapping.column.empty() && !mapping.column.starts_with('=') && !std::ranges::contains(columns, mapping.column)) {
            problem(preview, Severity::Rejected,
                std::format("'{}' has no column '{}' for {}; it has: {}.", preview.batch.source, mapping.column, mapping.title, [&] {
                    std::string list;
                    for (const std::string& column : columns) list += (list.empty() ? "" : ", ") + column;
                    return list;
                }()));
        }
        preview.mapping.push_back(std::move(mapping));
    }
    for (const auto& [field, column] : m_request.mapping) {
        if (!m_spec.fieldIndex(field)) problem(preview, Severity::Rejected, std::format("{} have no field '{}'.", m_spec.title, field));
    }
    const auto filled = [&](std::string_view name) {
        return std::ranges::any_of(preview.mapping, [&](const FieldMapping& m) { return m.field == name && !m.column.empty(); });
    };
    for (const FieldMapping& mapping : preview.mapping) {
        const bool madeUp = (mapping.field == "edition" && m_spec.hasEditions) || mapping.field == "site" || (mapping.field == "code" && filled("name"))
            || (mapping.field == "name" && filled("code"));
        if (mapping.required && mapping.column.empty() && !madeUp) {
            problem(preview, Severity::Rejected,
                std::format("No column of '{}' is known to hold {}; say which one does, or a text that is the same in every row.", preview.batch.source, mapping.title),
                mapping.field);
        }
    }
}

void Understanding::settleEdition(ImportPreview& preview) const
{
    if (!m_spec.hasEditions) return;
    const auto mapped = std::ranges::find(preview.mapping, "edition", &FieldMapping::field);
    if (!m_request.edition.empty()) {
        preview.batch.edition = m_request.edition;
        mapped->column.clear(); // the person's word goes before the file's
        return;
    }
    std::string year;
    for (const std::string_view field : {"code", "name"}) {
        const auto said = std::ranges::find(preview.mapping, field, &FieldMapping::field);
        if (year.empty() && said != preview.mapping.end()) year = yearOfHeading(said->column);
    }
    if (year.empty()) year = yearFor(preview.batch.source);
    preview.batch.edition = std::format("{} {}", fold(m_spec.title == "Community boards" ? "boards" : m_spec.title), year);
    if (mapped->column.empty())
        problem(preview, Severity::Note, std::format("The edition is called '{}'; another name can be given.", preview.batch.edition), "edition");
}

Result<std::optional<Crs>> Understanding::crsOf(const SourceDescription& description, ImportPreview& preview)
{
    if (!mayHaveShape(m_spec) || !m_hasPositions) return std::optional<Crs>();
    std::string text = m_request.crs.value_or(description.crs);
    std::string from = m_request.crs ? "said by you" : description.crsSource.empty() ? "" : "from " + description.crsSource;
    if (text.ends_with(kSwapped)) {
        text.resize(text.size() - kSwapped.size());
        m_swapAxes = true;
    }
    if (text.empty() && m_xColumn) {
        const auto positions = positionColumns(description.columns());
        if (positions->degrees) {
            text = "EPSG:4326";
            from = "from the headings longitude and latitude";
        }
    }
    if (text.empty()) return std::optional<Crs>();
    auto crs = crsFromText(text);
    if (!crs) {
        problem(preview, Severity::Rejected,
            std::format("The coordinate reference system of '{}' is not known ({}); name the one it is in.", preview.batch.source, crs.error().message), "crs");
        return std::optional<Crs>();
    }
    m_crsKnown = true;
    preview.crs = crs->epsg != 0 ? std::format("EPSG:{} {}", crs->epsg, crs->name) : crs->name;
    preview.crsNote = from;
    return std::optional<Crs>(std::move(*crs));
}

ShapeAtHome Understanding::shapeOf(const SourceBatch& batch, std::size_t row, ShapeIntake& intake, const core::Job& job) const
{
    if (!m_xColumn || !batch.shape(row).empty()) return intake.bring(batch.shape(row), job);
    const std::string_view x = batch.cell(row, *m_xColumn);
    const std::string_view y = batch.cell(row, *m_yColumn);
    if (trimmed(x).empty() && trimmed(y).empty()) return intake.bring(core::Geometry(), job);
    const auto east = numberFromText(x, !x.contains('.') && x.contains(','));
    const auto north = numberFromText(y, !y.contains('.') && y.contains(','));
    if (!east || !north) return {.refusal = std::format("Its position '{}', '{}' is not two numbers.", x.substr(0, 30), y.substr(0, 30))};
    return intake.bring(core::Geometry(core::Point{*east, *north}), job);
}

core::Box Understanding::districtBounds() const
{
    core::Box bounds;
    for (const RegisterKind kind : {RegisterKind::Boards, RegisterKind::Wards, RegisterKind::SmallAreas, RegisterKind::Communities}) {
        for (const core::Geometry& geometry : m_snapshot.at(kind).geometries()) {
            if (!std::holds_alternative<std::monostate>(geometry)) bounds.include(core::boundsOf(geometry));
        }
        if (!bounds.empty()) break;
    }
    return bounds;
}

void Understanding::judgeShapes(const Gathered& source, const ShapeIntake& intake, ImportPreview& preview) const
{
    if (!mayHaveShape(m_spec)) return;
    const std::string& name = preview.batch.source;
    if (intake.sourceBounds().empty()) {
        const bool all
            = std::ranges::all_of(source.shapes, [](const ShapeAtHome& shape) { return shape.refusal.empty() || shape.refusal.starts_with("It has"); });
        if (mustHaveShape(m_spec) && all) {
            problem(preview, Severity::Rejected,
                std::format("'{}' holds no {}; bring in a layer that does.", name, m_spec.geometry == GeometryRule::Polygon ? "areas (polygons)" : "shapes"));
        }
        return;
    }
    if (m_spec.geometry == GeometryRule::Polygon && !source.shapes.empty()
        && std::ranges::all_of(source.shapes, [](const ShapeAtHome& shape) { return shape.refusal.contains("where an area is needed"); })) {
        problem(preview, Severity::Rejected, std::format("'{}' holds points or lines and no areas (polygons); bring in a layer that does.", name));
        return;
    }
    const auto outOfRange = [](const ShapeAtHome& shape) { return shape.refusal.contains("does not exist"); };
    const bool noDegrees
        = m_crsKnown && intake.degrees() && std::ranges::count_if(source.shapes, outOfRange) * 2 > static_cast<std::ptrdiff_t>(source.shapes.size());
    const bool swapped
        = m_crsKnown && !m_swapAxes && intake.degrees() && !noDegrees && looksSwapped(intake.sourceBounds(), m_snapshot.district.epsg, districtBounds());
    if (m_crsKnown && !noDegrees && !swapped) return;

    const auto guess = guessCrs(intake.sourceBounds(), m_snapshot.district.epsg, districtBounds());
    if (guess) {
        preview.crsGuess = guess->crs;
        if (guess->looksSwapped) {
            preview.crsGuess->definition += kSwapped;
            preview.crsGuess->name += " (latitude first)";
        }
    }
    const std::string offer = guess
        ? std::format(" It may be {} ({}): if so, say so.", preview.crsGuess->name, guess->reason)
        : " Name the one it is in.";
    if (swapped)
        problem(preview, Severity::Rejected, std::format("Latitude and longitude have changed places in '{}'.{}", name, offer), "crs");
    else if (noDegrees)
        problem(preview, Severity::Rejected, std::format("The coordinates of '{}' are not the degrees that the file says they are.{}", name, offer), "crs");
    else if (preview.crs.empty() && preview.canCommit())
        problem(preview, Severity::Rejected, std::format("'{}' does not say which coordinate reference system it is in.{}", name, offer), "crs");
}

std::optional<std::size_t> Gathered::columnNamed(std::string_view name) const
{
    const auto& columns = description.columns();
    const auto column = std::ranges::find(columns, name);
    return column == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(column - columns.begin()));
}

} // namespace hereabouts::gis::detail
