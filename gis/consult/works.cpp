// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/consult/works.h"

#include "core/joined/area_set.h"
#include "gis/crs/guess.h"
#include "gis/crs/projection.h"
#include "gis/read/source.h"
#include "gis/shapes/repair.h"
#include "gis/shapes/wkb.h"

#include <algorithm>
#include <format>
#include <utility>

namespace hereabouts::gis {

using core::ErrorCode;
using core::Result;

namespace {

core::Finding rejectedRow(std::int64_t row, std::string why)
{
    return {.severity = core::Severity::Rejected, .row = row, .field = "geometry", .message = std::move(why)};
}

/// What the file holds, in its own CRS.
struct RawWorks {
    std::string crs;
    std::vector<std::pair<std::int64_t, core::Geometry>> shapes; ///< By row.
    std::vector<core::Finding> findings;

    Result<void> take(const SourceBatch& batch)
    {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            if (batch.shape(i).empty()) {
                findings.push_back(rejectedRow(batch.number(i), "It has no shape."));
                continue;
            }
            auto shape = fromWkb(batch.shape(i));
            if (shape)
                shapes.emplace_back(batch.number(i), std::move(*shape));
            else
                findings.push_back(rejectedRow(batch.number(i), std::move(shape.error().message)));
        }
        if (shapes.size() + findings.size() > kMostWorksShapes)
            return core::fail(ErrorCode::BadInput,
                std::format("The file has more than {} rows, which is no one project's works: take those out that are asked about.", kMostWorksShapes));
        return {};
    }
};

Result<RawWorks> readRaw(const WorksRequest& request, const core::Job& job)
{
    RawWorks raw;
    SourceReader reader;
    reader.choose = [](const std::vector<SourceLayer>& layers) {
        const auto shaped = std::ranges::find_if(layers, [](const SourceLayer& layer) { return layer.shapes != LayerShapes::None; });
        return shaped == layers.end() ? std::size_t{0} : static_cast<std::size_t>(shaped - layers.begin());
    };
    reader.described = [&](const SourceDescription& source) {
        raw.crs = source.crs;
        return Result<void>{};
    };
    reader.rows = [&](const SourceBatch& batch) { return raw.take(batch); };
    reader.found = [&](const SourceFinding& finding) { raw.findings.push_back(finding); };
    auto read = readSource({.source = request.source, .layer = request.layer, .encoding = std::nullopt}, reader, job);
    if (!read) return std::unexpected(std::move(read.error()));
    return raw;
}

Result<Crs> crsOf(const RawWorks& raw, const WorksRequest& request)
{
    const std::string& named = raw.crs.empty() ? request.crs : raw.crs;
    if (!named.empty()) return crsFromText(named);
    return core::fail(
        ErrorCode::BadInput, std::format("{} names no coordinate system: say which it is in, as in --crs EPSG:4326.", request.source.filename().string()));
}

core::Box districtBounds(const core::PlaceSnapshot& place)
{
    core::Box box;
    for (const core::AreaSet& set : core::areaSetsOf(place)) {
        for (const std::size_t row : set.rows) box.include(core::boundsOf(place.at(set.kind).geometry(row)));
    }
    return box;
}

bool isSwapped(const core::PlaceSnapshot& place, const RawWorks& raw, const Crs& crs)
{
    if (!crs.geographic) return false;
    core::Box box;
    for (const auto& [row, shape] : raw.shapes) box.include(core::boundsOf(shape));
    return looksSwapped(box, place.district.epsg, districtBounds(place));
}

} // namespace

std::int64_t Works::rejected() const { return std::ranges::count(findings, core::Severity::Rejected, &core::Finding::severity); }

Result<Works> readWorks(const core::PlaceSnapshot& place, const WorksRequest& request, const core::Job& job)
{
    auto raw = readRaw(request, job);
    if (!raw) return std::unexpected(std::move(raw.error()));
    const std::string file = request.source.filename().string();
    if (raw->shapes.empty())
        return core::fail(ErrorCode::BadInput,
            std::format("{} has no shape that says where the works are: give their ground, line or position, as GeoPackage, Shapefile, GeoJSON or KML.", file));
    const auto crs = crsOf(*raw, request);
    if (!crs) return std::unexpected(crs.error());
    if (isSwapped(place, *raw, *crs))
        return core::fail(ErrorCode::BadInput, std::format("{} has latitude and longitude in each other's place: write longitude first.", file));
    const auto home = Reprojection::create(*crs, place.district.epsg);
    if (!home) return std::unexpected(home.error());

    Works works{.title = request.title.empty() ? request.source.stem().string() : request.title,
        .shapes = {},
        .findings = std::move(raw->findings),
        .crsName = crs->name};
    for (auto& [row, shape] : raw->shapes) {
        if (job.stopped()) return core::fail(ErrorCode::Cancelled, "Stopped; nothing was written.");
        auto settled = settle(home->apply(std::move(shape)), job);
        if (!settled) {
            works.findings.push_back(rejectedRow(row, std::move(settled.error().message)));
            continue;
        }
        if (settled->repaired)
            works.findings.push_back(
                {.severity = core::Severity::Warning, .row = row, .field = "geometry", .message = "Its shape was repaired: " + settled->reason + "."});
        works.shapes.push_back(std::move(settled->geometry));
    }
    std::ranges::stable_sort(works.findings, {}, &core::Finding::row);
    if (!works.shapes.empty()) return works;
    const auto why = std::ranges::find(works.findings, core::Severity::Rejected, &core::Finding::severity);
    return core::fail(ErrorCode::BadInput, std::format("No shape of {} can be used; of row {}: {}", file, why->row, why->message));
}

} // namespace hereabouts::gis
