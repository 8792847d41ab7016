// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/detail/register_reader.h"

#include "core/base/date.h"
#include "gis/store/detail/schema.h"
#include "gis/store/detail/shape_blob.h"
#include "gis/store/detail/trouble.h"

#include <cmath>
#include <format>
#include <map>
#include <string>

namespace hereabouts::gis::detail {

namespace {

using core::Column;
using core::Field;
using core::FieldType;
using core::Geometry;
using core::RegisterSpec;

constexpr int kFirstField = 1; // after the id

std::string selectSql(const RegisterSpec& spec)
{
    std::string columns = "id";
    for (const Field& field : spec.fields) columns += ", " + sqlName(field.name);
    for (const ShapeColumn& shape : shapeColumnsOf(spec)) columns += ", " + sqlName(shape.name);
    if (mayHaveArea(spec)) columns += ", area_m2";
    return std::format("SELECT {} FROM {} ORDER BY id", columns, sqlName(spec.table));
}

std::vector<Column> emptyColumns(const RegisterSpec& spec, std::size_t rows)
{
    std::vector<Column> columns;
    for (const Field& field : spec.fields) {
        if (field.type == FieldType::Text || field.type == FieldType::Codes) {
            std::get<core::TextColumn>(columns.emplace_back(core::TextColumn{})).reserve(rows);
        } else if (field.type == FieldType::Real) {
            std::get<core::RealColumn>(columns.emplace_back(core::RealColumn{})).reserve(rows);
        } else {
            std::get<core::IntegerColumn>(columns.emplace_back(core::IntegerColumn{})).reserve(rows);
        }
    }
    return columns;
}

/// Reads the rows of one register into columns.
class Rows {
public:
    Rows(Database& database, const RegisterSpec& spec, int srid, const GroundArea& groundArea, bool wantsMarks) :
        m_spec(spec), m_srid(srid), m_groundArea(groundArea), m_wantsMarks(wantsMarks), m_select(database.prepare(selectSql(spec))),
        m_shapes(shapeColumnsOf(spec).size()), m_hasArea(mayHaveArea(spec))
    {
        const auto rows = static_cast<std::size_t>(database.integer(std::format("SELECT count(*) FROM {}", sqlName(spec.table))));
        ids.reserve(rows);
        columns = emptyColumns(spec, rows);
        if (m_shapes > 0) {
            geometries.reserve(rows);
            areas.reserve(rows);
        }
    }

    bool next()
    {
        if (!m_select.step()) return false;
        ids.push_back(m_select.integer(0));
        for (std::size_t i = 0; i < columns.size(); ++i) readField(i);
        if (m_shapes > 0) readShape();
        return true;
    }

    std::vector<std::int64_t> ids;
    std::vector<Column> columns;
    std::vector<Geometry> geometries;
    std::vector<double> areas;
    std::vector<std::int64_t> marks; // of each row's shape, if wanted
    std::vector<core::Finding> findings;

private:
    void readField(std::size_t field)
    {
        const int at = kFirstField + static_cast<int>(field);
        const bool none = m_select.isNone(at);
        if (auto* text = std::get_if<core::TextColumn>(&columns[field])) {
            none ? text->appendNone() : text->append(m_select.text(at));
        } else if (auto* reals = std::get_if<core::RealColumn>(&columns[field])) {
            reals->push_back(none ? std::nan("") : m_select.real(at));
        } else {
            std::get<core::IntegerColumn>(columns[field]).push_back(none ? core::kNoInteger : whole(field, at));
        }
    }

    std::int64_t whole(std::size_t field, int at)
    {
        if (m_spec.fields[field].type != FieldType::Date) return m_select.integer(at);
        const auto date = core::Date::fromIso(m_select.text(at));
        if (!date) note(std::string(m_spec.fields[field].name), std::format("'{}' is not a date written as year-month-day; it is read as no date.", m_select.text(at)));
        return date ? date->days() : core::kNoInteger;
    }

    void readShape()
    {
        Geometry geometry;
        std::int64_t mark = 0;
        const int first = kFirstField + static_cast<int>(columns.size());
        for (std::size_t i = 0; i < m_shapes; ++i) {
            const auto blob = m_select.bytes(first + static_cast<int>(i));
            if (blob.empty()) continue;
            auto read = fromShapeBlob(blob, m_srid);
            if (!read) {
                note("geometry", std::format("the shape {}; it is not drawn.", read.error().message));
                continue;
            }
            geometry = std::move(*read);
            if (m_wantsMarks) mark = markOf(blob);
            break;
        }
        areas.push_back(areaOf(geometry, first + static_cast<int>(m_shapes)));
        geometries.push_back(std::move(geometry));
        if (m_wantsMarks) marks.push_back(mark);
    }

    double areaOf(const Geometry& geometry, int at)
    {
        const auto* area = std::get_if<core::MultiPolygon>(&geometry);
        if (!area || !m_hasArea) return 0;
        return m_select.isNone(at) ? m_groundArea(*area) : m_select.real(at);
    }

    void note(std::string field, std::string_view message)
    {
        findings.push_back({.severity = core::Severity::Warning, .row = ids.back(), .field = std::move(field),
            .message = std::format("Row {} of {}: {}", ids.back(), m_spec.title, message)});
    }

    const RegisterSpec& m_spec;
    int m_srid;
    const GroundArea& m_groundArea;
    bool m_wantsMarks;
    Statement m_select;
    std::size_t m_shapes;
    bool m_hasArea;
};

/// The simpler drawing of one row at one tolerance, as stored.
struct StoredDetail {
    std::size_t row;
    Geometry shape;
};

core::DetailLevels readDetails(Database& database, const core::RegisterTable& table, const std::vector<std::int64_t>& marks, int srid, const core::Job& job)
{
    std::map<double, std::vector<StoredDetail>> byTolerance;
    Statement select = database.prepare("SELECT row, of_shape, tolerance_m, shape FROM shape_details WHERE register = ?");
    select.bind(1, table.spec().table);
    while (select.step()) {
        if (job.stopped()) refuse(core::ErrorCode::Cancelled, "Stopped while reading the place.");
        const std::size_t row = table.rowOfId(select.integer(0));
        if (row == table.size() || marks[row] != select.integer(1)) continue;
        auto shape = fromShapeBlob(select.bytes(3), srid);
        if (shape) byTolerance[select.real(2)].push_back({row, std::move(*shape)});
    }
    core::DetailLevels levels;
    for (auto& [tolerance, stored] : byTolerance) {
        core::DetailLevel level{.toleranceMetres = tolerance, .shapes = {}};
        std::vector<bool> drawn(table.size(), false);
        level.shapes.resize(table.size());
        for (StoredDetail& detail : stored) {
            drawn[detail.row] = true;
            level.shapes[detail.row] = std::move(detail.shape);
        }
        const std::vector<Geometry>& finer = levels.empty() ? table.geometries() : levels.back().shapes;
        for (std::size_t row = 0; row < table.size(); ++row) {
            if (!drawn[row]) level.shapes[row] = finer[row];
        }
        levels.push_back(std::move(level));
    }
    return levels;
}

} // namespace

ReadRegister readRegister(Database& database, const RegisterSpec& spec, int srid, const GroundArea& groundArea, const core::Job& job)
{
    Statement hasDetails = database.prepare("SELECT EXISTS (SELECT 1 FROM shape_details WHERE register = ?)");
    hasDetails.bind(1, spec.table);
    const bool wantsMarks = hasDetails.step() && hasDetails.integer(0) == 1;
    Rows rows(database, spec, srid, groundArea, wantsMarks);
    while (rows.next()) {
        if (rows.ids.size() % 1024 == 0 && job.stopped()) refuse(core::ErrorCode::Cancelled, "Stopped while reading the place.");
    }
    ReadRegister read;
    auto table = std::make_shared<core::RegisterTable>(spec, std::move(rows.ids), std::move(rows.columns), std::move(rows.geometries), std::move(rows.areas));
    read.details = std::make_shared<core::DetailLevels>(wantsMarks ? readDetails(database, *table, rows.marks, srid, job) : core::DetailLevels{});
    read.table = std::move(table);
    read.findings = std::move(rows.findings);
    return read;
}

} // namespace hereabouts::gis::detail
