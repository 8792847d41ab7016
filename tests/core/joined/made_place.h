// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/joined/place_snapshot.h"
#include "tests/core/drawn_map.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace hereabouts::test {

/// A place put together in memory, row by row: fields by name, the rest nothing.
class MadePlace {
public:
    MadePlace()
    {
        m_place.district = {.name = "Testland", .epsg = 2193, .currency = "NZD", .fictional = true};
        for (const core::RegisterKind kind : core::kAllRegisters) m_tables.emplace(kind, core::RegisterTable(core::specOf(kind)));
    }

    MadePlace& add(core::RegisterKind kind, std::map<std::string, core::Value> fields, core::Geometry geometry = {})
    {
        const core::RegisterSpec& spec = core::specOf(kind);
        core::Record record{.id = static_cast<std::int64_t>(m_tables.at(kind).size()) + 1, .values = {}, .geometry = std::move(geometry)};
        if (const auto* area = std::get_if<core::MultiPolygon>(&record.geometry)) record.groundSquareMetres = core::planarArea(*area);
        for (const core::Field& field : spec.fields) record.values.push_back(fields[std::string(field.name)]);
        if (spec.hasEditions) addEdition(kind, std::get<std::string>(fields.at("edition")));
        m_tables.at(kind).append(std::move(record));
        return *this;
    }

    /// Every letter of the drawing as an area of an edition, the letter its code and name.
    MadePlace& addAreas(core::RegisterKind kind, const std::string& edition, std::string_view drawing)
    {
        for (auto& [letter, area] : DrawnMap(drawing).areas()) {
            add(kind, {{"code", std::string(1, letter)}, {"name", "Area " + std::string(1, letter)}, {"edition", edition}}, std::move(area));
        }
        return *this;
    }

    MadePlace& addOverlap(core::CommunityOverlap overlap)
    {
        m_place.overlaps.push_back(std::move(overlap));
        return *this;
    }

    [[nodiscard]] core::PlaceSnapshot place() const
    {
        core::PlaceSnapshot place = m_place;
        for (const core::RegisterKind kind : core::kAllRegisters) {
            place.registers[static_cast<std::size_t>(kind)] = std::make_shared<const core::RegisterTable>(m_tables.at(kind));
            place.details[static_cast<std::size_t>(kind)] = std::make_shared<const core::DetailLevels>();
        }
        return place;
    }

private:
    void addEdition(core::RegisterKind kind, const std::string& name)
    {
        const auto known = std::ranges::find_if(m_place.editions, [&](const core::AreaEdition& edition) { return edition.kind == kind && edition.name == name; });
        if (known != m_place.editions.end()) ++known->areas;
        else m_place.editions.insert(m_place.editions.begin(), {.kind = kind, .name = name, .areas = 1});
    }

    core::PlaceSnapshot m_place;
    std::map<core::RegisterKind, core::RegisterTable> m_tables;
};

} // namespace hereabouts::test
