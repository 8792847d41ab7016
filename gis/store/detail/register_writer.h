// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/geometry/detail_levels.h"
#include "core/register/register_table.h"
#include "gis/store/detail/schema.h"
#include "gis/store/detail/sqlite.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::gis::detail {

/// Refuses (BadInput, naming the row) what must never reach the file: a missing value of a required field, a value of another type, a number that is
/// not finite, a shape of a kind the register does not hold or with a coordinate that is not finite. Done before any INSERT because SpatiaLite's
/// triggers answer a bad row by rolling back the rows before it.
void checkRecord(const core::RegisterSpec& spec, const core::Record& record, std::string_view rowName);
void checkValue(const core::Field& field, const core::Value& value, std::string_view rowName);
void checkShape(const core::RegisterSpec& spec, const core::Geometry& geometry, std::string_view rowName);

/// Writes rows of one register. @pre they have passed checkRecord()
class RegisterWriter {
public:
    RegisterWriter(Database& database, const core::RegisterSpec& spec, int srid, std::int64_t batch);
    void insert(std::int64_t id, const core::Record& record);
    /// A simpler drawing of the row that insert() wrote last.
    void insertDetail(double toleranceMetres, const core::Geometry& shape);

private:
    Statement m_insert;
    Statement m_insertDetail;
    const core::RegisterSpec* m_spec;
    int m_srid;
    std::int64_t m_lastId = 0;
    std::int64_t m_lastMark = 0;
    std::vector<std::byte> m_blob; // used for every row
};

/// Binds a value as its field is stored: dates as text, the rest as they are.
void bindValue(Statement& statement, int parameter, core::FieldType type, const core::Value& value);

/// Index of the geometry column that holds this shape. @pre the shape is of a kind the register holds, and not none
[[nodiscard]] std::size_t shapeColumnFor(const core::RegisterSpec& spec, const core::Geometry& geometry);

} // namespace hereabouts::gis::detail
