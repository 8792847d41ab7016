// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/detail/edit_writer.h"

#include "gis/store/detail/round_overdraft.h"
#include "gis/store/detail/overlap_rows.h"
#include "gis/store/detail/register_writer.h"
#include "gis/store/detail/schema.h"
#include "gis/store/detail/shape_blob.h"
#include "gis/store/detail/trouble.h"

#include <algorithm>
#include <format>
#include <optional>
#include <span>
#include <type_traits>
#include <variant>

namespace hereabouts::gis::detail {

namespace {

using core::ErrorCode;
using core::RegisterSpec;

std::string rowName(const RegisterSpec& spec, std::int64_t id)
{
    return std::format("{}, row {}", spec.title, id);
}

void mustChangeOne(Database& database, const RegisterSpec& spec, std::int64_t id)
{
    if (sqlite3_changes(database.handle()) != 1)
        refuse(ErrorCode::NotFound, std::format("{} is not in '{}' any more; nothing was changed.", rowName(spec, id), database.fileName()));
}

std::string keyShown(const RegisterSpec& spec, const core::Record& record)
{
    std::string key;
    for (const std::string_view name : spec.key) {
        const auto* text = std::get_if<std::string>(&record.values[spec.fieldIndex(name).value()]);
        if (text) key += std::format("{}'{}'", key.empty() ? "" : ", ", *text);
    }
    return std::format("{} {}", spec.title, key);
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

void setField(Database& database, const SetField& edit)
{
    const RegisterSpec& spec = core::specOf(edit.kind);
    const auto index = spec.fieldIndex(edit.field);
    if (!index) refuse(ErrorCode::BadInput, std::format("{} has no field '{}'.", spec.title, edit.field));
    const core::Field& field = spec.fields[*index];
    checkValue(field, edit.value, rowName(spec, edit.id));
    checkLimits(field, edit.value, rowName(spec, edit.id));
    Statement update = database.prepare(std::format("UPDATE {} SET {} = ? WHERE id = ?", sqlName(spec.table), sqlName(edit.field)));
    bindValue(update, 1, field.type, edit.value);
    update.bind(2, edit.id);
    try {
        update.run();
    } catch (const Trouble&) {
        if (!database.lastWasRepeat()) throw;
        refuse(ErrorCode::BadInput, std::format("{}: another row has this {} already.", rowName(spec, edit.id), field.title));
    }
    mustChangeOne(database, spec, edit.id);
}

void setShape(Database& database, const SetShape& edit, int srid, const GroundArea& groundArea)
{
    const RegisterSpec& spec = core::specOf(edit.kind);
    const core::Geometry& geometry = edit.geometry;
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
        if (hasShape && i == shapeColumnFor(spec, geometry))
            update.bind(parameter++, std::span<const std::byte>(blob));
        else
            update.bindNone(parameter++);
    }
    if (mayHaveArea(spec)) {
        if (const auto* area = std::get_if<core::MultiPolygon>(&geometry))
            update.bind(parameter++, groundArea(*area));
        else
            update.bindNone(parameter++);
    }
    update.bind(parameter, edit.id);
    update.run();
    mustChangeOne(database, spec, edit.id);
}

void addRow(Database& database, const AddRow& edit, std::int64_t change, int srid, const GroundArea& groundArea)
{
    const RegisterSpec& spec = core::specOf(edit.kind);
    core::Record record = edit.record;
    const std::string name = std::format("{}, new row", spec.title);
    checkRecord(spec, record, name);
    for (std::size_t i = 0; i < spec.fields.size(); ++i) checkLimits(spec.fields[i], record.values[i], name);
    const auto* area = std::get_if<core::MultiPolygon>(&record.geometry);
    record.groundSquareMetres = area ? groundArea(*area) : 0;
    RegisterWriter writer(database, spec, srid, change);
    try {
        writer.insert(database.integer(std::format("SELECT ifnull(max(id), 0) + 1 FROM {}", sqlName(spec.table))), record);
    } catch (const Trouble&) {
        if (!database.lastWasRepeat()) throw;
        refuse(ErrorCode::BadInput, std::format("{} is there already; change that row, or give the new one another name.", keyShown(spec, record)));
    }
}

void removeRow(Database& database, const RemoveRow& edit)
{
    const RegisterSpec& spec = core::specOf(edit.kind);
    Statement remove = database.prepare(std::format("DELETE FROM {} WHERE id = ?", sqlName(spec.table)));
    remove.bind(1, edit.id);
    remove.run();
    mustChangeOne(database, spec, edit.id);
}

void setOverlap(Database& database, const core::CommunityOverlap& overlap, std::int64_t change)
{
    const auto& [first, second] = std::minmax(overlap.first, overlap.second);
    Statement insert = database.prepare(
        "INSERT INTO community_overlaps (batch, first, second, agreement, area_m2, note, parties, document, settled_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (first, second) DO UPDATE SET agreement = excluded.agreement, area_m2 = excluded.area_m2, note = excluded.note, parties = "
        "excluded.parties, "
        "document = excluded.document, settled_on = excluded.settled_on");
    insert.bind(1, change);
    insert.bind(2, first);
    insert.bind(3, second);
    bindOverlap(insert, 4, overlap);
    insert.run();
}

void removeOverlap(Database& database, const RemoveOverlap& edit)
{
    const auto& [first, second] = std::minmax(edit.first, edit.second);
    Statement remove = database.prepare("DELETE FROM community_overlaps WHERE first = ? AND second = ?");
    remove.bind(1, first);
    remove.bind(2, second);
    remove.run();
    if (sqlite3_changes(database.handle()) != 1)
        refuse(ErrorCode::UnknownId, std::format("Communities '{}' and '{}' do not overlap in this place.", first, second));
}

void setDistrict(Database& database, const core::District& district, int srid)
{
    if (district.name.empty()) refuse(ErrorCode::BadInput, "A place needs a name.");
    if (district.epsg != srid)
        refuse(ErrorCode::BadInput, std::format("The coordinate system of a place cannot be changed; '{}' stays in EPSG:{}.", database.fileName(), srid));
    Statement update = database.prepare("UPDATE place SET name = ?, currency = ?, fictional = ?");
    update.bind(1, district.name);
    update.bind(2, district.currency);
    update.bind(3, std::int64_t{district.fictional});
    update.run();
}

/// Writes one edit after the other and knows which tables they touched.
class Writing {
public:
    Writing(Database& database, std::int64_t change, int srid, const GroundArea& groundArea) :
        m_database(database), m_change(change), m_srid(srid), m_groundArea(groundArea)
    {
    }

    void operator()(const SetField& edit) { setField(m_database, edit), touch(edit.kind); }
    void operator()(const SetShape& edit) { setShape(m_database, edit, m_srid, m_groundArea), touch(edit.kind); }
    void operator()(const AddRow& edit) { addRow(m_database, edit, m_change, m_srid, m_groundArea), touch(edit.kind); }
    void operator()(const RemoveRow& edit) { removeRow(m_database, edit), touch(edit.kind); }
    void operator()(const SetOverlap& edit) { setOverlap(m_database, edit.overlap, m_change), m_touched.emplace("community_overlaps"); }
    void operator()(const RemoveOverlap& edit) { removeOverlap(m_database, edit), m_touched.emplace("community_overlaps"); }

    void operator()(const SetDistrict& edit) { setDistrict(m_database, edit.district, m_srid), m_touched.emplace(kPlaceTable); }

    [[nodiscard]] TouchedTables touched() const { return m_touched; }

private:
    void touch(core::RegisterKind kind) { m_touched.emplace(core::specOf(kind).table); }

    Database& m_database;
    std::int64_t m_change;
    int m_srid;
    const GroundArea& m_groundArea;
    TouchedTables m_touched;
};

std::optional<core::RegisterKind> registerOf(const Edit& edit)
{
    return std::visit(
        [](const auto& one) -> std::optional<core::RegisterKind> {
            if constexpr (requires { one.kind; })
                return one.kind;
            else if constexpr (std::is_same_v<std::decay_t<decltype(one)>, SetDistrict>)
                return std::nullopt;
            else
                return core::RegisterKind::Communities;
        },
        edit);
}

} // namespace

Walked writeEdits(Database& database, const std::vector<Edit>& edits, const Reason& reason, int srid, const GroundArea& groundArea)
{
    if (edits.empty()) refuse(ErrorCode::BadInput, "There is nothing to change.");
    const std::int64_t number = beginChange(database, "edit", registerOf(edits.front()), reason.what, reason.why);
    Recorder recorder(database);
    Writing writing(database, number, srid, groundArea);
    const bool ofRounds = touchesRounds(edits);
    const Overdrafts before = ofRounds ? overdrafts(database) : Overdrafts();
    for (const Edit& edit : edits) std::visit(writing, edit);
    if (ofRounds) refuseSilentOverdraft(database, before, reason.why);
    recorder.store(number);
    return {number, writing.touched()};
}

} // namespace hereabouts::gis::detail
