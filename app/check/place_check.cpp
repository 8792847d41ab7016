// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/place_check.h"

#include "core/joined/area_set.h"
#include "core/joined/people_counter.h"
#include "gis/shapes/repair.h"

namespace hereabouts::app {

using core::RegisterKind;

namespace {

std::vector<core::MultiPolygon> groundOf(const core::RegisterTable& table, const std::vector<std::size_t>& rows)
{
    std::vector<core::MultiPolygon> areas;
    areas.reserve(rows.size());
    for (const std::size_t row : rows) {
        const auto* area = std::get_if<core::MultiPolygon>(&table.geometry(row));
        areas.push_back(area ? *area : core::MultiPolygon{});
    }
    return areas;
}

core::Result<void> addCoverage(PlaceCheck& check, const core::PlaceSnapshot& place, const core::AreaSet& set, const core::PeopleCounter& people, const core::Job& job)
{
    const core::RegisterTable& table = place.at(set.kind);
    const std::vector<core::MultiPolygon> areas = groundOf(table, set.rows);
    auto faults = gis::coverageFaults(areas, job);
    if (!faults) return std::unexpected(std::move(faults.error()));
    for (gis::CoverageFault& fault : *faults) {
        const auto counted = people.of(fault.shape);
        CoverageTrouble trouble{.edition = set.name, .kind = set.kind, .fault = fault.kind, .ids = {}, .names = {}, .squareMetres = fault.squareMetres,
            .people = counted ? counted->byGround : 0, .shape = std::move(fault.shape), .where = fault.where};
        for (const std::size_t area : fault.areas) {
            const std::size_t row = set.rows[area];
            const std::string_view name = table.text("name").at(row);
            trouble.ids.push_back(table.id(row));
            trouble.names.emplace_back(name.empty() ? table.text("code").at(row) : name);
        }
        check.coverage.push_back(std::move(trouble));
    }
    return {};
}

/// A shape that settling has to repair was not valid.
core::Result<void> addShapes(PlaceCheck& check, const core::RegisterTable& table, const core::Job& job)
{
    const bool coded = table.spec().fieldIndex("code").has_value();
    for (std::size_t row = 0; row < table.geometries().size(); ++row) {
        if (job.stopped()) return core::fail(core::ErrorCode::Cancelled, "Stopped.");
        if (!std::holds_alternative<core::MultiPolygon>(table.geometry(row))) continue;
        const auto settled = gis::settle(table.geometry(row));
        if (settled && !settled->repaired) continue;
        check.shapes.push_back({.kind = table.spec().kind, .id = table.id(row), .code = coded ? std::string(table.text("code").at(row)) : std::to_string(table.id(row)),
            .reason = settled ? settled->reason : settled.error().message});
    }
    return {};
}

} // namespace

std::string_view faultName(gis::CoverageFaultKind kind)
{
    switch (kind) {
    case gis::CoverageFaultKind::Gap: return "Gap";
    case gis::CoverageFaultKind::Overlap: return "Overlap";
    case gis::CoverageFaultKind::Sliver: return "Sliver";
    case gis::CoverageFaultKind::Duplicate: return "Duplicate";
    }
    return {};
}

core::Result<PlaceCheck> checkPlace(const core::PlaceSnapshot& place, const core::Job& job)
{
    PlaceCheck check;
    const core::PeopleCounter people(place);
    for (const core::AreaSet& set : core::areaSetsOf(place)) {
        if (!core::specOf(set.kind).covers) continue;
        job.tell(-1, "Checking " + set.name);
        if (auto added = addCoverage(check, place, set, people, job); !added) return std::unexpected(std::move(added.error()));
    }
    for (const RegisterKind kind : core::kAllRegisters) {
        job.tell(-1, "Checking shapes");
        if (auto added = addShapes(check, place.at(kind), job); !added) return std::unexpected(std::move(added.error()));
    }
    check.references = core::looseEnds(place);
    return check;
}

} // namespace hereabouts::app
