// SPDX-License-Identifier: GPL-3.0-or-later
// Changing the measure of 8,000 areas: adding up a million payments to 100,000 suppliers by ward, and cutting the sums into classes. What the map then paints
// is measured with the map.
#include "bench/coverage_maker.h"
#include "bench/report.h"
#include "core/classify/classify.h"
#include "core/joined/area_set.h"
#include "core/joined/tally.h"

#include <cstdio>
#include <format>
#include <memory>
#include <string>
#include <vector>

using namespace hereabouts;
using core::RegisterKind;

namespace {

constexpr std::size_t kSuppliers = 100'000;
constexpr std::size_t kPayments = 1'000'000;

/// A row of a register with some of its fields given.
core::Record record(const core::RegisterSpec& spec, std::int64_t id, std::initializer_list<std::pair<std::string_view, core::Value>> values)
{
    core::Record row{.id = id, .values = std::vector<core::Value>(spec.fields.size()), .geometry = {}, .groundSquareMetres = 0};
    for (const auto& [field, value] : values) row.values[spec.fieldIndex(field).value()] = value;
    return row;
}

std::shared_ptr<core::RegisterTable> emptyTable(RegisterKind kind) { return std::make_shared<core::RegisterTable>(core::specOf(kind)); }

core::PlaceSnapshot makePlace()
{
    bench::CoverageMaker maker(100, 80, 16, 42);
    core::PlaceSnapshot place{.district = {.name = "Bench", .epsg = 27700, .currency = "GBP"}};
    for (const RegisterKind kind : core::kAllRegisters) place.registers[static_cast<std::size_t>(kind)] = emptyTable(kind);
    for (auto& details : place.details) details = std::make_shared<core::DetailLevels>();

    const auto wards = emptyTable(RegisterKind::Wards);
    std::int64_t id = 0;
    for (core::MultiPolygon& area : maker.areas()) {
        core::Record row = record(wards->spec(), ++id, {{"edition", "wards 2025"}, {"code", std::format("W{:05}", id)}, {"name", std::format("Ward {}", id)}});
        row.groundSquareMetres = core::planarArea(area);
        row.geometry = std::move(area);
        wards->append(std::move(row));
    }
    const auto suppliers = emptyTable(RegisterKind::Suppliers);
    id = 0;
    for (const core::Point point : maker.points(kSuppliers)) {
        core::Record row = record(suppliers->spec(), ++id, {{"code", std::format("S{:06}", id)}, {"name", std::format("Supplier {}", id)}});
        row.geometry = point;
        suppliers->append(std::move(row));
    }
    const auto payments = emptyTable(RegisterKind::Payments);
    for (std::size_t i = 0; i < kPayments; ++i) {
        const std::size_t supplier = i * 2'654'435'761 % kSuppliers + 1;
        payments->append(record(payments->spec(), static_cast<std::int64_t>(i) + 1,
            {{"anchor", std::format("A{}", i % 8 + 1)}, {"supplier", std::format("S{:06}", supplier)}, {"amount", static_cast<std::int64_t>(i % 100'000)}}));
    }
    place.registers[static_cast<std::size_t>(RegisterKind::Wards)] = wards;
    place.registers[static_cast<std::size_t>(RegisterKind::Suppliers)] = suppliers;
    place.registers[static_cast<std::size_t>(RegisterKind::Payments)] = payments;
    place.editions = {{.kind = RegisterKind::Wards, .name = "wards 2025", .areas = 8'000}};
    return place;
}

} // namespace

int main()
{
    const core::PlaceSnapshot place = makePlace();
    const auto wards = core::areaSetNamed(place, "wards 2025");
    const auto tally = wards ? core::tally(place, core::Measure::Spend, *wards) : std::unexpected(wards.error());
    if (!tally) {
        std::fprintf(stderr, "%s\n", tally.error().message.c_str());
        return 1;
    }
    std::vector<double> values;
    for (const core::TallyArea& area : tally->areas) values.push_back(area.value.value_or(0));

    constexpr int kRuns = 5;
    const double adding = bench::quickest<bench::CoreClock>(kRuns, [&] { (void)core::tally(place, core::Measure::Spend, *wards); }) * 1e3;
    const double ground = bench::quickest<bench::CoreClock>(kRuns, [&] { (void)core::tally(place, core::Measure::Area, *wards); }) * 1e3;
    const double cutting = bench::quickest<bench::CoreClock>(kRuns, [&] { (void)core::classify(values, {.method = core::ClassMethod::NaturalBreaks, .classes = 7}); }) * 1e3;
    bench::print({.what = "spend by 8,000 wards, 1 M payments", .unit = "ms", .ours = adding, .baselineName = {}, .baseline = 0, .target = 150});
    bench::print({.what = "area of 8,000 wards", .unit = "ms", .ours = ground, .baselineName = {}, .baseline = 0, .target = 150});
    bench::print({.what = "7 natural breaks of 8,000 values", .unit = "ms", .ours = cutting, .baselineName = {}, .baseline = 0, .target = 150});
    return 0;
}
