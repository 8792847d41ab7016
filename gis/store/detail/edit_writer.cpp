// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/detail/edit_writer.h"

#include "gis/store/detail/import_writer.h"
#include "gis/store/detail/register_writer.h"
#include "gis/store/detail/schema.h"
#include "gis/store/detail/shape_blob.h"
#include "gis/store/detail/trouble.h"

#include <algorithm>
#include <format>

namespace hereabouts::gis::detail {

namespace {

using core::ErrorCode;
using core::RegisterSpec;

std::string rowName(const RegisterSpec& spec, std::int64_t id) { return std::format("{}, row {}", spec.title, id); }

void mustChangeOne(Database& database, const RegisterSpec& spec, std::int64_t id)
{
    if (sqlite3_changes(database.handle()) != 1) refuse(ErrorCode::NotFound, std::format("{} is not in '{}' any more; nothing was changed.", rowName(spec, id), database.fileName()));
}

void checkLimits(const core::Field& field, const core::Value& value, const std::string& row)
{
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        if (field.least && *whole < *field.least) refuse(ErrorCode::BadInput, std::format("{}: {} must be {} or more.", row, field.title, *field.least));
        if (field.most && *whole > *field.most) refuse(ErrorCode::BadInput, std::format("{}: {} must be {} or less.", row, field.title, *field.most));
    }
    const auto* text = std::get_if<std::string>(&value);
    if (!text || text->empty() || field.words.empty() || std::ranges::contains(field.words, std::string_view(*text))) return;
    std::string words;
    for (const std::string_view word : field.words) words += std::format("{}'{}'", words.empty() ? "" : ", ", word);
    refuse(ErrorCode::BadInput, std::format("{}: {} cannot be '{}'. Write one of {}.", row, field.title, *text, words));
}

void writeField(Database& database, const RegisterSpec& spec, const Edit& edit)
{
    const auto& [name, value] = *edit.field;
    const auto index = spec.fieldIndex(name);
    if (!index) refuse(ErrorCode::BadInput, std::format("{} has no field '{}'.", spec.title, name));
    const core::Field& field = spec.fields[*index];
    checkValue(field, value, rowName(spec, edit.id));
    checkLimits(field, value, rowName(spec, edit.id));
    Statement update = database.prepare(std::format("UPDATE {} SET {} = ? WHERE id = ?", sqlName(spec.table), sqlName(name)));
    bindValue(update, 1, field.type, value);
    update.bind(2, edit.id);
    try {
        update.run();
    } catch (const Trouble&) {
        if (!database.lastWasRepeat()) throw;
        refuse(ErrorCode::BadInput, std::format("{}: another row has this {} already.", rowName(spec, edit.id), field.title));
    }
    mustChangeOne(database, spec, edit.id);
}

void writeShape(Database& database, const RegisterSpec& spec, const Edit& edit, int srid, const GroundArea& groundArea)
{
    const core::Geometry& geometry = *edit.geometry;
    checkShape(spec, geometry, rowName(spec, edit.id));
    const auto shapes = shapeColumnsOf(spec);
    if (shapes.empty()) refuse(ErrorCode::BadInput, std::format("{} has no shapes.", spec.title));
    const bool hasShape = !std::holds_alternative<std::monostate>(geometry);
    std::vector<std::byte> blob;
    toShapeBlob(geometry, srid, blob);
    std::string columns;
    for (const ShapeColumn& shape : shapes) columns += std::format("{}{} = ?", columns.empty() ? "" : ", ", sqlName(shape.name));
    if (mayHaveArea(spec)) columns += ", area_m2 = ?";
    Statement update = database.prepare(std::format("UPDATE {} SET {} WHERE id = ?", sqlName(spec.table), columns));
    int parameter = 1;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        if (hasShape && i == shapeColumnFor(spec, geometry)) update.bind(parameter++, std::span<const std::byte>(blob));
        else update.bindNone(parameter++);
    }
    if (mayHaveArea(spec)) {
        if (const auto* area = std::get_if<core::MultiPolygon>(&geometry)) update.bind(parameter++, groundArea(*area));
        else update.bindNone(parameter++);
    }
    update.bind(parameter, edit.id);
    update.run();
    mustChangeOne(database, spec, edit.id);
}

std::string whyOf(const std::vector<Edit>& edits)
{
    std::string why;
    for (const Edit& edit : edits) {
        if (!edit.why.empty() && why.find(edit.why) == std::string::npos) why += (why.empty() ? "" : "; ") + edit.why;
    }
    return why;
}

} // namespace

Walked writeEdits(Database& database, const std::vector<Edit>& edits, const std::string& what, int srid, const GroundArea& groundArea)
{
    if (edits.empty()) refuse(ErrorCode::BadInput, "There is nothing to change.");
    Walked walked{beginChange(database, "edit", edits.front().kind, what, whyOf(edits)), {}};
    Recorder recorder(database);
    for (const Edit& edit : edits) {
        const RegisterSpec& spec = core::specOf(edit.kind);
        if (edit.field) writeField(database, spec, edit);
        if (edit.geometry) writeShape(database, spec, edit, srid, groundArea);
        walked.tables.emplace(spec.table);
    }
    recorder.store(walked.number);
    return walked;
}

Walked writeAgreement(Database& database, const std::string& first, const std::string& second, core::OverlapAgreement agreement, const std::string& note)
{
    const auto& [a, b] = std::minmax(first, second);
    Walked walked{beginChange(database, "edit", core::RegisterKind::Communities, std::format("Overlap of {} and {}: {}", a, b, wordOf(agreement)), note), {"community_overlaps"}};
    Recorder recorder(database);
    Statement update = database.prepare("UPDATE community_overlaps SET agreement = ?, note = ? WHERE first = ? AND second = ?");
    update.bind(1, wordOf(agreement));
    update.bind(2, note);
    update.bind(3, a);
    update.bind(4, b);
    update.run();
    if (sqlite3_changes(database.handle()) != 1) refuse(ErrorCode::UnknownId, std::format("Communities '{}' and '{}' do not overlap in this place.", a, b));
    recorder.store(walked.number);
    return walked;
}

} // namespace hereabouts::gis::detail
