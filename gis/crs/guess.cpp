// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/crs/guess.h"

#include "gis/crs/detail/proj.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

namespace hereabouts::gis {

namespace {

constexpr int kLonLat = 4326;
constexpr int kWebMercator = 3857;
constexpr double kLeastMargin = 50'000; // metres

core::Box swapped(const core::Box& box)
{
    return {box.minY, box.minX, box.maxY, box.maxX};
}

bool finite(const core::Box& box)
{
    return !box.empty() && std::isfinite(box.minX) && std::isfinite(box.minY) && std::isfinite(box.maxX) && std::isfinite(box.maxY);
}

/// A box's corners, edge middles and centre, moved to the home CRS: enough for a guess. Empty when any has no place there.
core::Box moved(const core::Box& box, const Reprojection& reprojection)
{
    std::array<core::Point, 9> points;
    const core::Point c = box.centre();
    std::size_t at = 0;
    for (const double x : {box.minX, c.x, box.maxX}) {
        for (const double y : {box.minY, c.y, box.maxY}) points[at++] = {x, y};
    }
    reprojection.apply(points);
    core::Box result;
    for (const core::Point p : points) {
        if (!std::isfinite(p.x) || !std::isfinite(p.y)) return {};
        result.include(p);
    }
    return result;
}

core::Box areaOfUseAtHome(int homeEpsg)
{
    const std::string home = std::format("EPSG:{}", homeEpsg);
    const detail::ContextPtr context = detail::openContext();
    const detail::PjPtr crs = detail::horizontalCrs(context.get(), home);
    const auto lonLat = crsFromText("4326");
    const auto reprojection = lonLat ? Reprojection::create(*lonLat, homeEpsg) : core::fail(core::ErrorCode::Failed, "");
    return crs && reprojection ? moved(detail::areaOfUse(context.get(), crs.get()), *reprojection) : core::Box{};
}

core::Box districtWithMargin(int homeEpsg, const core::Box& districtBounds)
{
    core::Box district = finite(districtBounds) ? districtBounds : areaOfUseAtHome(homeEpsg);
    if (district.empty()) return district;
    return district.grownBy(std::max(kLeastMargin, std::max(district.width(), district.height()) / 2));
}

bool isDegrees(const core::Box& box)
{
    return box.minX >= -180 && box.maxX <= 360 && box.minY >= -90 && box.maxY <= 90;
}

/// The source lands if its centre lies in the district's surroundings and it is not far larger than they are.
bool lands(const core::Box& source, int epsg, int homeEpsg, const core::Box& surroundings)
{
    if (epsg == kLonLat && !isDegrees(source)) return false;
    const auto crs = crsFromText(std::to_string(epsg));
    if (!crs) return false;
    const auto reprojection = Reprojection::create(*crs, homeEpsg);
    if (!reprojection) return false;
    const core::Box home = moved(source, *reprojection);
    constexpr double kFarLarger = 20;
    return !home.empty() && surroundings.contains(home.centre()) && home.width() <= kFarLarger * surroundings.width()
        && home.height() <= kFarLarger * surroundings.height();
}

} // namespace

std::optional<CrsGuess> guessCrs(const core::Box& sourceBounds, int homeEpsg, const core::Box& districtBounds)
{
    if (!finite(sourceBounds)) return std::nullopt;
    const core::Box surroundings = districtWithMargin(homeEpsg, districtBounds);
    if (surroundings.empty()) return std::nullopt;
    for (const bool swap : {false, true}) {
        const core::Box source = swap ? swapped(sourceBounds) : sourceBounds;
        for (const int epsg : {homeEpsg, kLonLat, kWebMercator}) {
            if (!lands(source, epsg, homeEpsg, surroundings)) continue;
            auto crs = crsFromText(std::to_string(epsg));
            if (!crs) continue;
            std::string reason = std::format("its coordinates lie in or near the district when read as {} ({}){}", crs->definition, crs->name,
                swap ? (epsg == kLonLat ? " with latitude before longitude" : " with northing before easting") : "");
            return CrsGuess{.crs = std::move(*crs), .looksSwapped = swap, .reason = std::move(reason)};
        }
    }
    return std::nullopt;
}

bool looksSwapped(const core::Box& degrees, int homeEpsg, const core::Box& districtBounds)
{
    if (!finite(degrees)) return false;
    const core::Box surroundings = districtWithMargin(homeEpsg, districtBounds);
    return !surroundings.empty() && !lands(degrees, kLonLat, homeEpsg, surroundings) && lands(swapped(degrees), kLonLat, homeEpsg, surroundings);
}

} // namespace hereabouts::gis
