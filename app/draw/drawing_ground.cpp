// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/drawing_ground.h"

#include "core/joined/area_set.h"
#include "gis/crs/projection.h"
#include "gis/shapes/overlay.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace hereabouts::app {

namespace {

using core::MultiPolygon;
using core::RegisterKind;
using core::RegisterTable;

constexpr std::size_t kMostSmallAreaVertices = 300'000; ///< Beyond that their lines are not there to be followed: the network would take seconds to make.
constexpr double kScaleProbeMetres = 100;

/// Rows of a register's newest edition that have ground, their shapes and names.
struct Areas {
    std::vector<std::size_t> rows;
    std::vector<MultiPolygon> shapes;
    std::vector<std::string> names;
    std::string edition;
};

Areas newestOf(const core::PlaceSnapshot& place, RegisterKind kind)
{
    Areas areas;
    const auto set = core::areaSetNamed(place, core::specOf(kind).name);
    if (!set) return areas;
    const RegisterTable& table = place.at(kind);
    areas.edition = set->name;
    for (const std::size_t row : set->rows) {
        const auto* shape = std::get_if<MultiPolygon>(&table.geometry(row));
        if (!shape) continue;
        const std::string_view name = table.text("name").at(row);
        areas.rows.push_back(row);
        areas.shapes.push_back(*shape);
        areas.names.emplace_back(name.empty() ? table.text("code").at(row) : name);
    }
    return areas;
}

Areas communitiesBut(const core::PlaceSnapshot& place, std::string_view community)
{
    Areas areas;
    const RegisterTable& table = place.at(RegisterKind::Communities);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto* shape = std::get_if<MultiPolygon>(&table.geometry(row));
        if (!shape || table.text("code").at(row) == community) continue;
        areas.rows.push_back(row);
        areas.shapes.push_back(*shape);
        areas.names.emplace_back(table.text("name").at(row));
    }
    return areas;
}

void addLines(std::vector<core::NamedWay>& ways, const core::Geometry& geometry, const std::string& name)
{
    if (const auto* lines = std::get_if<core::MultiLine>(&geometry)) {
        for (const core::Line& line : *lines) ways.push_back({name, line});
    } else if (const auto* area = std::get_if<MultiPolygon>(&geometry)) {
        for (const core::Polygon& polygon : *area) {
            ways.push_back({name, polygon.outer});
            for (const core::Ring& hole : polygon.holes) ways.push_back({name, hole});
        }
    }
}

/// Roads and streams come first: where a ward line runs along a road, the road gives the stretch its name.
std::vector<core::NamedWay> waysToFollow(const core::PlaceSnapshot& place, const std::array<const Areas*, 3>& areas, const Areas& smallAreas)
{
    constexpr std::array<std::string_view, 5> kFollowed{"road", "river", "lake", "rail", "land"};
    std::vector<core::NamedWay> ways;
    const RegisterTable& basemap = place.at(RegisterKind::Basemap);
    for (const std::string_view feature : kFollowed) {
        for (std::size_t row = 0; row < basemap.size(); ++row) {
            if (basemap.text("feature").at(row) == feature) addLines(ways, basemap.geometry(row), std::string(basemap.text("name").at(row)));
        }
    }
    for (const Areas* set : areas) {
        for (std::size_t i = 0; i < set->shapes.size(); ++i) addLines(ways, set->shapes[i], "the line of " + set->names[i]);
    }
    std::size_t vertices = 0;
    for (const MultiPolygon& shape : smallAreas.shapes) vertices += core::vertexCount(shape);
    if (vertices <= kMostSmallAreaVertices) {
        for (const MultiPolygon& shape : smallAreas.shapes) addLines(ways, shape, {});
    }
    return ways;
}

std::vector<core::NamedWay> roadsOf(const core::PlaceSnapshot& place)
{
    std::vector<core::NamedWay> ways;
    const RegisterTable& basemap = place.at(RegisterKind::Basemap);
    for (std::size_t row = 0; row < basemap.size(); ++row) {
        if (basemap.text("feature").at(row) == "road") addLines(ways, basemap.geometry(row), std::string(basemap.text("name").at(row)));
    }
    return ways;
}

/// The place knows how many dwellings a small area has, not where they stand: each counts at the area's own point.
std::vector<core::Point> dwellingsAt(const RegisterTable& table, const Areas& areas, const std::vector<core::Point>& points)
{
    std::vector<core::Point> dwellings;
    const core::IntegerColumn& counts = table.integers("dwellings");
    for (std::size_t i = 0; i < areas.rows.size(); ++i) {
        const std::int64_t count = counts[areas.rows[i]];
        if (count > 0) dwellings.insert(dwellings.end(), static_cast<std::size_t>(count), points[i]);
    }
    return dwellings;
}

/// Ground area over area on the plane of the home CRS.
std::function<double(core::Point)> groundScaleOf(int epsg)
{
    auto projection = gis::Projection::create(epsg);
    if (!projection) return {};
    const auto shared = std::make_shared<gis::Projection>(std::move(*projection));
    return [shared](core::Point at) {
        const double d = kScaleProbeMetres;
        const MultiPolygon probe{{.outer = {at, {at.x + d, at.y}, {at.x + d, at.y + d}, {at.x, at.y + d}, at}, .holes = {}}};
        return shared->groundArea(probe) / (d * d);
    };
}

} // namespace

core::Result<std::shared_ptr<const DrawingGround>> DrawingGround::build(core::SnapshotPtr snapshot, const std::string& community, const core::Job& job)
{
    const core::PlaceSnapshot& place = *snapshot;
    const Areas smallAreas = newestOf(place, RegisterKind::SmallAreas), boards = newestOf(place, RegisterKind::Boards),
                wards = newestOf(place, RegisterKind::Wards);
    const Areas communities = communitiesBut(place, community);
    auto claimed = gis::unionOf(communities.shapes);
    auto district = gis::unionOf(!boards.shapes.empty() ? boards.shapes : !wards.shapes.empty() ? wards.shapes : smallAreas.shapes);
    if (!claimed) return std::unexpected(std::move(claimed.error()));
    if (!district) return std::unexpected(std::move(district.error()));
    if (job.stopped()) return core::fail(core::ErrorCode::Cancelled, "Stopped.");

    std::vector<core::Point> points;
    std::vector<std::int64_t> people;
    std::vector<int> bands;
    const RegisterTable& table = place.at(RegisterKind::SmallAreas);
    for (std::size_t i = 0; i < smallAreas.rows.size(); ++i) {
        const std::int64_t count = table.integers("population")[smallAreas.rows[i]], band = table.integers("deprivation")[smallAreas.rows[i]];
        points.push_back(core::representativePoint(smallAreas.shapes[i]));
        people.push_back(count == core::kNoInteger ? -1 : count);
        bands.push_back(band == core::kNoInteger ? 0 : static_cast<int>(band));
    }
    const std::vector<core::Point> dwellings = dwellingsAt(table, smallAreas, points);
    auto counted = core::CountedPlace::build({.smallAreas = smallAreas.shapes,
        .smallAreaPoints = points,
        .people = people,
        .bands = bands,
        .dwellings = dwellings,
        .areaSets = {boards.shapes, wards.shapes},
        .communities = communities.shapes,
        .claimed = std::move(*claimed),
        .district = std::move(*district),
        .groundScale = groundScaleOf(place.district.epsg)});
    if (!counted) return std::unexpected(std::move(counted.error()));

    auto ground = std::make_shared<DrawingGround>();
    ground->network = core::Network::build(waysToFollow(place, {&boards, &wards, &communities}, smallAreas));
    ground->roads = core::Network::build(roadsOf(place));
    ground->counted = std::make_shared<const core::CountedPlace>(std::move(*counted));
    ground->smallAreas = smallAreas.rows;
    ground->smallAreaAt = core::AreaLocator::build(std::span<const MultiPolygon>(smallAreas.shapes));
    ground->boards = boards.names;
    ground->wards = wards.names;
    ground->communities = communities.names;
    ground->smallAreaEdition = smallAreas.edition;
    ground->countsDwellings = !dwellings.empty();
    ground->snapshot = std::move(snapshot);
    return std::shared_ptr<const DrawingGround>(std::move(ground));
}

} // namespace hereabouts::app
