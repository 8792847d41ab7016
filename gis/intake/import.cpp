// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/intake/import.h"

#include "gis/intake/detail/gathered.h"
#include "gis/intake/detail/kinds.h"
#include "gis/intake/detail/rows.h"
#include "gis/intake/detail/shape_lanes.h"
#include "gis/intake/detail/understanding.h"
#include "gis/intake/headings.h"
#include "gis/read/source.h"
#include "gis/shapes/coverage.h"

#include <algorithm>
#include <array>
#include <format>
#include <utility>

namespace hereabouts::gis {

namespace {

using core::ErrorCode;
using core::fail;
using core::RegisterKind;
using core::Result;
using core::Severity;

constexpr std::size_t kSampleRows = 20;
constexpr std::size_t kVerticesWorthLevels = 20'000;
constexpr std::array<double, 3> kLevelMetres{8, 40, 200}; // about a pixel at zooms 14, 12 and 9

/// Reads the source once: description, shapes at home, rows kept as text.
Result<detail::Gathered> gather(detail::Understanding& understanding, ImportPreview& preview, const core::Job& job)
{
    detail::Gathered source;
    std::optional<detail::ShapeLanes> lanes;
    const auto bring = [&](const SourceBatch& batch, std::size_t row, detail::ShapeIntake& intake) { return understanding.shapeOf(batch, row, intake, job); };
    const ReadRequest request{.source = preview.request.source, .layer = preview.request.layer, .encoding = preview.request.encoding};
    const auto rows = readSource(request,
        {.choose = [&](const std::vector<SourceLayer>& layers) { return understanding.bestLayer(layers); },
            .described = [&](const SourceDescription& description) -> Result<void> {
                source.description = description;
                auto intake = understanding.describe(description, preview);
                if (!intake) return std::unexpected(intake.error());
                lanes.emplace(std::move(*intake), bring, detail::ShapeLanes::usualLanes());
                return {};
            },
            .rows = [&](SourceBatch batch) -> Result<void> {
                lanes->put(std::move(batch));
                return {};
            },
            .found = [&](SourceFinding finding) { source.found.push_back(std::move(finding)); }},
        job);
    if (!rows) return std::unexpected(rows.error());
    detail::ShapeLanes::Settled settled = lanes->finish();
    if (job.stopped()) return fail(ErrorCode::Cancelled, "The import was stopped; nothing was changed.");
    source.batches = std::move(settled.batches);
    source.shapes = std::move(settled.shapes);
    source.rows
        = *rows + std::ranges::count_if(source.found, [](const core::Finding& finding) { return finding.severity == Severity::Rejected && finding.row > 0; });
    understanding.judgeShapes(source, settled.intake, preview);
    return source;
}

void keepSample(const detail::Gathered& source, ImportPreview& preview)
{
    source.eachRow([&](const detail::Gathered::RowAt& row, std::size_t index) {
        if (index >= kSampleRows) return;
        std::vector<std::string> cells;
        for (std::size_t c = 0; c < source.description.columns().size(); ++c) cells.emplace_back(row.cell(c));
        preview.sample.push_back(std::move(cells));
    });
}

void keepWorkersFindings(const detail::Gathered& source, ImportBatch& batch)
{
    const bool secret = batch.kind == RegisterKind::Ballots;
    for (const SourceFinding& finding : source.found) {
        if (finding.severity != Severity::Rejected || finding.row <= 0) {
            batch.warnings.push_back(finding);
            continue;
        }
        batch.rejected.push_back({.row = finding.row, .field = finding.field, .reason = finding.message, .values = {}});
        if (!secret) batch.rejected.back().values = finding.values;
    }
}

Result<void> settleKind(const detail::Gathered& source, detail::Building& building, const core::Job& job)
{
    detail::rejectRepeats(source, building);
    switch (building.batch.kind) {
    case RegisterKind::Communities:
        if (const auto done = detail::settleCommunities(building, job); !done) return done;
        break;
    case RegisterKind::Ballots: detail::checkBallots(source, building); break;
    case RegisterKind::Payments: detail::settlePayments(building); break;
    case RegisterKind::Suppliers: detail::locateSuppliers(building); break;
    case RegisterKind::Grants: detail::warnOfOverdrafts(building); break;
    default: break;
    }
    if (building.spec.covers) {
        if (const auto done = detail::checkCoverage(building, job); !done) return done;
    }
    return detail::findOutside(building, job);
}

Result<void> makeLevels(const core::RegisterSpec& spec, ImportBatch& batch, const core::Job& job)
{
    if (spec.geometry == core::GeometryRule::None || spec.geometry == core::GeometryRule::PointOrNone) return {};
    std::size_t vertices = 0;
    std::vector<core::Geometry> shapes;
    for (const core::Record& record : batch.rows) vertices += core::vertexCount(record.geometry);
    if (vertices < kVerticesWorthLevels) return {};
    for (const core::Record& record : batch.rows) shapes.push_back(record.geometry);
    job.tell(-1, "Making levels of detail");
    auto levels = detailLevels(shapes, kLevelMetres, spec.covers, job);
    if (!levels) return std::unexpected(levels.error());
    batch.details = std::move(*levels);
    return {};
}

Result<void> build(const detail::Gathered& source, const core::PlaceSnapshot& place, ImportPreview& preview, const core::Job& job)
{
    const core::RegisterSpec& spec = core::specOf(preview.request.kind);
    detail::Building building{.spec = spec, .place = place, .batch = std::move(preview.batch), .sourceRows = {}};
    keepWorkersFindings(source, building.batch);
    ColumnOfField mapping;
    for (const FieldMapping& field : preview.mapping) {
        if (!field.column.empty()) mapping.emplace(field.field, field.column);
    }
    detail::buildRows(source, mapping, building.batch.edition, building);
    auto settled = settleKind(source, building, job);
    std::ranges::stable_sort(building.batch.rejected, {}, &RejectedRow::row);
    building.batch.mapping = mapping;
    building.batch.headingsFingerprint = fingerprintOf(source.description.columns());
    preview.batch = std::move(building.batch);
    if (!settled) return settled;
    return makeLevels(spec, preview.batch, job);
}

void judgeBatch(ImportPreview& preview)
{
    if (!preview.batch.rows.empty() || !preview.canCommit()) return;
    std::string why = "it holds none.";
    if (!preview.batch.rejected.empty()) {
        const RejectedRow& first = preview.batch.rejected.front();
        why = std::format("row {}{}{}: {}", first.row, first.field.empty() ? "" : ", ", first.field, first.reason);
    }
    preview.problems.push_back({.severity = Severity::Rejected, .message = std::format("'{}' has no row that can be taken in: {}", preview.batch.source, why)});
}

} // namespace

bool ImportPreview::canCommit() const
{
    return obstacle().empty();
}

std::string ImportPreview::obstacle() const
{
    const auto found = std::ranges::find(problems, Severity::Rejected, &core::Finding::severity);
    return found == problems.end() ? std::string() : found->message;
}

Result<ImportPreview> previewImport(PlaceFile& place, const ImportRequest& request, const core::Job& job)
{
    const auto snapshot = place.snapshot(job);
    if (!snapshot) return std::unexpected(snapshot.error());
    ImportPreview preview{.request = request, .batch = {.kind = request.kind, .source = request.source.filename().string()}};
    detail::Understanding understanding(place, **snapshot, request);
    auto source = gather(understanding, preview, job);
    if (!source) return std::unexpected(source.error());
    preview.rowsRead = source->rows;
    keepSample(*source, preview);
    if (!preview.canCommit()) return preview;
    if (const auto built = build(*source, **snapshot, preview, job); !built) return std::unexpected(built.error());
    judgeBatch(preview);
    return preview;
}

Result<HistoryRow> commitImport(PlaceFile& place, const ImportPreview& preview, const core::Job& job)
{
    if (std::string obstacle = preview.obstacle(); !obstacle.empty()) return fail(ErrorCode::Refused, std::move(obstacle));
    return place.commitImport(preview.batch, job);
}

} // namespace hereabouts::gis
