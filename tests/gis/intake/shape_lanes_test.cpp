// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/intake/detail/shape_lanes.h"

#include "gis/read/detail/wire.h"
#include "gis/shapes/wkb.h"

#include <catch2/catch_test_macros.hpp>

#include <stdexcept>

using namespace hereabouts;
using gis::detail::ShapeAtHome;
using gis::detail::ShapeIntake;
using gis::detail::ShapeLanes;

namespace {

constexpr std::size_t kBatches = 60;
constexpr std::size_t kRowsEach = 25;

/// A square in degrees north of Wellington; every seventh is a bow-tie and every eleventh a point.
core::Geometry shapeOfRow(std::size_t row)
{
    const double x = 174.0 + static_cast<double>(row % 50) * 0.01;
    const double y = -41.0 + static_cast<double>(row / 50) * 0.01;
    if (row % 11 == 0) return core::Point{x, y};
    core::Ring ring{{x, y}, {x + 0.01, y}, {x + 0.01, y + 0.01}, {x, y + 0.01}, {x, y}};
    if (row % 7 == 0) std::swap(ring[1], ring[2]);
    return core::MultiPolygon{{.outer = ring, .holes = {}}};
}

gis::SourceBatch batchFrom(std::size_t firstRow)
{
    gis::wire::Writer cells;
    gis::wire::Writer shapes;
    cells.u32(kRowsEach);
    cells.u32(1);
    for (std::size_t row = firstRow; row < firstRow + kRowsEach; ++row) {
        cells.i64(static_cast<std::int64_t>(row + 1));
        cells.text("W" + std::to_string(row));
        const std::vector<std::byte> wkb = gis::toWkb(shapeOfRow(row));
        shapes.u32(static_cast<std::uint32_t>(wkb.size()));
        shapes.append(wkb.data(), wkb.size());
    }
    auto batch = gis::SourceBatch::create(cells.bytes(), shapes.bytes(), 1);
    REQUIRE(batch.has_value());
    return std::move(*batch);
}

ShapeIntake wardsInDegrees()
{
    auto intake = ShapeIntake::create(core::GeometryRule::Polygon, gis::crsFromText("EPSG:4326").value(), false, 2193);
    REQUIRE(intake.has_value());
    return std::move(*intake);
}

ShapeLanes::Bring bringHome(const core::Job& job)
{
    return [&job](const gis::SourceBatch& batch, std::size_t row, ShapeIntake& intake) { return intake.bring(batch.shape(row), job); };
}

ShapeLanes::Settled settledBy(std::size_t lanes)
{
    const core::Job job;
    ShapeLanes settling(wardsInDegrees(), bringHome(job), lanes);
    for (std::size_t batch = 0; batch < kBatches; ++batch) settling.put(batchFrom(batch * kRowsEach));
    return settling.finish();
}

} // namespace

TEST_CASE("shapes come home the same, to the bit and in the source's order, by one thread and by four", "[intake]")
{
    const ShapeLanes::Settled one = settledBy(1);
    const ShapeLanes::Settled four = settledBy(4);
    REQUIRE(one.shapes.size() == kBatches * kRowsEach);
    REQUIRE(four.shapes.size() == one.shapes.size());
    std::size_t repaired = 0;
    std::size_t refused = 0;
    for (std::size_t row = 0; row < one.shapes.size(); ++row) {
        const ShapeAtHome& a = one.shapes[row];
        const ShapeAtHome& b = four.shapes[row];
        const bool same = a.geometry == b.geometry && a.refusal == b.refusal && a.repair == b.repair && a.groundSquareMetres == b.groundSquareMetres
            && a.wasSquareMetres == b.wasSquareMetres && a.nowSquareMetres == b.nowSquareMetres;
        INFO("row " << row);
        REQUIRE(same);
        CHECK(a.refusal.empty() == (row % 11 != 0));
        repaired += a.repair.empty() ? 0 : 1;
        refused += a.refusal.empty() ? 0 : 1;
    }
    CHECK(refused == 137); // 0, 11 … 1496
    CHECK(repaired == 195); // 215 multiples of 7 below 1,500, less the 20 of 77
    CHECK(one.intake.sourceBounds() == four.intake.sourceBounds());
    for (std::size_t batch = 0; batch < kBatches; ++batch) {
        CHECK(four.batches[batch].number(0) == static_cast<std::int64_t>(batch * kRowsEach + 1));
        CHECK(four.batches[batch].shape(0).empty());
    }
}

TEST_CASE("shapes that are stopped half-way all end, none of them half settled", "[intake]")
{
    std::stop_source stop;
    const core::Job job{.stop = stop.get_token(), .report = {}};
    ShapeLanes settling(wardsInDegrees(), bringHome(job), 4);
    for (std::size_t batch = 0; batch < kBatches; ++batch) {
        if (batch == kBatches / 2) stop.request_stop();
        settling.put(batchFrom(batch * kRowsEach));
    }
    const ShapeLanes::Settled settled = settling.finish();
    REQUIRE(settled.shapes.size() == kBatches * kRowsEach);
    CHECK_FALSE(settled.shapes.back().refusal.empty());
    for (const ShapeAtHome& shape : settled.shapes) CHECK(shape.refusal.empty() == std::holds_alternative<core::MultiPolygon>(shape.geometry));
}

TEST_CASE("a reading that fails in the middle leaves no thread behind, and trouble in one thread is told", "[intake]")
{
    const core::Job job;
    {
        ShapeLanes leftOpen(wardsInDegrees(), bringHome(job), 4);
        for (std::size_t batch = 0; batch < kBatches; ++batch) leftOpen.put(batchFrom(batch * kRowsEach));
    }
    ShapeLanes troubled(
        wardsInDegrees(),
        [](const gis::SourceBatch& batch, std::size_t row, ShapeIntake&) -> ShapeAtHome {
            if (batch.number(row) == 700) throw std::runtime_error("no memory");
            return {};
        },
        4);
    const auto putAll = [&] {
        for (std::size_t batch = 0; batch < kBatches; ++batch) troubled.put(batchFrom(batch * kRowsEach));
        (void)troubled.finish();
    };
    CHECK_THROWS_AS(putAll(), std::runtime_error);
}
