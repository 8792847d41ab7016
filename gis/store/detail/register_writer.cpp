// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/detail/register_writer.h"

#include "core/base/date.h"
#include "gis/store/detail/shape_blob.h"
#include "gis/store/detail/trouble.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace hereabouts::gis::detail {

namespace {

using core::ErrorCode;
using core::Field;
using core::FieldType;
using core::Geometry;
using core::GeometryRule;
using core::RegisterSpec;
using core::Value;

bool isOfType(FieldType type, const Value& value)
{
    switch (type) {
    case FieldType::Text:
    case FieldType::Codes: return std::holds_alternative<std::string>(value);
    case FieldType::Real: return std::holds_alternative<double>(value);
    default: return std::holds_alternative<std::int64_t>(value);
    }
}

bool isNothing(const Value& value)
{
    const auto* text = std::get_if<std::string>(&value);
    return std::holds_alternative<std::monostate>(value) || (text && text->empty());
}

bool isClosed(const core::Ring& ring) { return ring.size() >= 4 && ring.front() == ring.back(); }

bool isWellFormed(const Geometry& geometry)
{
    if (const auto* lines = std::get_if<core::MultiLine>(&geometry)) {
        return !lines->empty() && std::ranges::all_of(*lines, [](const core::Line& line) { return line.size() >= 2; });
    }
    const auto* area = std::get_if<core::MultiPolygon>(&geometry);
    return !area || (!area->empty() && std::ranges::all_of(*area, [](const core::Polygon& polygon) {
        return isClosed(polygon.outer) && std::ranges::all_of(polygon.holes, isClosed);
    }));
}

bool holds(GeometryRule rule, const Geometry& geometry)
{
    const bool none = std::holds_alternative<std::monostate>(geometry);
    switch (rule) {
    case GeometryRule::None: return none;
    case GeometryRule::Polygon: return std::holds_alternative<core::MultiPolygon>(geometry);
    case GeometryRule::PolygonOrNone: return none || std::holds_alternative<core::MultiPolygon>(geometry);
    case GeometryRule::PointOrNone: return none || std::holds_alternative<core::Point>(geometry);
    case GeometryRule::Any: return !none;
    case GeometryRule::AnyOrNone: return true;
    }
    return false;
}

std::string insertSql(const RegisterSpec& spec)
{
    std::string columns = "id, batch", values = "?, ?";
    const auto add = [&](std::string_view name) {
        columns += ", " + sqlName(name);
        values += ", ?";
    };
    for (const Field& field : spec.fields) add(field.name);
    for (const ShapeColumn& shape : shapeColumnsOf(spec)) add(shape.name);
    if (mayHaveArea(spec)) add("area_m2");
    return std::format("INSERT INTO {} ({}) VALUES ({})", sqlName(spec.table), columns, values);
}

} // namespace

void checkValue(const Field& field, const Value& value, std::string_view rowName)
{
    if (isNothing(value)) {
        if (field.required) refuse(ErrorCode::BadInput, std::format("{} has no {}, which every row needs.", rowName, field.name));
        return;
    }
    if (!isOfType(field.type, value)) refuse(ErrorCode::BadInput, std::format("{}: the value of {} is of another type than the field.", rowName, field.name));
    if (const auto* number = std::get_if<double>(&value); number && !std::isfinite(*number)) {
        refuse(ErrorCode::BadInput, std::format("{}: {} is not a finite number.", rowName, field.name));
    }
    const auto* whole = std::get_if<std::int64_t>(&value);
    if (!whole) return;
    if (*whole == core::kNoInteger) refuse(ErrorCode::BadInput, std::format("{}: {} is too small a number to be kept.", rowName, field.name));
    if (field.type == FieldType::Date && !core::Date::fromDays(*whole)) {
        refuse(ErrorCode::BadInput, std::format("{}: {} is outside the years 1 to 9999.", rowName, field.name));
    }
}

void checkShape(const RegisterSpec& spec, const Geometry& geometry, std::string_view rowName)
{
    if (!holds(spec.geometry, geometry)) refuse(ErrorCode::BadInput, std::format("{} has a shape of a kind that {} does not hold.", rowName, spec.title));
    if (!isFinite(geometry)) refuse(ErrorCode::BadInput, std::format("{} has a coordinate that is not a finite number.", rowName));
    if (!isWellFormed(geometry)) refuse(ErrorCode::BadInput, std::format("{} has an empty line or a ring that is not closed.", rowName));
}

void checkRecord(const RegisterSpec& spec, const core::Record& record, std::string_view rowName)
{
    if (record.values.size() != spec.fields.size()) {
        refuse(ErrorCode::BadInput, std::format("{} has {} values where {} has {} fields.", rowName, record.values.size(), spec.title, spec.fields.size()));
    }
    for (std::size_t i = 0; i < spec.fields.size(); ++i) checkValue(spec.fields[i], record.values[i], rowName);
    checkShape(spec, record.geometry, rowName);
    if (!std::isfinite(record.groundSquareMetres)) refuse(ErrorCode::BadInput, std::format("{}: its area is not a finite number.", rowName));
}

void bindValue(Statement& statement, int parameter, FieldType type, const Value& value)
{
    if (isNothing(value)) return statement.bindNone(parameter);
    if (const auto* text = std::get_if<std::string>(&value)) return statement.bind(parameter, std::string_view(*text));
    if (const auto* real = std::get_if<double>(&value)) return statement.bind(parameter, *real);
    const std::int64_t whole = std::get<std::int64_t>(value);
    if (type != FieldType::Date) return statement.bind(parameter, whole);
    statement.bindCopy(parameter, std::string_view(core::Date::fromDays(whole).value().isoDigits())); // checkValue() has seen it
}

std::size_t shapeColumnFor(const RegisterSpec& spec, const Geometry& geometry)
{
    if (shapeColumnsOf(spec).size() == 1) return 0;
    return std::holds_alternative<core::Point>(geometry) ? 0U : std::holds_alternative<core::MultiLine>(geometry) ? 1U : 2U;
}

RegisterWriter::RegisterWriter(Database& database, const RegisterSpec& spec, int srid, std::int64_t batch) :
    m_insert(database.prepare(insertSql(spec))),
    m_insertDetail(database.prepare("INSERT INTO shape_details (batch, register, row, of_shape, tolerance_m, shape) VALUES (?, ?, ?, ?, ?, ?)")),
    m_spec(&spec), m_srid(srid)
{
    m_insert.bind(2, batch);
    m_insertDetail.bind(1, batch);
    m_insertDetail.bind(2, spec.table);
}

void RegisterWriter::insert(std::int64_t id, const core::Record& record)
{
    int parameter = 1;
    m_insert.bind(parameter++, id);
    ++parameter; // the batch, bound once
    for (std::size_t i = 0; i < m_spec->fields.size(); ++i) bindValue(m_insert, parameter++, m_spec->fields[i].type, record.values[i]);
    const bool hasShape = !std::holds_alternative<std::monostate>(record.geometry);
    const std::size_t filled = hasShape ? shapeColumnFor(*m_spec, record.geometry) : 0;
    if (hasShape) toShapeBlob(record.geometry, m_srid, m_blob);
    for (std::size_t i = 0; i < shapeColumnsOf(*m_spec).size(); ++i) {
        if (hasShape && i == filled) m_insert.bind(parameter++, std::span<const std::byte>(m_blob));
        else m_insert.bindNone(parameter++);
    }
    if (mayHaveArea(*m_spec)) {
        if (std::holds_alternative<core::MultiPolygon>(record.geometry)) m_insert.bind(parameter++, record.groundSquareMetres);
        else m_insert.bindNone(parameter++);
    }
    m_insert.run();
    m_lastId = id;
    m_lastMark = hasShape ? markOf(m_blob) : 0;
}

void RegisterWriter::insertDetail(double toleranceMetres, const Geometry& shape)
{
    toShapeBlob(shape, m_srid, m_blob);
    m_insertDetail.bind(3, m_lastId);
    m_insertDetail.bind(4, m_lastMark);
    m_insertDetail.bind(5, toleranceMetres);
    if (m_blob.empty()) m_insertDetail.bindNone(6);
    else m_insertDetail.bind(6, std::span<const std::byte>(m_blob));
    m_insertDetail.run();
}

} // namespace hereabouts::gis::detail
