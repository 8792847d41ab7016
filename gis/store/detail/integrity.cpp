// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/detail/integrity.h"

#include "gis/store/detail/schema.h"

#include <format>
#include <string>

namespace hereabouts::gis::detail {

std::vector<core::Finding> findDatabaseFaults(Database& database)
{
    std::vector<core::Finding> findings;
    const auto add = [&](std::int64_t row, std::string field, std::string message) {
        findings.push_back({.severity = core::Severity::Rejected, .row = row, .field = std::move(field), .message = std::move(message)});
    };
    Statement integrity = database.prepare("PRAGMA integrity_check(100)");
    while (integrity.step()) {
        if (integrity.text(0) != "ok") add(0, "", std::format("'{}' is damaged: {}. Go back to a copy of it.", database.fileName(), integrity.text(0)));
    }
    Statement references = database.prepare("PRAGMA foreign_key_check");
    while (references.step()) {
        add(references.integer(1), "", std::format("Row {} of {} refers to a row of {} that is not there.", references.integer(1), references.text(0), references.text(2)));
    }
    for (const core::RegisterKind kind : core::kAllRegisters) {
        const core::RegisterSpec& spec = core::specOf(kind);
        for (const ShapeColumn& shape : shapeColumnsOf(spec)) {
            if (database.integer(std::format("SELECT CheckSpatialIndex('{}', '{}')", spec.table, shape.name)) == 1) continue;
            add(0, "geometry", std::format("The spatial index of {} does not match its shapes. In QGIS or spatialite run RecoverSpatialIndex('{}', '{}').", spec.title, spec.table, shape.name));
        }
    }
    return findings;
}

} // namespace hereabouts::gis::detail
