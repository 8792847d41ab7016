// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/drawings/read_drawings.h"

#include "core/geometry/box.h"
#include "core/geometry/web_mercator.h"
#include "gis/crs/projection.h"
#include "gis/read/source.h"
#include "gis/shapes/repair.h"
#include "gis/shapes/wkb.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <variant>

namespace hereabouts::gis {

using core::ErrorCode;

namespace {

constexpr int kWebMercator = 3857;

/// A row as it was read: its shape in the source's CRS, or why it has none.
struct RawDrawing {
    core::Drawing drawing;
    std::string trouble;
};

/// Gathers the rows that meet the conditions.
class Gathering {
public:
    explicit Gathering(const DrawingsRequest& request) : m_request(request) { }

    core::Result<void> describe(const SourceDescription& source)
    {
        m_columns = source.columns();
        m_crs = source.crs;
        for (const CellCondition& condition : m_request.where) {
            const auto column = columnOf(condition.field);
            if (!column) return std::unexpected(column.error());
            m_where.emplace_back(*column, condition.value);
        }
        if (m_request.personField.empty()) return {};
        const auto person = columnOf(m_request.personField);
        if (!person) return std::unexpected(person.error());
        m_person = static_cast<std::ptrdiff_t>(*person);
        return {};
    }

    void take(const SourceBatch& batch)
    {
        for (std::size_t row = 0; row < batch.size(); ++row) {
            const bool wanted = std::ranges::all_of(m_where, [&](const auto& each) { return batch.cell(row, each.first) == each.second; });
            if (wanted)
                rows.push_back(rawOf(batch, row));
            else
                ++leftOut;
        }
    }

    [[nodiscard]] const std::string& crs() const { return m_crs; }
    std::vector<RawDrawing> rows;
    std::int64_t leftOut = 0;

private:
    core::Result<std::size_t> columnOf(const std::string& field) const
    {
        const auto found = std::ranges::find(m_columns, field);
        if (found != m_columns.end()) return static_cast<std::size_t>(found - m_columns.begin());
        std::string names;
        for (const std::string& column : m_columns) names += (names.empty() ? "" : ", ") + column;
        return core::fail(ErrorCode::UnknownId, std::format("There is no field \"{}\" in the drawings; there are {}.", field, names));
    }

    RawDrawing rawOf(const SourceBatch& batch, std::size_t row) const
    {
        RawDrawing raw;
        raw.drawing.row = batch.number(row);
        if (m_person >= 0) raw.drawing.person = batch.cell(row, static_cast<std::size_t>(m_person));
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            if (!batch.cell(row, column).empty()) raw.drawing.groups[m_columns[column]] = batch.cell(row, column);
        }
        if (batch.shape(row).empty()) {
            raw.trouble = "It has no shape: ask for it to be drawn.";
            return raw;
        }
        auto shape = fromWkb(batch.shape(row));
        if (!shape)
            raw.trouble = std::move(shape.error().message);
        else if (auto* area = std::get_if<core::MultiPolygon>(&*shape))
            raw.drawing.shape = std::move(*area);
        else
            raw.trouble = "It is a point or a line and encloses no ground: draw it anew.";
        return raw;
    }

    const DrawingsRequest& m_request;
    std::vector<std::string> m_columns;
    std::string m_crs;
    std::vector<std::pair<std::size_t, std::string>> m_where;
    std::ptrdiff_t m_person = -1;
};

/// The UTM zone of the median drawing, so that strays do not choose it.
core::Result<int> utmZoneOf(const std::vector<RawDrawing>& rows, const Crs& crs)
{
    std::vector<core::Point> middles;
    for (const RawDrawing& raw : rows) {
        const core::Box box = core::boundsOf(raw.drawing.shape);
        if (!box.empty()) middles.push_back(box.centre());
    }
    if (!crs.geographic) {
        const auto toMercator = Reprojection::create(crs, kWebMercator);
        if (!toMercator) return std::unexpected(toMercator.error());
        toMercator->apply(middles);
        for (core::Point& middle : middles) {
            const core::LonLat position = core::fromWebMercator(middle);
            middle = {position.lon, position.lat};
        }
    }
    std::erase_if(middles, [](core::Point p) { return !std::isfinite(p.x) || !std::isfinite(p.y); });
    if (middles.empty()) return core::fail(ErrorCode::BadInput, "No row that is asked for has a drawing: check the file and the condition.");
    const auto middle = middles.begin() + static_cast<std::ptrdiff_t>(middles.size() / 2);
    std::ranges::nth_element(middles, middle, {}, &core::Point::x);
    const double lon = std::remainder(middle->x, 360.0);
    std::ranges::nth_element(middles, middle, {}, &core::Point::y);
    const int zone = std::clamp(static_cast<int>(std::floor((lon + 180) / 6)) + 1, 1, 60);
    return (middle->y < 0 ? 32700 : 32600) + zone;
}

core::Result<int> planeFor(const DrawingsRequest& request, const std::vector<RawDrawing>& rows, const Crs& crs)
{
    if (request.epsg != 0) return request.epsg;
    if (crs.epsg != 0 && crs.epsg != kWebMercator && !crs.geographic && Projection::create(crs.epsg)) return crs.epsg;
    return utmZoneOf(rows, crs);
}

} // namespace

void takeDrawing(DrawingsRead& read, core::Drawing drawing, const core::Job& job)
{
    ++read.read;
    const core::Box box = core::boundsOf(drawing.shape);
    if (box.width() > kWidestDrawing || box.height() > kWidestDrawing) {
        read.rejected.push_back({drawing.row, std::format("It reaches over {:.0f} km: no place is that wide.", std::max(box.width(), box.height()) / 1000)});
        return;
    }
    auto settled = settle(std::move(drawing.shape), job);
    if (!settled) {
        read.rejected.push_back({drawing.row, std::move(settled.error().message)});
        return;
    }
    auto* const area = std::get_if<core::MultiPolygon>(&settled->geometry);
    if (!area || area->empty()) {
        read.rejected.push_back({drawing.row, "It encloses no ground: draw it anew."});
        return;
    }
    if (settled->repaired) read.repaired.push_back({drawing.row, settled->reason, settled->wasSquareMetres, settled->nowSquareMetres});
    drawing.shape = std::move(*area);
    read.drawings.push_back(std::move(drawing));
}

core::Result<DrawingsRead> readDrawings(const DrawingsRequest& request, const core::Job& job)
{
    Gathering gathering(request);
    SourceReader reader;
    reader.choose = [](const std::vector<SourceLayer>& layers) {
        const auto areas = std::ranges::find(layers, LayerShapes::Areas, &SourceLayer::shapes);
        return areas == layers.end() ? std::size_t{0} : static_cast<std::size_t>(areas - layers.begin());
    };
    reader.described = [&](const SourceDescription& source) { return gathering.describe(source); };
    reader.rows = [&](const SourceBatch& batch) {
        gathering.take(batch);
        return core::Result<void>{};
    };
    reader.found = [](const core::Finding&) { };
    if (auto done = readSource({.source = request.source, .layer = {}, .encoding = std::nullopt}, reader, job); !done)
        return std::unexpected(std::move(done.error()));
    if (gathering.crs().empty()) return core::fail(ErrorCode::BadInput, "The drawings name no coordinate system: give a file that does.");
    const auto crs = crsFromText(gathering.crs());
    if (!crs) return std::unexpected(crs.error());
    const auto epsg = planeFor(request, gathering.rows, *crs);
    if (!epsg) return std::unexpected(epsg.error());
    const auto plane = Projection::create(*epsg);
    if (!plane) return std::unexpected(plane.error());
    const auto onto = Reprojection::create(*crs, *epsg);
    if (!onto) return std::unexpected(onto.error());

    DrawingsRead read{.epsg = *epsg, .crsName = plane->crs().name, .leftOut = gathering.leftOut};
    for (RawDrawing& raw : gathering.rows) {
        if (job.stopped()) return core::fail(ErrorCode::Cancelled, "Stopped; nothing was changed.");
        job.tell(static_cast<double>(read.read) / static_cast<double>(gathering.rows.size()), "Repairing drawings");
        if (!raw.trouble.empty()) {
            ++read.read;
            read.rejected.push_back({raw.drawing.row, std::move(raw.trouble)});
            continue;
        }
        raw.drawing.shape = std::get<core::MultiPolygon>(onto->apply(core::Geometry(std::move(raw.drawing.shape))));
        takeDrawing(read, std::move(raw.drawing), job);
    }
    return read;
}

} // namespace hereabouts::gis
