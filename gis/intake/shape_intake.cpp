// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/intake/detail/shape_intake.h"

#include "gis/shapes/antimeridian.h"
#include "gis/shapes/wkb.h"

#include <cmath>
#include <format>
#include <utility>

namespace hereabouts::gis::detail {

namespace {

constexpr double kAbsurdMetres = 1e9;
constexpr double kMostLongitude = 540; // a turn and a half: files that go on beyond the antimeridian
constexpr double kMostLatitude = 90.000001;

/// Calls with each vertex, which may be changed.
template <typename Shape, typename Visit>
void visitPoints(Shape& geometry, const Visit& visit)
{
    const auto line = [&](auto& points) {
        for (auto& point : points) visit(point);
    };
    if (auto* point = std::get_if<core::Point>(&geometry)) visit(*point);
    if (auto* lines = std::get_if<core::MultiLine>(&geometry)) {
        for (auto& part : *lines) line(part);
    }
    if (auto* areas = std::get_if<core::MultiPolygon>(&geometry)) {
        for (auto& part : *areas) {
            line(part.outer);
            for (auto& hole : part.holes) line(hole);
        }
    }
}

} // namespace

core::Result<ShapeIntake> ShapeIntake::create(core::GeometryRule rule, const std::optional<Crs>& from, bool swapAxes, int homeEpsg)
{
    auto home = Projection::create(homeEpsg);
    if (!home) return std::unexpected(home.error());
    ShapeIntake intake(rule, std::move(*home));
    intake.m_swap = swapAxes;
    intake.m_from = from;
    if (!from) return intake;
    intake.m_degrees = from->geographic;
    if (from->epsg == homeEpsg && homeEpsg != 0) return intake;
    auto reprojection = Reprojection::create(*from, homeEpsg);
    if (!reprojection) return std::unexpected(reprojection.error());
    intake.m_reprojection = std::move(*reprojection);
    return intake;
}

ShapeAtHome ShapeIntake::bring(std::span<const std::byte> wkb, const core::Job& job)
{
    if (wkb.empty()) return bring(core::Geometry(), job);
    auto source = fromWkb(wkb);
    if (!source) return {.refusal = source.error().message};
    return bring(std::move(*source), job);
}

ShapeAtHome ShapeIntake::bring(core::Geometry source, const core::Job& job)
{
    if (m_rule == core::GeometryRule::None) return {};
    if (m_swap) visitPoints(source, [](core::Point& point) { std::swap(point.x, point.y); });
    if (std::string trouble = offence(source); !trouble.empty()) return {.refusal = std::move(trouble)};
    if (std::string trouble = kindOffence(source); !trouble.empty()) return {.refusal = std::move(trouble)};
    if (std::holds_alternative<std::monostate>(source)) return {};

    if (m_degrees) {
        auto whole = unwrapAntimeridian(std::move(source), m_home.middleLongitude());
        if (!whole) return {.refusal = whole.error().message};
        source = std::move(*whole);
    }
    if (m_reprojection) source = m_reprojection->apply(std::move(source));
    bool answered = true;
    visitPoints(std::as_const(source), [&](const core::Point& point) { answered = answered && std::isfinite(point.x) && std::isfinite(point.y); });
    if (!answered) return {.refusal = std::format("It lies where {} has no coordinates; check its CRS.", m_home.crs().name)};

    auto settled = settle(std::move(source), job);
    if (!settled) return {.refusal = settled.error().message};
    if (std::string trouble = kindOffence(settled->geometry); !trouble.empty()) return {.refusal = std::move(trouble)};
    ShapeAtHome home{.geometry = std::move(settled->geometry), .repair = settled->repaired ? (settled->reason.empty() ? "its line was not well formed" : settled->reason) : std::string()};
    if (const auto* area = std::get_if<core::MultiPolygon>(&home.geometry)) home.groundSquareMetres = m_home.groundArea(*area);
    home.wasSquareMetres = settled->wasSquareMetres;
    home.nowSquareMetres = settled->nowSquareMetres;
    return home;
}

std::string ShapeIntake::offence(const core::Geometry& source)
{
    bool finite = true;
    double worstX = 0;
    double worstY = 0;
    core::Box own;
    visitPoints(source, [&](const core::Point& point) {
        if (!std::isfinite(point.x) || !std::isfinite(point.y)) finite = false;
        else own.include(point);
        worstX = std::max(worstX, std::abs(point.x));
        worstY = std::max(worstY, std::abs(point.y));
    });
    if (!finite) return "A coordinate is not a number; mend it or leave out the row.";
    if (worstX > kAbsurdMetres || worstY > kAbsurdMetres) return std::format("A coordinate ({}) lies nowhere on earth; mend it or leave out the row.", std::max(worstX, worstY));
    m_bounds.include(own);
    if (m_degrees && (worstX > kMostLongitude || worstY > kMostLatitude)) {
        return std::format("Longitude {:.6g}, latitude {:.6g} does not exist; its coordinates are not degrees, so name the CRS they are in.", worstX, worstY);
    }
    return {};
}

std::string ShapeIntake::kindOffence(const core::Geometry& geometry) const
{
    using enum core::GeometryRule;
    const bool none = std::holds_alternative<std::monostate>(geometry);
    const bool point = std::holds_alternative<core::Point>(geometry);
    const bool area = std::holds_alternative<core::MultiPolygon>(geometry);
    const std::string_view is = none ? "nothing" : point ? "a point" : area ? "an area" : "a line";
    switch (m_rule) {
    case Polygon:
        if (!area) return none ? "It has no area; draw it or leave out the row." : std::format("It has {} where an area is needed.", is);
        break;
    case PolygonOrNone:
        if (!area && !none) return std::format("It has {} where an area is needed.", is);
        break;
    case PointOrNone:
        if (!point && !none) return std::format("It has {} where a point is needed.", is);
        break;
    case Any:
        if (none) return "It has no shape; draw it or leave out the row.";
        break;
    case AnyOrNone:
    case None: break;
    }
    return {};
}

} // namespace hereabouts::gis::detail
