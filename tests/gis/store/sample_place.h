// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/store/place_file.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <filesystem>
#include <format>
#include <string>
#include <string_view>

namespace hereabouts::test {

/// A folder of its own that is gone when the test is.
class TemporaryFolder {
public:
    TemporaryFolder()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "hereabouts-store-XXXXXX").string();
        m_path = mkdtemp(pattern.data());
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() { std::filesystem::remove_all(m_path); }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

inline const core::District kCoast{.name = "Test Coast", .epsg = 2193, .currency = "NZD", .fictional = true};

inline gis::PlaceFile newPlace(const std::filesystem::path& path)
{
    auto place = gis::PlaceFile::create(path, kCoast);
    if (!place) FAIL(place.error().message);
    return std::move(*place);
}

inline gis::PlaceFile openPlace(const std::filesystem::path& path)
{
    auto place = gis::PlaceFile::open(path);
    if (!place) FAIL(place.error().message);
    return std::move(*place);
}

/// A square with its south-west corner at (x, y), with a square hole in its middle if asked.
inline core::MultiPolygon square(double x, double y, double side, bool holed = false)
{
    const auto ring = [](double left, double bottom, double size) {
        return core::Ring{{left, bottom}, {left + size, bottom}, {left + size, bottom + size}, {left, bottom + size}, {left, bottom}};
    };
    core::Polygon polygon{.outer = ring(x, y, side), .holes = {}};
    if (holed) polygon.holes.push_back(ring(x + side / 4, y + side / 4, side / 2));
    return {polygon};
}

/// A shape that the register holds; rows go through the kinds it holds in turn.
inline core::Geometry shapeFor(core::GeometryRule rule, int row)
{
    const double x = 1'500'000 + 1000.0 * (row % 400), y = 5'500'000 + 0.25 * (row % 1000);
    const core::MultiLine line{{{x, y}, {x + 10, y + 20}}, {{x, y + 1}, {x + 3, y + 4}, {x + 5, y + 6}}};
    switch (rule) {
    case core::GeometryRule::None: return {};
    case core::GeometryRule::Polygon: return square(x, y, 900, row % 2 == 0);
    case core::GeometryRule::PolygonOrNone: return row % 3 == 2 ? core::Geometry{} : core::Geometry{square(x, y, 900)};
    case core::GeometryRule::PointOrNone: return row % 3 == 2 ? core::Geometry{} : core::Geometry{core::Point{x, y}};
    case core::GeometryRule::Any:
    case core::GeometryRule::AnyOrNone:
        switch (row % 4) {
        case 0: return core::Point{x, y};
        case 1: return line;
        case 2: return square(x, y, 500);
        default: return rule == core::GeometryRule::Any ? core::Geometry{core::Point{x + 1, y}} : core::Geometry{};
        }
    }
    return {};
}

inline core::Value valueFor(const core::Field& field, int row)
{
    if (!field.required && row % 5 == 4) return {};
    switch (field.type) {
    case core::FieldType::Text:
        if (!field.words.empty()) return std::string(field.words[static_cast<std::size_t>(row) % field.words.size()]);
        return std::format("{} {} Ōtāhuhu", field.name, row);
    case core::FieldType::Codes: return std::format("PKC-{:02};PKC-{:02}", row, row + 1);
    case core::FieldType::Integer: return std::int64_t{field.least.value_or(0) + row % 5};
    case core::FieldType::Real: return 0.125 * row;
    case core::FieldType::Money: return std::int64_t{row * 12345 - (field.least ? 0 : 50'000)};
    case core::FieldType::Date: return std::int64_t{20'000 - 400 * row};
    case core::FieldType::Flag: return std::int64_t{row % 2};
    }
    return {};
}

/// `count` rows that any register takes, all different, every kind of value and shape among them.
inline gis::ImportBatch batchFor(core::RegisterKind kind, int count, int first = 0)
{
    const core::RegisterSpec& spec = core::specOf(kind);
    gis::ImportBatch batch{.kind = kind, .source = std::format("{}.gpkg", spec.name)};
    for (int row = first; row < first + count; ++row) {
        core::Record record{.geometry = shapeFor(spec.geometry, row)};
        for (const core::Field& field : spec.fields) record.values.push_back(field.name == "edition" ? core::Value{"test 2025"} : valueFor(field, row));
        if (const auto* area = std::get_if<core::MultiPolygon>(&record.geometry)) record.groundSquareMetres = core::planarArea(*area) * 1.0004;
        batch.rows.push_back(std::move(record));
    }
    return batch;
}

inline gis::HistoryRow mustImport(gis::PlaceFile& place, const gis::ImportBatch& batch)
{
    const auto row = place.commitImport(batch);
    if (!row) FAIL(row.error().message);
    return *row;
}

inline core::SnapshotPtr mustRead(gis::PlaceFile& place)
{
    const auto snapshot = place.snapshot();
    if (!snapshot) FAIL(snapshot.error().message);
    return *snapshot;
}

/// All rows of a register.
inline std::vector<core::Record> rowsOf(const core::PlaceSnapshot& place, core::RegisterKind kind)
{
    std::vector<core::Record> rows;
    for (std::size_t row = 0; row < place.at(kind).size(); ++row) rows.push_back(place.at(kind).record(row));
    return rows;
}

/// True if two moments hold the same: every value and shape of every register, ids included, and every overlap.
inline bool sameContent(const core::PlaceSnapshot& a, const core::PlaceSnapshot& b)
{
    for (const core::RegisterKind kind : core::kAllRegisters) {
        if (rowsOf(a, kind) != rowsOf(b, kind)) return false;
    }
    return std::ranges::equal(a.overlaps, b.overlaps, [](const core::CommunityOverlap& x, const core::CommunityOverlap& y) {
        return x.first == y.first && x.second == y.second && x.agreement == y.agreement && x.squareMetres == y.squareMetres && x.note == y.note;
    });
}

} // namespace hereabouts::test
