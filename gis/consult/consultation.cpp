// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/consult/consultation.h"

#include "core/joined/standing.h"
#include "gis/crs/projection.h"
#include "gis/shapes/distance.h"
#include "gis/shapes/overlay.h"
#include "gis/shapes/repair.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <limits>
#include <set>
#include <tuple>

namespace hereabouts::gis {

using core::ErrorCode;
using core::MultiPolygon;
using core::RegisterKind;
using core::Result;

namespace {

constexpr double kSliverMetres = 2; ///< Mean width under which shared ground is a drawing slip, as for overlaps of communities.
constexpr double kProbeMetres = 100;

double meanWidth(const MultiPolygon& area)
{
    double around = 0;
    for (const core::Polygon& polygon : area) {
        for (std::size_t i = 1; i < polygon.outer.size(); ++i)
            around += std::hypot(polygon.outer[i].x - polygon.outer[i - 1].x, polygon.outer[i].y - polygon.outer[i - 1].y);
    }
    return around > 0 ? 2 * core::planarArea(area) / around : 0;
}

/// Metres on the ground for one on the plane of the home CRS, where the works are.
double groundScale(const Projection& projection, core::Point at)
{
    const MultiPolygon probe{
        {.outer = {at, {at.x + kProbeMetres, at.y}, {at.x + kProbeMetres, at.y + kProbeMetres}, {at.x, at.y + kProbeMetres}, at}, .holes = {}}};
    const double scale = std::sqrt(projection.groundArea(probe)) / kProbeMetres;
    return std::isfinite(scale) && scale > 0 ? scale : 1;
}

/// The works, laid out for one community after the other.
class WorksGround {
public:
    static Result<WorksGround> create(const core::PlaceSnapshot& place, const Works& works)
    {
        WorksGround ground(works);
        std::vector<MultiPolygon> areas;
        for (const core::Geometry& shape : works.shapes) {
            if (const auto* area = std::get_if<MultiPolygon>(&shape)) areas.push_back(*area);
            ground.m_boxes.push_back(core::boundsOf(shape));
            ground.m_box.include(ground.m_boxes.back());
        }
        auto whole = unionOf(areas);
        if (!whole) return std::unexpected(std::move(whole.error()));
        ground.m_area = std::move(*whole);
        const auto projection = Projection::create(place.district.epsg);
        if (!projection) return std::unexpected(projection.error());
        ground.m_scale = groundScale(*projection, ground.m_box.centre());
        return ground;
    }

    /// How the works lie to a community's line, or nothing where they are further away.
    Result<std::optional<Consulted>> lieTo(const MultiPolygon& line, double withinMetres) const
    {
        const double reach = std::max(withinMetres, kAdjoiningMetres);
        const core::Box near = core::boundsOf(line).grownBy(reach / m_scale);
        double planar = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < m_boxes.size() && planar > 0; ++i) {
            if (!near.intersects(m_boxes[i])) continue;
            const auto distance = distanceBetween(m_works->shapes[i], line);
            if (!distance) return std::unexpected(distance.error());
            planar = std::min(planar, *distance);
        }
        Consulted found{.metres = planar * m_scale};
        if (found.metres > reach) return std::nullopt;
        if (planar > 0) {
            found.lie = found.metres <= kAdjoiningMetres ? WorksLie::Adjoining : WorksLie::Near;
            return found;
        }
        const auto shared = intersection(m_area, line);
        if (!shared) return std::unexpected(shared.error());
        if (!m_area.empty()) found.shareOfWorks = core::planarArea(*shared) / core::planarArea(m_area);
        found.lie = touchesOnly(*shared) ? WorksLie::Adjoining : WorksLie::Within;
        return found;
    }

private:
    explicit WorksGround(const Works& works) : m_works(&works) { }

    /// Works that are narrow themselves, a trench along a road, share narrow ground in earnest.
    [[nodiscard]] bool touchesOnly(const MultiPolygon& shared) const
    {
        const bool onlyAreas = std::ranges::all_of(m_works->shapes, [](const core::Geometry& shape) { return std::holds_alternative<MultiPolygon>(shape); });
        const double width = meanWidth(shared);
        return onlyAreas && (shared.empty() || (width < kSliverMetres && width < meanWidth(m_area) / 2));
    }

    const Works* m_works;
    MultiPolygon m_area; ///< Union of the areas; empty where the works are lines and points.
    std::vector<core::Box> m_boxes; ///< One a shape.
    core::Box m_box;
    double m_scale = 1;
};

std::string communities(std::int64_t count, std::string_view before = {})
{
    return std::format("{} {}{}", count, before, count == 1 ? "community" : "communities");
}

/// "drain: 2 recognised communities and 1 that is not recognised here, beside it or within 150 m."
std::string summaryOf(const Consultation& consultation)
{
    const auto all = static_cast<std::int64_t>(consultation.communities.size());
    const auto unrecorded = std::ranges::count(consultation.communities, std::string(), &Consulted::status);
    const auto recognised = std::ranges::count(consultation.communities, true, &Consulted::recognised) - unrecorded;
    const auto others = all - recognised - unrecorded;
    std::vector<std::string> parts;
    if (recognised > 0) parts.push_back(communities(recognised, "recognised "));
    if (unrecorded > 0) parts.push_back((recognised > 0 ? std::to_string(unrecorded) : communities(unrecorded)) + " without a recorded state");
    if (others > 0)
        parts.push_back((all > others ? std::to_string(others) : communities(others)) + (others == 1 ? " that is not recognised" : " that are not recognised"));
    if (parts.empty()) parts.emplace_back("no community");
    std::string text = consultation.works + ": ";
    for (std::size_t i = 0; i < parts.size(); ++i) text += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
    return text + (consultation.withinMetres > 0 ? std::format(" here, beside it or within {:g} m.", consultation.withinMetres) : " here or beside it.");
}

/// Lines of the works as one shape, or their one point; nothing where they are several points.
core::Geometry linesOrPoint(const Works& works)
{
    core::MultiLine lines;
    for (const core::Geometry& shape : works.shapes) {
        if (const auto* parts = std::get_if<core::MultiLine>(&shape)) lines.insert(lines.end(), parts->begin(), parts->end());
    }
    if (!lines.empty()) return lines;
    return works.shapes.size() == 1 ? works.shapes.front() : core::Geometry{};
}

Result<core::Geometry> loggedShape(const Works& works)
{
    std::vector<MultiPolygon> areas;
    for (const core::Geometry& shape : works.shapes) {
        if (const auto* area = std::get_if<MultiPolygon>(&shape)) areas.push_back(*area);
    }
    if (areas.empty()) return linesOrPoint(works);
    auto whole = unionOf(areas);
    if (!whole) return std::unexpected(std::move(whole.error()));
    auto settled = settle(std::move(*whole));
    if (!settled) return std::unexpected(std::move(settled.error()));
    return std::move(settled->geometry);
}

} // namespace

std::string_view wordOf(WorksLie lie) { return lie == WorksLie::Within ? "within" : lie == WorksLie::Adjoining ? "adjoining" : "near"; }

Result<Consultation> consultOn(const core::PlaceSnapshot& place, const Works& works, double withinMetres, const core::Job& job)
{
    if (!(withinMetres >= 0)) return core::fail(ErrorCode::BadInput, std::format("{} m is no distance: give metres, zero or more.", withinMetres));
    const auto ground = WorksGround::create(place, works);
    if (!ground) return std::unexpected(ground.error());
    const core::RegisterTable& table = place.at(RegisterKind::Communities);
    Consultation found{.works = works.title, .withinMetres = withinMetres};
    for (const std::size_t row : core::standingCommunities(place)) {
        if (job.stopped()) return core::fail(ErrorCode::Cancelled, "Stopped; nothing was written.");
        const auto text = [&](std::string_view field) { return std::string(table.text(field).at(row)); };
        const auto* line = std::get_if<MultiPolygon>(&table.geometry(row));
        if (!line) {
            found.withoutLine.push_back(text("name"));
            continue;
        }
        auto lie = ground->lieTo(*line, withinMetres);
        if (!lie) return std::unexpected(std::move(lie.error()));
        if (!*lie) continue;
        Consulted& one = found.communities.emplace_back(std::move(**lie));
        one.row = row;
        one.code = text("code");
        one.name = text("name");
        one.status = text("status");
        one.recognised = core::coversAs(one.status);
        one.publicContact = text("public_contact");
        one.rights = text("rights");
    }
    std::ranges::stable_sort(
        found.communities, {}, [](const Consulted& one) { return std::tuple(!one.recognised, one.lie, one.metres, std::string_view(one.name)); });
    found.sentence = summaryOf(found);
    return found;
}

Result<Edit> logEntry(const Works& works, const Consultation& consultation, std::int64_t listedOn, const std::string& listedBy)
{
    auto shape = loggedShape(works);
    if (!shape) return std::unexpected(std::move(shape.error()));
    std::set<std::string> codes;
    for (const Consulted& one : consultation.communities) codes.insert(one.code);
    std::string listed;
    for (const std::string& code : codes) listed += (listed.empty() ? "" : ";") + code;
    const core::RegisterSpec& spec = core::specOf(RegisterKind::Consultations);
    core::Record record{.values = std::vector<core::Value>(spec.fields.size()), .geometry = std::move(*shape)};
    const auto set = [&](std::string_view field, core::Value value) { record.values[spec.fieldIndex(field).value()] = std::move(value); };
    set("works", works.title);
    set("listed_on", listedOn);
    if (!listedBy.empty()) set("listed_by", listedBy);
    set("within_metres", consultation.withinMetres);
    if (!listed.empty()) set("communities", listed);
    return AddRow{RegisterKind::Consultations, std::move(record)};
}

} // namespace hereabouts::gis
