// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/joined/place_snapshot.h"

#include <string>
#include <utility>
#include <vector>

namespace hereabouts::test {

using core::RegisterKind;

/// A row told by field names; fields not named hold nothing.
using Told = std::vector<std::pair<std::string, core::Value>>;

/// A square with its south-west corner at (x, y), in kilometres from the corner of the place.
inline core::MultiPolygon square(double x, double y, double side)
{
    constexpr double kEast = 1'600'000;
    constexpr double kNorth = 5'700'000;
    const auto at = [&](double dx, double dy) { return core::Point{kEast + 1000 * (x + dx), kNorth + 1000 * (y + dy)}; };
    return {{.outer = {at(0, 0), at(side, 0), at(side, side), at(0, side), at(0, 0)}, .holes = {}}};
}

inline core::Point spot(double x, double y) { return square(x, y, 0)[0].outer[0]; }

/// Builds a snapshot row by row. The ground area of a square is given as its plane area: what is tested is drawn, not measured.
class SmallPlace {
public:
    SmallPlace()
    {
        m_place.district = {.name = "Four Corners", .epsg = 2193, .currency = "NZD", .fictional = true};
        for (const RegisterKind kind : core::kAllRegisters) {
            m_tables.emplace_back(core::specOf(kind));
            m_place.details[static_cast<std::size_t>(kind)] = std::make_shared<const core::DetailLevels>();
        }
    }
    SmallPlace& add(RegisterKind kind, const Told& told, core::Geometry geometry = {})
    {
        const core::RegisterSpec& spec = core::specOf(kind);
        core::RegisterTable& table = m_tables[static_cast<std::size_t>(kind)];
        core::Record record;
        record.id = static_cast<std::int64_t>(table.size()) + 1;
        record.values.resize(spec.fields.size());
        for (const auto& [field, value] : told) record.values[spec.fieldIndex(field).value()] = value;
        if (const auto* area = std::get_if<core::MultiPolygon>(&geometry)) record.groundSquareMetres = core::planarArea(*area);
        record.geometry = std::move(geometry);
        table.append(std::move(record));
        return *this;
    }
    SmallPlace& edition(RegisterKind kind, std::string name, std::size_t areas)
    {
        m_place.editions.push_back({.kind = kind, .name = std::move(name), .areas = areas});
        return *this;
    }
    SmallPlace& overlap(std::string first, std::string second, core::OverlapAgreement agreement)
    {
        m_place.overlaps.push_back({.first = std::move(first), .second = std::move(second), .agreement = agreement, .squareMetres = 1, .note = {}});
        return *this;
    }
    [[nodiscard]] core::SnapshotPtr snapshot() const
    {
        auto place = std::make_shared<core::PlaceSnapshot>(m_place);
        for (std::size_t i = 0; i < m_tables.size(); ++i) place->registers[i] = std::make_shared<const core::RegisterTable>(m_tables[i]);
        return place;
    }

private:
    core::PlaceSnapshot m_place;
    std::vector<core::RegisterTable> m_tables;
};

/// Four boards of 10 km, two by two, NW and NE above SW and SE, each with one small area of people; one supplier in three of them and one unlocated; three
/// communities, of which two overlap and one has no plan; four proposals and three ballots.
inline SmallPlace fourCorners()
{
    using namespace std::string_literals;
    SmallPlace place;
    const std::vector<std::pair<std::string, core::MultiPolygon>> corners{{"SW", square(0, 0, 10)}, {"SE", square(10, 0, 10)}, {"NW", square(0, 10, 10)}, {"NE", square(10, 10, 10)}};
    std::int64_t people = 0;
    for (const auto& [code, shape] : corners) {
        people += 1000; // 1,000, 2,000, 3,000 and 4,000
        place.add(RegisterKind::Boards, {{"code", code}, {"name", "Board "s + code}, {"edition", "boards 2025"s}}, shape);
        place.add(RegisterKind::SmallAreas, {{"code", code + "1"}, {"edition", "small areas 2023"s}, {"population", people}}, shape);
    }
    place.edition(RegisterKind::Boards, "boards 2025", 4).edition(RegisterKind::SmallAreas, "small areas 2023", 4);

    place.add(RegisterKind::Suppliers, {{"code", "A"s}, {"name", "A"s}, {"location_basis", "operating"s}}, spot(5, 5));
    place.add(RegisterKind::Suppliers, {{"code", "B"s}, {"name", "B"s}, {"location_basis", "operating"s}}, spot(15, 5));
    place.add(RegisterKind::Suppliers, {{"code", "C"s}, {"name", "C"s}, {"location_basis", "operating"s}}, spot(5, 15));
    place.add(RegisterKind::Suppliers, {{"code", "U"s}, {"name", "U"s}, {"location_basis", "none"s}});
    const std::vector<std::pair<std::string, std::int64_t>> payments{{"A", 500'000'00}, {"B", 4'000'000'00}, {"C", 300'000'00}, {"U", 200'000'00}};
    for (const auto& [supplier, cents] : payments) {
        place.add(RegisterKind::Payments, {{"anchor", "A1"s}, {"paid_on", std::int64_t{20000}}, {"supplier", supplier}, {"supplier_name", supplier}, {"amount", cents}});
    }

    place.add(RegisterKind::Communities, {{"code", "C01"s}, {"name", "Harbour"s}, {"status", "recognised"s}}, square(1, 1, 6));
    place.add(RegisterKind::Communities, {{"code", "C02"s}, {"name", "Old Town"s}, {"status", "provisional"s}}, square(5, 5, 6));
    place.add(RegisterKind::Communities, {{"code", "C03"s}, {"name", "Quiet"s}, {"status", "recognised"s}}, square(14, 14, 4));
    place.add(RegisterKind::Communities, {{"code", "C04"s}, {"name", "Fellowship"s}, {"status", "recognised"s}});
    place.overlap("C01", "C02", core::OverlapAgreement::Agreed);
    const auto plan = [&place](const std::string& code, const std::string& community, const std::string& first, const std::string& second) {
        place.add(RegisterKind::Plans, {{"code", code}, {"community", community}, {"title", code}, {"status", "current"s}});
        place.add(RegisterKind::Priorities, {{"code", code + "-01"}, {"plan", code}, {"rank", std::int64_t{1}}, {"theme", first}, {"statement", "Do "s + first}, {"supporters", std::int64_t{40}}});
        place.add(RegisterKind::Priorities, {{"code", code + "-02"}, {"plan", code}, {"rank", std::int64_t{2}}, {"theme", second}, {"statement", "Do "s + second}, {"supporters", std::int64_t{15}}});
    };
    plan("P01", "C01", "housing", "flooding");
    plan("P02", "C02", "flooding", "transport");
    plan("P04", "C04", "housing", "youth");

    const auto proposal = [&place](const std::string& code, const std::string& result, std::int64_t cents, core::Geometry where) {
        place.add(RegisterKind::Proposals, {{"code", code}, {"title", code}, {"cost", cents}, {"stage", result.empty() ? "submitted"s : "on ballot"s}, {"result", result}}, std::move(where));
    };
    proposal("SW-01", "won", 20'000'00, spot(3, 3));
    proposal("SE-01", "not funded", 30'000'00, spot(13, 3));
    proposal("NW-01", "won", 5'000'00, core::Geometry{});
    proposal("NE-01", "", 1'000'00, spot(13, 13));
    place.add(RegisterKind::Ballots, {{"receipt", "r1"s}, {"choices", "NW-01;SW-01"s}});
    place.add(RegisterKind::Ballots, {{"receipt", "r2"s}, {"choices", "SE-01;SW-01"s}});
    place.add(RegisterKind::Ballots, {{"receipt", "r3"s}, {"choices", "SW-01"s}});

    place.add(RegisterKind::Anchors, {{"code", "A1"s}, {"name", "Council"s}, {"site", "Offices"s}}, spot(4, 12));
    const auto ground = [&place](const std::string& feature, const std::string& name, std::int64_t importance, core::Geometry shape) {
        place.add(RegisterKind::Basemap, {{"feature", feature}, {"name", name}, {"importance", importance}}, std::move(shape));
    };
    ground("land", "", 1, square(-3, -3, 25));
    ground("lake", "Still Water", 2, square(16, 6, 2));
    ground("road", "Cross Road", 1, core::MultiLine{{spot(0, 9), spot(9, 10.5), spot(20, 10)}});
    ground("road", "Mill Lane", 4, core::MultiLine{{spot(2, 0), spot(2, 20)}});
    ground("river", "Long River", 1, core::MultiLine{{spot(20, 18), spot(12, 12), spot(8, 4), spot(8, -3)}});
    ground("rail", "", 1, core::MultiLine{{spot(0, 2), spot(20, 3)}});
    ground("town", "Middle", 1, spot(10, 10));
    return place;
}

} // namespace hereabouts::test
