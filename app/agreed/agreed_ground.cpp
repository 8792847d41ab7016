// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agreed/agreed_ground.h"

#include "core/geometry/area_locator.h"
#include "gis/crs/projection.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <numeric>

namespace hereabouts::app {

using core::ErrorCode;
using core::RegisterKind;

namespace {

std::string textOf(const core::Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* real = std::get_if<double>(&value)) return std::format("{}", *real);
    return {};
}

/// Rows by the day they were drawn, those without one first, so that a person's last drawing comes last.
std::vector<std::size_t> asDrawn(const core::RegisterTable& table)
{
    std::vector<std::size_t> rows(table.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    const core::IntegerColumn& days = table.integers("drawn_on");
    std::ranges::stable_sort(rows, {}, [&](std::size_t row) { return days[row]; });
    return rows;
}

core::Result<gis::DrawingsRead> drawingsOf(const core::PlaceSnapshot& place, const AgreementWish& wish, const core::Job& job)
{
    const core::RegisterTable& table = place.at(RegisterKind::Drawings);
    for (const gis::CellCondition& condition : wish.where) {
        if (!table.spec().fieldIndex(condition.field)) return core::fail(ErrorCode::UnknownId, std::format("Drawings have no field \"{}\".", condition.field));
    }
    const auto projection = gis::Projection::create(place.district.epsg);
    if (!projection) return std::unexpected(projection.error());
    gis::DrawingsRead read{.epsg = place.district.epsg, .crsName = projection->crs().name};
    for (const std::size_t row : asDrawn(table)) {
        core::Drawing drawing{.person = {}, .row = table.id(row), .shape = {}, .groups = {}};
        for (std::size_t field = 0; field < table.spec().fields.size(); ++field) {
            drawing.groups[std::string(table.spec().fields[field].name)] = textOf(table.value(row, field));
        }
        drawing.person = drawing.groups["person"];
        const bool wanted = (wish.community.empty() || drawing.groups["community"] == wish.community)
            && std::ranges::all_of(wish.where, [&](const gis::CellCondition& each) { return drawing.groups[each.field] == each.value; });
        if (!wanted) {
            ++read.leftOut;
            continue;
        }
        if (const auto* area = std::get_if<core::MultiPolygon>(&table.geometry(row))) drawing.shape = *area;
        gis::takeDrawing(read, std::move(drawing), job);
    }
    return read;
}

/// Ground over plane where the line lies, geodesic: what turns the plane's bounds into ground's.
double groundScale(const gis::Projection& projection, const core::MultiPolygon& shape)
{
    const double planar = core::planarArea(shape);
    return planar > 0 ? projection.groundArea(shape) / planar : 1;
}

gis::AgreedLine certifiedLine(const core::Agreement& agreement, const gis::Projection& projection, double share, std::string kind, const core::Job& job)
{
    gis::AgreedLine line{.kind = std::move(kind), .share = share};
    line.drawings = static_cast<std::int64_t>(agreement.size());
    line.atLeast = core::drawingsFor(share, agreement.size());
    line.shape = agreement.lineAt(share);
    const core::CertifiedArea area = agreement.certifiedArea(share, job);
    const double scale = groundScale(projection, line.shape);
    line.squareMetres = area.estimate * scale;
    line.lowerSquareMetres = area.lower * scale;
    line.upperSquareMetres = area.upper * scale;
    return line;
}

core::Result<AgreedGround> count(gis::DrawingsRead read, const AgreementWish& wish, const core::Job& job)
{
    if (read.drawings.empty())
        return core::fail(ErrorCode::NotFound, std::format("Of {} drawings that were asked for, none can be used: check the condition.", read.read));
    const auto projection = gis::Projection::create(read.epsg);
    if (!projection) return std::unexpected(projection.error());
    auto agreement
        = core::Agreement::of(std::move(read.drawings), {.cell = wish.cell, .leaf = std::min(1.0, wish.cell), .smallestShare = std::min(0.1, wish.level)});
    if (!agreement) return std::unexpected(std::move(agreement.error()));
    AgreedGround ground{
        .read = std::move(read), .agreement = std::move(*agreement), .line = {}, .bands = {}, .stability = std::nullopt, .people = std::nullopt};
    ground.line = certifiedLine(ground.agreement, *projection, wish.level, "line", job);
    for (const double share : core::kBandShares) ground.bands.push_back(certifiedLine(ground.agreement, *projection, share, "band", job));
    ground.contestedSquareMetres = projection->groundArea(ground.agreement.contested());
    ground.stability = ground.agreement.stability(wish.level, core::kWantedOverlap, job);
    if (job.stopped()) return core::fail(ErrorCode::Cancelled, "Stopped; nothing was written.");
    return ground;
}

} // namespace

std::optional<std::int64_t> peopleInside(const core::PlaceSnapshot& place, const core::MultiPolygon& line)
{
    const auto edition = std::ranges::find(place.editions, RegisterKind::SmallAreas, &core::AreaEdition::kind);
    if (edition == place.editions.end()) return std::nullopt;
    const core::RegisterTable& table = place.at(RegisterKind::SmallAreas);
    const core::IntegerColumn& people = table.integers("population");
    const std::array<const core::MultiPolygon*, 1> areas{&line};
    const auto locator = core::AreaLocator::build(areas);
    std::int64_t sum = 0;
    const std::size_t field = *table.spec().fieldIndex("edition");
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (textOf(table.value(row, field)) != edition->name || people[row] == core::kNoInteger) continue;
        if (locator.locate(core::representativePoint(table.geometry(row))) != core::AreaLocator::kNone) sum += people[row];
    }
    return sum;
}

core::Result<AgreedGround> agreedInPlace(const core::PlaceSnapshot& place, const AgreementWish& wish, const core::Job& job)
{
    auto read = drawingsOf(place, wish, job);
    if (!read) return std::unexpected(std::move(read.error()));
    auto ground = count(std::move(*read), wish, job);
    if (ground) ground->people = peopleInside(place, ground->line.shape);
    return ground;
}

core::Result<AgreedGround> agreedInFile(const AgreementWish& wish, const core::Job& job)
{
    auto read = gis::readDrawings({.source = wish.source, .where = wish.where, .personField = wish.person}, job);
    if (!read) return std::unexpected(std::move(read.error()));
    return count(std::move(*read), wish, job);
}

} // namespace hereabouts::app
